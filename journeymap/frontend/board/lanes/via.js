/**
 * Channels without their map: under each micro-moment the names of those it goes through, a dot in the colour of the
 * channel before each. Where columns have no room for words, the dots alone.
 */

import { el, Keyed } from "../../shared/dom.js";

/**
 * @typedef {import("../../live/rows.js").Row} Row
 * @typedef {import("../layout.js").Column} Column
 * @typedef {{ channel: Row, n: number, colour: string, uses: number[] }} Line
 */

/** So many names have room; where there are more, the last place says how many. */
export const MOST = 3;
const HIGH = 16;
const AROUND = 10;
/** So low is the lane where nothing is in it: its label needs the room. */
const LEAST = 66;
const LEAST_SMALL = 88;

export class Via {
  /**
   * @param {import("../board.js").Board} board
   * @param {HTMLElement} place
   */
  constructor(board, place) {
    this.board = board;
    /** @type {Map<string, Line>} by channel */
    this.lines = new Map();
    this.empty = el("p", { class: "nothing-yet", text: board.say("channels-none") });
    this.shown = new Keyed(
      place,
      (/** @type {Column} */ { moment }) => moment?.id ?? "",
      ({ moment }) => this.#make(/** @type {Row} */ (moment).id),
      (cell, column) => this.#place(cell, column),
    );
  }

  height() {
    const { layout, model, small } = this.board;
    let most = 1;
    for (const { moment } of layout.columns) if (moment) most = Math.max(most, model.rows("touchpoints", moment.id).length);
    return Math.max(small ? LEAST_SMALL : LEAST, Math.min(MOST, most) * HIGH + AROUND);
  }

  /**
   * @param {import("./lane.js").Range} range
   * @param {Line[]} lines
   */
  show(range, lines) {
    this.lines = new Map(lines.map((line) => [line.channel.id, line]));
    const { place } = this.shown;
    if (lines.some(({ uses }) => uses.length)) this.empty.remove();
    else if (!this.empty.isConnected) place.append(this.empty);
    this.shown.show(
      range.kept.filter(({ moment }) => moment),
      this.board.look,
    );
  }

  /** Leave the lane to the map. */
  clear() {
    this.empty.remove();
    this.shown.show([]);
  }

  /**
   * The channels of a moment in the order of the map of channels.
   *
   * @param {string} moment
   */
  of(moment) {
    const lines = this.board.model.rows("touchpoints", moment).flatMap(({ channel }) => this.lines.get(channel) ?? []);
    return [...new Set(lines)].sort((one, other) => one.n - other.n);
  }

  /** @param {string} id */
  #make(id) {
    const { board } = this;
    const cell = el("div", { class: "via" });
    cell.dataset.id = id;
    cell.addEventListener("click", (event) => board.pick("moments", id, { add: event.shiftKey || event.ctrlKey || event.metaKey }));
    return cell;
  }

  /**
   * @param {HTMLElement} cell
   * @param {Column} column
   */
  #place(cell, { x, moment }) {
    const { board } = this;
    const { id } = /** @type {Row} */ (moment);
    Object.assign(cell.style, { left: `${x + 2}px`, width: `${board.columnWidth - 4}px` });
    cell.classList.toggle("chosen", board.chosen.has(id));
    cell.classList.toggle("off", board.path.passes(id));
    cell.classList.toggle("found", board.toolbar.found.has(id));
    const lines = this.of(id);
    const said = lines.map(({ channel, colour }) => `${channel.id} ${channel.name} ${channel.owned} ${colour}`).join("|");
    if (cell.dataset.said === said) return;
    cell.dataset.said = said;
    const room = lines.length > MOST ? MOST - 1 : MOST;
    const names = lines.map(({ channel, colour }, n) => {
      const name = el("span", { class: channel.owned ? "by" : "by theirs", dir: "auto", text: channel.name });
      name.style.setProperty("--line", colour);
      name.classList.toggle("beyond", n >= room);
      return name;
    });
    const more = lines.length - room;
    if (more > 0) names.splice(room, 0, el("span", { class: "more-by", text: board.say("channels-more", { n: more }) }));
    cell.replaceChildren(...names);
  }
}
