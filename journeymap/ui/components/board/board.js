// @ts-check
/**
 * The board: one journey map in lanes, drawn only where one looks, edited in place by a whole room.
 *
 * @typedef {import("./model.js").BoardModel} BoardModel
 * @typedef {import("./texts.js").Say} Say
 * @typedef {{ model: BoardModel, say: Say, language: string, colours: string[], inks: string[],
 *   scale: string[], remember: string, onSelect: (table: string | null, id: string | null) => void }} Options
 * @typedef {{ table: string, id: string }} Picked
 */

import { announcer, notices } from "./notices.js";
import { el, onceAFrame, still } from "./dom.js";
import { Dragging } from "./dragging.js";
import { Editing } from "./editing.js";
import { listenToKeys } from "./keys.js";
import { clamp, fitting, Layout, NARROWEST, WIDEST } from "./layout.js";
import { makeLanes } from "./lanes/lanes.js";
import { copying } from "./clipboard.js";
import { listenToOthers } from "./others.js";
import { Stage } from "./stage.js";
import { Toolbar } from "./toolbar.js";
import { Views } from "./views.js";
import { listenToZoom } from "./zooming.js";

const LABEL_WIDTH = 132;
/** On a phone the journey needs the room. */
const LABEL_WIDTH_SMALL = 92;
const SMALL = 560;
const START_WIDTH = 136;

export class Board {
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
    this.onSelect = options.onSelect;
    this.views = new Views(options.remember);
    this.columnWidth = this.views.get("width", START_WIDTH);
    this.layout = new Layout(this.model, this.columnWidth);
    /** @type {Picked | null} */
    this.picked = null;
    /** @type {Set<string>} moments that are chosen together */
    this.chosen = new Set();
    /** @type {string | null} a person whose view is followed */
    this.following = null;
    /** @type {(() => void)[]} */
    this.leaving = [];
    /** Counts what changed, so that nothing is worked out twice. */
    this.state = 0;

    this.canvas = el("div", { class: "canvas" });
    this.scroll = el("div", { class: "scroll", tabindex: -1 }, this.canvas);
    this.live = el("div", { class: "aloud", "aria-live": "polite", role: "status" });
    this.board = el("section", { class: "board", lang: this.language, "aria-label": this.say("board") });
    this.toolbar = new Toolbar(this);
    this.notes = el("div", { class: "notices" });
    this.board.append(this.toolbar.element, this.scroll, this.notes, this.live);
    root.append(this.board);

    this.announce = announcer(this.live);
    this.notice = notices(this.notes, this.say("close"));
    this.editing = new Editing(this);
    this.dragging = new Dragging(this);
    this.stage = new Stage(this);
    this.lanes = makeLanes(this);
    /** What was drawn last: scrolling within it draws nothing. */
    this.drawn = "";
    /** Counts what may look different: what was drawn since and comes into sight with others is left as it is. */
    this.look = 0;
    this.toolbarLook = -1;
    this.drawSoon = onceAFrame(() => this.#draw());
    this.arrangeSoon = onceAFrame(() => this.arrange());
    this.#listen();
    this.arrange();
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
    return this.scroll.clientWidth < SMALL ? LABEL_WIDTH_SMALL : LABEL_WIDTH;
  }

  /** The lanes this person sees, in their order. */
  get shownLanes() {
    return this.views.ordered(this.lanes).filter((lane) => !this.views.hidden(lane.name));
  }

  /** Work the places out anew: rows came or went, the zoom or the lanes changed. */
  arrange() {
    this.state += 1;
    this.layout = new Layout(this.model, this.columnWidth);
    const label = this.labelWidth;
    this.board.style.setProperty("--label", `${label}px`);
    this.canvas.style.width = `${label + this.layout.width}px`;
    this.board.classList.toggle("legible", this.layout.legible);
    const shown = this.shownLanes;
    for (const lane of this.lanes) if (!shown.includes(lane)) lane.element.remove();
    shown.forEach((lane, n) => {
      if (this.canvas.children[n] !== lane.element) this.canvas.insertBefore(lane.element, this.canvas.children[n] ?? null);
      lane.arrange();
    });
    this.draw();
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
    const left = this.scroll.scrollLeft;
    const range = this.layout.between(left, left + this.sight);
    const drawn = `${range.from} ${range.to}`;
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    // What is not answered yet is read first: the lanes mark it.
    if (this.toolbarLook !== this.look) this.toolbar.draw();
    this.toolbarLook = this.look;
    for (const lane of this.shownLanes) lane.draw(range);
  }

  /**
   * Make columns wider or narrower, keeping what is at a place of the screen where it is.
   *
   * @param {number} width
   * @param {number} [at] pixels from the left edge of the sight; the middle if not said
   */
  zoomTo(width, at = this.sight / 2) {
    const now = clamp(width, NARROWEST, WIDEST);
    if (now === this.columnWidth) return;
    const anchor = (this.scroll.scrollLeft + at) / Math.max(1, this.layout.width);
    this.columnWidth = now;
    this.views.set("width", now);
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
    const column = (picked && layout.byMoment.get(picked.id)) || (row?.parent && layout.byMoment.get(row.parent));
    if (above || column) return (above || column).episode.id;
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
    const episode = table === "episodes" ? id : table === "communications" ? row?.parent : null;
    const span = this.layout.spans.find((one) => one.episode.id === episode);
    const left = this.scroll.scrollLeft;
    if (span && (span.x + span.width < left + 40 || span.x > left + this.sight - 40)) this.#scrollTo(span.x);
  }

  /**
   * @param {number} left
   * @param {boolean} [now]
   */
  #scrollTo(left, now = false) {
    this.scroll.scrollTo({ left, behavior: now || still() ? "instant" : "smooth" });
  }

  /** Tell those who follow me what I look at. */
  tellView() {
    if (this.following) return;
    const middle = (this.scroll.scrollLeft + this.sight / 2) / Math.max(1, this.layout.width);
    this.model.look({ x: clamp(Math.round(middle * 1e4) / 1e4, 0, 1), zoom: this.columnWidth / START_WIDTH });
  }

  /**
   * Look where somebody looks. `zoom` is 1 where a column is as wide as it is at first.
   *
   * @param {{ x: number, zoom: number }} view
   */
  lookLike({ x, zoom }) {
    this.zoomTo(zoom * START_WIDTH);
    this.#scrollTo(x * this.layout.width - this.sight / 2);
  }

  // What is chosen

  /**
   * @param {string | null} table
   * @param {string | null} id
   * @param {{ add?: boolean, quiet?: boolean }} [how] `add`: to what is chosen already; `quiet`: do not tell the page
   */
  pick(table, id, { add = false, quiet = false } = {}) {
    const before = this.picked;
    this.picked = table && id ? { table, id } : null;
    if (table === "moments" && id) {
      if (add && this.chosen.has(id)) this.chosen.delete(id);
      else this.chosen = new Set(add ? [...this.chosen, id] : [id]);
    } else {
      this.chosen.clear();
    }
    this.model.select(id);
    if (!quiet && (before?.id !== id || before?.table !== table)) this.onSelect(table, id);
    this.draw();
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

  /** Whether this person may change anything here. */
  get mayEdit() {
    return this.model.may("edit");
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

  /** Take the chosen rows away; undo brings them back. */
  removeChosen() {
    if (!this.mayEdit) return;
    const moments = this.chosenInOrder();
    const rows = moments.length ? moments.map(({ id }) => ({ table: "moments", id })) : this.picked ? [this.picked] : [];
    if (!rows.length) return;
    const next = this.#neighbour(moments);
    for (const { table, id } of rows) this.model.remove(table, id);
    this.pick(next ? "moments" : null, next);
    if (next) this.focusCard(next);
    this.notice({
      text: this.say("removed", { n: rows.length }),
      action: this.say("undo"),
      act: () => rows.forEach(() => this.model.undo()),
    });
    this.announce(this.say("removed", { n: rows.length }));
  }

  /**
   * Put the keyboard on a card.
   *
   * @param {string} id
   */
  focusCard(id) {
    this.reveal(id, true);
    this.drawNow();
    /** @type {any} */ (this.lanes[1]).card(id)?.focus({ preventScroll: true });
  }

  /** @param {{ id: string }[]} moments */
  #neighbour(moments) {
    const last = moments.at(-1);
    const at = last ? (this.layout.byMoment.get(last.id)?.index ?? -1) : -1;
    const gone = new Set(moments.map(({ id }) => id));
    const others = this.layout.columns.filter(({ moment }) => moment && !gone.has(moment.id));
    return (others.find(({ index }) => index > at) ?? others.at(-1))?.moment?.id ?? null;
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
    return valence === null || valence === undefined ? "" : this.scale[clamp(Math.round(valence) + 2, 0, 4)];
  }
}

