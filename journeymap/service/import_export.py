"""Taking things away and bringing them in: exports, stories, templates, samples, files."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict

from journeymap.domain.analysis.change_reach import ChangeReach, reach_of, reach_of_as_is
from journeymap.domain.analysis.comparison.compare import Comparison
from journeymap.domain.analysis.story_traces import StoryTraces, story_traces
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Change, Set
from journeymap.domain.model.roles import Participant, Right, may, require
from journeymap.domain.model.rows import GraphView, MapKind
from journeymap.domain.model.visibility import PUBLIC
from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.domain.text.errors import Refusal, forbidden, gone
from journeymap.domain.text.resources import data
from journeymap.exchange import columns, document, formats, stories, table_import
from journeymap.exchange.file_reader import read_file
from journeymap.exchange.formats import OF_A_MAP, OF_A_PAIR, Takes
from journeymap.exchange.graph_files import check_view
from journeymap.exchange.identity import Named
from journeymap.exchange.import_choices import NO_CHOICES, ImportChoices
from journeymap.exchange.portraits import Portrait
from journeymap.exchange.stories import Epic
from journeymap.exchange.story_findings.finding_kinds import StoryFindings
from journeymap.exchange.story_findings.whole_backlog import story_findings
from journeymap.exchange.table import Table
from journeymap.exchange.trackers.file_preview import FilePreview, previewed
from journeymap.exchange.wishes import MapWish, SummaryWish
from journeymap.exchange.workbook_file import is_workbook
from journeymap.service.arrivals import Arrivals
from journeymap.service.audit_log import AuditLog
from journeymap.service.comparisons import Comparisons
from journeymap.service.house import new_id
from journeymap.service.map_states import file_standings
from journeymap.service.own_patterns import patterns_of
from journeymap.service.story_votes import story_votes
from journeymap.service.turns import LARGE_FILE, LARGE_ROWS
from journeymap.storage.store import MapHead

SAMPLES_LOADED = "samples-loaded"


class Sample(BaseModel):
    """A journey that ships with the program: data/samples/index.json."""

    model_config = ConfigDict(frozen=True)

    name: str
    language: str
    as_is: str
    to_be: str | None = None
    title: str = ""
    persona: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """A file to download."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Exchange(Arrivals):
    """Maps as files and files as maps."""

    # Taking away

    def export(
        self,
        person: Participant,
        map_id: str,
        format_name: str,
        *,
        only_changed: bool | None = None,
        view: str = "",
        language: str | None = None,
        dark: bool = False,
        takes: Sequence[Takes] = OF_A_MAP,
    ) -> Taken:
        """The map in one of the formats of `exchange.formats`, of those that take one of these.

        Of stories only those that change something are taken, where there is an as-is and nobody asks otherwise.
        May be seconds of work: call it from a thread of its own. Errors: Refusal where this person may not see the
        map, or there is no such format or view.
        """
        head = self.maps.head(person, map_id)
        require(person, Right.SEE, head.workshop_id)  # whoever reads by a link takes nothing away
        chosen = formats.format_named(format_name, *takes)
        view = view or str(GraphView.JOURNEY)
        if chosen.takes is Takes.GRAPH:
            check_view(view)
        if chosen.takes is Takes.STORIES:
            self.require_stories(head)
        self._note(person, format_name, map_id, head.workshop_id)
        how: dict[str, Any] = {
            "only_changed": self.is_only_changed(head, only_changed),
            "view": view,
            "language": language,
            "dark": dark,
            "takes": tuple(takes),
        }
        with self.house.turns.where(chosen.slow or self._is_large(head, chosen), person.id) as heavy:
            return self._made(person, map_id, format_name, how, heavy=heavy)

    def _made(
        self, person: Participant, map_id: str, format_name: str, how: Mapping[str, Any], *, heavy: bool
    ) -> Taken:  # fmt: skip
        """The file, by a helper where it is heavy and there is one."""
        if heavy and self.house.helpers.ready:
            taken: Taken = self.house.helpers.run("export", person, map_id, format_name, dict(how))
            return taken
        return self.make_file(person, map_id, format_name, **how)

    @staticmethod
    def is_only_changed(head: MapHead, asked: bool | None) -> bool:
        """Whether only the stories that change something are taken: as somebody asks, else where there is an as-is."""
        return head.as_is_id is not None if asked is None else asked

    def _is_large(self, head: MapHead, chosen: formats.Format) -> bool:
        """Whether the map is, or the as-is that it is held against."""
        if self.maps.is_large(head):
            return True
        held = chosen.takes in OF_A_PAIR and head.as_is_id is not None
        return held and self.maps.is_large(self.house.store.head(head.as_is_id or ""))

    def _note(self, person: Participant, format_name: str, subject: str, workshop_id: str | None) -> None:
        """Somebody takes something away: that is in the audit log, counted by the minute."""
        AuditLog(self.house).note_repeated(
            "exported", person, workshop_id=workshop_id, subject=f"{format_name} {subject}"
        )

    def make_file(
        self,
        person: Participant,
        map_id: str,
        format_name: str,
        *,
        only_changed: bool = False,
        view: str = str(GraphView.JOURNEY),
        language: str | None = None,
        dark: bool = False,
        takes: Sequence[Takes] = OF_A_MAP,
    ) -> Taken:
        """The same for a helper: its server has taken the turn, and noted that the map is taken away."""
        head = self.maps.head(person, map_id)
        require(person, Right.SEE, head.workshop_id)
        chosen = formats.format_named(format_name, *takes)
        journey = PUBLIC.of_map(self.maps.journey(person, head.id))
        as_is = self.as_is_of(person, head.id)
        compared = self._compared(person, head.id) if chosen.takes in OF_A_PAIR else None
        wish = MapWish(
            journey,
            identity=head.identity,
            as_is=as_is,
            designed_from=self._designed_from(person, head),
            only_changed=only_changed,
            view=view,
            language=language if language is not None and language in LANGUAGES else "",
            dark=dark,
            portrait=self._portrait(journey) if chosen.takes is Takes.MAP else None,
            standing=file_standings(self.house, [head])[head.id],
            compared=compared,
            votes=self._votes(person, head, as_is) if chosen.takes is Takes.STORIES else {},
            patterns=patterns_of(self.house, journey.language),
        )
        if compared is not None and chosen.takes is Takes.COMPARISON:
            wish = self._with_counts(wish, compared)
        name = formats.file_name(journey.title, chosen, key=head.id, view=view, only_changed=only_changed)
        return Taken(name, chosen.media_type, chosen.render(wish))

    def _compared(self, person: Participant, to_be_id: str) -> Comparison | None:
        return Comparisons(self.house, self.maps).for_everybody(person, to_be_id)

    def _with_counts(self, wish: MapWish, compared: Comparison) -> MapWish:
        """The same with what customers said of both maps, as counts; their words stay here."""
        sides = (compared.as_is, compared.to_be)
        as_is = self.house.store.head(compared.as_is.map_id)
        tallies = [self.house.store.validation.tally(side.map_id)[1] for side in sides]
        shown = [
            {moment: one for moment, one in tally.items() if moment in side.tables["moments"]}
            for side, tally in zip(sides, tallies, strict=True)
        ]
        standing = file_standings(self.house, [as_is])[as_is.id]
        return replace(wish, standing_of_as_is=standing, counts=(shown[0], shown[1]))

    def summary(self, person: Participant, wish: SummaryWish, format_name: str) -> Taken:
        """What a workshop came to as a file; this person has been shown it."""
        chosen = formats.format_named(format_name, Takes.WORKSHOP)
        it = wish.summary.workshop
        self._note(person, format_name, it.id, it.id)
        name = formats.file_name(it.title, chosen, key=it.id)
        rows = sum(sum(made.values()) for made in wish.summary.made.values())
        with self.house.turns.where(chosen.slow or rows >= LARGE_ROWS, person.id):
            return Taken(name, chosen.media_type, chosen.render(wish))

    def stories(self, person: Participant, map_id: str, *, only_changed: bool = False) -> Sequence[Epic]:
        """The map's micro-moments as user stories, an epic an episode."""
        head, journey = self.maps.head(person, map_id), PUBLIC.of_map(self.maps.journey(person, map_id))
        require(person, Right.SEE, head.workshop_id)
        as_is = self.as_is_of(person, map_id)
        standing = file_standings(self.house, [head])[map_id].warning(journey.language)
        votes = self._votes(person, head, as_is)
        with self.house.turns.of_journeys(person.id, journey, as_is):
            return stories.stories(
                journey, as_is, only_changed=only_changed, identity=head.identity, standing=standing, votes=votes,
                patterns=patterns_of(self.house, journey.language),
            )  # fmt: skip

    def _votes(self, person: Participant, head: MapHead, as_is: Journey | None) -> Mapping[str, int]:
        """The dots on the moments of a to-be and of its as-is, where that may be seen."""
        heads = [head] if as_is is None else [head, self.house.store.head(as_is.map_id)]
        return story_votes(self.house, person, heads)

    def story_findings(self, person: Participant, map_id: str, epics: Sequence[Epic]) -> StoryFindings:
        """What could be better about these stories of the map, and why."""
        require(person, Right.SEE, self.maps.head(person, map_id).workshop_id)
        journey = PUBLIC.of_map(self.maps.journey(person, map_id))
        with self.house.turns.of_journeys(person.id, journey):
            return story_findings(journey, epics, patterns_of(self.house, journey.language))

    def story_traces(self, person: Participant, map_id: str) -> StoryTraces:
        """Where the stories of a to-be come from and what they are for, both ways, as everybody sees it."""
        head, journey = self.maps.head(person, map_id), PUBLIC.of_map(self.maps.journey(person, map_id))
        require(person, Right.SEE, head.workshop_id)
        with self.house.turns.of_journeys(person.id, journey):
            return story_traces(journey, self._compared(person, map_id))

    def change_reach(self, person: Participant, map_id: str, row_id: str, *, of_as_is: bool = False) -> ChangeReach:
        """What a change of this row would hit; `of_as_is` asks for a moment of today."""
        head, journey = self.maps.head(person, map_id), PUBLIC.of_map(self.maps.journey(person, map_id))
        require(person, Right.SEE, head.workshop_id)
        return (reach_of_as_is if of_as_is else reach_of)(journey, row_id)

    def require_stories(self, head: MapHead) -> None:
        """Refuse the stories of a map that no customer validated, where this installation is set so."""
        if self.house.stories_need_validation and not file_standings(self.house, [head])[head.id].validated:
            raise forbidden("state-stories")

    def preview(
        self, person: Participant, map_id: str, format_name: str, epics: Sequence[Epic], *, only_changed: bool = False
    ) -> FilePreview:
        """How the file of these stories begins in this format; nothing is taken away yet. Errors: as `export`."""
        head = self.maps.head(person, map_id)
        require(person, Right.SEE, head.workshop_id)
        self.require_stories(head)
        chosen = formats.format_named(format_name, Takes.STORIES)
        how: dict[str, Any] = {"only_changed": only_changed, "takes": (Takes.STORIES,)}
        with self.house.turns.where(self._is_large(head, chosen), person.id) as heavy:
            if heavy:
                return previewed(self._made(person, map_id, format_name, how, heavy=True).content, chosen.suffix)
            journey = PUBLIC.of_map(self.maps.journey(person, map_id))
            as_is = self.as_is_of(person, map_id)
            standing = file_standings(self.house, [head])[map_id]
            wish = MapWish(
                journey, identity=head.identity, as_is=as_is, only_changed=only_changed, standing=standing, epics=epics
            )
            return previewed(chosen.render(wish), chosen.suffix)

    def take_stories(self, person: Participant, map_id: str, *, only_changed: bool = False) -> Sequence[Epic]:
        """The same to take away, as data: that is in the audit log."""
        head = self.maps.head(person, map_id)
        self.require_stories(head)
        found = self.stories(person, map_id, only_changed=only_changed)
        self._note(person, "stories-json", map_id, head.workshop_id)
        return found

    def as_is_of(self, person: Participant, map_id: str) -> Journey | None:
        """The as-is that a to-be was designed from, where it is known and may be seen."""
        as_is_id = self.maps.head(person, map_id).as_is_id
        if as_is_id is None:
            return None
        try:
            return PUBLIC.of_map(self.maps.journey(person, as_is_id))
        except Refusal:
            return None

    def _portrait(self, journey: Journey) -> Portrait | None:
        name = journey.persona.picture if journey.persona else ""
        content = self.house.store.picture(journey.map_id, name) if name else None
        return Portrait(content) if content is not None else None

    def _designed_from(self, person: Participant, head: MapHead) -> Named | None:
        """What a to-be's file says of its as-is; its title only to those who may see it."""
        if head.kind is not MapKind.TO_BE:
            return None
        if head.as_is_id is None:
            return Named(head.designed_from, head.designed_from_title) if head.designed_from else None
        as_is = self.house.store.head(head.as_is_id)
        if as_is.kind is not MapKind.AS_IS:
            return None
        return Named(as_is.identity, as_is.title if may(person, Right.SEE, as_is.workshop_id) else "")

    # Bringing in

    def read_table(
        self, person: Participant, content: bytes, filename: str, choices: ImportChoices = NO_CHOICES
    ) -> tuple[Table, dict[str, str]]:
        """The table in a file, and which of its columns mean what by their names and what they hold. Errors: Refusal.

        A workbook is opened by a helper: whoever made it decides how much memory that takes.
        """
        with self.house.turns.where(is_workbook(content) or len(content) >= LARGE_FILE, person.id) as heavy:
            if heavy and self.house.helpers.ready:
                found: Table = self.house.helpers.run("read_file", content, filename, choices)
            else:
                found = read_file(content, filename, choices)
            return found, columns.guess(found)

    def plan(
        self,
        person: Participant,
        found: Table,
        mapping: Mapping[str, str],
        *,
        title: str,
        kind: str,
        language: str,
        persona: str = "",
        choices: ImportChoices = NO_CHOICES,
    ) -> table_import.Plan:
        """What an import would write: nothing is written yet."""
        with self.house.turns.where(len(found.rows) >= LARGE_ROWS or found.length >= LARGE_FILE, person.id):
            return table_import.plan(
                found, mapping, title=title, kind=kind, language=language, persona=persona, choices=choices
            )

    # What ships

    def templates(self, language: str) -> list[tuple[str, str]]:
        """Name and title of each template in this language."""
        names = sorted(path.name.split(".")[0] for path in data("templates").glob(f"*.{language}.json"))
        return [(name, str(_template(name, language)["map"]["title"])) for name in names if name != "empty"]

    def create_from_template(
        self, person: Participant, name: str, title: str, *, language: str | None = None, workshop_id: str | None = None
    ) -> str:
        """A map that starts from a template; its id."""
        tongue = language or self.house.language
        map_id = new_id()
        changes = document.from_document(_template(name, tongue), map_id)
        if title.strip():
            changes = [*changes, Set(table="maps", id=map_id, field="title", value=title)]
        return self.maps.build(person, map_id, changes, workshop_id=workshop_id)

    def samples(self) -> Sequence[Sample]:
        """The samples that ship."""
        return [Sample(**sample) for sample in json.loads(data("samples", "index.json").read_text(encoding="utf-8"))]

    def load_sample(self, person: Participant, name: str) -> str:
        """Load a sample with its to-be, if it has one; the id of the as-is. Loaded twice, it is there twice."""
        known = {sample.name: sample for sample in self.samples()}
        if name not in known:
            raise gone("no-such-sample", name=name, names=", ".join(known))
        return self._load(person, known[name])

    def first_start(self, person: Participant) -> None:
        """Load the samples of this installation's language once in a database's life."""
        if self.house.store.noted(SAMPLES_LOADED) is not None:
            return
        for sample in self.samples():
            if sample.language == self.house.language or sample.to_be is None:
                self._load(person, sample)
        self.house.store.write(lambda tx: tx.note(SAMPLES_LOADED, self.house.now())).result()

    def _load(self, person: Participant, sample: Sample) -> str:
        as_is = new_id()
        self.maps.build(person, as_is, self._sample_changes(person, sample, sample.as_is, as_is), sample=sample.name)
        if sample.to_be is not None:
            to_be = new_id()
            changes = self._sample_changes(person, sample, sample.to_be, to_be)
            self.maps.build(person, to_be, changes, as_is_id=as_is, sample=sample.name)
        return as_is

    def _sample_changes(self, person: Participant, sample: Sample, file: str, map_id: str) -> Sequence[Change]:
        path = data("samples", file)
        if path.suffix == ".json":
            return document.from_document(path.read_bytes(), map_id)
        found, mapping = self.read_table(person, path.read_bytes(), path.name)
        plan = self.plan(
            person,
            found,
            mapping,
            title=sample.title,
            kind="as-is",
            language=sample.language,
            persona=sample.persona,
        )
        return [*plan.changes(map_id), Set(table="maps", id=map_id, field="notes", value=sample.notes)]


@cache
def _template(name: str, language: str) -> dict[str, dict[str, object]]:
    for tongue in (language, "en"):
        path = data("templates", f"{name}.{tongue}.json")
        if path.is_file():
            found: dict[str, dict[str, object]] = json.loads(path.read_text(encoding="utf-8"))
            return found
    raise gone("no-such-sample", name=name, names="")
