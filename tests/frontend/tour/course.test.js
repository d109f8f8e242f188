/** A tour comes by itself until it was ended once, and again whenever somebody asks for it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Course } from "../../../journeymap/frontend/tour/course.js";

/** What a browser remembers. */
function memory() {
  /** @type {Map<string, string>} */
  const kept = new Map();
  return {
    getItem: (/** @type {string} */ name) => kept.get(name) ?? null,
    setItem: (/** @type {string} */ name, /** @type {string} */ value) => void kept.set(name, value),
  };
}

test("it comes by itself where it may, and goes through every hint to its end", () => {
  const course = new Course(3, memory());
  course.hear("", false);
  assert.equal(course.open, false);
  course.hear("", true);
  const seen = [course.at];
  for (let n = 0; n < 3; n++) {
    course.next();
    seen.push(course.at);
  }
  assert.deepEqual(seen, [0, 1, 2, -1]);
});

test("one goes back as far as the first hint", () => {
  const course = new Course(3, memory());
  course.hear("", true);
  course.next();
  course.back();
  course.back();
  assert.equal(course.at, 0);
});

test("once ended it never comes back by itself, in no page and no visit", () => {
  const browser = memory();
  const course = new Course(3, browser);
  course.hear("", true);
  course.end();
  course.hear("", true);
  assert.equal(course.open, false);
  const again = new Course(3, browser);
  again.hear("", true);
  assert.equal(again.open, false);
});

test("whoever asks for it sees it from its beginning, each time that they ask", () => {
  const browser = memory();
  const course = new Course(3, browser);
  course.end();
  assert.equal(course.hear("a", false), true);
  course.next();
  assert.equal(course.hear("a", false), false, "the page has run again");
  assert.equal(course.at, 1);
  course.end();
  assert.equal(new Course(3, browser).hear("a", true), false, "that was answered");
  assert.equal(course.hear("b", false), true);
  assert.equal(course.at, 0);
});

test("it goes on where it was when another page is opened", () => {
  const browser = memory();
  const course = new Course(3, browser);
  course.hear("", true);
  course.next();
  const next = new Course(3, browser);
  next.hear("", true);
  assert.equal(next.at, 1);
});

test("what is kept of it may be anything, and a browser that keeps nothing is not shown it each time", () => {
  for (const kept of ["{", "7", '{"at": 99}', '{"at": "x"}', "null"]) {
    const course = new Course(3, { getItem: () => kept, setItem: () => {} });
    assert.equal(course.open, false);
  }
  const away = () => {
    throw new Error("no memory here");
  };
  const course = new Course(3, { getItem: away, setItem: away });
  course.hear("", true);
  assert.equal(course.open, false);
  course.hear("a", true);
  assert.equal(course.at, 0);
});
