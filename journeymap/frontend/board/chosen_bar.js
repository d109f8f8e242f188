/**
 * What one may do with several cards that are chosen: move them, set their channels or how they feel, take them away. Each
 * is one act, for the server and for undo; what a step does not allow is refused before, in the server's own words.
 */

import { activeIn, el, furnish } from "../shared/dom.js";
import { onKeys } from "../shared/keyboard.js";
import { askPlace } from "./move_place.js";
import { Menu } from "./menu.js";

/**
 * @typedef {import("../live/gate.js").Wish} Wish
 * @typedef {import("../live/rows.js").Row} Row
 */

/** From so many on it is there. */
const SEVERAL = 2;
/** What the server says where the board has words of its own for a single card. @type {Record<string, string>} */
const SERVERS = { "not-in-this-step": "refusal-not-in-this-step", "not-mine": "refusal-not-yours" };

export class ChosenBar {
  /** @param {import("./board.js").Board} board */
  constructor(board) {
    this.board = board;
    const { say } = board;
    this.count = el("span", { class: "chosen-count" });
    this.channels = new Menu(say("chosen-channel"), () => this.#channelGroups());
    this.emotion = new Menu(say("chosen-emotion"), () => this.#emotionGroups());
    const button = (/** @type {string} */ text, /** @type {() => void} */ act) => el("button", { type: "button", class: "tool words", text, onclick: act });
    const [move, remove] = [button(say("chosen-move"), () => this.#askPlace()), button(say("chosen-remove"), () => this.#remove())];
    this.acts = [move, this.channels.element, this.emotion.element, remove];
    this.clear = button(say("chosen-clear"), () => this.leave(true));
    this.element = el("div", { class: "chosen-bar", role: "toolbar", "aria-label": say("chosen-bar"), hidden: true }, this.count, ...this.acts, this.clear);
    onKeys(this.element, (event) => this.#key(event));
    board.board.append(this.element);
  }

  /** Show what is so now. */
  draw() {
    const { board, element } = this;
    const n = board.chosen.size;
    const shown = n >= SEVERAL && !board.editing.open && !board.dragging.lifted && !board.dragging.drag?.moved;
    const held = !element.hidden && element.contains(activeIn(element));
    element.hidden = !shown;
    board.board.classList.toggle("with-bar", shown);
    if (!shown && held) board.focusRow(board.picked);
    if (!shown) return;
    furnish(this.count, { text: board.say("chosen", { n }) });
    for (const act of this.acts) act.hidden = !board.mayEdit;
  }

  /** Go into the bar. @returns {boolean} whether it is there */
  focus() {
    if (this.element.hidden) return false;
    this.#buttons[0]?.focus();
    return true;
  }

  /** Back to the cards. @param {boolean} clear whether nothing is chosen any more */
  leave(clear) {
    const { board } = this;
    const { picked } = board;
    if (clear) board.pick(null, null);
    board.focusRow(picked);
  }

  get #buttons() {
    const all = /** @type {NodeListOf<HTMLElement>} */ (this.element.querySelectorAll(":scope > button, .with-menu > button"));
    return [...all].filter((one) => one.offsetParent);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const buttons = this.#buttons;
    if (by) buttons.at((buttons.indexOf(/** @type {HTMLElement} */ (activeIn(this.element))) + by) % buttons.length)?.focus();
    else if (event.key === "Escape") this.leave(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /**
   * Whether all of this may be done now; where not, nothing of it is, and it is said why.
   *
   * @param {Wish[]} wishes
   */
  #allows(wishes) {
    const { board } = this;
    const reason = wishes.map((wish) => board.gate.refusal(wish)).find(Boolean);
    if (!reason) return true;
    const text = board.say(SERVERS[reason] ?? reason);
    board.notice({ text, kind: "warning" });
    board.announce(text);
    return false;
  }

  // What one may do

  #askPlace() {
    const { board } = this;
    const rows = board.chosenInOrder();
    if (!this.#allows(rows.map((row) => ({ do: "move", table: "moments", row })))) return;
    askPlace(board, rows, (episode, after) => {
      const still = board.chosenInOrder();
      if (!still.length || !this.#allows(still.map((row) => ({ do: "move", table: "moments", row, parent: episode })))) return;
      board.dragging.moveMoments(
        still.map(({ id }) => id),
        episode,
        after,
      );
      board.arrange();
      board.focusCard(still[0].id);
    });
  }

  #channelGroups() {
    const { model, say } = this.board;
    const rows = this.board.chosenInOrder();
    const has = (/** @type {Row} */ moment, /** @type {Row} */ channel) => model.rows("touchpoints", moment.id).some((one) => one.channel === channel.id);
    const channels = model.rows("channels");
    const item = (/** @type {boolean} */ adds) => (/** @type {Row} */ channel) => ({ label: channel.name, act: () => this.#setChannel(channel, adds) });
    return [
      { title: say("chosen-channel-add"), items: channels.filter((one) => !rows.every((row) => has(row, one))).map(item(true)) },
      { title: say("chosen-channel-remove"), items: channels.filter((one) => rows.some((row) => has(row, one))).map(item(false)) },
    ];
  }

  /** @param {Row} channel @param {boolean} adds */
  #setChannel(channel, adds) {
    const { board } = this;
    const { model } = board;
    const rows = board.chosenInOrder();
    const there = rows.flatMap(({ id }) => model.rows("touchpoints", id).filter((one) => one.channel === channel.id));
    const lacking = rows.filter(({ id }) => !there.some(({ parent }) => parent === id));
    /** @type {Wish[]} */
    const wishes = adds
      ? lacking.map(({ id }) => ({ do: "add", table: "touchpoints", parent: id }))
      : there.map((row) => ({ do: "remove", table: "touchpoints", row }));
    if (!model.row("channels", channel.id) || !this.#allows(wishes)) return;
    model.together(() => {
      if (adds) for (const { id } of lacking) model.add("touchpoints", { channel: channel.id }, { parent: id, after: undefined });
      else for (const { id } of there) model.remove("touchpoints", id);
    });
    board.announce(board.say(adds ? "chosen-channel-added" : "chosen-channel-removed", { channel: channel.name, n: wishes.length }));
  }

  #emotionGroups() {
    const { say, scale } = this.board;
    const group = (/** @type {"felt" | "targeted"} */ which) => {
      const field = /** @type {const} */ (`${which}_valence`);
      const known = scale.map((label, n) => ({ label, act: () => this.#setEmotion(field, n - 2, label) }));
      const open = { label: say("chosen-emotion-none"), act: () => this.#setEmotion(field, null, say("chosen-emotion-none")) };
      return { title: say(`line-${which}`), items: [...known.reverse(), open] };
    };
    return [group("felt"), group("targeted")];
  }

  /**
   * @param {"felt_valence" | "targeted_valence"} field
   * @param {number | null} valence
   * @param {string} feeling
   */
  #setEmotion(field, valence, feeling) {
    const { board } = this;
    const rows = board.chosenInOrder().filter((row) => row[field] !== valence);
    if (!this.#allows(rows.map((row) => ({ do: "set", table: "moments", row, field })))) return;
    board.model.together(() => {
      for (const { id } of rows) board.model.set("moments", id, field, valence);
    });
    board.announce(board.say("chosen-emotion-set", { feeling, n: rows.length }));
  }

  #remove() {
    const { board } = this;
    if (this.#allows(board.chosenInOrder().map((row) => ({ do: "remove", table: "moments", row })))) board.removeChosen();
  }
}
