"""Everything a map can be taken away as: one registry for the screens, the API and the command line."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from journeymap.domain.errors import Term, invalid
from journeymap.domain.journey import Journey
from journeymap.exchange.csv_out import map_csv, stories_csv
from journeymap.exchange.document import to_bytes
from journeymap.exchange.markdown import stories_markdown
from journeymap.exchange.places import shown
from journeymap.exchange.stories import Epic, stories
from journeymap.exchange.wording import slug


class Render(Protocol):
    """Makes the file. Only stories look at the as-is, and can leave out the moments that stay as they are."""

    def __call__(self, journey: Journey, as_is: Journey | None = None, only_changed: bool = False) -> bytes:
        """The file of this journey."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way to take a map away. `label` is a key of the catalogue, `suffix` begins with a dot.

    `of_stories`: it holds the stories, which tell more when the as-is comes along.
    """

    name: str
    label: Term
    media_type: str
    suffix: str
    render: Render
    of_stories: bool = False


def _of_map(write: Callable[[Journey], bytes]) -> Render:
    def render(journey: Journey, as_is: Journey | None = None, only_changed: bool = False) -> bytes:
        del as_is, only_changed
        return write(journey)

    return render


def _of_stories(write: Callable[[Journey, Sequence[Epic]], bytes]) -> Render:
    def render(journey: Journey, as_is: Journey | None = None, only_changed: bool = False) -> bytes:
        return write(journey, stories(journey, as_is, only_changed=only_changed))

    return render


def _markdown(journey: Journey, epics: Sequence[Epic]) -> bytes:
    return stories_markdown(journey, epics).encode()


def _graphml(journey: Journey) -> bytes:
    from journeymap.graph.network import graphml  # noqa: PLC0415 - half a second that only this format should cost

    return graphml(journey)


_CSV = "text/csv; charset=utf-8"

FORMATS: Mapping[str, Format] = {
    name: Format(name, Term(f"exchange-format-{name}"), media_type, suffix, render, name.startswith("stories"))
    for name, media_type, suffix, render in (
        ("json", "application/json", ".json", _of_map(to_bytes)),
        ("map-csv", _CSV, ".csv", _of_map(map_csv)),
        ("stories-markdown", "text/markdown; charset=utf-8", ".md", _of_stories(_markdown)),
        ("stories-csv", _CSV, ".csv", _of_stories(stories_csv)),
        ("stories-tracker-csv", _CSV, ".csv", _of_stories(partial(stories_csv, flavour="tracker"))),
        ("graphml", "application/graphml+xml", ".graphml", _of_map(_graphml)),
    )
}

_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}


def format_named(name: str) -> Format:
    """The format of this name. Errors: Refusal that names those there are."""
    if name not in FORMATS:
        raise invalid("no-such-format", name=shown(name), names=", ".join(FORMATS))
    return FORMATS[name]


def file_name(title: str, format_: Format | str) -> str:
    """A name for the file that every system takes: from the title, without signs, not too long."""
    chosen = format_named(format_) if isinstance(format_, str) else format_
    stem = slug(title, 80) or "map"
    if stem in _RESERVED:
        stem = f"map-{stem}"
    return f"{stem}{'-stories' if chosen.of_stories else ''}{chosen.suffix}"
