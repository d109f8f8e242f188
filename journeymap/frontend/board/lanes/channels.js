/**
 * Channels: under each micro-moment their names, or unfolded to a transit map: a row a channel, a dot a touchpoint, a
 * line from its first to its last. There a click on a crossing adds or removes a touchpoint, and the keyboard has a
 * cursor of its own. Which of the two, each person chooses for themselves; a step about channels unfolds it.
 */

import { el, furnish, Keyed, svg } from "../../shared/dom.js";
import { Lane } from "./lane.js";
import { onKeys } from "../../shared/keyboard.js";
import { Via } from "./via.js";

/**
 * @typedef {import("../../live/rows.js").Row} Row
 * @typedef {{ channel: Row, n: number, colour: string, uses: number[] }} Line
 */

const ROW = 18;
/** With many channels they stand closer. */
const CLOSE = 15;
const MANY = 12;
const TOP = 62;
const MAP = "map";
const COMPACT = "compact";

export class ChannelsLane extends Lane {
  /** @param {import("../board.js").Board} board */
  constructor(board) {
    super(board, "channels");
    /** @type {Line[]} */
    this.lines = [];
    this.switches = 0;
    this.cursor = { row: 0, column: 0 };
    /** @type {number} the board's state that `lines` were read from */
    this.readAt = -1;
    /** @type {HTMLElement | null} */
    this.adder = null;
    this.names = el("div", { class: "channel-names" });
    this.view = el("button", { type: "button", class: "lane-view", onclick: () => this.#turn() });
    this.label.append(this.view, this.names);
    this.via = new Via(board, this.body);
    this.drawing = svg("svg", { class: "transit", "aria-hidden": "true" });
    this.tracks = svg("g");
    this.dots = svg("g");
    this.mark = svg("rect", { class: "cursor", rx: 5, visibility: "hidden" });
    this.drawing.append(this.tracks, this.dots, this.mark);
    this.body.append(this.drawing);
    furnish(this.body, { tabindex: 0, role: "application" });
    this.body.addEventListener("click", (event) => this.#click(event));
    this.body.addEventListener("pointermove", (event) => this.#hover(event));
    this.body.addEventListener("pointerleave", () => this.#point(null));
    onKeys(this.body, (event) => this.#key(event));
    this.body.addEventListener("focus", () => this.#point(this.cursor));
    this.body.addEventListener("blur", () => this.#point(null));
    this.shownNames = new Keyed(
      this.names,
      (/** @type {Line} */ { channel }) => channel.id,
      ({ channel }) => this.#makeName(channel.id),
      (element, line) => this.#updateName(element, line),
    );
  }

  /** How high a channel's row is. */
  get row() {
    return this.lines.length > MANY ? CLOSE : ROW;
  }

  /** Whether it is the map; a name that is being typed on it keeps it so. */
  get unfolded() {
    const { views, editing, stage } = this.board;
    if (editing.open?.table === "channels" && !this.adder?.classList.contains("editing")) return true;
    const kept = views.get("channels", "");
    return kept ? kept === MAP : isAboutChannels(stage.said?.step);
  }

  /** Unfold the names to the map, or fold the map up; it is kept as this person likes it. */
  #turn() {
    const { views, say } = this.board;
    views.set("channels", this.unfolded ? COMPACT : MAP);
    this.board.arrange();
    this.board.announce(say(this.unfolded ? "channels-unfolded" : "channels-folded"));
  }

  height() {
    if (!this.unfolded) return this.via.height();
    return TOP + 6 + Math.max(1, this.lines.length) * this.row + (this.#asks ? 22 : 0);
  }

  /** Whether one may add a channel here now; one whose name is being typed is not taken away. */
  get #asks() {
    return this.board.mayAdd("channels") || !!this.adder?.classList.contains("editing");
  }

  said() {
    const used = this.lines.filter(({ uses }) => uses.length).length;
    if (!used) return this.board.say("none-yet");
    return [this.board.say("channels-used", { n: used }), this.board.say("switches-count", { n: this.switches })].join(", ");
  }

  arrange() {
    this.#read();
    super.arrange();
    this.#arrangeView();
    if (!this.#asks) this.adder?.remove();
    else if (!this.collapsed) {
      this.adder ??= el("button", {
        type: "button",
        class: "add-channel",
        text: `+ ${this.board.say("add-channel")}`,
        onclick: () => this.adder && this.board.editing.addChannel(this.adder),
      });
      // Where it stands already it is left: a name may be being typed in it.
      if (this.names.lastElementChild !== this.adder) this.names.append(this.adder);
    }
  }

  /** The map or the names, and the button that turns one into the other. */
  #arrangeView() {
    const { unfolded } = this;
    const { say } = this.board;
    this.names.hidden = this.collapsed;
    this.view.hidden = this.collapsed || !this.lines.length;
    furnish(this.view, {
      text: say(unfolded ? "channels-fold" : "channels-unfold"),
      title: say(unfolded ? "channels-fold-help" : "channels-unfold-help"),
      "aria-expanded": String(unfolded),
    });
    furnish(this.body, { "aria-label": say(unfolded ? "channels-keys" : "channels-compact-keys") });
    this.element.classList.toggle("unfolded", unfolded);
    if (!this.collapsed) this.shownNames.show(unfolded ? this.lines : []);
  }

  /** Which channel is used where, and how often the customer has to switch. */
  #read() {
    const { model, layout, colours, state } = this.board;
    if (this.readAt === state) return;
    this.readAt = state;
    /** @type {Map<string, number[]>} */
    const uses = new Map();
    /** @type {Set<string> | null} */
    let before = null;
    this.switches = 0;
    for (const { moment, index } of layout.columns) {
      if (!moment) continue;
      const here = new Set(model.rows("touchpoints", moment.id).map(({ channel }) => channel));
      for (const channel of here) uses.set(channel, [...(uses.get(channel) ?? []), index]);
      if (!here.size) continue;
      if (before && ![...here].some((channel) => before?.has(channel))) this.switches += 1;
      before = here;
    }
    this.lines = model.rows("channels").map((channel, n) => ({
      channel,
      n,
      colour: colours[(n * 3 + 1) % colours.length],
      uses: uses.get(channel.id) ?? [],
    }));
  }

  /** @param {number} n */
  #y(n) {
    return TOP + n * this.row + this.row / 2;
  }

  /** @param {number} index */
  #x(index) {
    const { layout, columnWidth } = this.board;
    return layout.columns[index].x + columnWidth / 2;
  }

  /** @param {import("./lane.js").Range} range */
  show(range) {
    this.#read();
    if (!this.unfolded) {
      this.drawing.remove();
      this.via.show(range, this.lines);
      return;
    }
    this.via.clear();
    this.shownNames.show(this.lines, this.board.look);
    if (!this.drawing.isConnected) this.body.append(this.drawing);
    const { board } = this;
    const { left, right } = this.cover(this.drawing, range);
    const chosen = new Set([...board.chosen].map((id) => board.layout.byMoment.get(id)?.index));
    const radius = Math.max(2, Math.min(5.5, board.columnWidth / 4));
    this.tracks.replaceChildren(...this.lines.flatMap((line) => this.#tracks(line, range, left, right)));
    const dots = this.lines.flatMap(({ n, colour, uses }) => {
      const inSight = uses.filter((index) => index >= range.from && index <= range.to);
      return inSight.map((index) =>
        svg("circle", { cx: this.#x(index), cy: this.#y(n), r: chosen.has(index) ? radius + 1.5 : radius, fill: colour }),
      );
    });
    this.dots.replaceChildren(...dots);
  }

  /**
   * The rail of a channel, and on it the way from its first use to its last.
   *
   * @param {{ n: number, colour: string, uses: number[] }} line
   * @param {import("./lane.js").Range} range
   * @param {number} left
   * @param {number} right
   */
  #tracks({ n, colour, uses }, { from, to }, left, right) {
    const y = this.#y(n);
    const rail = svg("line", { class: "rail", x1: left, x2: right, y1: y, y2: y });
    const [first, last] = [uses[0], uses[uses.length - 1]];
    if (!uses.length || first > to || last < from || first === last) return [rail];
    const [x1, x2] = [Math.max(left, this.#x(first)), Math.min(right, this.#x(last))];
    return [rail, svg("line", { class: "track", x1, x2, y1: y, y2: y, stroke: colour })];
  }

  /** @param {string} id */
  #makeName(id) {
    const { board } = this;
    const name = el("button", { type: "button", class: "channel-name", dir: "auto" });
    name.dataset.id = id;
    name.addEventListener("click", () => board.pick("channels", id));
    name.addEventListener("dblclick", () => board.editing.edit("channels", id, "name", name));
    board.dragging.liftable(name, { table: "channels", id });
    return name;
  }

  /**
   * @param {HTMLElement} element
   * @param {Line} line
   */
  #updateName(element, { channel, n, colour, uses }) {
    if (element.querySelector("textarea")) return;
    furnish(element, { text: channel.name, "aria-label": this.board.say("channel-title", { name: channel.name, n: uses.length }) });
    element.classList.toggle("theirs", !channel.owned);
    element.classList.toggle("unused", !uses.length);
    element.classList.toggle("picked", this.board.picked?.id === channel.id);
    element.classList.toggle("found", this.board.toolbar.found.has(channel.id));
    this.board.toolbar.showVisitors(element, channel.id);
    element.style.setProperty("--line", colour);
    Object.assign(element.style, { top: `${TOP + n * this.row}px`, height: `${this.row}px`, lineHeight: `${this.row - 1}px` });
  }

  /**
   * Which row is at a height of the screen, with what is left over as its fraction.
   *
   * @param {number} clientY
   */
  rowAt(clientY) {
    return (clientY - this.body.getBoundingClientRect().top - TOP) / this.row;
  }

  /** @param {{ clientX: number, clientY: number }} event */
  #crossing(event) {
    if (!this.unfolded) return null;
    const row = Math.floor(this.rowAt(event.clientY));
    const x = this.board.canvasX(event);
    const column = this.board.layout.columns[this.board.layout.indexAt(x)];
    if (!column?.moment || row < 0 || row >= this.lines.length || x > column.x + this.board.columnWidth) return null;
    return { row, column: column.index };
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const at = this.#crossing(event);
    if (!at) return;
    this.cursor = at;
    this.#toggle(at);
  }

  /** @param {PointerEvent} event */
  #hover(event) {
    this.#point(event.pointerType === "mouse" ? this.#crossing(event) : null);
  }

  /** @param {{ row: number, column: number } | null} at */
  #point(at) {
    if (!this.unfolded) return;
    const column = at && this.board.layout.columns[at.column];
    furnish(this.mark, { visibility: column && this.board.mayAdd("touchpoints") ? "visible" : "hidden" });
    if (!column || !at) return;
    const { columnWidth } = this.board;
    furnish(this.mark, { x: column.x + 2, y: TOP + at.row * this.row + 1, width: Math.max(2, columnWidth - 4), height: this.row - 2 });
    const name = this.lines[at.row]?.channel.name;
    furnish(this.body, { title: name && column.moment ? `${name}: ${column.moment.text}` : null });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const moves = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
    const move = moves[/** @type {keyof typeof moves} */ (event.key)];
    const { columns } = this.board.layout;
    if (!this.unfolded) {
      if (!this.#walk(event.key)) return;
    } else if (move && columns.length && this.lines.length) {
      const row = Math.min(this.lines.length - 1, Math.max(0, this.cursor.row + move[0]));
      const column = Math.min(columns.length - 1, Math.max(0, this.cursor.column + move[1]));
      this.cursor = { row, column };
      const { moment } = columns[column];
      if (moment) this.board.reveal(moment.id);
      this.#point(this.cursor);
      this.#sayCrossing();
    } else if (event.key === "Enter" || event.key === " ") {
      this.#toggle(this.cursor);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /**
   * Where there is no map one goes along the moments, hears their channels, and opens one.
   *
   * @param {string} key
   * @returns {boolean} whether the key meant something
   */
  #walk(key) {
    const { board, cursor } = this;
    const { columns } = board.layout;
    const by = { ArrowLeft: -1, ArrowRight: 1 }[key];
    if (by && columns.length) cursor.column = Math.min(columns.length - 1, Math.max(0, cursor.column + by));
    const moment = columns[cursor.column]?.moment;
    if (by && moment) {
      const channels = this.via.of(moment.id).map(({ channel }) => channel.name);
      board.reveal(moment.id);
      board.announce(`${moment.text}: ${channels.join(", ") || board.say("channels-none-here")}`);
    } else if (moment && (key === "Enter" || key === " ")) {
      board.pick("moments", moment.id);
    } else {
      return !!by;
    }
    return true;
  }

  #sayCrossing() {
    const { moment } = this.board.layout.columns[this.cursor.column];
    const line = this.lines[this.cursor.row];
    if (!moment || !line) return;
    const used = line.uses.includes(this.cursor.column);
    this.board.announce(this.board.say(used ? "crossing-used" : "crossing", { channel: line.channel.name, moment: moment.text }));
  }

  /** @param {{ row: number, column: number }} at */
  #toggle({ row, column }) {
    const { board } = this;
    const { moment } = board.layout.columns[column] ?? {};
    const line = this.lines[row];
    if (!moment || !line) return;
    const there = board.model.rows("touchpoints", moment.id).find(({ channel }) => channel === line.channel.id);
    if (!board.allows(there ? { do: "remove", table: "touchpoints", row: there } : { do: "add", table: "touchpoints", parent: moment.id })) return;
    if (there) board.model.remove("touchpoints", there.id);
    else board.model.add("touchpoints", { channel: line.channel.id }, { parent: moment.id, after: undefined });
    const said = { channel: line.channel.name, moment: moment.text };
    board.announce(board.say(there ? "touchpoint-removed" : "touchpoint-added", said));
    this.arrange();
    board.draw();
  }
}

/**
 * Whether a step asks for channels and not for micro-moments: then one wants to see all the crossings there are.
 *
 * @param {{ adds?: string[] | null } | null | undefined} step
 */
const isAboutChannels = (step) => !!step?.adds?.includes("touchpoints") && !step.adds.includes("moments");
