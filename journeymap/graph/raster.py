"""SVG to PNG, in a process of its own (drawer.py): it takes seconds and holds the interpreter all the while."""

import subprocess
import sys
from pathlib import Path

from journeymap.fonts.families import FAMILY
from journeymap.fonts.shelf import printed

SECONDS = 60


class NoFonts(RuntimeError):  # noqa: N818 - it is what it is called
    """Our own letters cannot be made on this machine: a picture would have none."""


def raster(svg: str, width: int) -> bytes:
    """The PNG of an SVG, so many pixels wide.

    Letters are ours; a sign that they lack comes from the fonts of this machine, and is a small ring where those lack
    it too. Errors: NoFonts, TimeoutError after a minute, RuntimeError where resvg finds a fault.
    """
    try:
        letters = sorted(map(str, printed().glob("*.ttf")))
    except (OSError, RuntimeError) as fault:
        raise NoFonts(str(fault)) from fault
    command = [sys.executable, "-I", str(_DRAWER), str(width), FAMILY, *letters]
    try:
        done = subprocess.run(command, input=svg.encode(), capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - our own file
    except subprocess.TimeoutExpired as late:
        raise TimeoutError from late
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace")[-500:])
    return done.stdout


_DRAWER = Path(__file__).with_name("drawer.py")
