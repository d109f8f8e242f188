"""SVG to PNG by resvg, in a process of its own: it takes seconds and holds the interpreter all the while.

Run as a file, it reads an SVG and writes a PNG; it imports nothing of ours, so that it starts at once.
"""

import subprocess
import sys
from pathlib import Path

FONTS = "'DejaVu Sans', 'Noto Sans', 'Liberation Sans', Arial, sans-serif"
"""First one that has our signs beside its letters: where one sign is missing, resvg takes another font for all."""

SECONDS = 60
_PROBE = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">{}</svg>'


class NoFonts(RuntimeError):  # noqa: N818 - it is what it is called
    """This machine has no font at all: a picture would have no letters."""


def raster(svg: str, width: int) -> bytes:
    """The PNG of an SVG, so many pixels wide.

    Letters come from the fonts of this machine; a sign that none of them has is left out or drawn as a box.
    Errors: NoFonts where there are none, TimeoutError after a minute, RuntimeError where resvg finds a fault.
    """
    command = [sys.executable, "-I", str(Path(__file__).resolve()), str(width)]
    try:
        done = subprocess.run(command, input=svg.encode(), capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - our own file
    except subprocess.TimeoutExpired as late:
        raise TimeoutError from late
    if done.returncode == _NO_FONTS:
        raise NoFonts
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace")[-500:])
    return done.stdout


_NO_FONTS = 3


def _main() -> int:
    import resvg_py  # noqa: PLC0415 - only in the process that draws

    if resvg_py.svg_to_bytes(_PROBE.format('<text y="15">A</text>')) == resvg_py.svg_to_bytes(_PROBE.format("")):
        return _NO_FONTS
    drawn = resvg_py.svg_to_bytes(sys.stdin.buffer.read().decode(), width=int(sys.argv[1]))
    sys.stdout.buffer.write(drawn)
    return 0


if __name__ == "__main__":
    sys.exit(_main())
