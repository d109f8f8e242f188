"""Looking changes nothing: whoever walks over rows at any speed, while others edit, has written nothing at the end."""

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest

from journeymap.domain.model.operations import Add
from tests.support.board_page import JOURNEY, Board, Hall, Visit, hall

VALENCES = (0.6, -0.7, -1.5, 0.5, -0.5, 1.4, None, -1.4)
"""Between the steps of the scale, where what is shown is not what is kept."""

WALK = (
    *JOURNEY,
    *(
        Add(
            table="moments",
            id=f"w{n}",
            parent="after",
            values={"text": f"I do thing {n}", "felt_valence": valence, "minutes": n, "felt_label": f"word {n}"},
        )
        for n, valence in enumerate(VALENCES)
    ),
    *(Add(table="touchpoints", id=f"wt{n}", parent=f"w{n}", values={"channel": "site"}) for n in range(5)),
    *(Add(table="needs", id=f"wn{n}", parent=f"w{n}", values={"text": f"need {n}"}) for n in range(5)),
    Add(table="communications", id="wc", parent="there", values={"text": "Welcome", "tone": "warm"}),
    Add(table="paths", id="wp", values={"name": "Most people", "share": 12.5}),
    Add(table="path_steps", id="ws", parent="wp", values={"moment": "w1"}),
)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with hall(tmp_path_factory.mktemp("walk") / "journeymap.db", "Bob", journey=WALK, designed=True) as it:
        yield it


def operations(room: Hall, since: int) -> list[dict[str, Any]]:
    found: dict[str, Any] = json.loads(room.server.get(f"/api/maps/{room.map_id}/operations?since={since}")[1])
    return list(found["operations"])


def revision(room: Hall) -> int:
    return int(json.loads(room.server.get(f"/api/maps/{room.map_id}")[1])["revision"])


def edit_elsewhere(bob: Board, chance: random.Random) -> None:
    """Somebody else does something on the map."""
    n = chance.randrange(len(VALENCES))
    field, value = chance.choice(
        [
            ("text", f"Bob says {chance.randrange(1000)}"),
            ("felt_valence", round(chance.uniform(-2, 2), 1)),
            ("minutes", chance.randrange(60)),
            ("notes", "From Bob"),
        ]
    )
    bob.do("({ model }, id, field, value) => model.set('moments', id, field, value)", f"w{n}", field, value)


@pytest.mark.parametrize(("seed", "part"), [(1, "What happens"), (2, "Behind it"), (4, "More")])
def test_whoever_walks_over_rows_at_any_speed_writes_nothing(room: Hall, visit: Visit, seed: int, part: str) -> None:
    chance = random.Random(seed)
    bob, ann = room.bare(visit, "Bob"), room.open(visit)
    ann.card("m0").click()
    ann.page.locator(".panel .parts label", has_text=part).click()
    since = revision(room)
    cards = [*(f"m{n}" for n in range(5)), *(f"w{n}" for n in range(len(VALENCES)))]
    for _ in range(60):
        act = chance.random()
        if act < 0.75:
            ann.page.keyboard.press(chance.choice(["ArrowRight"] * 3 + ["ArrowLeft"]))
        elif act < 0.9:
            ann.do("({ board }, id) => board.reveal(id, true)", card := chance.choice(cards))
            ann.card(card).click()
        elif act < 0.95:
            ann.page.locator(".episode").first.click()
            ann.card("m0").focus()
        else:
            edit_elsewhere(bob, chance)
        ann.page.wait_for_timeout(chance.choice([20, 60, 60, 150, 400]))
    bob.settled()
    ann.settled()
    settle(ann)
    assert written_by(ann, room, since) == [], f"seed {seed}"


PANELS = ("scope", "channels", "paths", "open")
WHOLE = (
    ("personas", "noor", "name"),
    ("personas", "noor", "goal"),
    ("channels", "site", "name"),
    ("paths", "wp", "name"),
    ("maps", "", "scope_end"),
)


def test_whoever_goes_through_the_panels_of_the_whole_map_writes_nothing(room: Hall, visit: Visit) -> None:
    chance = random.Random(3)
    bob, ann = room.bare(visit, "Bob"), room.open(visit)
    since = revision(room)
    for _ in range(40):
        if chance.random() < 0.75:
            ann.page.locator(f".st-key-jm-map-tool-{chance.choice(PANELS)} button").first.click()
        else:
            table, row, field = chance.choice(WHOLE)
            bob.do(
                "({ model }, ...what) => model.set(...what)",
                table,
                row or room.map_id,
                field,
                f"Bob's {chance.randrange(99)}",
            )
        ann.page.wait_for_timeout(chance.choice([20, 60, 150, 400]))
    bob.settled()
    settle(ann)
    assert written_by(ann, room, since) == []


def written_by(board: Board, room: Hall, since: int) -> list[dict[str, Any]]:
    """What whoever sits at this board has written since then."""
    by = board.do("({ model }) => model.you.id")
    named = ("do", "table", "id", "field", "value")
    found = [one for one in operations(room, since) if one["by"] == by]
    return [{name: one[name] for name in named if name in one} for one in found]


def settle(board: Board) -> None:
    """Wait until the page runs no more."""
    page = board.page
    page.wait_for_function(
        """() => new Promise((done) => {
          const app = document.querySelector("[data-testid=stApp]");
          const quiet = () => app.dataset.testScriptState !== "running";
          if (!quiet()) return done(false);
          let still = true;
          const watch = new MutationObserver(() => (still = false));
          watch.observe(app, { attributes: true });
          setTimeout(() => { watch.disconnect(); done(still && quiet()); }, 600);
        })"""
    )
