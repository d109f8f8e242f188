"""What the server and the process that opens pictures say to one another: a head of fixed form, then bytes.

Whoever makes a picture that takes that process over could make it answer anything. So nothing of an answer is run,
looked up by a name in it or believed: it is a small WebP, or one of the refusals that stand here, or no answer.
"""

import struct
from typing import IO

from journeymap.domain.model.limits import PICTURE_BYTES, PICTURE_SENT_BYTES
from journeymap.domain.text.errors import Refusal, invalid
from journeymap.service.side_process import EndedError, whole

_HEAD = struct.Struct("!4sBBI")
"""A mark, the kind of message, which refusal, and a number: how many bytes follow, or the one that a refusal says."""

_MARK = b"JMP1"
_PICTURE, _REFUSED = 1, 2

_WORDS = ("picture-not-one", "picture-too-large", "picture-too-many-dots", "picture-too-much-work")
"""All that can be said of a picture there; which of them is a number in the head."""

_NUMBERED = ("picture-too-large", "picture-too-many-dots")

_WEBP_HEAD = 12


def ask(to: IO[bytes], content: bytes) -> None:
    """Send a picture to be opened; with nothing in it, the question whether anybody is there."""
    _send(to, _PICTURE, 0, len(content), content)


def asked(of: IO[bytes]) -> bytes:
    """What the server asks. Errors: EOFError where it has ended."""
    _, _, size = _head(of)
    return whole(of, size)


def answer(to: IO[bytes], made: bytes | Refusal) -> None:
    """Send what was made, or why nothing was."""
    if isinstance(made, bytes):
        _send(to, _PICTURE, 0, len(made), made)
    else:
        word = _WORDS.index(made.key.removeprefix("refusal-"))
        _send(to, _REFUSED, word, int(made.values.get("most", 0)), b"")


def answered(of: IO[bytes]) -> bytes:
    """The answer: a small WebP, or nothing where nothing was sent. Errors: Refusal; EndedError where it is none."""
    kind, word, number = _head(of)
    if kind == _REFUSED and word < len(_WORDS):
        key = _WORDS[word]
        if key in _NUMBERED and number > PICTURE_SENT_BYTES:
            raise EndedError
        raise invalid(key, **({"most": number} if key in _NUMBERED else {}))
    if kind != _PICTURE or number > PICTURE_BYTES:
        raise EndedError
    content = whole(of, number)
    if content and not _is_webp(content):
        raise EndedError
    return content


def _is_webp(content: bytes) -> bool:
    """Whether it says of itself that it is one, of just this length."""
    head = content[:_WEBP_HEAD]
    return head[:4] == b"RIFF" and head[8:] == b"WEBP" and int.from_bytes(head[4:8], "little") + 8 == len(content)


def _head(of: IO[bytes]) -> tuple[int, int, int]:
    mark, kind, word, number = _HEAD.unpack(whole(of, _HEAD.size))
    if mark != _MARK:
        raise EndedError
    return kind, word, number


def _send(to: IO[bytes], kind: int, word: int, number: int, content: bytes) -> None:
    to.write(_HEAD.pack(_MARK, kind, word, number) + content)
    to.flush()
