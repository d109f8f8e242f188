/** What is undone before it is answered: off the screen at once, and away for good. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { started } from "./bench.js";

/** A board, and a server whose answers to what is done on it come one by one. */
class Answered {
  constructor() {
    const { model, wire, said, revision } = started();
    this.model = model;
    this.wire = wire;
    this.said = said;
    this.at = revision;
    this.had = model.rows("moments", "before").length;
    /** @type {number[]} how many moments there are more than at first, each time that the board was drawn */
    this.shown = [];
    model.addEventListener("change", () => this.shown.push(this.more()));
  }

  /** How many moments there are more than at first. */
  more() {
    return this.model.rows("moments", "before").length - this.had;
  }

  /** Operations come from the server. @param {any[]} operations */
  come(operations) {
    const done = operations.map((one, n) => ({ by: "me", at: "", revision: this.at + 1 + n, ...one }));
    const from = this.at + 1;
    this.at += done.length;
    this.wire.say({ type: "operations", from, to: this.at, operations: done });
  }

  /** @param {string | null} op @param {number} [revision] */
  accept(op, revision = this.at) {
    this.wire.say({ type: "accepted", op, revision });
  }

  sent() {
    return this.wire.sent.filter(({ type }) => ["change", "undo", "redo"].includes(type));
  }

  /** Make so many moments in one act. @param {number} most */
  paste(most) {
    this.model.together(() => {
      for (let n = 0; n < most; n += 1) this.model.add("moments", { text: `${n}` }, { parent: "before", id: `new${n}` });
    });
  }

  /** The answer to one of what was sent. @param {number} n */
  answer(n) {
    const { op, type: _type, base: _base, act: _act, ...change } = this.sent()[n];
    this.come([{ op, ...change }]);
    this.accept(op);
  }

  /** Some of what an undo takes away. @param {{ op: string }} undo @param {number} from @param {number} to */
  gone({ op }, from, to) {
    const numbers = Array.from({ length: to - from }, (_, n) => from + n);
    this.come(numbers.map((n) => ({ op: n ? `${op}~${n}` : op, do: "remove", table: "moments", id: `new${n}` })));
  }
}

for (const answeredFirst of [true, false]) {
  for (const known of [0, 1, 20, 49]) {
    const how = `${known} of 50 answered, the undo ${answeredFirst ? "before" : "after"} what it takes away`;
    test(`what is undone before all of it is answered is off the screen at once and stays away (${how})`, () => {
      const it = new Answered();
      it.paste(50);
      for (let n = 0; n < known; n += 1) it.answer(n);
      it.model.undo();
      assert.equal(it.more(), 0);
      it.shown.length = 0;
      for (let n = known; n < 50; n += 1) it.answer(n);
      const undo = it.sent().at(-1);
      assert.deepEqual([it.sent().length, undo.type], [51, "undo"]);
      if (answeredFirst) it.accept(undo.op, it.at + 50);
      it.gone(undo, 0, 33);
      assert.equal(it.model.queued, 1);
      it.gone(undo, 33, 50);
      if (!answeredFirst) it.accept(undo.op);
      assert.deepEqual([...new Set(it.shown)], [0]);
      assert.equal(it.model.queued, 0);
    });
  }
}

test("an undo that is refused or thought better of shows again what it was about", () => {
  const it = new Answered();
  it.paste(40);
  const seen = [it.more()];
  for (const act of /** @type {const} */ (["undo", "redo", "undo"])) {
    it.model[act]();
    seen.push(it.more());
  }
  for (let n = 0; n < 40; n += 1) it.accept(it.sent()[n].op, it.at + 40);
  const refused = { type: "refused", op: it.sent().at(-1).op, code: "conflict", reason: "Somebody has built on it." };
  it.wire.say(refused);
  assert.deepEqual([...seen, it.more(), it.said.length], [40, 0, 40, 0, 40, 1]);
});

test("each undo is about the act before the one that is undone already", () => {
  const it = new Answered();
  const { model } = it;
  const now = () => [it.more(), model.row("moments", "call")?.text, !!model.row("needs", "sure")];
  model.set("moments", "call", "text", "I ring");
  model.together(() => {
    model.remove("moments", "call");
    model.add("moments", { text: "I wait" }, { parent: "before" });
  });
  assert.equal(it.more(), 0);
  const seen = [1, 2, 3].map(() => {
    model.undo();
    return now();
  });
  model.set("moments", "call", "text", "I write");
  seen.push(now());
  model.undo();
  seen.push(now());
  const [ring, before] = [[0, "I ring", true], [0, "I call the desk", true]];
  assert.deepEqual(seen, [ring, before, before, [0, "I write", true], before]);
});

test("a removal that the server makes in parts shows none of it again in between", () => {
  const it = new Answered();
  const { model } = it;
  const op = model.remove("episodes", "before");
  assert.equal(model.rows("moments", "before").length, 0);
  const isThere = () => !!model.row("episodes", "before");
  const seen = [isThere()];
  it.come([{ op, do: "remove", table: "needs", id: "sure" }]);
  seen.push(isThere());
  it.come([{ op: `${op}~1`, do: "remove", table: "episodes", id: "before" }]);
  it.accept(op);
  assert.deepEqual([...seen, isThere(), model.queued], [false, false, false, 0]);
});
