/**
 * The board: one journey map in lanes, drawn only where one looks, edited in place by a whole room.
 *
 * @typedef {import("../live/model.js").BoardModel} BoardModel
 * @typedef {import("../shared/sayer.js").Say} Say
 * @typedef {{ model: BoardModel, say: Say, language: string, colours: string[], inks: string[],
 *   rows: import("../live/schema.js").Fields, scale: string[], remember: string, map_id: string, onSelect: (table: string | null, id: string | null) => void }} Options
 * @typedef {{ table: string, id: string }} Picked
 */

import { announcer, notices } from "../shared/notices.js";
import { activeIn, el, onceAFrame, still } from "../shared/dom.js";
import { Dragging } from "./drag.js";
import { Editing } from "./editor.js";
import { step } from "../shared/faces.js";
import { listenToKeys } from "./shortcuts.js";
import { clamp, fitting, Layout, NARROWEST, WIDEST } from "./layout.js";
import { ChosenBar } from "./chosen_bar.js";
import { Customers } from "./customers.js";
import { Sent } from "./sent.js";
import { Ghost } from "./ghost.js";
import { HoverCard } from "./hover.js";
import { makeLanes } from "./lanes/lanes.js";
import { copying } from "./clipboard.js";
import { Gate } from "../live/gate.js";
import { listenToOthers } from "./news.js";
import { TABLES } from "../live/schema.js";
import { PersonaChip } from "./persona.js";
import { ChosenPath } from "./path.js";
import { inSight, shifted } from "./viewport.js";
import { Stage } from "./stage.js";
import { Toolbar } from "./toolbar.js";
import { TurnMarks } from "./turned.js";
import { Views } from "./preferences.js";
import { listenToZoom } from "./zoom.js";

const LABEL_WIDTH = 144;
/** On a phone, or beside a panel in a narrow window, the journey needs the room. */
const LABEL_WIDTH_SMALL = 104;
const SMALL = 560;
/** Narrower than this, its head has no room for what the persona would say: all tools stand in one row. */
const TIGHT = 1150;
/** So high is the board of a small laptop. */
const LOW = 520;
/** What stands around a lane's title: its margins, and the sign that it can be folded up. */
const AROUND_TITLE = 38;
const START_WIDTH = 136;
/** What stays at the top may take so much of the sight: below it there is something to look through. */
const MOST_PINNED = 0.5;
/** What stands for a row. */
const ROWS = ".card, .note, .message, .episode, .channel-name";

export class Board {
  /** How wide the widest title of a lane is; 0 where it is not known. */
  #widest = 0;
  #ruler = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));

  /**
   * @param {HTMLElement} root
   * @param {Options} options
   */
  constructor(root, options) {
    this.root = root;
    this.model = options.model;
    this.say = options.say;
    this.language = options.language;
    this.colours = options.colours;
    this.inks = options.inks;
    this.scale = options.scale;
    /** What a new row holds and what is searched in it, as the domain says. */
    this.fields = options.rows;
    this.onSelect = options.onSelect;
    this.views = new Views(options.remember);
    this.map = options.map_id;
    /** Whether it has little room, as it was last arranged. */
    this.small = false;
    this.low = false;
    this.columnWidth = clamp(this.views.width(this.map, START_WIDTH), NARROWEST, WIDEST);
    this.layout = new Layout(this.model, this.columnWidth);
    /** @type {Picked | null} */
    this.picked = null;
    /** @type {Set<string>} moments that are chosen together */
    this.chosen = new Set();
    /** @type {import("../panel/panel.js").Panel | null} what stands beside it about the row that is chosen */
    this.panel = null;
    /** @type {string | null} a person whose view is followed */
    this.following = null;
    /** @type {(() => void)[]} */
    this.leaving = [];
    /** How much of the top of the sight is taken by what stays there. */
    this.pinned = 0;
    /** Counts what changed, so that nothing is worked out twice. */
    this.state = 0;

    this.canvas = el("div", { class: "canvas" });
    this.scroll = el("div", { class: "scroll", tabindex: -1 }, this.canvas);
    this.live = el("div", { class: "aloud", "aria-live": "polite", role: "status" });
    this.board = el("section", { class: "board", lang: this.language, "aria-label": this.say("board") });
    this.path = new ChosenPath(this);
    this.persona = new PersonaChip(this);
    this.ghost = new Ghost(this.model);
    this.customers = new Customers(this.say);
    this.sent = new Sent();
    this.toolbar = new Toolbar(this);
    this.notes = el("div", { class: "notices" });
    this.board.append(this.toolbar.element, this.scroll, this.notes, this.live);
    root.append(this.board);

    this.announce = announcer(this.live);
    this.notice = notices(this.notes, this.say("close"), () => this.scroll.focus({ preventScroll: true }));
    this.editing = new Editing(this);
    this.dragging = new Dragging(this);
    this.stage = new Stage(this);
    this.gate = new Gate(this.model, () => this.stage.said);
    this.lanes = makeLanes(this);
    this.hover = new HoverCard(this);
    this.bar = new ChosenBar(this);
    this.turnMarks = new TurnMarks(this);
    /** What was drawn last: scrolling within it draws nothing. */
    this.drawn = "";
    /** Counts what may look different: what was drawn since and comes into sight with others is left as it is. */
    this.look = 0;
    this.toolbarLook = -1;
    this.drawSoon = onceAFrame(() => this.#draw());
    this.arrangeSoon = onceAFrame(() => this.arrange());
    this.#listen();
    this.canvas.append(...this.lanes.map(({ element }) => element));
    this.arrange();
    document.fonts.ready.then(() => this.measureAnew());
  }

  /** Take everything away again. */
  close() {
    for (const leave of this.leaving) leave();
    this.board.remove();
  }

  // Where one looks

  /** The width of the part of the canvas that is in sight, without the labels. */
  get sight() {
    return Math.max(0, this.scroll.clientWidth - this.labelWidth);
  }

  /** The width of the labels at the left. */
  get labelWidth() {
    return this.small ? LABEL_WIDTH_SMALL : Math.max(LABEL_WIDTH, this.#titleWidth());
  }

  /** As wide as the longest title is, in whatever language and typeface: none is cut. */
  #titleWidth() {
    if (!this.#widest) {
      const { font } = getComputedStyle(this.lanes[0].title);
      this.#ruler.font = font;
      const widths = this.lanes.map(({ title }) => this.#ruler.measureText(title.textContent ?? "").width);
      this.#widest = font ? Math.ceil(Math.max(...widths)) + AROUND_TITLE : 0;
    }
    return this.#widest;
  }

  /** The typeface has come: what was measured before it was another one. */
  measureAnew() {
    if (!this.board.isConnected) return;
    this.#widest = 0;
    if (this.labelWidth !== parseFloat(this.board.style.getPropertyValue("--label"))) this.arrange();
  }

  /** The lanes this person sees, in their order. */
  get shownLanes() {
    return this.views.ordered(this.lanes).filter((lane) => !this.views.hidden(lane.name));
  }

  /** The element of the board that has the keyboard. */
  get focused() {
    const found = activeIn(this.board);
    return found instanceof HTMLElement && this.board.contains(found) ? found : null;
  }

  /** Work the places out anew: rows came or went, the zoom or the lanes changed. */
  arrange() {
    this.state += 1;
    const [before, left, focused] = [this.layout, this.scroll.scrollLeft, this.focused];
    this.layout = new Layout(this.model, this.columnWidth);
    // First of all, before anything is changed: to ask afterwards would lay the whole board out once more.
    const { clientWidth: wide, clientHeight: high } = this.scroll;
    // Titles are measured as they are drawn.
    this.small = wide < SMALL;
    this.low = high < LOW;
    this.board.classList.toggle("small", this.small);
    this.board.classList.toggle("tight", wide < TIGHT);
    const label = this.labelWidth;
    this.board.style.setProperty("--label", `${label}px`);
    this.canvas.style.width = `${label + this.layout.width}px`;
    for (const [name, is] of Object.entries(this.layout.shows)) this.board.classList.toggle(name, is);
    this.board.classList.toggle("with-path", this.path.isOn);
    const shown = this.shownLanes;
    for (const lane of this.lanes) if (!shown.includes(lane)) lane.element.remove();
    shown.forEach((lane, n) => {
      if (this.canvas.children[n] !== lane.element) this.canvas.insertBefore(lane.element, this.canvas.children[n] ?? null);
      lane.arrange();
    });
    this.#pin(shown, high);
    const by = shifted(this, before, left, Math.max(0, wide - label));
    if (by) this.scroll.scrollLeft = left + by;
    this.#keepKeyboard(focused);
    this.draw();
  }

  /**
   * Episodes and micro-moments stay in sight, in whatever order the lanes stand; where the board is too low for both, what
   * comes first does.
   *
   * @param {import("./lanes/lane.js").Lane[]} shown
   * @param {number} high of the sight
   */
  #pin(shown, high) {
    let top = 0;
    for (const lane of shown) {
      const stays = lane.pins && (top === 0 || top + lane.standing <= high * MOST_PINNED);
      lane.pin(stays ? top : null);
      if (stays) top += lane.standing;
    }
    this.pinned = top;
    this.board.style.setProperty("--pinned", `${top}px`);
  }

  /** Something may look different now: draw it with the next frame. */
  draw() {
    this.drawn = "";
    this.look += 1;
    this.drawSoon();
  }

  /** Draw at once: what is typed next has to find its place. */
  drawNow() {
    this.drawn = "";
    this.look += 1;
    this.#draw();
  }

  #draw() {
    const range = inSight(this);
    const drawn = `${range.from} ${range.to}`;
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const { focused } = this;
    // What is not answered yet is read first: the lanes mark it.
    if (this.toolbarLook !== this.look) this.toolbar.draw();
    this.toolbarLook = this.look;
    for (const lane of this.shownLanes) lane.draw(range);
    this.#keepKeyboard(focused);
    this.hover.follow();
    this.bar.draw();
    this.turnMarks.follow();
  }

  /**
   * Where what had the keyboard is gone, the board has it: its keys go on working.
   *
   * @param {HTMLElement | null} focused
   */
  #keepKeyboard(focused) {
    if (focused && (!focused.isConnected || focused.matches(":disabled"))) this.scroll.focus({ preventScroll: true });
  }

  /**
   * Make columns wider or narrower, keeping what is at a place of the screen where it is.
   *
   * @param {number} width
   * @param {number} [at] pixels from the left edge of the sight; the middle if not said
   * @param {boolean} [mine] whether it is how I like it, and kept for the next time
   */
  zoomTo(width, at = this.sight / 2, mine = true) {
    const now = clamp(width, NARROWEST, WIDEST);
    if (now === this.columnWidth) return;
    const anchor = (this.scroll.scrollLeft + at) / Math.max(1, this.layout.width);
    this.columnWidth = now;
    if (mine) this.views.setWidth(this.map, now);
    this.arrange();
    this.scroll.scrollLeft = anchor * this.layout.width - at;
    this.tellView();
  }

  /** The whole journey on one screen. */
  fit() {
    this.zoomTo(fitting(this.layout.columns.length, this.layout.spans.length, this.sight), 0);
    this.scroll.scrollLeft = 0;
  }

  /**
   * One episode, as large as it goes: this one, or else the one of what is chosen, or the one in the middle of the sight.
   *
   * @param {string} [id]
   */
  zoomIn(id = this.#episodeInSight()) {
    const span = this.layout.spans.find((one) => one.episode.id === id);
    if (!span) return;
    this.follow(null);
    this.zoomTo(Math.min(200, fitting(span.to - span.from + 1, 1, this.sight)), 0);
    const now = this.layout.spans.find((one) => one.episode.id === id);
    if (now) this.#scrollTo(now.x);
    this.announce(span.episode.title);
  }

  #episodeInSight() {
    const { picked, layout } = this;
    if (picked?.table === "episodes") return picked.id;
    const row = picked && this.model.row(picked.table, picked.id);
    const above = row && layout.spans.find(({ episode }) => episode.id === row.parent);
    const column = [picked?.id, row?.parent].map((id) => id && layout.byMoment.get(id)).find(Boolean);
    const at = above || column;
    if (at) return at.episode.id;
    return layout.columns[layout.indexAt(this.scroll.scrollLeft + this.sight / 2)]?.episode.id;
  }

  /**
   * Bring a micro-moment into sight.
   *
   * @param {string} id
   * @param {boolean} [now] without gliding there
   */
  reveal(id, now = false) {
    const column = this.layout.byMoment.get(id);
    if (!column) return;
    const left = this.scroll.scrollLeft;
    const right = column.x + this.columnWidth;
    if (column.x < left) this.#scrollTo(column.x - this.columnWidth / 2, now);
    else if (right > left + this.sight) this.#scrollTo(right - this.sight + this.columnWidth / 2, now);
  }

  /**
   * Bring any row into sight: its moment, or its episode.
   *
   * @param {string} table
   * @param {string} id
   */
  revealRow(table, id) {
    const row = this.model.row(table, id);
    if (table === "moments") this.reveal(id);
    else if (row?.parent && this.layout.byMoment.has(row.parent)) this.reveal(row.parent);
    if (table === "episodes") this.#revealEpisode(id);
    else if (table === "communications" && row?.parent) this.#revealEpisode(row.parent);
  }

  /** @param {string} id */
  #revealEpisode(id) {
    const span = this.layout.spans.find((one) => one.episode.id === id);
    const left = this.scroll.scrollLeft;
    if (span && (span.x + span.width < left + 40 || span.x > left + this.sight - 40)) this.#scrollTo(span.x);
  }

  /**
   * @param {number} left
   * @param {boolean} [now]
   * @param {number} [top]
   */
  #scrollTo(left, now = false, top = this.scroll.scrollTop) {
    this.scroll.scrollTo({ left, top, behavior: now || still() ? "instant" : "smooth" });
  }

  /** Tell those who follow me what I look at. */
  tellView() {
    if (this.following) return;
    const { scrollLeft, scrollTop, scrollHeight, clientHeight } = this.scroll;
    const x = (scrollLeft + this.sight / 2) / Math.max(1, this.layout.width);
    const y = (scrollTop + clientHeight / 2) / Math.max(1, scrollHeight);
    this.model.look({ x: share(x), y: share(y), zoom: this.columnWidth / START_WIDTH });
  }

  /**
   * Look where somebody looks, unless I type. `zoom` is 1 where a column is as wide as it is at first.
   *
   * @param {{ x: number, y?: number, zoom: number }} view
   */
  lookLike({ x, y, zoom }) {
    if (this.editing.open) return;
    this.zoomTo(zoom * START_WIDTH, undefined, false);
    const { scrollHeight, clientHeight } = this.scroll;
    this.#scrollTo(x * this.layout.width - this.sight / 2, false, y === undefined ? undefined : y * scrollHeight - clientHeight / 2);
  }

  // What is chosen

  /**
   * @param {string | null} table
   * @param {string | null} id
   * @param {{ add?: boolean, quiet?: boolean }} [how] `add`: to what is chosen already; `quiet`: do not tell the page
   */
  pick(table, id, how = {}) {
    const before = this.picked;
    this.picked = table && id ? { table, id } : null;
    this.#choose(table === "moments" ? id : null, !!how.add);
    this.model.select(id);
    const same = before?.id === id && before?.table === table;
    if (!how.quiet && !same) this.onSelect(table, id);
    this.draw();
  }

  /** @param {string | null} moment @param {boolean} add */
  #choose(moment, add) {
    if (!moment) this.chosen.clear();
    else if (add && this.chosen.has(moment)) this.chosen.delete(moment);
    else this.chosen = new Set(add ? [...this.chosen, moment] : [moment]);
  }

  /**
   * One more moment beside those that were chosen; without them, one that was chosen no longer is.
   *
   * @param {Set<string> | null | undefined} before
   * @param {string} id
   */
  chooseWith(before, id) {
    if (before) this.chosen = new Set([...before, id]);
    else this.chosen.delete(id);
    this.announce(this.say("chosen", { n: this.chosen.size }));
    this.draw();
  }

  /** The chosen moments in the order of the journey. */
  chosenInOrder() {
    return this.layout.columns.flatMap(({ moment }) => (moment && this.chosen.has(moment.id) ? [moment] : []));
  }

  /** What customers said of each moment, as the page counts it. @param {Readonly<Record<string, import("./customers.js").Count>>} [counts] */
  hearCustomers(counts) {
    if (!this.customers.take(counts)) return;
    this.draw();
    this.panel?.draw();
  }

  /** What the stories became in trackers, as the page tells it. @param {import("./sent.js").Items} [items] */
  hearSent(items) {
    if (!this.sent.take(items)) return;
    this.draw();
    this.panel?.draw();
  }

  /**
   * What the as-is felt like, as the page says it.
   *
   * @param {import("./ghost.js").Felt} [felt]
   */
  compareWith(felt) {
    if (this.ghost.take(felt)) this.arrange();
  }

  /**
   * What was felt in the as-is, in words.
   *
   * @param {import("../live/rows.js").Row} moment
   */
  feltBefore(moment) {
    const before = this.ghost.of(moment);
    return before === null ? "" : this.say("felt-before", { feeling: this.feeling(before) });
  }

  /** Whether this person may change anything here. */
  get mayEdit() {
    return this.model.may("edit");
  }

  /**
   * Whether this person may add to this table, in this step of the workshop.
   *
   * @param {string} table
   */
  mayAdd(table) {
    return this.gate.may({ do: "add", table });
  }

  /**
   * Whether this person may do all of this now; where not, it is said why.
   *
   * @param {...import("../live/gate.js").Wish} wishes
   */
  allows(...wishes) {
    const reason = wishes.map((wish) => this.gate.refusal(wish)).find(Boolean);
    if (!reason) return true;
    if (reason === "may-not-edit") return false; // such a board offers nothing, and says so above
    const text = this.say(reason);
    this.notice({ text, kind: "warning" });
    this.announce(text);
    return false;
  }

  /**
   * A new micro-moment after this one (null: at the beginning), open for typing.
   *
   * @param {string} episode
   * @param {string | null} after
   */
  addMoment(episode, after) {
    if (this.mayEdit) this.editing.addMoment(episode, after);
  }

  /**
   * Take the chosen rows away; undo brings them back.
   *
   * @param {Picked | null} [at] the row that has the keyboard: this one where it is not among them
   */
  removeChosen(at = null) {
    if (!this.mayEdit) return;
    const rows = this.#meant(at);
    if (!rows.length || !this.allows(...rows.map(({ table, id }) => ({ do: /** @type {const} */ ("remove"), table, row: this.model.row(table, id) })))) return;
    const next = this.#neighbour(rows);
    const removed = this.model.together(() => rows.map(({ table, id }) => this.model.remove(table, id)));
    this.pick(next?.table ?? null, next?.id ?? null);
    this.focusRow(next);
    const leave = this.notice({
      text: this.say("removed", { n: rows.length }),
      action: this.say("undo"),
      act: () => this.model.undoThese(removed),
    });
    // After the next thing I do, an undo would take that back.
    this.model.addEventListener("mine", () => queueMicrotask(leave), { once: true });
    this.announce(this.say("removed", { n: rows.length }));
  }

  /** The chosen rows, or the one that has the keyboard where it is not among them. @param {Picked | null} at @returns {Picked[]} */
  #meant(at) {
    const moments = this.chosenInOrder().map(({ id }) => ({ table: "moments", id }));
    const picked = this.picked ? [this.picked] : [];
    const chosen = moments.length ? moments : picked;
    return at && !chosen.some(({ id }) => id === at.id) ? [at] : chosen;
  }

  /**
   * Put the keyboard on a card, and the card into sight.
   *
   * @param {string} id
   */
  focusCard(id) {
    this.reveal(id, true);
    this.drawNow();
    (this.elementOf(id) ?? this.scroll).focus({ preventScroll: true });
  }

  /**
   * Put the keyboard on a row where it is drawn, or else on the board itself.
   *
   * @param {Picked | null} row
   */
  focusRow(row) {
    if (row?.table === "moments") this.focusCard(row.id);
    else ((row && this.elementOf(row.id)) ?? this.scroll).focus({ preventScroll: true });
  }

  /**
   * What stands for a row, if it is drawn.
   *
   * @param {string} id
   * @returns {HTMLElement | null}
   */
  elementOf(id) {
    return this.canvas.querySelector(`:is(${ROWS})[data-id="${CSS.escape(id)}"]`);
  }

  /**
   * The row that an element stands for.
   *
   * @param {EventTarget | undefined} element
   * @returns {Picked | null}
   */
  rowOf(element) {
    const id = element instanceof HTMLElement && element.matches(ROWS) ? element.dataset.id : undefined;
    const table = id && this.model.find(id)?.table;
    return id && table ? { table, id } : null;
  }

  /**
   * What is next to rows that go: the one after them or before them, or else what they stand under.
   *
   * @param {Picked[]} rows
   * @returns {Picked | null}
   */
  #neighbour(rows) {
    const { table, id } = rows[rows.length - 1];
    const { model } = this;
    const gone = new Set(rows.map((row) => row.id));
    const parent = model.row(table, id)?.parent ?? null;
    const all = (table === "moments" ? model.moments() : model.rows(table, parent)).map((row) => row.id);
    const there = (/** @type {string} */ one) => !gone.has(one);
    const next = all.slice(all.indexOf(id)).find(there) ?? all.filter(there).at(-1);
    if (next) return { table, id: next };
    const above = TABLES[table]?.parent;
    return above && parent ? { table: above, id: parent } : null;
  }

  #listen() {
    const sized = new ResizeObserver(() => {
      this.arrange();
      this.#keepPicked();
    });
    sized.observe(this.scroll);
    this.leaving.push(() => sized.disconnect());
    this.scroll.addEventListener("scroll", () => {
      this.drawSoon();
      this.tellView();
    });
    listenToZoom(this);
    this.scroll.addEventListener("pointerdown", () => this.follow(null));
    this.leaving.push(listenToKeys(this), listenToOthers(this), copying(this));
  }

  /** The board became lower or narrower: what is chosen stays in sight. */
  #keepPicked() {
    if (!this.picked || this.following) return;
    const [chosen] = this.canvas.querySelectorAll(".card.chosen, .note.picked, .message.picked");
    const [box, sight] = [chosen?.getBoundingClientRect(), this.scroll.getBoundingClientRect()];
    if (box && box.bottom > sight.bottom) this.scroll.scrollTop += box.bottom - sight.bottom + 12;
    if (this.picked.table === "moments") this.reveal(this.picked.id, true);
  }

  /**
   * Follow somebody's view, or nobody's.
   *
   * @param {string | null} person
   */
  follow(person) {
    if (this.following === person) return;
    this.following = person;
    const view = this.model.people.find(({ id }) => id === person)?.view;
    if (view) this.lookLike(view);
    this.toolbar.draw();
  }

  /**
   * The colour of an episode, by its place.
   *
   * @param {number} position
   */
  paint(position) {
    const at = position % this.colours.length;
    return { colour: this.colours[at], ink: this.inks[at] };
  }

  /**
   * Where a pointer is on the canvas, from the left edge of the first column.
   *
   * @param {{ clientX: number }} event
   */
  canvasX(event) {
    return event.clientX - this.scroll.getBoundingClientRect().left - this.labelWidth + this.scroll.scrollLeft;
  }

  /**
   * What a valence is called.
   *
   * @param {number | null | undefined} valence
   */
  feeling(valence) {
    return valence === null || valence === undefined ? "" : this.scale[step(valence)];
  }
}

/**
 * A part of a whole, as it is told.
 *
 * @param {number} part
 */
function share(part) {
  return clamp(Math.round(part * 1e4) / 1e4, 0, 1);
}
