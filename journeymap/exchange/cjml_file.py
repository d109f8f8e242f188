"""CJML 2.0, SINTEF's Customer Journey Modelling Language, read leniently: no entities, loose ids, unescaped signs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from journeymap.domain.model import limits
from journeymap.domain.text.errors import invalid
from journeymap.exchange.file_position import Sentence, shown
from journeymap.exchange.import_choices import Layout
from journeymap.exchange.table import Facts, RowUnit, Table

HEADER = ("Phase", "Touchpoint", "Channel", "Experience rating", "Comment", "Backstage step", "Team")
_TARGETS = dict(
    zip(HEADER, ("episode", "moment", "channels", "felt_valence", "notes", "backstage", "team"), strict=True)
)
_POINT = re.compile(r"(?:planned|actual)?(?:communicationpoint|action)", re.IGNORECASE)
_JOURNEY = re.compile(r"(?:planned|actual)?journey", re.IGNORECASE)
_BARE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)")
_LESS = re.compile(r"<(?![/!?A-Za-z])")


def is_cjml(text: str) -> bool:
    """Whether a text is CJML."""
    return re.search(r"<(?:\w+:)?CJML\b", text[:4_000]) is not None


def table_of_cjml(text: str, journey: str = "") -> Table:
    """The touchpoints of a journey of the file: the one of this name, or the first. Errors: Refusal."""
    top = _parsed(text)
    found = {_name(one, n): one for n, one in enumerate(_all(top, _JOURNEY), 1)}
    if not found:
        raise invalid("data-no-steps", kind="CJML")
    chosen = journey if journey in found else next(iter(found))
    return _CjmlJourney(found[chosen]).table(chosen, tuple(found))


def _parsed(text: str) -> Element:
    for one in (text, _LESS.sub("&lt;", _BARE.sub("&amp;", text))):
        try:
            return fromstring(one.lstrip("\ufeff \t\r\n"), forbid_dtd=True)
        except DefusedXmlException:
            raise invalid("xml-entities") from None
        except (ParseError, ValueError) as why:
            line = why.position[0] if isinstance(why, ParseError) else 1
            where = line
    raise invalid("xml-broken", line=str(where))


def _tag(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _all(top: Element, name: re.Pattern[str]) -> Iterator[Element]:
    return (one for one in top.iter() if name.fullmatch(_tag(one)))


def _text(top: Element | None, name: str) -> str:
    """The text of the first element of this name below, or nothing."""
    for one in top.iter() if top is not None else ():
        if _tag(one).casefold() == name.casefold():
            return " ".join("".join(one.itertext()).split())
    return ""


def _first(top: Element, name: str) -> Element | None:
    return next((one for one in top.iter() if _tag(one).casefold() == name.casefold()), None)


def _name(journey: Element, n: int) -> str:
    return _text(journey, "journeyTitle") or _text(journey, "journeyID") or f"{_tag(journey)} {n}"


def _attribute(element: Element | None, *names: str) -> str:
    found = {
        key.rpartition("}")[2].casefold(): value.strip()
        for key, value in (element.attrib if element is not None else {}).items()
    }
    return next((found[name] for name in names if found.get(name)), "")


@dataclass(slots=True)
class _CjmlJourney:
    top: Element

    def table(self, name: str, names: tuple[str, ...]) -> Table:
        """Its touchpoints with the customer, and what the others do below them."""
        actors, customers = self._actors()
        phases = {
            _attribute(one, "phaseid"): _text(one, "phaseName") for one in _all(self.top, re.compile("journeyPhase"))
        }
        rows: list[tuple[str, ...]] = []
        numbers: list[int] = []
        notes: list[Sentence] = []
        for n, point in enumerate(_all(self.top, _POINT), 1):
            if n > limits.ROWS["moments"]:
                raise invalid("table-too-many-rows", most=limits.ROWS["moments"])
            row = self._row(point, actors, customers, phases)
            if not row[1] and rows:  # what others do stands below the touchpoint before it
                row = ("", "", "", "", *row[4:])
            rows.append(row)
            numbers.append(n)
            if _text(point, "touchpointID").upper().startswith("D"):
                notes.append(Sentence("exchange-note-deviation", {"moment": shown(row[1] or row[5])}))
        if not rows:
            raise invalid("data-no-steps", kind="CJML")
        said = {
            "title": _text(self.top, "journeyTitle"),
            "persona": next((actors[c] for c in customers if actors[c] != c), ""),
        }
        facts = Facts(
            kind="cjml",
            layout=Layout.OUTLINE,
            layouts=(Layout.OUTLINE,),
            sheet=name,
            sheets=names if len(names) > 1 else (),
            counted=RowUnit.ITEM,
            said={key: value for key, value in said.items() if value},
            targets=_TARGETS,
            notes=tuple(notes),
        )
        return Table(HEADER, tuple(rows), numbers=tuple(numbers), facts=facts)

    def _actors(self) -> tuple[dict[str, str], list[str]]:
        """What the actors are called, by id, and which of them are customers: where none is, whoever begins."""
        actors: dict[str, str] = {}
        customers: list[str] = []
        for one in self.top.iter():
            kind = _tag(one).casefold()
            if kind in ("enduser", "serviceprovider", "actor"):
                actor = _attribute(one, "actorid", "actoridref", "id")
                named = next(
                    filter(None, (_text(one, name) for name in ("actorName", "companyName", "name", "title"))), ""
                )
                actors[actor] = named or actors.get(actor) or actor
                customers += [actor] if kind == "enduser" and actor not in customers else []
        if not customers and (first := next(_all(self.top, _POINT), None)) is not None:
            customers = [self._side(first, "initiator")[0]]
            actors.setdefault(customers[0], customers[0])
        return actors, customers

    def _side(self, point: Element, side: str) -> tuple[str, str]:
        """The actor on one side of a touchpoint, and what it is called there."""
        found = _first(point, side)
        refers = _first(found, "refersTo") if found is not None else None
        return _attribute(refers, "actoridref", "actorid"), _text(found, f"{side}Label")

    def _row(
        self, point: Element, actors: dict[str, str], customers: list[str], phases: dict[str, str]
    ) -> tuple[str, ...]:
        (sender, sent), (receiver, received) = self._side(point, "initiator"), self._side(point, "receiver")
        phase = _attribute(_first(point, "belongsTo"), "phaseidref", "phaseid")
        mine = sender in customers or receiver in customers or not (sender or receiver)
        text = sent if sender in customers or not received else received
        experience = _text(point, "experienceDescription")
        comment = "\n".join(filter(None, (_text(point, "comment"), experience)))
        channel = _text(point, "channelName") or _text(point, "channel")
        step = "" if mine else sent or received
        team = actors.get(sender, sender) if sender not in customers else ""
        if (
            mine
            and receiver in customers
            and sender not in customers
            and sent
            and sent.casefold() not in ("sending", text.casefold())
        ):
            step = sent
        return (
            phases.get(phase, phase),
            (text or _text(point, "message") or channel) if mine else "",
            channel if mine else "",
            _text(point, "experienceRating"),
            comment,
            step,
            team if step else "",
        )
