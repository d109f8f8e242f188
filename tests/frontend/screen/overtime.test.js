/** The clock of the beamer: down to zero, and up again from there. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Overtime } from "../../../journeymap/frontend/screen/overtime.js";

/** A clock whose time passes when the test says so. @param {import("node:test").TestContext} context */
function counting(context) {
  let now = 0;
  context.mock.timers.enable({ apis: ["setTimeout"] });
  context.mock.method(performance, "now", () => now);
  /** @type {{ left: number | null, over: number }[]} */
  const told = [];
  const clock = new Overtime((shown) => told.push(shown), () => {}, () => {});
  /** @param {number} milliseconds */
  const pass = (milliseconds) => {
    for (let rest = milliseconds; rest > 0; rest -= 5) {
      now += 5;
      context.mock.timers.tick(5);
    }
  };
  return { clock, pass, last: () => told[told.length - 1] };
}

test("at zero it counts up, second by second, until there is more time", (context) => {
  const { clock, pass, last } = counting(context);
  clock.set(2_000, 0, true);
  pass(2_010);
  assert.equal(last().left, 0);
  assert.ok(last().over < 100);
  pass(3_000);
  assert.equal(Math.floor(last().over / 1_000), 3);
  clock.set(60_000, 0, true);
  assert.deepEqual([last().left, last().over], [60_000, 0]);
  pass(2_000);
  assert.equal(last().over, 0);
});

test("whoever comes late is told by how much it is beyond", (context) => {
  const { clock, pass, last } = counting(context);
  clock.set(0, 83_000, true);
  assert.equal(last().over, 83_000);
  pass(1_010);
  assert.equal(Math.floor(last().over / 1_000), 84);
});

test("what is paused, or has no clock, is not beyond its time", (context) => {
  const { clock, pass, last } = counting(context);
  clock.set(0, 5_000, false);
  pass(2_000);
  assert.equal(last().over, 0);
  clock.set(null, 0, true);
  assert.deepEqual(last(), { left: null, over: 0 });
});
