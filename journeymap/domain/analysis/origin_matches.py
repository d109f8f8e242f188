"""Which row of an as-is each row of a to-be may come from: proposed to a person, never taken over silently."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from journeymap.domain.analysis.alike_moments import alike_pairs
from journeymap.domain.analysis.near_duplicates import LIKENESS
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Remove, Set
from journeymap.domain.model.rows import Channel, Episode, Origin
from journeymap.domain.text.normalize import plain


class Why(StrEnum):
    """Why a row is proposed: it says so, it has the same id, it says the same, or it is alike."""

    ORIGIN = "origin"
    ID = "id"
    SAME = "same"
    ALIKE = "alike"


@dataclass(frozen=True, slots=True)
class OriginMatch:
    """A to-be row, and the as-is row it may come from ("": none was found). `likeness` runs from 0 to 1."""

    table: str
    to_be: str
    as_is: str
    why: Why | None = None
    likeness: float = 1.0

    @property
    def sure(self) -> bool:
        """Whether it is ticked when the review begins: nothing that is only alike is."""
        return self.why in (Why.ORIGIN, Why.ID, Why.SAME)


def origin_matches(as_is: Journey, to_be: Journey) -> tuple[OriginMatch, ...]:
    """A proposal, or several, for every episode, channel and moment of the to-be, in its order."""
    episodes = _named(as_is.episodes, to_be.episodes, "episodes")
    channels = _named(as_is.channels, to_be.channels, "channels")
    return (*episodes, *channels, *_moments(as_is, to_be, {**_pairs(episodes), **_pairs(channels)}))


def link_changes(to_be: Journey, reviewed: Sequence[OriginMatch], new_id: "Iterator[str]") -> list[Change]:
    """What makes the origins of the to-be as they were reviewed; a row whose match has no as-is row comes from none.

    An origin that nobody reviewed, for it names a row of another as-is, stays. Errors: KeyError.
    """
    wanted: dict[tuple[str, str], list[str]] = {}
    for match in reviewed:
        found = wanted.setdefault((match.table, match.to_be), [])
        if not match.as_is and match.why is None:
            del wanted[match.table, match.to_be]
        elif match.as_is and match.as_is not in found:
            found.append(match.as_is)
    changes: list[Change] = []
    for (table, row_id), origins in wanted.items():
        row = to_be.tables[table][row_id]
        if row.origin != (first := origins[0] if origins else None):
            changes.append(Set(table=table, id=row_id, field="origin", value=first))
        if table == "moments":
            changes += _further(to_be, row_id, origins[1:], new_id)
    return changes


def linked(to_be: Journey, reviewed: Sequence[OriginMatch]) -> Journey:
    """The to-be with these origins, to look at: nothing is written."""
    return perform(to_be, link_changes(to_be, reviewed, (f"further-{n}" for n in range(len(reviewed)))))[0]


def _further(to_be: Journey, moment: str, wanted: Sequence[str], new_id: "Iterator[str]") -> Iterator[Change]:
    """The further origins of a moment: those that are wanted and no others."""
    there = {to_be.get(Origin, one).as_is: one for one in to_be.siblings("origins", moment)}
    yield from (Remove(table="origins", id=row) for as_is, row in there.items() if as_is not in wanted)
    for as_is in wanted:
        if as_is not in there:
            yield Add(table="origins", id=next(new_id), parent=moment, values={"as_is": as_is})


def _named(
    before: Sequence[Episode] | Sequence[Channel], after: Sequence[Episode] | Sequence[Channel], table: str
) -> list[OriginMatch]:
    """Episodes and channels: by origin, by id, by their name, then by a name that is alike."""
    known = {row.id for row in before}
    names = {plain(row.called): row.id for row in reversed(before)}
    found: list[OriginMatch] = []
    for row in after:
        if row.origin in known:
            found.append(OriginMatch(table, row.id, row.origin or "", Why.ORIGIN))
        elif row.id in known:
            found.append(OriginMatch(table, row.id, row.id, Why.ID))
        elif (same := names.get(plain(row.called))) is not None:
            found.append(OriginMatch(table, row.id, same, Why.SAME))
        else:
            found.append(OriginMatch(table, row.id, ""))
    taken = {match.as_is for match in found}
    left = [row for row in before if row.id not in taken]
    return [match if match.why else _alike_name(match, left, after[n].called) for n, match in enumerate(found)]


def _alike_name(match: OriginMatch, left: Sequence[Episode | Channel], name: str) -> OriginMatch:
    scores = [(fuzz.token_sort_ratio(plain(name), plain(row.called)) / 100, row.id) for row in left]
    score, row_id = max(scores, default=(0.0, ""))
    return OriginMatch(match.table, match.to_be, row_id, Why.ALIKE, round(score, 2)) if score >= LIKENESS else match


def _pairs(found: Sequence[OriginMatch]) -> dict[str, str]:
    return {match.to_be: match.as_is for match in found if match.as_is}


def _moments(as_is: Journey, to_be: Journey, above: Mapping[str, str]) -> list[OriginMatch]:
    known = as_is.tables["moments"]
    found: dict[str, list[OriginMatch]] = {}
    for moment in to_be.moments:
        origins = [one for one in to_be.origins_of(moment.id) if one in known]
        if origins:
            found[moment.id] = [OriginMatch("moments", moment.id, one, Why.ORIGIN) for one in origins]
        elif moment.id in known:
            found[moment.id] = [OriginMatch("moments", moment.id, moment.id, Why.ID)]
    taken = {match.as_is for matches in found.values() for match in matches}
    before = [moment for moment in as_is.moments if moment.id not in taken]
    after = [moment for moment in to_be.moments if moment.id not in found]
    for score, i, j in alike_pairs(as_is, to_be, before, after, above):
        why = Why.SAME if plain(before[j].text) == plain(after[i].text) else Why.ALIKE
        found[after[i].id] = [OriginMatch("moments", after[i].id, before[j].id, why, round(score, 2))]
    return [one for m in to_be.moments for one in found.get(m.id, [OriginMatch("moments", m.id, "")])]
