"""What can be found in one story by itself: its sentence, its words, its criteria, its channels."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment
from journeymap.domain.text.grammar.readings import Unsure
from journeymap.domain.text.grammar.reasons import parted
from journeymap.domain.text.grammar.sentence import Names, StorySentence, read_moment, story_sentence
from journeymap.domain.text.grammar.words import sentences
from journeymap.domain.text.normalize import plain
from journeymap.domain.text.story_patterns import OURS, StoryPatterns
from journeymap.exchange.backlog.gherkin_text import Clause, clauses_of
from journeymap.exchange.backlog.own_channels import is_ours
from journeymap.exchange.backlog.user_stories import UserStory
from journeymap.exchange.sentences import proper_words, shortened, unique
from journeymap.exchange.story_findings.criteria_tree import fault_of, put_right
from journeymap.exchange.story_findings.finding_kinds import FindingKind, StoryFinding
from journeymap.exchange.story_findings.joined_acts import acts_of
from journeymap.exchange.story_findings.vague_words import vague_words

SHOWN = 60
"""So much of a text is named in a reason."""
_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\})")
_BRACKET = re.compile(r"[()\[\]{}]")


@dataclass(frozen=True, slots=True)
class ReadStory:
    """A micro-moment, or a part of one, as its story reads it: the wish without the need it names, and all needs.

    `moment` is None for one that was added by hand; then its wish is what it is called. `written`: somebody wrote its
    sentence, so the form of it is theirs.
    """

    story: UserStory
    moment: Moment | None
    wish: str
    needs: tuple[str, ...]
    sentence: StorySentence
    written: bool = False


class StoryReader:
    """Reads the stories of one map, and finds what is not good about each."""

    def __init__(self, journey: Journey, patterns: StoryPatterns = OURS) -> None:
        self.journey = journey
        self.patterns = patterns
        self.language = journey.language
        self.persona = journey.persona.name if journey.persona else ""
        self.proper: Names = proper_words(journey)

    def read(self, story: UserStory) -> ReadStory:
        """The story's moment and its needs, taken apart as its sentence does."""
        found = self.journey.find("moments", story.moment_id)
        moment = found if isinstance(found, Moment) else None
        own = moment is not None and story.part != "hand"
        text = moment.text if moment is not None and own else story.title
        wish, _ = parted(text, self.language)
        sentence = self.sentence(wish if story.part else text, story.needs)
        needs = {plain(need): need for need in reversed(sentence.reasons)}
        written = not own or any(one.field == "sentence" for one in story.edited)
        return ReadStory(story, moment, wish, tuple(reversed(needs.values())), sentence, written)

    def sentence(self, wish: str, needs: Sequence[str]) -> StorySentence:
        """The sentence that a story of this wish and these needs has."""
        return story_sentence(
            wish, needs, self.language, persona=self.persona, proper=self.proper, patterns=self.patterns
        )

    def findings(self, read: ReadStory) -> Iterator[StoryFinding]:
        """All that is found, in the order of the kinds."""
        if not read.written:
            yield from self._well_formed(read)
            yield from self._atomic(read)
            yield from self._minimal(read)
            yield from self._outcome(read)
        yield from self._testable(read)
        yield from self._vague(read)
        yield from self._channels(read)

    def _well_formed(self, read: ReadStory) -> Iterator[StoryFinding]:
        if not read.needs:
            yield StoryFinding(FindingKind.WELL_FORMED, "no-need")
        wish = read_moment(read.wish, self.language, persona=self.persona, proper=self.proper)
        if isinstance(wish, Unsure) and wish.statement:
            yield StoryFinding(FindingKind.WELL_FORMED, "goes-wrong", (("text", shown(read.wish)),))

    def _atomic(self, read: ReadStory) -> Iterator[StoryFinding]:
        if len(read.needs) > 1:
            split = unique(self.sentence(read.wish, [need]).text for need in read.needs)
            if len(split) > 1:  # “Certainty” and “I need certainty” are one
                yield StoryFinding(FindingKind.ATOMIC, "several-needs", (("n", str(len(split))),), split, read.needs)
        acts = acts_of(read.wish, self.language, persona=self.persona, proper=self.proper)
        if acts:
            split = tuple(self.sentence(act, read.needs).text for act in acts.texts) if acts.whole else ()
            named = (("first", shown(acts.texts[0])), ("other", shown(acts.texts[1])))
            yield StoryFinding(FindingKind.ATOMIC, "several-acts", named, split, (read.wish,))

    def _minimal(self, read: ReadStory) -> Iterator[StoryFinding]:
        texts = (read.wish, *read.needs)
        if any(map(_BRACKET.search, texts)):
            bare = [without_brackets(text) for text in texts]
            reworded = (self.sentence(bare[0], bare[1:]).text,) if all(map(_is_whole, bare)) else ()
            yield StoryFinding(FindingKind.MINIMAL, "brackets", (), reworded, texts)
        if any(len(sentences(text)) > 1 for text in texts):
            firsts = [sentences(text)[0] for text in texts]
            no_act = acts_of(read.wish, self.language, persona=self.persona, proper=self.proper) is None
            longer = next(text for text in texts if len(sentences(text)) > 1)
            rest = longer[len(sentences(longer)[0]) :].strip()
            yield StoryFinding(
                FindingKind.MINIMAL,
                "further-sentence",
                (("text", shown(rest)),),
                (self.sentence(firsts[0], firsts[1:]).text,) if no_act else (),  # an act is split, never thrown away
            )

    def _outcome(self, read: ReadStory) -> Iterator[StoryFinding]:
        valence, label = self.journey.targeted_of(read.moment) if read.moment else (None, "")
        if not read.needs and valence is None and not label:
            yield StoryFinding(FindingKind.OUTCOME, "no-outcome")

    def _testable(self, read: ReadStory) -> Iterator[StoryFinding]:
        """Whether a need is met can only be asked afterwards; anything else somebody can try, where it is whole."""
        if all(criterion.kind == "need" for criterion in read.story.tests):
            yield StoryFinding(FindingKind.TESTABLE, "nothing-to-test")
        for criterion in read.story.tests:
            steps = clauses_of(criterion, self.language)
            if fault := fault_of(steps, self.language):
                text = "; ".join(step.text for step in steps if step.text)
                named = (("text", shown(text)), ("part", fault.part))
                yield StoryFinding(FindingKind.TESTABLE, f"criterion-{fault.rule}", named, self._put_right(steps))

    def _put_right(self, steps: Sequence[Clause]) -> tuple[str, ...]:
        right = put_right(steps, self.language)
        return (self.patterns.said("criterion", self.language, **right),) if right else ()

    def _vague(self, read: ReadStory) -> Iterator[StoryFinding]:
        minutes = read.moment.minutes if read.moment else None
        said = (read.story.sentence,) if read.written else (read.wish, *read.needs)
        for group, words in vague_words(said, self.language).items():
            named = (("words", "”, “".join(words)),)
            if group == "speed" and minutes:
                timed = (*named, ("minutes", str(minutes)))
                yield StoryFinding(FindingKind.VAGUE, "vague-speed-timed", timed)
            else:
                yield StoryFinding(FindingKind.VAGUE, f"vague-{group}", named)

    def _channels(self, read: ReadStory) -> Iterator[StoryFinding]:
        there = self.journey.channels_of(read.moment.id) if read.moment else ()
        channels = [channel for channel in there if channel.name in read.story.channels]
        others = unique(channel.name for channel in channels if not is_ours(channel))
        if not others:
            return
        ours = unique(channel.name for channel in channels if is_ours(channel))
        if not ours and read.moment and self.journey.backstage_of(read.moment.id):
            return  # where it happens is not ours, but a team has its part in it
        names = (("others", _quoted(others)), ("ours", _quoted(ours)))
        yield StoryFinding(FindingKind.CHANNEL, "some-not-ours" if ours else "none-ours", names)


def without_brackets(text: str) -> str:
    """The text without what stands between brackets, and without brackets that open or close nothing."""
    while (less := _BRACKETS.sub("", text)) != text:
        text = less
    return " ".join(_BRACKET.sub(" ", text).split())


def shown(text: str) -> str:
    """So much of a text as a reason names."""
    return shortened(" ".join(text.split()), SHOWN)


def _quoted(names: Sequence[str]) -> str:
    """Names with commas: a reason is read in the reader's language, which need not be the map's."""
    return ", ".join([f"“{shown(name)}”" for name in names])


def _is_whole(text: str) -> bool:
    return any(c.isalnum() for c in text)
