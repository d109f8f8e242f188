"""The board pack as files; what makes them is only read when somebody asks for one, for it takes a while to load."""

from typing import TYPE_CHECKING

from journeymap.domain.text.errors import invalid, unavailable
from journeymap.exchange.pack.comparison_told import board_pack
from journeymap.exchange.wishes import MapWish

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeymap.exchange.pack.board_pack import BoardPack


def pack_pdf(wish: MapWish) -> bytes:
    """A page to print and to send. Errors: Refusal where the map has no as-is to be held against."""
    from journeymap.exchange.pack.printed import pdf_bytes  # noqa: PLC0415

    return _printed(pdf_bytes, wish)


def pack_png(wish: MapWish) -> bytes:
    """The same page as a picture. Errors: as `pack_pdf`."""
    from journeymap.exchange.pack.printed import png_bytes  # noqa: PLC0415

    return _printed(png_bytes, wish)


def pack_pptx(wish: MapWish) -> bytes:
    """A slide that can be edited. Errors: as `pack_pdf`."""
    from journeymap.exchange.pack.slides import slide_bytes  # noqa: PLC0415

    return slide_bytes(_pack(wish))


def _printed(make: "Callable[[BoardPack], bytes]", wish: MapWish) -> bytes:
    pack = _pack(wish)
    try:
        return make(pack)
    except RuntimeError:
        raise unavailable("pack-no-fonts") from None


def _pack(wish: MapWish) -> "BoardPack":
    if wish.compared is None:
        raise invalid("pack-no-as-is")
    return board_pack(wish.compared, wish.standing, wish.language or wish.journey.language)
