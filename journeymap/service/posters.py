"""The summary on one page: gathers what a workshop came to, for whoever may read its summary."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime

from journeymap.domain.analysis.coach import coach
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.rows import MapKind
from journeymap.domain.model.visibility import PUBLIC
from journeymap.domain.text.dates import day_said
from journeymap.exchange.portraits import Portrait
from journeymap.exchange.wishes import SummaryWish
from journeymap.service.current_step import as_is_of
from journeymap.service.import_export import Exchange
from journeymap.service.map_states import file_standings
from journeymap.service.maps import Maps
from journeymap.service.turns import LARGE_MOMENTS
from journeymap.service.workshop_summary import Summary
from journeymap.service.workshops import Workshops
from journeymap.storage.store import MapHead

FORMAT = "summary-html"


@dataclass(frozen=True, slots=True)
class Posters:
    """Makes what hangs on the wall."""

    maps: Maps
    workshops: Workshops
    exchange: Exchange

    def page(self, person: Participant, workshop_id: str, language: str, *, anonymous: bool = False) -> bytes:
        """The page, as whoever asks may know it. Errors: Refusal."""
        self.workshops.get(person, workshop_id)  # whoever may not read it waits for no turn
        with self.turn(person, self.workshops.heads(workshop_id)):
            found = self.workshops.summaries.summary(person, workshop_id, anonymous=anonymous)
            held = day_said(datetime.fromisoformat(found.workshop.created_at).date(), language)
            wish = SummaryWish(found, (), language, held, self.workshops.harvest.gains(person, workshop_id))
            return self.file(person, found, wish, FORMAT)

    def file(self, person: Participant, found: Summary, wish: SummaryWish, format_name: str) -> bytes:
        """The summary that this person was shown, in one of the formats. Errors: Refusal."""
        with self.turn(person, found.maps):
            return self.exchange.summary(person, self._whole(person, found, wish), format_name).content

    def turn(self, person: Participant, heads: Sequence[MapHead]) -> AbstractContextManager[bool]:
        """This person's turn for all that is worked out of these maps, where one is large or all of them are."""
        moments = sum(head.moments for head in heads)
        heavy = moments >= LARGE_MOMENTS or any(self.maps.is_large(head) for head in heads)
        return self.maps.house.turns.where(heavy, person.id)

    def _whole(self, person: Participant, found: Summary, wish: SummaryWish) -> SummaryWish:
        """The wish with its maps, the persona's picture, and what is still open where nobody has said it yet."""
        as_is, to_be = self._map(person, as_is_of(found.maps)), self._map(person, _latest_to_be(found.maps))
        points = wish.open_points or tuple(
            dict.fromkeys(hint.words for one in (as_is, to_be) if one for hint in coach(one, language=wish.language))
        )
        standings = file_standings(self.maps.house, found.maps)
        pictured = next((one for one in (as_is, to_be) if one and one.persona and one.persona.picture), None)
        return replace(
            wish, as_is=as_is, to_be=to_be, open_points=points, portrait=self._portrait(pictured), standings=standings
        )

    def _map(self, person: Participant, head: MapHead | None) -> Journey | None:
        return PUBLIC.of_map(self.maps.journey(person, head.id)) if head is not None else None

    def _portrait(self, journey: Journey | None) -> Portrait | None:
        if journey is None or journey.persona is None:
            return None
        content = self.maps.house.store.picture(journey.map_id, journey.persona.picture)
        return Portrait(content) if content is not None else None


def _latest_to_be(heads: tuple[MapHead, ...]) -> MapHead | None:
    return max((one for one in heads if one.kind is MapKind.TO_BE), key=lambda one: one.created_at, default=None)
