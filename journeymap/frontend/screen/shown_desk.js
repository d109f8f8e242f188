/** The desk of what the screen shows: the step whose results are meant, which may be over. */

import { Desk } from "../room/desk.js";

export class ShownDesk extends Desk {
  get step() {
    return this.now?.screen?.step ?? super.step;
  }
}
