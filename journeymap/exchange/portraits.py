"""A persona's picture: whatever was sent becomes a small WebP without anything around it, or is refused."""

import re
from base64 import b64decode, b64encode
from binascii import Error as NoBase64
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Any

from PIL import Image, ImageOps

from journeymap.domain.model.limits import (
    PICTURE_BYTES,
    PICTURE_SCANS,
    PICTURE_SENT_BYTES,
    PICTURE_SENT_DOTS,
    PICTURE_SIDE,
    PICTURE_UNPACKED_DOTS,
)
from journeymap.domain.text.errors import Refusal, invalid

MEDIA_TYPE = "image/webp"
TAKEN = ("JPEG", "PNG", "WEBP")
_MADE_SMALL = ("JPEG", "MPO")
"""What is unpacked small right away: a JPEG, also one of several pictures as phones make them."""
_BEGINS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF")
_SCAN = b"\xff\xda"
"""With this each pass of a JPEG begins."""
_DATA = f"data:{MEDIA_TYPE};base64,"
_CARRIED = re.compile(r"data:image/(?:jpeg|png|webp);base64,")
_QUALITIES = (86, 74, 60, 40, 20)


@dataclass(frozen=True, slots=True)
class Portrait:
    """A picture as it is kept: a small WebP."""

    content: bytes

    @property
    def name(self) -> str:
        """What it is kept by: the same picture has the same name everywhere."""
        return sha256(self.content).hexdigest()[:32]

    @property
    def address(self) -> str:
        """The whole picture in an address, as a file carries it."""
        return _DATA + b64encode(self.content).decode("ascii")


def check_sent(content: bytes) -> None:
    """What can be said of it without opening it. Errors: Refusal where that is too much, or it is no picture."""
    if len(content) > PICTURE_SENT_BYTES:
        raise invalid("picture-too-large", most=PICTURE_SENT_BYTES // (1024 * 1024))
    if not content.startswith(_BEGINS):
        raise invalid("picture-not-one")
    if content.startswith(_BEGINS[0]) and content.count(_SCAN) > PICTURE_SCANS:
        raise invalid("picture-too-much-work")


def get_ready() -> None:
    """Load what opens pictures: it is to take nothing from the first one's time."""
    Image.init()


def portrait(content: bytes) -> Portrait:
    """What was sent as it is kept: upright, reduced, without place, device or anything else that came with it.

    Always made anew, for within a file anything can stand beside the dots. Errors: Refusal where it is no JPEG, PNG or
    WebP, or too large.
    """
    check_sent(content)
    try:
        return Portrait(_reduced(_opened(content)))
    except Refusal:
        raise
    except Exception as problem:  # whatever a file that was made to do harm brings about in the library
        raise invalid("picture-not-one") from problem


def carried(document: Mapping[str, Any], make: Callable[[bytes], Portrait] = portrait) -> dict[str, Portrait]:
    """The pictures that a journey document carries, by the names it gives them; `make` opens them. Errors: Refusal."""
    found = document.get("pictures", {})
    if not isinstance(found, Mapping) or len(found) > 1:
        raise invalid("picture-not-one")
    return {str(name): make(_from_address(address)) for name, address in found.items()}


def _from_address(address: Any) -> bytes:
    begins = _CARRIED.match(address) if isinstance(address, str) else None
    if begins is None or len(address) > 2 * PICTURE_SENT_BYTES:
        raise invalid("picture-not-one")
    try:
        return b64decode(address[begins.end() :], validate=True)
    except NoBase64:
        raise invalid("picture-not-one") from None


def _opened(content: bytes) -> Image.Image:
    """The picture, looked at and not yet unpacked."""
    image = Image.open(BytesIO(content), formats=TAKEN)
    width, height = image.size
    most = PICTURE_SENT_DOTS if image.format in _MADE_SMALL else PICTURE_UNPACKED_DOTS
    if width * height > most:
        raise invalid("picture-too-many-dots", most=most // 1_000_000)
    image.draft("RGB", (2 * PICTURE_SIDE, 2 * PICTURE_SIDE))  # a JPEG is unpacked small right away
    image.load()
    return image


def _reduced(image: Image.Image) -> bytes:
    mode = "RGBA" if image.has_transparency_data else "RGB"
    small = image if image.mode == mode else image.convert(mode)  # one of millions of dots is not copied for nothing
    small.thumbnail((PICTURE_SIDE, PICTURE_SIDE), Image.Resampling.LANCZOS)
    plain = ImageOps.exif_transpose(small)
    bare = Image.new(plain.mode, plain.size)
    bare.paste(plain)  # the dots alone: nothing that came with the file
    for quality in _QUALITIES:
        made = BytesIO()
        bare.save(made, "WEBP", quality=quality, method=4)
        if made.tell() <= PICTURE_BYTES:
            return made.getvalue()
    raise invalid("picture-too-large", most=PICTURE_SENT_BYTES // (1024 * 1024))
