/** Insight: measured figures under each micro-moment. Until there are any, the lane says what will stand here. */

import { el } from "../../shared/dom.js";
import { Lane } from "./lane.js";

export class InsightLane extends Lane {
  /** @param {import("../board.js").Board} board */
  constructor(board) {
    super(board, "insight");
    const text = board.say("insight-empty");
    this.empty = el("p", { class: "nothing-yet", text, title: text });
  }

  height() {
    return 34;
  }

  /** @param {import("./lane.js").Range} range */
  show({ sight }) {
    // A short journey leaves the text the rest of the sight.
    this.empty.style.maxWidth = `${Math.max(120, sight - 24)}px`;
    if (!this.empty.isConnected) this.body.replaceChildren(this.empty);
  }
}
