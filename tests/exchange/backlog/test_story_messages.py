"""A message of an episode is said once: at one moment, or with the epic."""

from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Set
from journeymap.exchange.stories import Epic, stories
from tests.support.small_maps import made, sample

CHANNELS = [
    {"id": "app", "name": "App"},
    {"id": "desk", "name": "Desk"},
    {"id": "friends", "name": "Family and friends"},
    {"id": "mail", "name": "E-mail"},
]


def of(*said: dict[str, object], first: str = "app", map_id: str = "map") -> Journey:
    moments = [
        {"id": "one", "text": "Look", "touchpoints": [{"channel": first}]},
        {"id": "two", "text": "Book", "touchpoints": [{"channel": "app"}, {"channel": "desk"}]},
        {"id": "three", "text": "Pay", "touchpoints": [{"channel": "app"}, {"channel": "friends"}]},
    ]
    episode = {"id": "e", "title": "Before", "moments": moments, "communications": list(said)}
    return made(channels=CHANNELS, episodes=[episode], map_id=map_id)


def told(epic: Epic) -> list[tuple[str, ...]]:
    return [epic.communications, *(story.messages for story in epic.stories)]


def test_a_message_is_said_at_the_moment_that_uses_its_channel_and_with_the_epic_where_several_do() -> None:
    (epic,) = stories(of({"text": "Welcome", "channel": "app"}, {"text": "See you", "tone": "warm", "channel": "desk"}))
    assert told(epic) == [("“Welcome” (App)",), (), ("“See you” (warm, Desk)",), ()]
    assert sum(one.kind == "message" for story in epic.stories for one in story.tests) == 1


def test_a_message_without_a_channel_of_ours_that_is_used_there_stands_with_the_epic() -> None:
    said: list[dict[str, object]] = [{"text": "A"}]
    said += [{"text": "B", "channel": "mail"}, {"text": "C", "channel": "friends"}]
    (epic,) = stories(of(*said))
    assert told(epic) == [("“A”", "“B” (E-mail)", "“C” (Family and friends)"), (), (), ()]


def test_a_message_of_a_story_that_is_left_out_goes_back_to_the_epic() -> None:
    as_is = of({"text": "Welcome", "channel": "desk"})
    to_be = perform(as_is, [Set(table="moments", id="three", field="text", value="Book at once")])[0]
    (epic,) = stories(to_be, as_is, only_changed=True)
    assert told(epic) == [("“Welcome” (Desk)",), ()]


def test_an_episode_without_moments_keeps_its_messages_itself() -> None:
    (epic,) = stories(
        made(channels=CHANNELS, episodes=[{"title": "Empty", "communications": [{"text": "Hi", "channel": "app"}]}])
    )
    assert told(epic) == [("“Hi” (App)",)]


def test_the_sample_says_every_message_exactly_once() -> None:
    to_be = sample("to-be")
    epics = stories(to_be, sample("as-is"))
    said = [text for epic in epics for texts in told(epic) for text in texts]
    assert len(said) == len(set(said)) == to_be.count("communications")
