"""Whether the file that was opened is still the one at its path."""

import os
from pathlib import Path

from journeymap.domain.text.errors import unavailable


class FileWatch:
    """Remembers a file. Once it is deleted or replaced, what is written to it is found by nobody."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = _identity(path)

    def check(self) -> None:
        """Errors: Refusal `unavailable` where the path now leads to nothing, or to another file."""
        try:
            now = _identity(self._path)
        except FileNotFoundError:
            raise unavailable("storage-file-gone", file=self._path.name) from None
        except OSError:
            raise unavailable("storage-disk", file=self._path.name) from None
        if now != self._file:
            raise unavailable("storage-file-replaced", file=self._path.name)


def _identity(path: Path) -> tuple[int, int]:
    found = os.stat(path)  # noqa: PTH116 - asked before every commit, and this is the quicker one
    return found.st_dev, found.st_ino
