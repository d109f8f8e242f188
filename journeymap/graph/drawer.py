"""Run as a file: an SVG read, and drawn as a PNG so wide, with these fonts. It imports nothing of ours.

`drawer.py WIDTH FAMILY FONT…`: the family is what is drawn where an SVG asks for none that is there.
"""

import re
import sys

import resvg_py

_OF_ITS_OWN = re.compile('<tspan font-family="[^"]*">([^<]*)</tspan>')


def draw(svg: str, width: int, family: str, fonts: list[str]) -> bytes:
    """The PNG. Where resvg breaks off over signs with a font of their own, they are drawn like their neighbours."""

    def drawn(text: str) -> bytes:
        return bytes(
            resvg_py.svg_to_bytes(
                text, width=width, font_files=fonts, font_family=family, sans_serif_family=family, serif_family=family
            )
        )

    try:
        return drawn(svg)
    except BaseException as fault:  # what Rust breaks off with is no Exception
        plain = _OF_ITS_OWN.sub(r"\1", svg)
        if plain == svg or isinstance(fault, KeyboardInterrupt):
            raise
        return drawn(plain)


if __name__ == "__main__":
    sys.stdout.buffer.write(draw(sys.stdin.buffer.read().decode(), int(sys.argv[1]), sys.argv[2], sys.argv[3:]))
