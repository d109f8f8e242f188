"""The answer that stories are read by: the epics, and what could be better about each story."""

from journeymap.domain.model.roles import Participant
from journeymap.service.service import Service
from journeymap.web.api.models import FoundInStory, Stories


def stories_answer(service: Service, person: Participant, map_id: str, *, only_changed: bool) -> Stories:
    """The stories of a map for a program, with their findings in the map's own language."""
    view = service.backlog.taken(person, map_id, only_changed=only_changed)
    language = service.maps.journey(person, map_id).language
    stories = [one.id for epic in view.epics for one in epic.stories]
    found = [("", view.findings.of_all), *((one, view.findings.of(one)) for one in stories)]
    aside = [(one, put) for one in stories for put in view.asides.get(one, ())]
    return Stories(
        epics=list(view.epics),
        findings=[FoundInStory.of(story, one, language) for story, findings in found for one in findings],
        asides=[FoundInStory.of(story, put.finding, language, put.reason) for story, put in aside],
    )
