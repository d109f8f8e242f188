"""When a story is done: Given, When, Then, each of which somebody can test."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from journeymap.domain.model.rows import BackstageStep, Communication
from journeymap.domain.text.durations import duration_said
from journeymap.domain.text.story_patterns import OURS, StoryPatterns
from journeymap.exchange.backlog.user_stories import Criterion, CriterionKind


@dataclass(frozen=True, slots=True)
class Measured:
    """What criteria are made of. `wish` is what the persona wants, as it follows “I want”; "" where it is not certain.

    `minutes_today` and `waiting_today` are those of what it comes from, None where that is not known or nothing.
    `needs` are what was typed, each with the statement that is true once it is met ("" where there is none);
    `messages` come with the name of their channel.
    """

    title: str
    wish: str
    minutes: float | None = None
    waiting: float | None = None
    minutes_today: float | None = None
    waiting_today: float | None = None
    channels: tuple[str, ...] = ()
    needs: tuple[tuple[str, str], ...] = ()
    steps: tuple[BackstageStep, ...] = ()
    messages: tuple[tuple[Communication, str], ...] = ()


def criteria(it: Measured, language: str, patterns: StoryPatterns = OURS) -> tuple[Criterion, ...]:
    """What has to be true of a moment once it is made as the map says, worded by these patterns."""
    return tuple(_Clauses(it, language, patterns).all())


class _Clauses:
    """The criteria of one moment."""

    def __init__(self, it: Measured, language: str, patterns: StoryPatterns) -> None:
        self.it, self.language, self.patterns = it, language, patterns
        self.given = self._say("given-wish", wish=it.wish) if it.wish else self._say("given-moment", moment=it.title)

    def all(self) -> Iterator[Criterion]:
        """All of them, the same kind together."""
        yield from self._times()
        for channel in self.it.channels:
            yield self._made("channel", self._say("when-channel", channel=channel), self._say("then-channel"))
        for typed, said in self.it.needs:
            then = self._say("then-said", need=said) if said else self._say("then-need", need=typed)
            yield self._made("need", self._say("when-over"), then)
        for step in self.it.steps:
            yield self._made("backstage", self._say("when-over"), self._step(step))
        for message, channel in self.it.messages:
            key = "then-message-tone" if message.tone else "then-message"
            then = self._say(key, message=bare(message.text), **({"tone": message.tone} if message.tone else {}))
            yield self._made("message", self._say("when-channel", channel=channel), then)

    def _times(self) -> Iterable[Criterion]:
        """A limit where it is to be shorter, or is new; time enough where it is to last longer; else nothing."""
        minutes, today = self.it.minutes, self.it.minutes_today
        if minutes is not None and minutes != today:
            key = "then-minutes" if today is None or minutes < today else "then-minutes-enough"
            yield self._made("time", self._say("when-begun"), self._within(key, minutes))
        waiting, today = self.it.waiting, self.it.waiting_today
        if waiting is not None and (today is None or waiting < today):
            yield self._made("waiting", self._say("when-begun"), self._within("then-waiting", waiting))

    def _within(self, key: str, minutes: float) -> str:
        return self._say(key, time=duration_said(minutes, self.language)) if minutes else self._say(f"{key}-none")

    def _step(self, step: BackstageStep) -> str:
        about = {name: said for name in ("team", "system") if (said := getattr(step, name))}
        return self._say("-".join(["then-step", *about]), step=bare(step.text), **about)

    def _made(self, kind: CriterionKind, when: str, then: str) -> Criterion:
        text = self._say("criterion", given=self.given, when=when, then=then)
        return Criterion(self.given, when, then, kind, text)

    def _say(self, key: str, **values: str) -> str:
        return self.patterns.said(key, self.language, **values)


def bare(text: str) -> str:
    """The text as it stands in a quotation: without its last stop."""
    return text.rstrip(" .") or text
