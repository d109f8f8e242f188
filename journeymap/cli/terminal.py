"""How the command line speaks: a text of the catalogue on standard output, a refusal in one sentence on the other."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from journeymap.domain.text.catalogue import FALLBACK, Value, say
from journeymap.domain.text.errors import Refusal
from journeymap.settings import PREFIX


def tongue() -> str:
    """The language to speak, also where the settings cannot be read."""
    return os.environ.get(f"{PREFIX}LANGUAGE", "").strip() or FALLBACK


def text(key: str, **values: Value) -> str:
    """This text of the catalogue, in the language spoken here."""
    return say(key, tongue(), **values)


def tell(key: str, **values: Value) -> None:
    """Say this text of the catalogue."""
    show(text(key, **values))


def show(line: str) -> None:
    """Print a line as it is."""
    print(line, flush=True)


def columns(rows: Sequence[Sequence[str]]) -> None:
    """Print rows of words below one another."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        show("  ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)).rstrip())


def complain(sentence: str) -> None:
    """Say on the other stream why something was not done."""
    print(sentence, file=sys.stderr, flush=True)


@contextmanager
def refusals_told() -> Iterator[None]:
    """A refusal becomes its sentence and exit code 1; a person has no use for a traceback."""
    try:
        yield
    except Refusal as refusal:
        complain(refusal.reason(tongue()))
        raise SystemExit(1) from None
    except BrokenPipeError:
        # The reader has gone (`journeymap maps | head`): nothing more to say, and nothing to flush at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None
