"""Eight people at one board, each on a page of their own: all do something at once, and all see the same."""

import json
from pathlib import Path
from typing import Any

from tests.support.board_page import Visit, hall

PEOPLE = ("Bob", "Cem", "Dia", "Eva", "Fae", "Gus", "Hal")

BUSY = """async ({ board, model }, person) => {
  for (let n = 0; n < 12; n++) {
    const moments = model.moments();
    const here = moments[(person * 7 + n * 3) % moments.length];
    switch ((person + n) % 5) {
      case 0: model.set("moments", here.id, "text", `${person} was here ${n}`); break;
      case 1: model.add("needs", { text: `${person} needs ${n}` }, { parent: here.id, after: null }); break;
      case 2: model.move("moments", here.id, ["before", "there", "after"][(person + n) % 3], null); break;
      case 3: model.add("moments", { text: `${person} adds ${n}` }, { parent: here.parent, after: here.id }); break;
      default: if (moments.length > 4) model.remove("moments", here.id); else model.undo();
    }
    await new Promise(requestAnimationFrame);
  }
}"""

MAP = """({ model }) => ["episodes", "channels"].flatMap((table) => model.rows(table))
  .concat(model.moments().flatMap((moment) => [moment, ...["needs", "touchpoints", "backstage_steps"]
    .flatMap((table) => model.rows(table, moment.id))]))"""


def test_eight_pages_end_with_one_map(tmp_path: Path, visit: Visit) -> None:
    with hall(tmp_path / "journeymap.db", *PEOPLE) as room:
        boards = [room.bare(visit, name, viewport={"width": 900, "height": 600}) for name in ("Ann", *PEOPLE)]
        for board in boards:
            board.until("({ model }) => model.people.length === 8")
        for n, board in enumerate(boards):
            board.element.evaluate(f"(el, n) => {{ el.busy = ({BUSY})(el.parentElement.board, n); }}", n)
        for board in boards:
            board.element.evaluate("(el) => el.busy")
            board.settled()
        last = json.loads(room.server.get(f"/api/maps/{room.map_id}")[1])["revision"]
        maps: list[Any] = []
        for board in boards:
            board.until("({ model }, last) => model.revision >= last && model.queued === 0", last)
            maps.append(board.do(MAP))
        assert all(found == maps[0] for found in maps)
        assert any("was here" in str(row.get("text")) for row in maps[0])
        drawn = "({ board }) => [...board.lanes[1].body.querySelectorAll('.card')].map((card) => card.dataset.id)"
        boards[0].until(
            f"({{ board, model }}) => JSON.stringify(({drawn})({{ board }})) === JSON.stringify("
            "board.layout.between(board.scroll.scrollLeft, board.scroll.scrollLeft + board.sight).columns"
            ".flatMap(({ moment }) => (moment ? [moment.id] : [])))"
        )
