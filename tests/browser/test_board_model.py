"""The board's own copy of a map, in Chromium, against what the domain makes of the same changes."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, Route

from journeymap import frontend
from journeymap.domain.analysis.completeness import missing
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Move, Remove, Reveal, Set
from journeymap.domain.model.order_keys import LAST
from journeymap.domain.model.visibility import Sight
from journeymap.domain.text.errors import Refusal
from journeymap.live import wire
from tests.support.journeys import MAP_ID, changes, full, histories, operations

FEW = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), database=None)

# A socket that says what the test says, and keeps what the model sends.
BENCH = """
import { counts } from "/board/counts.js";
import { inverse } from "/live/inverse.js";
import { Keeper } from "/live/outbox.js";
import { BoardModel } from "/live/model.js";
import { Rows } from "/live/rows.js";
import { TABLES } from "/live/schema.js";

class Wire extends EventTarget {
  sent = [];
  again() { this.sent.push({ type: "again" }); }
  open() { this.dispatchEvent(new Event("open")); }
  close() {}
  send(frame) { this.sent.push(frame); return true; }
  say(frame) { this.dispatchEvent(new CustomEvent("frame", { detail: frame })); }
  drop(code = 1006) { this.dispatchEvent(new CustomEvent("down", { detail: { code, offline: false, last: false } })); }
}

const read = (under) => {
  const tables = {};
  for (const [table, { parent }] of Object.entries(TABLES)) {
    const parents = parent ? tables[parent].map((row) => row.id) : [null];
    tables[table] = parents.flatMap((one) => under(table, one));
  }
  return tables;
};

globalThis.bench = {
  keeper: (model, person, map) => new Keeper(model, person, map),
  rows(map, operations) {
    const rows = Rows.of(map);
    for (const operation of operations) rows.apply(operation);
    return read((table, parent) => rows.under(table, parent));
  },
  thereAndBack(map, changes) {
    const rows = Rows.of(map);
    const back = [];
    for (const change of changes) {
      back.unshift(inverse(rows, change));
      rows.apply(change);
    }
    for (const change of back.flat()) rows.apply(change);
    return read((table, parent) => rows.under(table, parent));
  },
  start(revision, map) {
    const wire = new Wire();
    const model = new BoardModel({ url: "/x", socket: wire });
    const said = [];
    for (const name of ["refused", "lost", "overwritten", "caughtup"])
      model.addEventListener(name, ({ detail }) => said.push([name, detail]));
    model.open();
    const you = { id: "me", name: "Me", role: "participant", may: ["see", "edit"], colour: 0 };
    wire.say({ type: "snapshot", revision, map, you, can: { undo: false, redo: false } });
    Object.assign(globalThis, { model, wire, said, ops: [] });
  },
  do(change) {
    const { table, id, parent = null, values, field, value } = change;
    const after = "after" in change ? change.after : undefined;
    if (change.do === "add") return model.add(table, values, { parent, after, id });
    if (change.do === "set") return model.set(table, id, field, value);
    if (change.do === "move") return model.move(table, id, parent, after);
    return model.remove(table, id);
  },
  counts: () => counts(model),
  shown: () => read((table, parent) => model.rows(table, parent)),
};
"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    def serve(route: Route) -> None:
        name = route.request.url.removeprefix("http://board.test/")
        if name == "":
            route.fulfill(body="<!doctype html><title>bench</title>", content_type="text/html")
        else:
            body = BENCH if name == "bench.js" else frontend.text(name)
            route.fulfill(body=body, content_type="text/javascript")

    opened = browser.new_page()
    opened.route("http://board.test/**", serve)
    opened.goto("http://board.test/")
    opened.add_script_tag(url="/bench.js", type="module")
    opened.wait_for_function("() => globalThis.bench")
    yield opened
    opened.close()


def as_json(value: Any) -> Any:
    """As it comes over the wire."""
    return json.loads(json.dumps(value, default=str))


def tables(journey: Journey) -> Any:
    return as_json(wire.tables(journey))


def asked(change: Change) -> dict[str, Any]:
    """A change as the board is asked to make it."""
    said: dict[str, Any] = {"do": change.do, "table": change.table, "id": change.id}
    match change:
        case Add(parent=parent, values=values, after=after):
            said |= {"parent": parent, "values": dict(values), "after": after}
        case Set(field=name, value=value):
            said |= {"field": name, "value": value}
        case Move(parent=parent, after=after):
            said |= {"parent": parent, "after": after}
        case Remove():
            pass
    if said.get("after") == LAST:
        del said["after"]
    return said


@FEW
@given(histories(max_size=60), st.data())
def test_operations_lead_to_the_same_rows_in_the_same_order_as_in_the_domain(
    page: Page, history: Any, data: st.DataObject
) -> None:
    start = history.journey
    later = history
    for _ in range(data.draw(st.integers(1, 25))):
        later = later.after(data.draw(changes(later.journey)))
    done = operations(later.effects[len(history.effects) :], since=start.revision)
    found = page.evaluate(
        "([map, operations]) => bench.rows(map, operations)",
        [tables(start), as_json([wire.operation(one) for one in done])],
    )
    assert found == tables(later.journey)


@FEW
@given(histories(max_size=60), st.data())
def test_what_takes_changes_away_again_leads_to_the_same_rows_in_the_same_order(
    page: Page, history: Any, data: st.DataObject
) -> None:
    start = now = history.journey
    done = []
    for _ in range(data.draw(st.integers(1, 15))):
        done.append(data.draw(changes(now)))
        now = perform(now, [done[-1]])[0]
    found = page.evaluate(
        "([map, changes]) => bench.thereAndBack(map, changes)", as_json([tables(start), [asked(one) for one in done]])
    )
    assert found == tables(start)


@pytest.mark.parametrize("sight", [Sight("anna"), Sight("ben"), Sight("fay", leading=True), Sight()])
def test_channels_that_are_one_after_a_reveal_are_one_in_every_copy(page: Page, sight: Sight) -> None:
    journey = full().journey
    for name, channel in (("anna", "phone"), ("anna", "Chat"), ("ben", "PHONE"), ("ben", "chat")):
        rows = {
            "channels": (None, {"name": channel}),
            "touchpoints": ("call", {"channel": f"{name}-{channel}"}),
            "communications": ("there", {"text": "Hello", "channel": f"{name}-{channel}"}),
        }
        for table, (parent, values) in rows.items():
            row_id = f"{name}-{channel}" if table == "channels" else f"{table}-{name}-{channel}"
            add = Add(table=table, id=row_id, parent=parent, values=values, author=name, private="s")
            journey, _ = perform(journey, [add])
    after, effects = perform(journey, [Reveal(id="s")])
    assert sorted(row.name.casefold() for row in after.channels) == ["chat", "desk", "phone"]
    found = page.evaluate(
        "([map, operations]) => bench.rows(map, operations)",
        [tables(sight.of_map(journey)), as_json([wire.operation(one) for one in operations(effects)])],
    )
    assert found == tables(sight.of_map(after))


@FEW
@given(histories(max_size=60))
def test_what_is_counted_above_the_board_is_what_the_domain_counts(page: Page, history: Any) -> None:
    journey = history.journey
    page.evaluate("([revision, map]) => bench.start(revision, map)", [journey.revision, tables(journey)])
    expected = {"channels": len(journey.channels), "paths": len(journey.paths), "open": missing(journey).count}
    assert page.evaluate("() => bench.counts()") == expected


@dataclass
class Race:
    """What I do and what others do, and the order in which the server takes it."""

    start: Journey
    mine: list[Change] = field(default_factory=list)
    steps: list[tuple[str, Any]] = field(default_factory=list)
    end: Journey = field(default_factory=lambda: Journey(MAP_ID))


@st.composite
def races(draw: st.DrawFn) -> Race:
    """Some changes of mine at once; then the server takes those and others', in any order but mine in mine."""
    start = full().journey
    for _ in range(draw(st.integers(0, 8))):
        start = perform(start, [draw(changes(start))])[0]
    race, seen = Race(start), start
    for _ in range(draw(st.integers(1, 5))):
        change = draw(changes(seen))
        race.mine.append(change)
        seen = perform(seen, [change])[0]
    now, waiting = start, list(range(len(race.mine)))
    while waiting or draw(st.booleans()):
        if waiting and draw(st.booleans()):
            n = waiting.pop(0)
            now = _taken(race, now, race.mine[n], n)
        else:
            now = _taken(race, now, draw(changes(now)), None)
    race.end = now
    return race


def _taken(race: Race, now: Journey, change: Change, mine: int | None) -> Journey:
    try:
        after, effects = perform(now, [change])
    except Refusal as refusal:
        race.steps.append(("refused", (mine, refusal.code)))
        return now
    done = [wire.operation(one) for one in operations(effects, since=now.revision)]
    race.steps.append(("operations", (mine, now.revision, after.revision, as_json(done))))
    return after


RUN = """([revision, map, mine, steps]) => {
  bench.start(revision, map);
  const ops = mine.map((change) => bench.do(change));
  const open = new Set(ops);
  const broken = [];
  for (const [kind, said] of steps) {
    const op = said[0] === null ? null : ops[said[0]];
    if (kind === "refused") {
      wire.say({ type: "refused", op, code: said[1], reason: "no" });
      open.delete(op);
    } else {
      const [, from, to, operations] = said;
      if (op) wire.say({ type: "accepted", op, revision: to });
      const named = operations.map((one) => (op ? { ...one, op } : one));
      wire.say({ type: "operations", from: from + 1, to, operations: named });
      open.delete(op);
    }
    // The last thing I set and that is not answered yet stands on the screen, wherever its row still is.
    const sets = new Map();
    const later = mine.filter((_, n) => open.has(ops[n]));
    for (const change of later) if (change.do === "set") sets.set(change.id + "." + change.field, change);
    for (const { table, id, field, value } of sets.values()) {
      const row = model.row(table, id);
      const cut = later.some((change) => change.do !== "set");
      const same = row && JSON.stringify(row[field]) === JSON.stringify(value);
      if (row && !cut && !same) broken.push([table, id, field, row[field], value]);
    }
  }
  const refused = said.filter(([name]) => name === "refused").length;
  const pending = model.pendingIds().size;
  return { shown: bench.shown(), queued: model.queued, pending, revision: model.revision, broken, refused };
}"""


@FEW
@given(races())
def test_what_i_did_stays_on_the_screen_until_it_is_answered_and_all_end_with_the_same_map(
    page: Page, race: Race
) -> None:
    mine = [asked(change) for change in race.mine]
    found = page.evaluate(RUN, as_json([race.start.revision, tables(race.start), mine, race.steps]))
    assert found["broken"] == []
    assert (found["queued"], found["pending"]) == (0, 0)
    assert found["revision"] == race.end.revision
    assert found["shown"] == tables(race.end)
    assert found["refused"] == sum(kind == "refused" and said[0] is not None for kind, said in race.steps)


def started(page: Page) -> Journey:
    journey = full().journey
    page.evaluate("([revision, map]) => bench.start(revision, map)", [journey.revision, tables(journey)])
    return journey


def test_a_refusal_rolls_back_just_that_change_and_says_why(page: Page) -> None:
    started(page)
    found = page.evaluate(
        """() => {
          const first = model.set("moments", "call", "text", "I ring");
          const second = model.set("moments", "arrive", "text", "I get there");
          const before = [model.row("moments", "call").text, model.row("moments", "arrive").text];
          wire.say({ type: "refused", op: first, code: "invalid", reason: "It cannot be so." });
          const now = [model.row("moments", "call").text, model.row("moments", "arrive").text];
          return [before, ...now, said, [...model.pendingIds()]];
        }"""
    )
    before, call, arrive, said, pending = found
    assert before == ["I ring", "I get there"]
    assert (call, arrive) == ("I call the desk", "I get there")
    assert [(name, detail["code"], detail["reason"]) for name, detail in said] == [
        ("refused", "invalid", "It cannot be so.")
    ]
    assert pending == ["arrive"]


def test_a_hole_in_the_revisions_asks_for_a_new_connection_and_changes_nothing(page: Page) -> None:
    journey = started(page)
    found = page.evaluate(
        """(revision) => {
          const operation = { revision: revision + 2, op: "o", by: "x", at: "", do: "set", table: "moments", id: "call",
            field: "text", value: "later" };
          wire.say({ type: "operations", from: revision + 2, to: revision + 2, operations: [operation] });
          return [model.revision, model.row("moments", "call").text, wire.sent.map(({ type }) => type)];
        }""",
        journey.revision,
    )
    assert found == [journey.revision, "I call the desk", ["hello", "again"]]


def test_operations_that_come_twice_count_once(page: Page) -> None:
    journey = started(page)
    found = page.evaluate(
        """(revision) => {
          const add = { revision: revision + 1, op: "o", by: "x", at: "", do: "add", table: "needs", id: "new",
            parent: "call", values: { text: "rest" }, after: null };
          const frame = { type: "operations", from: revision + 1, to: revision + 1, operations: [add] };
          wire.say(frame);
          wire.say(frame);
          return model.rows("needs", "call").map((row) => row.id);
        }""",
        journey.revision,
    )
    assert found == ["new", "sure"]


def test_what_was_not_answered_is_sent_again_under_the_same_name_and_accepted_once(page: Page) -> None:
    journey = started(page)
    found = page.evaluate(
        """(revision) => {
          const op = model.set("moments", "call", "text", "I ring");
          wire.drop();
          model.set("moments", "arrive", "text", "I get there");
          const kept = [model.status, model.queued];
          wire.open();
          wire.say({ type: "operations", from: revision + 1, to: revision, operations: [] });
          wire.say({ type: "welcome", revision, you: model.you, can: { undo: true, redo: false } });
          const changes = wire.sent.filter(({ type }) => type === "change");
          const hellos = wire.sent.filter(({ type }) => type === "hello").map(({ since }) => since);
          const ops = changes.map((one) => one.op === op);
          return { kept, ops, ids: changes.map((one) => one.id), hellos, said, status: model.status };
        }""",
        journey.revision,
    )
    assert found["kept"] == ["reconnecting", 2]
    assert found["ids"] == ["call", "call", "arrive"]
    assert found["ops"] == [True, True, False]
    assert found["hellos"] == [None, journey.revision]
    assert found["status"] == "live"
    assert [name for name, _ in found["said"]] == ["caughtup"]


def test_no_more_is_kept_than_the_bound_and_that_is_said(page: Page) -> None:
    started(page)
    found = page.evaluate(
        """() => {
          wire.drop();
          for (let n = 0; n < 502; n++) model.set("moments", "call", "text", `I ring ${n}`);
          return [model.queued, said.length, said[0][1].code, model.row("moments", "call").text];
        }"""
    )
    assert found == [500, 2, "unavailable", "I ring 499"]


# A server that takes 20 at once and 50 a second, in a time that passes only while nothing else happens. `strict`: after
# one that came too fast it takes nothing of this connection for a second.
THROTTLED = """([revision, map, strict, away]) => {
  bench.start(revision, map);
  const [begin, end] = [globalThis.setTimeout, globalThis.clearTimeout];
  let [now, tokens, shut, read] = [0, 20, 0, wire.sent.length];
  const later = new Map();
  globalThis.setTimeout = (act, wait = 0) => later.set(later.size + 1, { at: now + wait, act }).size;
  globalThis.clearTimeout = (n) => later.get(n) && (later.get(n).act = null);
  const there = new Set(Object.values(map).flat().map(({ id }) => id));
  const done = new Map();
  const order = [];
  const answer = (frame) => {
    now += 1;
    tokens = Math.min(20, tokens + 0.05);
    const { op, type, base, ...change } = frame;
    if (tokens < 1 || now < shut) {
      if (strict && now >= shut) shut = now + 1000;
      return { type: "refused", op, code: "too_fast", reason: "" };
    }
    tokens -= 1;
    if (done.has(op)) return { type: "accepted", op, revision: done.get(op) };
    const needed = [change.do === "add" ? null : change.id, change.parent].filter(Boolean);
    if (!needed.every((id) => there.has(id))) return { type: "refused", op, code: "gone", reason: "" };
    there.add(change.id);
    order.push(op);
    revision += 1;
    done.set(op, revision);
    const operation = { ...change, op, by: "me", at: "", revision };
    const told = { type: "operations", from: revision, to: revision, operations: [operation] };
    return [{ type: "accepted", op, revision }, told];
  };
  try {
    const ops = [];
    const enough = away ? 500 : 1000;
    if (away) wire.drop();
    for (let n = 0; ops.length < enough; n += 1) {
      const place = { parent: map.episodes[0].id, after: n ? `new${n - 1}` : null };
      ops.push(model.add("moments", { text: `${n}` }, { ...place, id: `new${n}` }));
      ops.push(model.set("moments", `new${n}`, "text", `the ${n}`));
      ops.push(model.add("needs", { text: "rest" }, { parent: `new${n}`, id: `need${n}` }));
      ops.push(model.set("moments", "call", "text", `I call ${n}`));
    }
    if (away) {
      wire.open();
      wire.say({ type: "welcome", revision, you: model.you, can: { undo: false, redo: false } });
    }
    for (let turns = 0; turns < 20000 && model.queued; turns += 1) {
      while (read < wire.sent.length) {
        const frame = wire.sent[read++];
        if (frame.type === "change") for (const said of [answer(frame)].flat()) wire.say(said);
      }
      const next = [...later.values()].filter(({ act }) => act).sort((a, b) => a.at - b.at)[0];
      if (!next) continue;
      const waited = Math.max(0, next.at - now);
      now += waited;
      tokens = Math.min(20, tokens + waited / 20);
      const { act } = next;
      next.act = null;
      act();
    }
    const lost = said.filter(([name]) => name === "refused").map(([, { code }]) => code);
    const wanted = strict ? ops : [...ops].sort();
    const took = strict ? order : [...order].sort();
    return { queued: model.queued, lost, all: took.join() === wanted.join(), call: model.row("moments", "call").text };
  } finally {
    [globalThis.setTimeout, globalThis.clearTimeout] = [begin, end];
  }
}"""


@pytest.mark.parametrize("away", [False, True])
@pytest.mark.parametrize("strict", [True, False])
def test_what_comes_too_fast_is_sent_again_in_its_order_and_nothing_is_lost(
    page: Page, strict: bool, away: bool
) -> None:
    journey = full().journey
    found = page.evaluate(THROTTLED, [journey.revision, tables(journey), strict, away])
    assert (found["queued"], found["lost"], found["all"]) == (0, [], True)
    if strict:
        assert found["call"] == f"I call {124 if away else 249}"


def test_what_is_gone_for_good_is_still_said(page: Page) -> None:
    started(page)
    found = page.evaluate(
        """() => {
          const op = model.add("needs", { text: "rest" }, { parent: "call" });
          wire.say({ type: "refused", op, code: "gone", reason: "It is gone." });
          return [said.map(([name, { code }]) => [name, code]), model.queued];
        }"""
    )
    assert found == [[["refused", "gone"]], 0]


def test_undo_of_what_was_never_sent_takes_the_whole_act_and_the_server_hears_of_none(page: Page) -> None:
    journey = started(page)
    found = page.evaluate(
        """async (revision) => {
          const turn = () => new Promise((done) => setTimeout(done));
          const text = () => model.row("moments", "call").text;
          const seen = () => [text(), !!model.row("moments", "new"), model.rows("needs", "new").length];
          wire.drop();
          model.set("moments", "call", "text", "I ring");
          await turn();
          model.add("moments", { text: "I wait" }, { parent: model.row("moments", "call").parent, id: "new" });
          model.add("needs", { text: "rest" }, { parent: "new" });
          await turn();
          const steps = [seen()];
          for (const act of ["undo", "undo", "redo", "redo", "undo"]) {
            model[act]();
            steps.push(seen());
          }
          const can = { ...model.can };
          wire.open();
          wire.say({ type: "welcome", revision, you: model.you, can: { undo: false, redo: false } });
          const sent = wire.sent.filter(({ type }) => type !== "hello" && type !== "presence");
          return { steps, can, sent: sent.map((frame) => [frame.type, frame.value]) };
        }""",
        journey.revision,
    )
    before, ring, all_of_it = ["I call the desk", False, 0], ["I ring", False, 0], ["I ring", True, 1]
    assert found["steps"] == [all_of_it, ring, before, ring, all_of_it, ring]
    assert found["can"] == {"undo": True, "redo": True}
    assert found["sent"] == [["change", "I ring"]]


def test_undo_of_what_was_sent_goes_to_the_server_and_redo_before_it_went_is_no_more_than_a_change_of_mind(
    page: Page,
) -> None:
    started(page)
    found = page.evaluate(
        """() => {
          const op = model.set("moments", "call", "text", "I ring");
          wire.send = () => false;
          model.undo();
          const asked = model.queued;
          model.redo();
          const kept = model.queued;
          wire.send = (frame) => wire.sent.push(frame) > 0;
          model.undo();
          model.set("moments", "call", "text", "I write");
          const sent = () => wire.sent.map(({ type }) => type);
          const before = sent();
          wire.say({ type: "accepted", op, revision: model.revision + 1 });
          return [asked, kept, before, sent()];
        }"""
    )
    # It waits for what it undoes, and what is done next waits for it: nothing overtakes it.
    assert found == [2, 1, ["hello", "change"], ["hello", "change", "undo"]]


# The server's answers to what is done on the page come one by one.
SERVER = """
  let at = model.revision;
  const shown = [];
  model.addEventListener("change", () => shown.push(model.rows("moments", "before").length));
  const come = (operations) => {
    const done = operations.map((one, n) => ({ by: "me", at: "", revision: at + 1 + n, ...one }));
    wire.say({ type: "operations", from: at + 1, to: (at += done.length), operations: done });
  };
  const accept = (op, revision = at) => wire.say({ type: "accepted", op, revision });
  const sent = () => wire.sent.filter(({ type }) => ["change", "undo", "redo"].includes(type));
  const had = model.rows("moments", "before").length;
  const paste = (most) => model.together(() => {
    for (let n = 0; n < most; n += 1) model.add("moments", { text: `${n}` }, { parent: "before", id: `new${n}` });
  });
  const gone = ({ op }, from, to) => {
    const numbers = Array.from({ length: to - from }, (_, n) => from + n);
    come(numbers.map((n) => ({ op: n ? `${op}~${n}` : op, do: "remove", table: "moments", id: `new${n}` })));
  };
"""


@pytest.mark.parametrize("answered_first", [True, False])
@pytest.mark.parametrize("known", [0, 1, 20, 49])
def test_what_is_undone_before_all_of_it_is_answered_is_off_the_screen_at_once_and_stays_away(
    page: Page, known: int, answered_first: bool
) -> None:
    started(page)
    found = page.evaluate(
        """([known, answeredFirst]) => {"""
        + SERVER
        + """
          const answer = (n) => {
            const { op, type, base, act, ...change } = sent()[n];
            come([{ op, ...change }]);
            accept(op);
          };
          paste(50);
          for (let n = 0; n < known; n += 1) answer(n);
          model.undo();
          const at_once = model.rows("moments", "before").length;
          shown.length = 0;
          for (let n = known; n < 50; n += 1) answer(n);
          const undo = sent().at(-1);
          const types = [sent().length, undo.type];
          if (answeredFirst) accept(undo.op, at + 50);
          gone(undo, 0, 33);
          const meanwhile = model.queued;
          gone(undo, 33, 50);
          if (!answeredFirst) accept(undo.op);
          return { had, at_once, seen: [...new Set(shown)], types, meanwhile, queued: model.queued };
        }""",
        [known, answered_first],
    )
    had = found.pop("had")
    assert found == {"at_once": had, "seen": [had], "types": [51, "undo"], "meanwhile": 1, "queued": 0}


def test_an_undo_that_is_refused_or_thought_better_of_shows_again_what_it_was_about(page: Page) -> None:
    started(page)
    found = page.evaluate(
        """() => {"""
        + SERVER
        + """
          const now = () => model.rows("moments", "before").length - had;
          paste(40);
          const seen = [now()];
          for (const act of ["undo", "redo", "undo"]) {
            model[act]();
            seen.push(now());
          }
          for (let n = 0; n < 40; n += 1) accept(sent()[n].op, at + 40);
          wire.say({ type: "refused", op: sent().at(-1).op, code: "conflict", reason: "Somebody has built on it." });
          return [...seen, now(), said.length];
        }"""
    )
    assert found == [40, 0, 40, 0, 40, 1]


def test_each_undo_is_about_the_act_before_the_one_that_is_undone_already(page: Page) -> None:
    started(page)
    found = page.evaluate(
        """() => {"""
        + SERVER
        + """
          const text = () => model.row("moments", "call").text;
          const now = () => [model.rows("moments", "before").length - had, text(), !!model.row("needs", "sure")];
          model.set("moments", "call", "text", "I ring");
          model.together(() => {
            model.remove("moments", "call");
            model.add("moments", { text: "I wait" }, { parent: "before" });
          });
          const seen = [model.rows("moments", "before").length - had];
          for (let n = 0; n < 3; n += 1) {
            model.undo();
            seen.push(now());
          }
          model.set("moments", "call", "text", "I write");
          seen.push(now());
          model.undo();
          seen.push(now());
          return seen;
        }"""
    )
    ring, before = [0, "I ring", True], [0, "I call the desk", True]
    assert found == [0, ring, before, before, [0, "I write", True], before]


def test_a_removal_that_the_server_makes_in_parts_shows_none_of_it_again_in_between(page: Page) -> None:
    started(page)
    found = page.evaluate(
        """() => {"""
        + SERVER
        + """
          const op = model.remove("episodes", "before");
          const inner = model.rows("moments", "before").length;
          const episode = [!!model.row("episodes", "before")];
          come([{ op, do: "remove", table: "needs", id: "sure" }]);
          episode.push(!!model.row("episodes", "before"));
          come([{ op: `${op}~1`, do: "remove", table: "episodes", id: "before" }]);
          accept(op);
          return [inner, ...episode, !!model.row("episodes", "before"), model.queued];
        }"""
    )
    assert found == [0, False, False, False, 0]


def test_undoing_some_changes_passes_over_those_that_were_refused(page: Page) -> None:
    started(page)
    found = page.evaluate(
        """() => {
          const ops = ["call", "arrive"].map((id) => model.remove("moments", id));
          wire.say({ type: "refused", op: ops[0], code: "forbidden", reason: "It is locked." });
          wire.say({ type: "accepted", op: ops[1], revision: model.revision + 1 });
          model.undoThese(ops);
          return wire.sent.filter(({ type }) => type === "undo").length;
        }"""
    )
    assert found == 1


def test_what_somebody_did_is_never_sent_as_somebody_elses(page: Page) -> None:
    journey = started(page)
    found = page.evaluate(
        """([revision, map]) => {
          localStorage.clear();
          bench.keeper(model, "me", "map");
          wire.drop();
          model.set("moments", "call", "text", "I ring");
          wire.open();
          const you = { ...model.you, id: "other" };
          wire.say({ type: "welcome", revision, you, can: { undo: false, redo: false } });
          const sent = wire.sent.some(({ type }) => type === "change");
          const seen = [model.queued, model.row("moments", "call").text, sent];
          const kept = Object.keys(localStorage).length;
          bench.start(revision, map);
          bench.keeper(model, "me", "map");
          return { seen, kept, back: [model.queued, model.row("moments", "call").text] };
        }""",
        [journey.revision, tables(journey)],
    )
    assert found == {"seen": [0, "I call the desk", False], "kept": 1, "back": [1, "I ring"]}


def test_what_another_page_has_seen_to_is_not_sent_by_this_one(page: Page) -> None:
    journey = started(page)
    found = page.evaluate(
        """([revision, map]) => {
          localStorage.clear();
          bench.keeper(model, "me", "map");
          wire.drop();
          const order = [];
          for (let n = 0; n < 20; n += 1) order.push(model.set("moments", "call", "text", `I ring ${n}`));
          bench.start(revision, map);
          wire.drop();
          bench.keeper(model, "me", "map");
          const found = model.unanswered.map(({ op }) => op).join() === order.join();
          const key = `journeymap-kept:me:map:${order[19]}`;
          localStorage.removeItem(key);
          dispatchEvent(new StorageEvent("storage", { key, newValue: null }));
          return [found, model.queued, model.row("moments", "call").text];
        }""",
        [journey.revision, tables(journey)],
    )
    assert found == [True, 19, "I ring 18"]
