"""The findings of a whole backlog: those of each story, and those that only show beside the others."""

from collections.abc import Hashable, Mapping, Sequence

from journeymap.domain.analysis.story_rows import StoryRows
from journeymap.domain.model.journey import Journey
from journeymap.domain.text.normalize import plain
from journeymap.domain.text.story_patterns import OURS, StoryPatterns
from journeymap.exchange.backlog.user_stories import Epic
from journeymap.exchange.story_findings.finding_kinds import FindingKind, PutAside, StoryFinding, StoryFindings
from journeymap.exchange.story_findings.one_story import ReadStory, StoryReader, shown

_KINDS = list(FindingKind)


def story_findings(journey: Journey, epics: Sequence[Epic], patterns: StoryPatterns = OURS) -> StoryFindings:
    """What is found in these stories of the map, in the order of the kinds; proposals are worded by `patterns`."""
    reader = StoryReader(journey, patterns)
    read = [reader.read(story) for epic in epics for story in epic.stories]
    found: dict[str, list[StoryFinding]] = {one.story.id: list(reader.findings(one)) for one in read}
    for beside in (_uniform(read), _unique(journey, read)):
        for story, finding in beside.items():
            found[story].append(finding)
    for findings in found.values():
        findings.sort(key=lambda finding: _KINDS.index(finding.kind))
    shared = () if journey.persona or not read else (StoryFinding(FindingKind.WELL_FORMED, "no-persona"),)
    return StoryFindings({story: tuple(findings) for story, findings in found.items() if findings}, shared)


def without_asides(
    journey: Journey, epics: Sequence[Epic], found: StoryFindings
) -> tuple[StoryFindings, Mapping[str, Sequence[PutAside]]]:
    """The findings that nobody put aside, and those that somebody did, by the id of their story.

    One that is about something else than when it was put aside is back.
    """
    asides = StoryRows(journey).asides
    left, aside = dict(found.by_story), {}
    for story in (story for epic in epics for story in epic.stories if story.row in asides):
        why = {(one.rule, one.about): one.reason for one in asides[story.row]}
        there = found.of(story.id)
        put = [PutAside(one, why[one.rule, one.about]) for one in there if (one.rule, one.about) in why]
        if put:
            aside[story.id] = put
            left[story.id] = tuple(one for one in there if (one.rule, one.about) not in why)
    return StoryFindings({story: findings for story, findings in left.items() if findings}, found.of_all), aside


def _uniform(read: Sequence[ReadStory]) -> dict[str, StoryFinding]:
    """The stories that stay neutral while others say “I want to …, so that I …”, as far as nobody wrote them."""
    made = [one for one in read if not one.written]
    if not any(one.sentence.certain for one in made):
        return {}
    found = {}
    for one in made:
        if not one.sentence.wish_certain:
            found[one.story.id] = StoryFinding(FindingKind.UNIFORM, "neutral-wish", (("text", shown(one.wish)),))
        elif not one.sentence.needs_certain:
            needs = shown("; ".join(one.needs))
            found[one.story.id] = StoryFinding(FindingKind.UNIFORM, "neutral-need", (("text", needs),))
    return found


def _unique(journey: Journey, read: Sequence[ReadStory]) -> dict[str, StoryFinding]:
    """The stories that say what another one says, or serve the same needs in the same channels."""
    named = {one.story.id: _text(one) for one in read}
    texts = _alike({story: plain(text) for story, text in named.items()})
    served = {one.story.id: _served(journey, one) for one in read}
    needs = _alike({story: key for story, key in served.items() if key is not None})
    titles = {story: shown(text) for story, text in named.items()}
    found = {}
    for story, title in titles.items():
        if story in texts:
            found[story] = StoryFinding(FindingKind.UNIQUE, "same-text", (("other", titles[texts[story]]),))
        elif story in needs:
            values = (("text", title), ("other", titles[needs[story]]))
            found[story] = StoryFinding(FindingKind.UNIQUE, "same-needs", values)
    return found


def _text(one: ReadStory) -> str:
    """What a story is called by: its moment, as long as it is about the whole of it."""
    return one.moment.text if one.moment and not one.story.part else one.story.title


def _served(journey: Journey, one: ReadStory) -> Hashable | None:
    there = journey.channels_of(one.moment.id) if one.moment else ()
    channels = frozenset(channel.id for channel in there if channel.name in one.story.channels)
    return (frozenset(map(plain, one.needs)), channels) if one.needs and channels else None


def _alike(keys: Mapping[str, Hashable]) -> dict[str, str]:
    """Each of several that are alike, with the first of the others."""
    groups: dict[Hashable, list[str]] = {}
    for moment, key in keys.items():
        groups.setdefault(key, []).append(moment)
    return {
        one: group[1] if one == group[0] else group[0] for group in groups.values() if len(group) > 1 for one in group
    }
