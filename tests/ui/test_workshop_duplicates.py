"""Near-duplicates at the facilitator's screen: what was left apart once is not asked about again."""

from journeymap.domain.model.operations import Add
from journeymap.domain.model.rows import MapKind
from journeymap.domain.model.workshop import Step, StepKind
from tests.support.app import App
from tests.support.workshop_room import Held, hold

AGENDA = (
    Step(id="s1", kind=StepKind.MOMENTS, title="What do you do?", private=True),
    Step(id="s2", kind=StepKind.TO_BE, title="How should it be?", map=MapKind.TO_BE),
)


def headings(held: Held) -> list[str]:
    """What stands above the groups that are offered."""
    return [str(one.value) for one in held.open().markdown]


def test_copies_that_nobody_touched_are_not_offered_again_on_the_to_be(app: App) -> None:
    held = hold(app, "Anna", "Ben", agenda=AGENDA)
    held.start(StepKind.MOMENTS)
    held.write("Anna", "m1", "I call the desk")
    held.write("Ben", "m2", "Calling the desk")
    held.reveal()
    offered = "**One group says nearly the same thing**"
    assert offered in headings(held)
    held.start(StepKind.TO_BE)
    heads = app.service.workshops.heads(held.workshop_id)
    to_be = next((head.id for head in heads if head.kind is MapKind.TO_BE), None)
    to_be = to_be or app.service.maps.design_to_be(held.lead, held.map_id)
    assert offered not in headings(held), "on the as-is they still are, and that is said beside the clock"
    new = Add(table="moments", id="m3", parent="e", values={"text": "I drive home"})
    same = Add(table="moments", id="m4", parent="e", values={"text": "Driving home"})
    app.service.changes.change(held.people["Anna"], to_be, [new, same])
    assert offered in headings(held)


def test_how_alike_things_are_is_asked_only_where_there_are_two_to_compare(app: App) -> None:
    held = hold(app, "Anna", "Ben", agenda=AGENDA)
    held.start(StepKind.MOMENTS)
    held.write("Anna", "m1", "I call the desk")
    held.reveal()
    assert not held.open().slider
    held.write("Ben", "m2", "I drive home")
    screen = held.open()
    assert "Nothing here is said twice" in screen.said
    assert "Nearly the same" in [one.label for one in screen.expander]
    assert len(screen.slider) == 1
