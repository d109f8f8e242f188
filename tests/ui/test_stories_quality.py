"""The stories screen says what could be better about each story, and finds those of one kind."""

from journeymap.domain.model.operations import Add, Change
from tests.support.app import App
from tests.support.nature_park import park
from tests.support.small_maps import HOSTILE

WISH = "As Marieke, I want to read the member magazine, so that I feel invited."


def test_what_could_be_better_stands_by_kind_with_how_many_stories(app: App) -> None:
    _, to_be = park(app)
    pills = app.open("stories", map=to_be, view="stories").at("stories", "quality", to_be)
    assert pills.label == "What could be better"
    assert [*pills.options] == ["One subject 30", "Testable 6", "Our channels 12"]
    in_dutch = app.open("stories", language="nl", map=to_be, view="stories").at("stories", "quality", to_be)
    assert [*in_dutch.options] == ["Eén onderwerp 30", "Toetsbaar 6", "Onze kanalen 12"]


def test_a_story_unfolds_to_why_and_to_a_split(app: App) -> None:
    screen = app.open("stories", map=park(app)[1], view="stories")
    assert "2 things could be better: One subject · Our channels" in screen.said
    assert "It holds 2 needs." in screen.said
    assert WISH in screen.said
    assert "We cannot build anything in “Family and friends”" in screen.said


def test_a_kind_is_chosen_to_see_only_its_stories(app: App) -> None:
    _, to_be = park(app)
    screen = app.open("stories", map=to_be, view="stories")
    screen.at("stories", "quality", to_be).select(screen.at("stories", "quality", to_be).options[2]).run()
    assert len(screen.get("code")) == 12
    assert "We cannot build anything" in screen.said


def test_that_there_is_no_persona_is_said_once(app: App) -> None:
    adds: list[Change] = [Add(table="episodes", id="e", values={"title": "Before"})]
    adds += [Add(table="moments", id=f"m{n}", parent="e", values={"text": f"Call {n}"}) for n in range(3)]
    screen = app.open("stories", map=app.new_map("A visit", *adds, kind="to-be"), view="stories")
    assert screen.said.count("Give the map a persona.") == 1


def test_other_peoples_words_stay_text_in_findings(app: App) -> None:
    adds: list[Change] = [Add(table="episodes", id="e", values={"title": "Before"})]
    for n, text in enumerate([*HOSTILE, "fast (W)" * 30]):
        adds.append(Add(table="moments", id=f"m{n}", parent="e", values={"text": text}))
        adds += [
            Add(table="needs", id=f"n{n}-{k}", parent=f"m{n}", values={"text": f"{text} {k}"[:280]}) for k in range(2)
        ]
    screen = app.open("stories", map=app.new_map("A visit", *adds, kind="to-be"), view="stories")
    told = [found.value for found in screen.markdown if "could" in found.value or "needs" in found.value]
    assert told
    for said in (*(found.value for found in screen.markdown), *(found.label for found in screen.expander)):
        assert "<img" not in said.replace("\\<img", "")
        assert "](http" not in said
