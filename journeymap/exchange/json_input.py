"""From the bytes of any file to plain JSON values."""

import json
from collections import Counter
from typing import Any, Never

from journeymap.domain.model import limits
from journeymap.domain.text.errors import invalid
from journeymap.exchange.file_position import shown


def parsed(content: bytes | str) -> Any:
    """The JSON in a file. Errors: Refusal with a sentence for everything that is not."""
    check_size(len(content))
    if not content.strip():
        raise invalid("file-empty")
    try:
        text = content if isinstance(content, str) else content.decode(json.detect_encoding(content))
    except UnicodeDecodeError:
        raise invalid("document-not-text") from None
    try:
        return json.loads(text.removeprefix("\ufeff"), parse_constant=_no_number, object_pairs_hook=_once)
    except json.JSONDecodeError as problem:
        raise invalid("document-not-json", line=str(problem.lineno), column=str(problem.colno)) from None
    except RecursionError:
        raise invalid("document-too-deep") from None
    except ValueError:  # a number with more digits than Python agrees to read
        raise invalid("document-not-a-number", number="…") from None


def check_size(size: int) -> None:
    """Refuse a file that is larger than any map."""
    if size > limits.FILE_BYTES:
        raise invalid("file-too-big", most=limits.FILE_BYTES // 1024**2, size=-(-size // 1024**2))


def _no_number(name: str) -> Never:
    raise invalid("document-not-a-number", number=name)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = Counter(name for name, _ in pairs).most_common(1)[0][0]
        raise invalid("document-key-twice", field=shown(twice))
    return found
