// @ts-check
/**
 * What the workshop does to its board: whoever leads is followed while they wish it, the card that everybody
 * looks at is brought into sight, votes that are over stand on the cards, and what is locked says so. The step
 * and its clock stand above the board, where the page draws them; here they are said aloud.
 */

import { Clock } from "./clock.js";

export class Stage {
  /** @param {import("./board.js").Board} board */
  constructor(board) {
    this.board = board;
    /** @type {any} what the server said last */
    this.said = null;
    this.clock = new Clock(
      () => {},
      (what) => board.announce(board.say(`stage-${what}`)),
    );
    const listener = (/** @type {any} */ event) => this.#take(event.detail);
    board.model.addEventListener("step", listener);
    board.leaving.push(() => {
      board.model.removeEventListener("step", listener);
      this.clock.close();
    });
  }

  /**
   * The dots that a moment got in votes that everybody may know of.
   *
   * @param {string} id
   */
  votesFor(id) {
    let dots = 0;
    for (const tally of Object.values(this.said?.tallies ?? {})) {
      for (const [item, question, , n] of tally) if (item === id && question === "") dots += n;
    }
    return dots;
  }

  /** @param {string} id */
  isLit(id) {
    return this.said?.spotlight === id;
  }

  /** @param {string} id */
  isLocked(id) {
    return !!this.said?.workshop.locked_rows.includes(id);
  }

  /** @param {any} said */
  #take(said) {
    const { board } = this;
    const before = this.said;
    this.said = said;
    const { step, leading, spotlight } = said;
    this.clock.set(step?.left_ms ?? null, step?.state === "running" || step?.state === "revealed");
    if (step && before?.step && before.step.id !== step.id) board.announce(step.title);
    if (leading !== (before?.leading ?? null)) board.follow(leading === board.model.you?.id ? null : leading);
    if (spotlight && spotlight !== before?.spotlight) this.#shine(spotlight);
    board.draw();
  }

  /** @param {string} id */
  #shine(id) {
    const { board } = this;
    const found = board.model.find(id);
    if (!found) return;
    board.revealRow(found.table, id);
    board.announce(board.say("stage-spotlight"));
  }
}
