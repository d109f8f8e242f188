/** The board's own copy of a map: what waits, what is refused, what comes twice, and what is taken back. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { full, start, started } from "./bench.js";

/** @typedef {import("./bench.js").Wire} Wire */

/** @param {Wire} wire @param {string} type */
const sent = (wire, type) => wire.sent.filter((frame) => frame.type === type);

/** @param {import("../../../journeymap/frontend/live/model.js").BoardModel} model @param {string} id */
const textOf = (model, id) => model.row("moments", id)?.text;

test("a refusal rolls back just that change and says why", () => {
  const { model, wire, said } = started();
  const first = model.set("moments", "call", "text", "I ring");
  model.set("moments", "arrive", "text", "I get there");
  assert.deepEqual([textOf(model, "call"), textOf(model, "arrive")], ["I ring", "I get there"]);
  wire.say({ type: "refused", op: first, code: "invalid", reason: "It cannot be so." });
  assert.deepEqual([textOf(model, "call"), textOf(model, "arrive")], ["I call the desk", "I get there"]);
  const told = said.map(([name, { code, reason }]) => [name, code, reason]);
  assert.deepEqual(told, [["refused", "invalid", "It cannot be so."]]);
  assert.deepEqual([...model.pendingIds()], ["arrive"]);
});

test("a hole in the revisions asks for a new connection and changes nothing", () => {
  const { model, wire, revision } = started();
  const change = { do: "set", table: "moments", id: "call", field: "text", value: "later" };
  const operation = { revision: revision + 2, op: "o", by: "x", at: "", ...change };
  wire.say({ type: "operations", from: revision + 2, to: revision + 2, operations: [operation] });
  assert.equal(model.revision, revision);
  assert.equal(textOf(model, "call"), "I call the desk");
  assert.deepEqual(wire.sent.map(({ type }) => type), ["hello", "again"]);
});

test("operations that come twice count once", () => {
  const { model, wire, revision } = started();
  const change = { do: "add", table: "needs", id: "new", parent: "call", values: { text: "rest" }, after: null };
  const add = { revision: revision + 1, op: "o", by: "x", at: "", ...change };
  const frame = { type: "operations", from: revision + 1, to: revision + 1, operations: [add] };
  wire.say(frame);
  wire.say(frame);
  assert.deepEqual(model.rows("needs", "call").map((row) => row.id), ["new", "sure"]);
});

test("what was not answered is sent again under the same name and accepted once", () => {
  const { model, wire, said, revision } = started();
  const op = model.set("moments", "call", "text", "I ring");
  wire.drop();
  model.set("moments", "arrive", "text", "I get there");
  assert.deepEqual([model.status, model.queued], ["reconnecting", 2]);
  wire.open();
  wire.say({ type: "operations", from: revision + 1, to: revision, operations: [] });
  wire.say({ type: "welcome", revision, you: model.you, can: { undo: true, redo: false } });
  const changes = sent(wire, "change");
  assert.deepEqual(changes.map(({ id }) => id), ["call", "call", "arrive"]);
  assert.deepEqual(changes.map((one) => one.op === op), [true, true, false]);
  assert.deepEqual(sent(wire, "hello").map(({ since }) => since), [null, revision]);
  assert.equal(model.status, "live");
  assert.deepEqual(said.map(([name]) => name), ["caughtup"]);
});

test("no more is kept than the bound, and that is said", () => {
  const { model, wire, said } = started();
  wire.drop();
  for (let n = 0; n < 502; n += 1) model.set("moments", "call", "text", `I ring ${n}`);
  assert.deepEqual([model.queued, said.length, said[0][1].code], [500, 2, "unavailable"]);
  assert.equal(textOf(model, "call"), "I ring 499");
});

test("what is gone for good is still said", () => {
  const { model, wire, said } = started();
  const op = model.add("needs", { text: "rest" }, { parent: "call" });
  wire.say({ type: "refused", op, code: "gone", reason: "It is gone." });
  assert.deepEqual(said.map(([name, { code }]) => [name, code]), [["refused", "gone"]]);
  assert.equal(model.queued, 0);
});

test("undo of what was never sent takes the whole act, and the server hears of none", async () => {
  const { model, wire, revision } = started();
  const turn = () => new Promise((done) => setTimeout(done));
  const seen = () => [textOf(model, "call"), !!model.row("moments", "new"), model.rows("needs", "new").length];
  wire.drop();
  model.set("moments", "call", "text", "I ring");
  await turn();
  model.add("moments", { text: "I wait" }, { parent: model.row("moments", "call")?.parent, id: "new" });
  model.add("needs", { text: "rest" }, { parent: "new" });
  await turn();
  const steps = [seen()];
  for (const act of /** @type {const} */ (["undo", "undo", "redo", "redo", "undo"])) {
    model[act]();
    steps.push(seen());
  }
  const can = { ...model.can };
  wire.open();
  wire.say({ type: "welcome", revision, you: model.you, can: { undo: false, redo: false } });
  const [before, ring, all] = [["I call the desk", false, 0], ["I ring", false, 0], ["I ring", true, 1]];
  assert.deepEqual(steps, [all, ring, before, ring, all, ring]);
  assert.deepEqual(can, { undo: true, redo: true });
  const frames = wire.sent.filter(({ type }) => type !== "hello" && type !== "presence");
  assert.deepEqual(frames.map(({ type, value }) => [type, value]), [["change", "I ring"]]);
});

test("undo of what was sent goes to the server, and redo before it went is no more than a change of mind", () => {
  const { model, wire } = started();
  const op = model.set("moments", "call", "text", "I ring");
  const send = wire.send.bind(wire);
  wire.send = () => false;
  model.undo();
  const asked = model.queued;
  model.redo();
  const kept = model.queued;
  wire.send = send;
  model.undo();
  model.set("moments", "call", "text", "I write");
  const types = () => wire.sent.map(({ type }) => type);
  const before = types();
  wire.say({ type: "accepted", op, revision: /** @type {number} */ (model.revision) + 1 });
  // It waits for what it undoes, and what is done next waits for it: nothing overtakes it.
  assert.deepEqual([asked, kept, before, types()], [2, 1, ["hello", "change"], ["hello", "change", "undo"]]);
});

test("undoing some changes passes over those that were refused", () => {
  const { model, wire } = started();
  const ops = ["call", "arrive"].map((id) => model.remove("moments", id));
  wire.say({ type: "refused", op: ops[0], code: "forbidden", reason: "It is locked." });
  wire.say({ type: "accepted", op: ops[1], revision: /** @type {number} */ (model.revision) + 1 });
  model.undoThese(ops);
  assert.equal(sent(wire, "undo").length, 1);
});

/** Timers of a time that passes only while nothing else happens. */
class Timers {
  now = 0;
  /** @type {Map<number, { at: number, act: (() => void) | null }>} */
  #later = new Map();
  #known = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };

  constructor() {
    const set = (/** @type {() => void} */ act, wait = 0) => {
      const n = this.#later.size + 1;
      this.#later.set(n, { at: this.now + wait, act });
      return n;
    };
    const clear = (/** @type {number} */ n) => {
      const one = this.#later.get(n);
      if (one) one.act = null;
    };
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
  }

  /** The next that is due, after its time has passed. @returns {number | null} how long that was */
  next() {
    const [next] = [...this.#later.values()].filter(({ act }) => act).sort((one, other) => one.at - other.at);
    if (!next) return null;
    const waited = Math.max(0, next.at - this.now);
    this.now += waited;
    const { act } = next;
    next.act = null;
    act?.();
    return waited;
  }

  restore() {
    Object.assign(globalThis, this.#known);
  }
}

/** A server that takes 20 at once and 50 a second. `strict`: after one that came too fast, nothing for a second. */
class Throttled {
  #tokens = 20;
  #shut = 0;
  /** @type {Map<string, number>} */
  #done = new Map();
  /** @type {string[]} */
  order = [];

  /** @param {Timers} timers @param {boolean} strict @param {number} revision @param {import("./bench.js").Tables} map */
  constructor(timers, strict, revision, map) {
    this.timers = timers;
    this.strict = strict;
    this.revision = revision;
    this.there = new Set(Object.values(map).flat().map(({ id }) => id));
  }

  /** @param {number} milliseconds */
  rest(milliseconds) {
    this.#tokens = Math.min(20, this.#tokens + milliseconds / 20);
  }

  /** @param {any} frame @returns {any[]} */
  answer(frame) {
    const { timers } = this;
    timers.now += 1;
    this.#tokens = Math.min(20, this.#tokens + 0.05);
    if (this.#tokens < 1 || timers.now < this.#shut) {
      if (this.strict && timers.now >= this.#shut) this.#shut = timers.now + 1000;
      return [{ type: "refused", op: frame.op, code: "too_fast", reason: "" }];
    }
    this.#tokens -= 1;
    return this.take(frame);
  }

  /** @param {any} frame @returns {any[]} */
  take({ op, type: _type, base: _base, ...change }) {
    if (this.#done.has(op)) return [{ type: "accepted", op, revision: this.#done.get(op) }];
    const needed = [change.do === "add" ? null : change.id, change.parent].filter(Boolean);
    if (!needed.every((id) => this.there.has(id))) return [{ type: "refused", op, code: "gone", reason: "" }];
    this.there.add(change.id);
    this.order.push(op);
    this.revision += 1;
    this.#done.set(op, this.revision);
    const operation = { ...change, op, by: "me", at: "", revision: this.revision };
    const told = { type: "operations", from: this.revision, to: this.revision, operations: [operation] };
    return [{ type: "accepted", op, revision: this.revision }, told];
  }
}

/** Make moments with needs, so many changes. @param {ReturnType<typeof started>} board @param {number} enough */
function pour({ model, map }, enough) {
  const ops = [];
  for (let n = 0; ops.length < enough; n += 1) {
    const place = { parent: map.episodes[0].id, after: n ? `new${n - 1}` : null };
    ops.push(model.add("moments", { text: `${n}` }, { ...place, id: `new${n}` }));
    ops.push(model.set("moments", `new${n}`, "text", `the ${n}`));
    ops.push(model.add("needs", { text: "rest" }, { parent: `new${n}`, id: `need${n}` }));
    ops.push(model.set("moments", "call", "text", `I call ${n}`));
  }
  return ops;
}

/** @param {Wire} wire @param {Throttled} server @param {() => number} queued */
function serve(wire, server, queued) {
  for (let [turns, read] = [0, 0]; turns < 20000 && queued(); turns += 1) {
    while (read < wire.sent.length) {
      const frame = wire.sent[read++];
      if (frame.type === "change") for (const said of server.answer(frame)) wire.say(said);
    }
    const waited = server.timers.next();
    if (waited !== null) server.rest(waited);
  }
}

for (const strict of [true, false]) {
  for (const away of [false, true]) {
    test(`what comes too fast is sent again in its order, and nothing is lost (strict ${strict}, away ${away})`, () => {
      const board = started();
      const { model, wire, said, revision, map } = board;
      const timers = new Timers();
      try {
        const server = new Throttled(timers, strict, revision, map);
        if (away) wire.drop();
        const ops = pour(board, away ? 500 : 1000);
        if (away) {
          wire.open();
          wire.say({ type: "welcome", revision, you: model.you, can: { undo: false, redo: false } });
        }
        serve(wire, server, () => model.queued);
        assert.equal(model.queued, 0);
        assert.deepEqual(said.filter(([name]) => name === "refused"), []);
        assert.deepEqual(strict ? server.order : server.order.sort(), strict ? ops : ops.sort());
        if (strict) assert.equal(textOf(model, "call"), `I call ${away ? 124 : 249}`);
      } finally {
        timers.restore();
      }
    });
  }
}

test("a board of its own map knows nothing of another board", () => {
  const { revision, map } = full();
  const [one, other] = [start(revision, map), start(revision, map)];
  one.model.set("moments", "call", "text", "I ring");
  assert.equal(textOf(other.model, "call"), "I call the desk");
});
