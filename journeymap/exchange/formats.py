"""Everything that can be taken away: one registry for the screens, the API and the command line.

A format is one line in `FORMATS` and two texts in each language: `exchange-format-NAME`, what it is called, and
`exchange-format-NAME-about`, what it is good for.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any

from journeymap.domain.model.rows import GraphView
from journeymap.domain.text.catalogue import say
from journeymap.domain.text.errors import Term, invalid
from journeymap.exchange import graph_files
from journeymap.exchange.comparison_files import comparison_csv, comparison_xlsx
from journeymap.exchange.csv_files import Flavour, map_csv, stories_csv
from journeymap.exchange.document import to_bytes
from journeymap.exchange.file_names import stem
from journeymap.exchange.file_position import shown
from journeymap.exchange.markdown import stories_markdown
from journeymap.exchange.pack.files import pack_pdf, pack_png, pack_pptx
from journeymap.exchange.poster import poster_bytes
from journeymap.exchange.stories import Epic, stories
from journeymap.exchange.summary import summary_bytes
from journeymap.exchange.trackers.profiles import PROFILES
from journeymap.exchange.trackers.work_items import Work, work_of
from journeymap.exchange.wishes import MapWish


class Takes(StrEnum):
    """What a format holds: a map, its stories, a view of its graph, a page or a table of a comparison, a workshop."""

    MAP = "map"
    STORIES = "stories"
    GRAPH = "graph"
    PACK = "pack"
    COMPARISON = "comparison"
    WORKSHOP = "workshop"


OF_A_MAP = (Takes.MAP, Takes.STORIES, Takes.GRAPH)
"""What can be taken of any single map."""

OF_A_PAIR = (Takes.PACK, Takes.COMPARISON)
"""What can be taken of a to-be that has its as-is."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way to take something away.

    `name` is what it is called in addresses and on the command line, its last word the kind of file; `suffix`
    begins with a dot. `render` makes the file from a `MapWish`, or from a `SummaryWish` where it takes a workshop.
    `slow`: it takes a processor for seconds, so few are made at once. `limits` is the key of what to know of the
    importer that it is for, `most` how many items that takes at once, and `parts` the name of the format that has the
    same in several files of so many; "" and 0 where there is nothing to know.
    """

    name: str
    takes: Takes
    media_type: str
    suffix: str
    render: Callable[[Any], bytes]
    slow: bool = False
    limits: str = ""
    most: int = 0
    parts: str = ""

    @property
    def label(self) -> Term:
        """The key of what a person calls it."""
        return Term(f"exchange-format-{self.name}")

    @property
    def about(self) -> Term:
        """The key of the sentence that says what it is good for."""
        return Term(f"exchange-format-{self.name}-about")

    @property
    def mark(self) -> str:
        """What its file's name says after the title: `stories-tracker`; nothing for a whole map."""
        if self.takes is Takes.GRAPH:
            return self.takes.value
        return "-".join(word for word in self.name.split("-")[:-1] if word != Takes.MAP)


def _map_csv(wish: MapWish) -> bytes:
    return map_csv(wish.journey, wish.standing.warning(wish.journey.language))


def _json(wish: MapWish) -> bytes:
    return to_bytes(
        wish.journey, identity=wish.identity, designed_from=wish.designed_from, portrait=wish.portrait,
        standing=wish.standing.told(wish.journey.language),
    )  # fmt: skip


def _of_stories(write: Callable[[Work], bytes]) -> Callable[[MapWish], bytes]:
    return lambda wish: write(_work(wish))


def _work(wish: MapWish) -> Work:
    """What there is to build, or why there is nothing."""
    standing = wish.standing.warning(wish.journey.language)
    epics = wish.epics if wish.epics is not None else stories(
        wish.journey, wish.as_is, only_changed=wish.only_changed, identity=wish.identity, standing=standing,
        votes=wish.votes, patterns=wish.patterns,
    )  # fmt: skip
    return work_of(wish.journey, epics, "" if any(epic.stories for epic in epics) else _nothing(wish, epics))


def _nothing(wish: MapWish, epics: Iterable[Epic]) -> str:
    language = wish.journey.language
    epics = list(epics)
    if any(epic.left_out for epic in epics):
        return say("story-all-left-out", language)
    if not wish.only_changed or wish.as_is is None:
        return say("story-none", language)
    return say("story-only-dropped" if any(epics) else "story-unchanged", language, title=wish.as_is.title)


def _markdown(work: Work) -> bytes:
    return stories_markdown(work.journey, work.epics, work.nothing).encode()


def _stories_csv(work: Work, flavour: Flavour) -> bytes:
    return stories_csv(work.journey, work.epics, flavour)


_CSV = "text/csv; charset=utf-8"
_MARKDOWN = "text/markdown; charset=utf-8"
_HTML = "text/html; charset=utf-8"
_SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_spreadsheet = partial(_stories_csv, flavour="spreadsheet")
_tracker = partial(_stories_csv, flavour="tracker")

FORMATS: dict[str, Format] = {}
"""Every format by its name, in the order in which they are offered."""


def register(formats: Iterable[Format]) -> None:
    """Offer these formats everywhere. Errors: ValueError where two would have one name, or files of one name."""
    for one in formats:
        same = [other.name for other in FORMATS.values() if _file(other) == _file(one)]
        if one.name in FORMATS or same:
            raise ValueError(f"format {one.name}: its name or its file's name is taken by {same or one.name}")
        FORMATS[one.name] = one


def _file(format_: Format) -> tuple[str, str]:
    return format_.mark, format_.suffix


register(
    (
        Format("json", Takes.MAP, "application/json", ".json", _json),
        Format("map-csv", Takes.MAP, _CSV, ".csv", _map_csv),
        Format("stories-markdown", Takes.STORIES, _MARKDOWN, ".md", _of_stories(_markdown)),
        Format("stories-csv", Takes.STORIES, _CSV, ".csv", _of_stories(_spreadsheet)),
        Format("stories-tracker-csv", Takes.STORIES, _CSV, ".csv", _of_stories(_tracker)),
        *(
            Format(
                one.name,
                Takes.STORIES,
                one.media_type,
                one.suffix,
                _of_stories(one.write),
                limits=one.limits,
                most=one.most,
                parts=one.parts,
            )
            for one in PROFILES
        ),
        Format("html", Takes.GRAPH, _HTML, ".html", graph_files.graph_html),
        Format("png", Takes.GRAPH, "image/png", ".png", graph_files.graph_png, slow=True),
        Format("svg", Takes.GRAPH, "image/svg+xml", ".svg", graph_files.graph_svg),
        Format("graphml", Takes.GRAPH, "application/graphml+xml", ".graphml", graph_files.graph_graphml),
        Format("gexf", Takes.GRAPH, "application/gexf+xml", ".gexf", graph_files.graph_gexf),
        Format("pack-pdf", Takes.PACK, "application/pdf", ".pdf", pack_pdf, slow=True),
        Format("pack-pptx", Takes.PACK, _SLIDES, ".pptx", pack_pptx, slow=True),
        Format("pack-png", Takes.PACK, "image/png", ".png", pack_png, slow=True),
        Format("comparison-xlsx", Takes.COMPARISON, _SHEETS, ".xlsx", comparison_xlsx),
        Format("comparison-csv", Takes.COMPARISON, _CSV, ".csv", comparison_csv),
        Format("summary-html", Takes.WORKSHOP, _HTML, ".html", poster_bytes),
        Format("summary-markdown", Takes.WORKSHOP, _MARKDOWN, ".md", summary_bytes),
    )
)


def offered(*takes: Takes) -> list[Format]:
    """The formats that take one of these, in order."""
    return [one for one in FORMATS.values() if one.takes in takes]


def format_named(name: str, *takes: Takes) -> Format:
    """The format of this name that takes one of these (anything of a map). Errors: Refusal with those there are."""
    known = {one.name: one for one in offered(*(takes or OF_A_MAP))}
    if name not in known:
        raise invalid("no-such-format", name=shown(name), names=", ".join(known))
    return known[name]


def file_name(
    title: str,
    format_: Format | str,
    *,
    key: str = "",
    view: str = "",
    only_changed: bool = False,
    alike: bool = False,
) -> str:
    """A name for the file that every system takes, and that no other file of the same map has.

    `key` is the map's own id, of which a piece is said where the title alone would not tell it from others: because
    of what it says, or because another map's is `alike`.
    """
    chosen = FORMATS[format_] if isinstance(format_, str) else format_
    changed = "changed" if only_changed and chosen.takes is Takes.STORIES else ""
    about = (chosen.mark, changed, view if chosen.takes is Takes.GRAPH else "")
    return "-".join(filter(None, (stem(title, key, chosen.takes, alike=alike), *about))) + chosen.suffix


def name_beside(others: Iterable[tuple[str, str]], title: str, format_: Format | str, **how: Any) -> str:
    """The same, in a folder where files of other maps (title and key of each) may lie: none of theirs has it."""
    name = file_name(title, format_, **how)
    return file_name(title, format_, **how | {"alike": True}) if any(name in _names(*one) for one in others) else name


def _names(title: str, key: str) -> set[str]:
    """Every name that a file of this map may have."""
    views = ("", *map(str, GraphView))
    return {
        file_name(title, one, key=key, view=view, only_changed=changed)
        for one in offered(*OF_A_MAP)
        for view in (views if one.takes is Takes.GRAPH else views[:1])
        for changed in ((False, True) if one.takes is Takes.STORIES else (False,))
    }
