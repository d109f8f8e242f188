/** The time that is left: how it is spelt, what is said as it passes, and which of two counts is believed. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Countdown, spell } from "../../../journeymap/frontend/shared/countdown.js";

/** A countdown of a time that passes when the test says so. @param {import("node:test").TestContext} context */
function counting(context) {
  let now = 0;
  context.mock.timers.enable({ apis: ["setTimeout"] });
  context.mock.method(performance, "now", () => now);
  /** @type {(string | number | null)[]} */
  const told = [];
  const countdown = new Countdown((left) => told.push(left), (what) => told.push(what), () => told.push("untrue"));
  /** @param {number} milliseconds */
  const pass = (milliseconds) => {
    now += milliseconds;
    context.mock.timers.tick(milliseconds);
  };
  return { countdown, told, pass };
}

test("a second that has begun still counts, and hours only where there are some", () => {
  assert.deepEqual([0, 1, 61_000, 461_001, 4_062_000].map(spell), ["00:00", "00:01", "01:01", "07:42", "1:07:42"]);
});

test("two minutes and the end are said once, when they are passed", (context) => {
  const { countdown, told, pass } = counting(context);
  countdown.set(120_500, true);
  pass(505);
  assert.deepEqual(told.filter((one) => typeof one === "string"), ["two-minutes"]);
  assert.equal(countdown.now, "two-minutes");
  countdown.set(1_000, true);
  assert.deepEqual(told.filter((one) => typeof one === "string"), ["two-minutes", "untrue"]);
  pass(1_005);
  assert.equal(told.at(-1), "time-is-up");
});

test("what is paused neither ends soon nor is over", (context) => {
  const { countdown } = counting(context);
  countdown.set(0, false);
  assert.equal(countdown.now, null);
  countdown.set(90_000, false);
  assert.equal(countdown.now, null);
});

test("who has no clock counts nothing", (context) => {
  const { countdown, told, pass } = counting(context);
  countdown.set(null, true);
  pass(5_000);
  assert.deepEqual(told, [null]);
  assert.equal(countdown.left(), null);
});

test("a page that says the same again is not believed where our own count differs by no more than the way here", (context) => {
  const { countdown, pass } = counting(context);
  countdown.follow("step", 60_000, true);
  pass(10_000);
  countdown.follow("step", 50_600, true);
  assert.equal(countdown.left(), 50_000);
  countdown.follow("step", 49_000, true);
  assert.equal(countdown.left(), 49_000);
  countdown.follow("next", 49_100, true);
  assert.equal(countdown.left(), 49_100);
});
