"""User stories: every to-be micro-moment as work for a team; an episode is its epic.

A story says where it comes from: what it replaces, what hurt there, and why we believe it.
"""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b

from journeymap.domain.analysis.comparison.compare import Comparison, compare
from journeymap.domain.analysis.comparison.matches import Disposition, Fate
from journeymap.domain.model.emotions import nearest
from journeymap.domain.model.field_rules import lines_of_story
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import BackstageStep, Communication, Episode, Evidenced, EvidenceStatus, Moment
from journeymap.domain.text.catalogue import say
from journeymap.domain.text.dates import day_said
from journeymap.domain.text.grammar.letters import phrase
from journeymap.domain.text.grammar.sentence import StorySentence, story_sentence
from journeymap.exchange.backlog.story import Criterion, Epic, UserStory
from journeymap.exchange.cell_values import details_of
from journeymap.exchange.map_status import LABEL
from journeymap.exchange.sentences import persona_name, proper_words, shortened, signed, slug, unique

__all__ = ["TITLE", "Criterion", "Epic", "UserStory", "stories"]

TITLE = 255
"""The longest title that every tracker takes."""


def stories(
    journey: Journey, as_is: Journey | None = None, *, only_changed: bool = False, identity: str = "",
    standing: str = "",
) -> list[Epic]:  # fmt: skip
    """The stories of a map by episode, in the map's own language; their ids are made with the map's `identity`.

    With the as-is they also tell what they replace; `only_changed` then leaves out the moments that
    stay as they are, and the episodes where nothing changes. Each says its map's `standing` with it.
    """
    writer = _StoryWriter(journey, as_is, identity)
    epics = [_standing(writer.epic(episode), standing) for episode in journey.episodes]
    if not only_changed:
        return epics
    left = [epic.only(lambda story: story.changed) for epic in epics]
    return [epic for epic in left if epic.stories or epic.dropped]


def _standing(epic: Epic, standing: str) -> Epic:
    """The epic and its stories, each of which says so, for each is read by itself."""
    if not standing:
        return epic
    told = tuple(replace(one, standing=standing, labels=(*one.labels, LABEL)) for one in epic.stories)
    return replace(epic, standing=standing, labels=(*epic.labels, LABEL), stories=told)


class _StoryWriter:
    """Writes the stories of one map."""

    def __init__(self, journey: Journey, as_is: Journey | None, identity: str) -> None:
        self.journey = journey
        self.identity = identity or journey.map_id
        self.as_is = as_is
        self.language = journey.language
        self.proper = proper_words(journey)
        self.fates: dict[str, list[Fate]] = {}
        self.comparison: Comparison | None = compare(as_is, journey) if as_is else None
        for fate in self.comparison.fates if self.comparison else ():
            for moment in fate.to_be:
                self.fates.setdefault(moment.id, []).append(fate)

    def epic(self, episode: Episode) -> Epic:
        """One episode with its stories."""
        return Epic(
            id=self._id(episode.id),
            episode_id=episode.id,
            title=shortened(episode.title, TITLE),
            targeted=self._feels(episode.targeted_valence, episode.targeted_label),
            communications=tuple(map(self._communication, self.journey.communications_of(episode.id))),
            stories=tuple(self.story(episode, moment) for moment in self.journey.moments_of(episode.id)),
            dropped=self._dropped(episode),
            labels=(self._id(episode.id), *_label("episode", episode.title)),
        )

    def story(self, episode: Episode, moment: Moment) -> UserStory:
        """One micro-moment as a story."""
        needs = tuple(need.text for need in self.journey.needs_of(moment.id))
        channels = tuple(channel.name for channel in self.journey.channels_of(moment.id))
        sources = [fate.as_is for fate in self.fates.get(moment.id, []) if fate.as_is]
        disposition = self._disposition(moment)
        return UserStory(
            id=self._id(moment.id),
            moment_id=moment.id,
            epic_id=self._id(episode.id),
            episode=episode.title,
            title=shortened(moment.text, TITLE),
            sentence=self._sentence(moment.text, needs).text,
            needs=needs,
            criteria=tuple(self._criteria(episode, moment, needs, channels)),
            channels=channels,
            disposition=disposition,
            replaces=tuple(source.text for source in sources),
            pain_points=self._pain_points(moment, sources),
            evidence=self._evidence(moment, sources),
            backstage=tuple(map(_step, self.journey.backstage_of(moment.id))),
            moment_of_truth=moment.moment_of_truth,
            optional=moment.optional,
            labels=self._labels(episode, moment, channels),
            hints=self._hints(needs, channels, moment),
            details=tuple(details_of(self.journey, moment, lines_of_story())),
            origins=tuple(source.id for source in sources),
            targeted=self._feels(*self.journey.targeted_of(moment)),
        )

    def _say(self, key: str, **values: str) -> str:
        return say(f"story-{key}", self.language, **values)

    def _id(self, row_id: str) -> str:
        """Stable, without spaces, and different for two maps that were made from one template."""
        return f"jm-{blake2b(f'{self.identity}/{row_id}'.encode(), digest_size=6).hexdigest()}"

    def _sentence(self, text: str, needs: Sequence[str]) -> StorySentence:
        persona = self.journey.persona.name if self.journey.persona else ""
        return story_sentence(text, needs, self.language, persona=persona, proper=self.proper)

    def _criteria(
        self, episode: Episode, moment: Moment, needs: Sequence[str], channels: Sequence[str]
    ) -> Sequence[str]:
        feels = self._feels(*self.journey.targeted_of(moment))
        found = [self._say("criterion-felt", persona=self._persona(), feels=feels)] if feels else []
        found += [self._say("criterion-need", need=need.rstrip(" .")) for need in needs]
        if channels:
            key = "criterion-channels" if len(channels) > 1 else "criterion-channel"
            found.append(self._say(key, channels="; ".join(channels)))
        messages = [c for c in self.journey.communications_of(episode.id) if self._is_said_here(c, moment)]
        return found + [self._say("criterion-message", message=self._communication(message)) for message in messages]

    def _is_said_here(self, communication: Communication, moment: Moment) -> bool:
        used = {touchpoint.channel for touchpoint in self.journey.touchpoints_of(moment.id)}
        return communication.channel in used

    def _communication(self, communication: Communication) -> str:
        known = self.journey.tables["channels"].get(communication.channel or "")
        about = ", ".join(filter(None, [communication.tone, known.called if known else ""]))
        return self._say("message-about", text=communication.text, about=about) if about else f"“{communication.text}”"

    def _feels(self, valence: float | None, label: str) -> str:
        """“confident (+2)”, or as much of it as is known."""
        if valence is None:
            return phrase(label)
        word = label or nearest(valence).text(self.language)
        return f"{phrase(word)} ({signed(valence, self.language)})"

    def _persona(self) -> str:
        return persona_name(self.journey)

    # Where it comes from

    def _disposition(self, moment: Moment) -> Disposition | None:
        found = [fate.disposition for fate in self.fates.get(moment.id, [])]
        return next((d for d in (Disposition.MERGED, Disposition.SPLIT) if d in found), found[0] if found else None)

    def _pain_points(self, moment: Moment, sources: Sequence[Moment]) -> tuple[str, ...]:
        of_as_is = [p.text for s in sources if self.as_is for p in self.as_is.pain_points_of(s.id)]
        return unique([*of_as_is, *(p.text for p in self.journey.pain_points_of(moment.id))])

    def _evidence(self, moment: Moment, sources: Sequence[Moment]) -> tuple[str, ...]:
        rows: list[Evidenced] = [*sources, moment, *self.journey.needs_of(moment.id)]
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

    def _labels(self, episode: Episode, moment: Moment, channels: Sequence[str]) -> tuple[str, ...]:
        truth = ("moment-of-truth",) if moment.moment_of_truth else ()
        named = [label for channel in channels for label in _label("channel", channel)]
        return unique([self._id(moment.id), *_label("episode", episode.title), *named, *truth])

    def _hints(self, needs: Sequence[str], channels: Sequence[str], moment: Moment) -> tuple[str, ...]:
        lacking = {
            "no-need": not needs,
            "no-channel": not channels,
            "no-aim": not self._feels(*self.journey.targeted_of(moment)),
        }
        return tuple(self._say(f"hint-{name}") for name, lacks in lacking.items() if lacks)


def _step(step: BackstageStep) -> str:
    about = ", ".join(filter(None, [step.team, step.system]))
    return f"{step.text} ({about})" if about else step.text


def _label(kind: str, text: str) -> tuple[str, ...]:
    """A label without spaces, for trackers that allow none."""
    return (f"{kind}-{found}",) if (found := slug(text, 40)) else ()
