"""The answer that stories are read by: the epics, and what could be better about each story."""

from journeymap.domain.model.roles import Participant
from journeymap.service.service import Service
from journeymap.web.api.models import FoundInStory, Stories


def stories_answer(service: Service, person: Participant, map_id: str, *, only_changed: bool) -> Stories:
    """The stories of a map for a program, with their findings in the map's own language."""
    epics = service.exchange.take_stories(person, map_id, only_changed=only_changed)
    found = service.exchange.story_findings(person, map_id, epics)
    language = service.maps.journey(person, map_id).language
    by_story = [("", found.of_all), *((one.id, found.of(one.id)) for epic in epics for one in epic.stories)]
    return Stories(
        epics=list(epics),
        findings=[
            FoundInStory(story=story, kind=one.kind, why=one.why(language), proposals=list(one.proposals))
            for story, findings in by_story
            for one in findings
        ],
    )
