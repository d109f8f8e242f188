"""The JavaScript that draws the graph: vis-network, out of pyvis's own package files."""

from importlib.util import find_spec
from pathlib import Path

SCRIPT = "vis-network.min.js"
STYLE = "vis-network.css"
_FOLDER = "vis-9.1.2"


def assets_folder() -> Path:
    """The folder with `vis-network.min.js` and `vis-network.css`, to be served by us: nothing comes from elsewhere.

    Found without importing pyvis, which takes a second. Errors: FileNotFoundError where pyvis is not whole.
    """
    pyvis = find_spec("pyvis")
    if pyvis is None or pyvis.origin is None:
        raise FileNotFoundError("pyvis is not installed")
    folder = Path(pyvis.origin).parent / "lib" / _FOLDER
    if not (folder / SCRIPT).is_file():
        raise FileNotFoundError(folder / SCRIPT)
    return folder
