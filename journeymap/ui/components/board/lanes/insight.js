// @ts-check
/** Insight: measured figures under each micro-moment. Until there are any, the lane says what will stand here. */

import { el } from "../dom.js";
import { Lane } from "./lane.js";

export class InsightLane extends Lane {
  /** @param {import("../board.js").Board} board */
  constructor(board) {
    super(board, "insight");
    this.empty = el("p", { class: "nothing-yet", text: board.say("insight-empty") });
  }

  height() {
    return 34;
  }

  show() {
    if (!this.empty.isConnected) this.body.replaceChildren(this.empty);
  }
}
