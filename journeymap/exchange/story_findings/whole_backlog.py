"""The findings of a whole backlog: those of each story, and those that only show beside the others."""

from collections.abc import Hashable, Mapping, Sequence

from journeymap.domain.model.journey import Journey
from journeymap.domain.text.normalize import plain
from journeymap.domain.text.story_patterns import OURS, StoryPatterns
from journeymap.exchange.backlog.user_stories import Epic
from journeymap.exchange.story_findings.finding_kinds import FindingKind, StoryFinding, StoryFindings
from journeymap.exchange.story_findings.one_story import ReadStory, StoryReader, shown

_KINDS = list(FindingKind)


def story_findings(journey: Journey, epics: Sequence[Epic], patterns: StoryPatterns = OURS) -> StoryFindings:
    """What is found in these stories of the map, in the order of the kinds; proposals are worded by `patterns`."""
    reader = StoryReader(journey, patterns)
    read = [reader.read(story) for epic in epics for story in epic.stories if journey.find("moments", story.moment_id)]
    found: dict[str, list[StoryFinding]] = {one.moment.id: list(reader.findings(one)) for one in read}
    for beside in (_uniform(read), _unique(journey, read)):
        for moment, finding in beside.items():
            found[moment].append(finding)
    for findings in found.values():
        findings.sort(key=lambda finding: _KINDS.index(finding.kind))
    shared = () if journey.persona or not read else (StoryFinding(FindingKind.WELL_FORMED, "no-persona"),)
    return StoryFindings({moment: tuple(findings) for moment, findings in found.items() if findings}, shared)


def _uniform(read: Sequence[ReadStory]) -> dict[str, StoryFinding]:
    """The stories that stay neutral while others say “I want to …, so that I …”."""
    if not any(one.sentence.certain for one in read):
        return {}
    found = {}
    for one in read:
        if not one.sentence.wish_certain:
            found[one.moment.id] = StoryFinding(FindingKind.UNIFORM, "neutral-wish", (("text", shown(one.wish)),))
        elif not one.sentence.needs_certain:
            needs = shown("; ".join(one.needs))
            found[one.moment.id] = StoryFinding(FindingKind.UNIFORM, "neutral-need", (("text", needs),))
    return found


def _unique(journey: Journey, read: Sequence[ReadStory]) -> dict[str, StoryFinding]:
    """The stories that say what another one says, or serve the same needs in the same channels."""
    texts = _alike({one.moment.id: plain(one.moment.text) for one in read})
    served = {one.moment.id: _served(journey, one) for one in read}
    needs = _alike({moment: key for moment, key in served.items() if key is not None})
    titles = {one.moment.id: shown(one.moment.text) for one in read}
    found = {}
    for moment, title in titles.items():
        if moment in texts:
            found[moment] = StoryFinding(FindingKind.UNIQUE, "same-text", (("other", titles[texts[moment]]),))
        elif moment in needs:
            values = (("text", title), ("other", titles[needs[moment]]))
            found[moment] = StoryFinding(FindingKind.UNIQUE, "same-needs", values)
    return found


def _served(journey: Journey, one: ReadStory) -> Hashable | None:
    channels = frozenset(channel.id for channel in journey.channels_of(one.moment.id))
    return (frozenset(map(plain, one.needs)), channels) if one.needs and channels else None


def _alike(keys: Mapping[str, Hashable]) -> dict[str, str]:
    """Each of several that are alike, with the first of the others."""
    groups: dict[Hashable, list[str]] = {}
    for moment, key in keys.items():
        groups.setdefault(key, []).append(moment)
    return {
        one: group[1] if one == group[0] else group[0] for group in groups.values() if len(group) > 1 for one in group
    }
