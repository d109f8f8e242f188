/** The desk of what the screen shows: the step whose results are meant, which may be over, and the as-is beside a to-be. */

import { Desk } from "../room/desk.js";

export class ShownDesk extends Desk {
  /** The map that a to-be is compared with, where the screen has it. @type {import("../live/model.js").BoardModel | null} */
  before = null;

  get step() {
    return this.now?.screen?.step ?? super.step;
  }
}
