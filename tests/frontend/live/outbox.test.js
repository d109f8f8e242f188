/** What nobody has answered yet, kept on the device: for its person alone, and no longer than it waits. */

import { start, started } from "./bench.js";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Keeper } from "../../../journeymap/frontend/live/outbox.js";

beforeEach(() => localStorage.clear());

test("what somebody did is never sent as somebody else's", () => {
  const { model, wire, revision, map } = started();
  new Keeper(model, "me", "map");
  wire.drop();
  model.set("moments", "call", "text", "I ring");
  wire.open();
  wire.say({ type: "welcome", revision, you: { ...model.you, id: "other" }, can: { undo: false, redo: false } });
  assert.deepEqual([model.queued, model.row("moments", "call")?.text], [0, "I call the desk"]);
  assert.ok(!wire.sent.some(({ type }) => type === "change"));
  assert.equal(Object.keys(localStorage).length, 1);
  const next = start(revision, map).model;
  new Keeper(next, "me", "map");
  assert.deepEqual([next.queued, next.row("moments", "call")?.text], [1, "I ring"]);
});

test("what another page has seen to is not sent by this one", () => {
  const { model, wire, revision, map } = started();
  new Keeper(model, "me", "map");
  wire.drop();
  const order = Array.from({ length: 20 }, (_, n) => model.set("moments", "call", "text", `I ring ${n}`));
  const next = start(revision, map);
  next.wire.drop();
  new Keeper(next.model, "me", "map");
  assert.deepEqual(next.model.unanswered.map(({ op }) => op), order);
  const key = `journeymap-kept:me:map:${order[19]}`;
  localStorage.removeItem(key);
  dispatchEvent(new StorageEvent("storage", { key, newValue: null }));
  assert.deepEqual([next.model.queued, next.model.row("moments", "call")?.text], [19, "I ring 18"]);
});
