"""Several files in one, the same bytes for the same files."""

import io
from collections.abc import Iterable
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_READABLE = 0o644 << 16


def zipped(files: Iterable[tuple[str, str]]) -> bytes:
    """These files, each as its path and its text, as a ZIP."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for path, text in files:
            entry = ZipInfo(path)
            entry.external_attr = _READABLE
            archive.writestr(entry, text.encode(), ZIP_DEFLATED)
    return out.getvalue()
