"""User stories: every to-be micro-moment as work for a team; an episode is its epic.

A story says where it comes from: what it replaces, what hurt there, and why we believe it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import Any

from journeymap.domain.analysis.comparison.compare import Comparison, compare
from journeymap.domain.analysis.comparison.differences import added_up
from journeymap.domain.analysis.comparison.matches import Disposition, Fate
from journeymap.domain.analysis.story_rows import StoryRows
from journeymap.domain.model.emotions import nearest
from journeymap.domain.model.field_rules import lines_of_story
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import (
    Communication,
    Episode,
    Evidenced,
    EvidenceStatus,
    Moment,
    Need,
    Story,
    StoryPart,
)
from journeymap.domain.text.catalogue import capital
from journeymap.domain.text.dates import day_said
from journeymap.domain.text.grammar.letters import phrase
from journeymap.domain.text.grammar.reasons import parted
from journeymap.domain.text.grammar.sentence import StorySentence, need_said, story_sentence
from journeymap.domain.text.story_patterns import OURS, StoryPatterns
from journeymap.exchange.backlog.decided_stories import DecidedStories
from journeymap.exchange.backlog.own_channels import is_ours
from journeymap.exchange.backlog.story_changes import Changes
from journeymap.exchange.backlog.story_criteria import Measured, bare, criteria
from journeymap.exchange.backlog.story_messages import channel_of, placed_messages
from journeymap.exchange.backlog.story_outcome import outcome
from journeymap.exchange.backlog.story_priority import Known, prioritised
from journeymap.exchange.backlog.story_slices import Slice, slices
from journeymap.exchange.backlog.story_words import filled
from journeymap.exchange.backlog.user_stories import TITLE, Criterion, Epic, Task, UserStory
from journeymap.exchange.cell_values import details_of
from journeymap.exchange.map_status import LABEL
from journeymap.exchange.sentences import proper_words, shortened, signed, slug, unique, whom, with_about

__all__ = ["TITLE", "Criterion", "Epic", "UserStory", "as_the_map_says", "stable_id", "stories"]

Votes = Mapping[str, int]
"""So many dots, by the id of the moment they are on."""


def stories(
    journey: Journey, as_is: Journey | None = None, *, only_changed: bool = False, identity: str = "",
    standing: str = "", votes: Votes | None = None, patterns: StoryPatterns = OURS,
) -> list[Epic]:  # fmt: skip
    """The stories of a map by episode, in the map's own language; their ids are made with the map's `identity`.

    With the as-is they also tell what they replace; `only_changed` then leaves out the moments that
    stay as they are, and the episodes where nothing changes. Each says its map's `standing` with it; `votes` are the
    dots that everybody may see, by the moments of either map. They are worded by the `patterns` of their language.
    """
    writer = _StoryWriter(journey, as_is, identity, votes or {}, patterns)
    epics = prioritised([writer.epic(episode) for episode in journey.episodes], journey.language, writer.known)
    epics = [_standing(epic, standing) for epic in DecidedStories(writer.rows, journey.language, patterns).over(epics)]
    return with_work(epics) if only_changed else epics


def with_work(epics: Sequence[Epic], also: Collection[str] = ()) -> list[Epic]:
    """What there is to build: the stories that change something, without the epics of which nothing is left.

    `also` are ids of stories and epics that are wanted whatever they change.
    """
    left = [epic.only(lambda story: story.changed or story.id in also) for epic in epics]
    return [epic for epic in left if epic.stories or epic.dropped or epic.left_out or epic.id in also]


def _standing(epic: Epic, standing: str) -> Epic:
    """The epic and its stories, each of which says so, for each is read by itself."""
    if not standing:
        return epic
    told = tuple(replace(one, standing=standing, labels=(*one.labels, LABEL)) for one in epic.stories)
    return replace(epic, standing=standing, labels=(*epic.labels, LABEL), stories=told)


def as_the_map_says(
    journey: Journey, as_is: Journey | None = None, *, identity: str = "", patterns: StoryPatterns = OURS
) -> Mapping[str, UserStory]:  # fmt: skip
    """The stories by their handles, without anything that people wrote in them: what a text of theirs stands beside."""
    writer = _StoryWriter(journey, as_is, identity, {}, patterns)
    return {story.handle: story for episode in journey.episodes for story in writer.epic(episode).stories}


def stable_id(identity: str, row_id: str) -> str:
    """Stable, without spaces, and different for two maps that were made from one template."""
    return f"jm-{blake2b(f'{identity}/{row_id}'.encode(), digest_size=6).hexdigest()}"


class _StoryWriter:
    """Writes the stories of one map."""

    def __init__(
        self, journey: Journey, as_is: Journey | None, identity: str, votes: Votes, patterns: StoryPatterns
    ) -> None:
        self.journey = journey
        self.patterns = patterns
        self.identity = identity or journey.map_id
        self.as_is = as_is
        self.language = journey.language
        self.proper = proper_words(journey)
        self.persona = journey.persona.name if journey.persona else ""
        self.fates: dict[str, list[Fate]] = {}
        self.comparison: Comparison | None = compare(as_is, journey) if as_is else None
        for fate in self.comparison.fates if self.comparison else ():
            for moment in fate.to_be:
                self.fates.setdefault(moment.id, []).append(fate)
        self.changes = Changes(self.comparison, self.language) if self.comparison else None
        self.votes = votes
        self.rows = StoryRows(journey)
        self.known: dict[str, Known] = {}
        in_order = journey.moments
        titles = ["", *(moment.text for moment in in_order), ""]
        self.around = {moment.id: (titles[n], titles[n + 2]) for n, moment in enumerate(in_order)}

    def epic(self, episode: Episode) -> Epic:
        """One episode with its stories."""
        said = placed_messages(self.journey, episode.id)
        moments = self.journey.moments_of(episode.id)
        return Epic(
            id=self._id(episode.id),
            episode_id=episode.id,
            title=shortened(episode.title, TITLE),
            targeted=self._feels(episode.targeted_valence, episode.targeted_label),
            communications=tuple(map(self._communication, said.get("", ()))),
            stories=tuple(self._stories(episode, moments, said)),
            dropped=self._dropped(episode),
            labels=(self._id(episode.id), *_label("episode", episode.title)),
        )

    def _stories(
        self, episode: Episode, moments: Iterable[Moment], said: Mapping[str, Sequence[Communication]]
    ) -> Iterator[UserStory]:
        """Those of its moments, each with its parts, then those that were added by hand."""
        for moment in moments:
            parts = self.rows.parts.get(moment.id, ())
            for one in slices(self.journey, moment, self.rows.wholes.get(moment.id), parts):
                yield self.story(episode, moment, said.get(moment.id, ()) if one.rest else (), one)
        for row in self.rows.by_hand.get(episode.id, ()):
            yield self._by_hand(episode, row)

    def _by_hand(self, episode: Episode, row: Story) -> UserStory:
        """One that somebody added: it says what they say, and nothing else is known of it."""
        title = row.title or row.sentence or "…"
        sentence = self._sentence(title, ())
        unknown: dict[str, Any] = dict.fromkeys(_UNKNOWN, ())
        return UserStory(
            **unknown,
            id=self._id(row.id),
            moment_id="",
            epic_id=self._id(episode.id),
            episode=episode.title,
            title=shortened(title, TITLE),
            sentence=sentence.text,
            disposition=None,
            moment_of_truth=False,
            optional=False,
            labels=unique([self._id(row.id), *_label("episode", episode.title)]),
            persona=whom(self.journey.persona) if self.journey.persona else "",
            row=row.id,
        )

    def story(self, episode: Episode, moment: Moment, messages: Sequence[Communication], of: Slice) -> UserStory:
        """A micro-moment, or a part of one, as a story, with what is said at it."""
        row_id = moment.id if of.rest or of.row is None else of.row.id
        needs = tuple(need.text for need in of.needs)
        channels = tuple(channel.name for channel in of.channels)
        sources = self.changes.sources(moment) if self.changes else ()
        wish = (
            moment.text
            if of.rest
            else (of.row and of.row.part == "hand" and of.row.title) or parted(moment.text, self.language)[0]
        )
        sentence = self._sentence(wish, needs)
        steps = self.journey.backstage_of(moment.id) if of.rest else ()
        measured = self._measured(moment, sentence, messages, of)
        tests = criteria(measured, self.language, self.patterns) if not _is_said(of) else ()
        aim = self.journey.targeted_of(moment)
        felt = [source.felt_valence for source in sources if source.felt_valence is not None]
        title = shortened(self._title(moment, of), TITLE)
        asked = shortened(moment.text, TITLE)
        outcomes = outcome(asked, aim, felt, self.language, self.patterns) if of.rest else ""
        before, after = self.around[moment.id]
        story = UserStory(
            id=self._id(row_id),
            moment_id=moment.id,
            epic_id=self._id(episode.id),
            episode=episode.title,
            title=title,
            sentence=sentence.text,
            needs=needs,
            criteria=tuple([one.text for one in tests]),
            channels=channels,
            disposition=self._disposition(moment),
            replaces=self.changes.replaced(moment) if self.changes else (),
            pain_points=self._pain_points(moment, sources),
            evidence=self._evidence(moment, sources, of.needs),
            backstage=tuple(with_about(step.text, (step.team, step.system)) for step in steps),
            moment_of_truth=moment.moment_of_truth,
            optional=moment.optional,
            labels=self._labels(row_id, episode, moment, channels),
            hints=self._hints(sentence.reasons, channels, moment, of),
            details=tuple(details_of(self.journey, moment, lines_of_story())),
            persona=whom(self.journey.persona) if self.journey.persona else "",
            changes=self.changes.of(moment) if self.changes else (),
            before=before,
            after=after,
            origins=tuple(source.id for source in sources),
            targeted=self._feels(*aim),
            messages=tuple(map(self._communication, messages)),
            tests=tests,
            outcomes=(outcomes,) if outcomes else (),
            votes=self._votes(moment, sources),
            row=of.row.id if of.row else "",
            part=_part(of),
            moments=(moment.id,),
            tasks=tuple(Task(self._id(step.id), step.text, step.team, step.system) for step in steps),
        )
        self.known[story.id] = Known(
            truth=moment.moment_of_truth,
            votes=story.votes or 0,
            felt=sum(felt) / len(felt) if felt else moment.felt_valence,
            aimed=aim[0],
            pains=len(story.pain_points),
            known_needs=sum(need.evidence_status is not EvidenceStatus.ASSUMED for need in of.needs),
        )
        return story

    def _title(self, moment: Moment, of: Slice) -> str:
        return self._say("part-title", moment=moment.text, part=of.name) if of.name else moment.text

    def _say(self, key: str, **values: str) -> str:
        return filled(key, self.language, **values)

    def _id(self, row_id: str) -> str:
        return stable_id(self.identity, row_id)

    def _sentence(self, wish: str, needs: Sequence[str]) -> StorySentence:
        return story_sentence(
            wish, needs, self.language, persona=self.persona, proper=self.proper, patterns=self.patterns
        )

    def _measured(
        self, moment: Moment, sentence: StorySentence, messages: Sequence[Communication], of: Slice
    ) -> Measured:
        sources = self.changes.sources(moment) if self.changes else ()
        steps = self.changes.steps(moment) if self.changes else self.journey.backstage_of(moment.id)
        return Measured(
            title=moment.text,
            wish=sentence.wish,
            minutes=moment.minutes if of.rest else None,
            waiting=moment.waiting_minutes if of.rest else None,
            minutes_today=added_up(sources, "minutes") if sources else None,
            waiting_today=added_up(sources, "waiting_minutes") if sources else None,
            channels=tuple([one.name for one in of.channels if is_ours(one)]),
            needs=tuple([(bare(need), self._need(need)) for need in sentence.reasons]),
            steps=tuple(steps) if of.rest else (),
            messages=tuple([(said, one.name) for said in messages if (one := channel_of(self.journey, said))]),
        )

    def _need(self, need: str) -> str:
        return capital(need_said(need, self.language, persona=self.persona, proper=self.proper))

    def _votes(self, moment: Moment, sources: Sequence[Moment]) -> int | None:
        """The dots on it and on what it comes from: a to-be that is begun anew has none of its own."""
        found = [self.votes[one] for one in dict.fromkeys([moment.id, *(s.id for s in sources)]) if one in self.votes]
        return sum(found) if found else None

    def _communication(self, communication: Communication) -> str:
        known = channel_of(self.journey, communication)
        about = ", ".join(filter(None, [communication.tone, known.name if known else ""]))
        return self._say("message-about", text=communication.text, about=about) if about else f"“{communication.text}”"

    def _feels(self, valence: float | None, label: str) -> str:
        """“confident (+2)”, or as much of it as is known."""
        if valence is None:
            return phrase(label)
        word = label or nearest(valence).text(self.language)
        return f"{phrase(word)} ({signed(valence, self.language)})"

    # Where it comes from

    def _disposition(self, moment: Moment) -> Disposition | None:
        found = [fate.disposition for fate in self.fates.get(moment.id, [])]
        return next((d for d in (Disposition.MERGED, Disposition.SPLIT) if d in found), found[0] if found else None)

    def _pain_points(self, moment: Moment, sources: Sequence[Moment]) -> tuple[str, ...]:
        of_as_is = [p.text for s in sources if self.as_is for p in self.as_is.pain_points_of(s.id)]
        return unique([*of_as_is, *(p.text for p in self.journey.pain_points_of(moment.id))])

    def _evidence(self, moment: Moment, sources: Sequence[Moment], needs: Sequence[Need]) -> tuple[str, ...]:
        rows: list[Evidenced] = [*sources, moment, *needs]
        return unique(self._proof(row) for row in rows if row.evidence_status is not EvidenceStatus.ASSUMED)

    def _proof(self, row: Evidenced) -> str:
        who = ", ".join(
            filter(
                None,
                [
                    row.evidence_by,
                    day_said(row.evidence_on, self.language) if row.evidence_on else "",
                    row.evidence_source,
                ],
            )
        )
        key = f"evidence-{row.evidence_status}"
        return self._say(f"{key}-by", text=row.called, who=who) if who else self._say(key, text=row.called)

    def _dropped(self, episode: Episode) -> tuple[str, ...]:
        """As-is moments that are gone, with the episode that took over from theirs, or the one before it."""
        if self.as_is is None or self.comparison is None:
            return ()
        heirs = {e.origin or e.id: e.id for e in reversed(self.journey.episodes)}
        first = self.journey.episodes[0].id
        place: dict[str, str] = {}
        for as_is_episode in self.as_is.episodes:
            first = place[as_is_episode.id] = heirs.get(as_is_episode.id, first)
        gone = [f.as_is for f in self.comparison.fates if f.disposition is Disposition.REMOVED and f.as_is]
        return tuple(moment.text for moment in gone if place[moment.parent or ""] == episode.id)

    def _labels(self, row_id: str, episode: Episode, moment: Moment, channels: Sequence[str]) -> tuple[str, ...]:
        truth = ("moment-of-truth",) if moment.moment_of_truth else ()
        named = [label for channel in channels for label in _label("channel", channel)]
        return unique([self._id(row_id), *_label("episode", episode.title), *named, *truth])

    def _hints(self, needs: Sequence[str], channels: Sequence[str], moment: Moment, of: Slice) -> tuple[str, ...]:
        if of.gone:
            return (self._say("hint-part-gone"),)
        if _is_said(of):
            return ()
        lacking = {
            "no-need": not needs,
            "no-channel": not channels,
            "no-aim": not self._feels(*self.journey.targeted_of(moment)),
        }
        return tuple(self._say(f"hint-{name}") for name, lacks in lacking.items() if lacks)


def _label(kind: str, text: str) -> tuple[str, ...]:
    """A label without spaces, for trackers that allow none."""
    return (f"{kind}-{found}",) if (found := slug(text, 40)) else ()


def _part(of: Slice) -> StoryPart:
    """What kind of part it is; a second row about the whole of a moment is one by hand."""
    return "" if of.rest or of.row is None else of.row.part or "hand"


def _is_said(of: Slice) -> bool:
    """Whether it is for nothing that the map knows of: only for what somebody says."""
    return not of.rest and not of.needs and not of.channels


_UNKNOWN = (*("needs", "criteria", "channels", "replaces", "pain_points", "evidence", "backstage", "hints"),)
"""What is not known of a story that was added by hand."""
