/** How long a text is for the person who reads it: the vectors that the server is held to as well. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { lengthOf } from "../../../journeymap/frontend/shared/lengths.js";

const VECTORS = JSON.parse(readFileSync(new URL("../../support/lengths.json", import.meta.url), "utf-8"));

for (const [name, [text, length]] of Object.entries(VECTORS)) {
  test(`the length of “${name}” is what the server says`, () => assert.equal(lengthOf(text), length));
}
