/** Above the lanes: zoom, search, lanes, undo; who is here; and how the connection is. */

import { el, furnish, Keyed } from "../shared/dom.js";
import { showHelp } from "./help.js";
import { byHand } from "./layout.js";
import { MOST_QUEUED } from "../live/model.js";
import { onceIn } from "../shared/throttle.js";
import { Searching } from "./search.js";
import { keepKeys, onKeys } from "../shared/keyboard.js";

/** @typedef {{ id: string, name: string, role: string, colour: number, at: string | null, editing: boolean, view?: any, hand?: string }} Person */

/** What somebody says without a word, as a sign. @type {Record<string, string>} */
const HANDS = { hand: "↑", agreed: "✓", unclear: "?" };
const MOST_FACES = 6;
const SEARCH_MS = 250;
const WHO_COLOURS = ["#c2410c", "#0f766e", "#7c3aed", "#0369a1", "#be185d", "#4d7c0f", "#b45309", "#4338ca", "#0e7490", "#a21caf"];

export class Toolbar {
  /** @param {import("./board.js").Board} board */
  constructor(board) {
    this.board = board;
    const { say } = board;
    /** @type {Set<string>} */
    this.pending = new Set();
    /** @type {Set<string>} */
    this.found = new Set();
    /** @type {{ table: string, id: string }[]} what was found, in the order of the journey */
    this.places = [];
    /** @type {Map<string, Person[]>} the others, by the row they have chosen */
    this.visitors = new Map();
    this.searching = new Searching(board);
    this.undo = this.#button("↩", "undo", () => board.model.undo());
    this.redo = this.#button("↪", "redo", () => board.model.redo());
    this.sheet = this.#button("?", "keys", () => showHelp(board));
    this.sheet.classList.add("sheet");
    this.search = /** @type {HTMLInputElement} */ (
      el("input", { type: "search", class: "search", placeholder: say("search"), "aria-label": say("search") })
    );
    this.search.addEventListener("input", () => this.#find());
    onKeys(this.search, (event) => this.#searchKey(event));
    const again = onceIn(SEARCH_MS, () => this.#find());
    const changed = () => this.search.value && again.ask();
    board.model.addEventListener("change", changed);
    board.leaving.push(() => {
      board.model.removeEventListener("change", changed);
      again.close();
    });
    this.hits = el("span", { class: "hits", "aria-live": "polite" });
    this.people = el("div", { class: "people", role: "group", "aria-label": say("people") });
    this.more = el("button", { type: "button", class: "tool more-people", "aria-haspopup": "dialog", onclick: () => this.#showPeople() });
    /** @type {((people: Person[]) => void) | null} brings the open list of people up to date */
    this.listPeople = null;
    this.readOnly = el("span", { class: "read-only", text: say("read-only"), title: say("read-only-help"), hidden: true });
    this.status = el("span", { class: "status", role: "status" });
    this.shownPeople = new Keyed(
      this.people,
      (/** @type {Person} */ { id }) => id,
      ({ id }) => this.#makePerson(id),
      (element, person) => this.#updatePerson(element, person),
    );
    this.element = el(
      "div",
      { class: "toolbar", role: "toolbar", "aria-label": say("toolbar") },
      board.persona.element,
      this.undo,
      this.redo,
      this.#button("−", "zoom-out", () => board.zoomTo(byHand(board.columnWidth / 1.25, board.columnWidth))),
      this.#button("+", "zoom-in", () => board.zoomTo(board.columnWidth * 1.25)),
      el("button", { type: "button", class: "tool words", text: say("fit"), title: say("fit-help"), onclick: () => board.fit() }),
      el("button", {
        type: "button",
        class: "tool words",
        text: say("episode"),
        title: say("episode-help"),
        "aria-label": say("episode-help"),
        onclick: () => board.zoomIn(),
      }),
      el("button", { type: "button", class: "tool words", text: say("lanes"), "aria-haspopup": "dialog", onclick: () => this.#chooseLanes() }),
      board.path.select,
      el("label", { class: "search-box" }, this.search, this.hits),
      this.people,
      this.more,
      this.readOnly,
      this.status,
      this.sheet,
    );
  }

  /**
   * @param {string} sign
   * @param {string} key
   * @param {() => void} act
   */
  #button(sign, key, act) {
    const label = this.board.say(key);
    return /** @type {HTMLButtonElement} */ (
      el("button", { type: "button", class: "tool", text: sign, title: label, "aria-label": label, onclick: act })
    );
  }

  /** Show what is so now. */
  draw() {
    const { model, say, following, mayEdit } = this.board;
    this.pending = model.pendingIds();
    furnish(this.undo, { disabled: !model.can.undo, hidden: !mayEdit });
    furnish(this.redo, { disabled: !model.can.redo, hidden: !mayEdit });
    const others = model.people.filter(({ id }) => id !== model.you?.id);
    this.visitors = byRow(others);
    this.shownPeople.show(faces(others, following));
    const more = others.length - MOST_FACES;
    const everybody = say("people-all", { n: others.length });
    furnish(this.more, { text: `+${more}`, title: everybody, "aria-label": everybody, hidden: more <= 0 });
    this.listPeople?.(others);
    this.board.path.draw();
    this.board.persona.draw();
    this.readOnly.hidden = mayEdit || !model.you;
    const waiting = model.queued;
    const said = model.status !== "live" || waiting === 0 ? say(`status-${model.status}`) : say("status-saving", { n: waiting });
    const queued = model.status !== "live" && waiting ? ` · ${say("status-queued", { n: waiting })}` : "";
    furnish(this.status, { text: said + queued, title: say(`status-${model.status}-help`, { n: MOST_QUEUED }) });
    this.status.dataset.status = model.status;
    this.board.board.dataset.status = model.status;
    this.people.classList.toggle("following", !!following);
  }

  // People

  /** @param {string} id */
  #makePerson(id) {
    return el("button", { type: "button", class: "person", onclick: () => this.board.follow(this.board.following === id ? null : id) });
  }

  /**
   * @param {HTMLElement} element
   * @param {Person} person
   */
  #updatePerson(element, person) {
    const followed = this.board.following === person.id;
    const label = this.#offer(person);
    furnish(element, { text: person.hand ? HANDS[person.hand] : initials(person.name), title: label, "aria-label": label, "aria-pressed": String(followed) });
    element.style.background = this.colourOf(person);
    element.classList.toggle("followed", followed);
  }

  /**
   * What a click on somebody does, and before it what they say with their hand.
   *
   * @param {Person} person
   */
  #offer(person) {
    const { say, following } = this.board;
    const hand = person.hand ? `${person.name}: ${say(`hand-${person.hand}`)}. ` : "";
    return hand + say(following === person.id ? "unfollow" : "follow", { name: person.name });
  }

  /** @param {Person} person */
  colourOf(person) {
    return WHO_COLOURS[person.colour % WHO_COLOURS.length];
  }

  /**
   * The others who have this row chosen, those who type in it first.
   *
   * @param {string} id
   * @returns {Person[]}
   */
  peopleAt(id) {
    return this.visitors.get(id) ?? [];
  }

  /**
   * Show on what stands for a row who has it chosen, and who is typing in it: their name, in their colour.
   *
   * @param {HTMLElement} element
   * @param {string} id
   */
  showVisitors(element, id) {
    const [person] = this.peopleAt(id);
    element.classList.toggle("visited", !!person);
    element.style.setProperty("--who", person ? this.colourOf(person) : "");
    const who = person?.editing ? this.board.say("is-editing", { name: person.name }) : this.whoIsAt(id);
    if (who) element.dataset.who = who;
    else delete element.dataset.who;
  }

  /** @param {string} id */
  whoIsAt(id) {
    return this.peopleAt(id)
      .map(({ name }) => name)
      .join(", ");
  }

  /** Everybody, by name: where there are more than there is room for above the board. */
  #showPeople() {
    const { board } = this;
    const list = el("div", { class: "people-list" });
    const shown = new Keyed(
      list,
      (/** @type {Person} */ { id }) => id,
      ({ id }) => this.#makeListed(id, () => list.closest("dialog")?.close()),
      (row, person) => {
        const followed = board.following === person.id;
        const [sign, words] = row.children;
        furnish(sign, { text: person.hand ? HANDS[person.hand] : initials(person.name) });
        sign.style.background = this.colourOf(person);
        furnish(words, { text: this.#offer(person) });
        furnish(row, { "aria-pressed": String(followed) });
      },
    );
    this.listPeople = (people) => shown.show([...people].sort((one, other) => one.name.localeCompare(other.name, board.language)));
    this.#open("who", board.say("people"), list, () => (this.listPeople = null));
    this.draw();
  }

  /**
   * @param {string} id
   * @param {() => void} done
   */
  #makeListed(id, done) {
    const { board } = this;
    const follow = () => {
      board.follow(board.following === id ? null : id);
      done();
    };
    const sign = el("span", { class: "sign", "aria-hidden": "true" });
    return el("button", { type: "button", onclick: follow }, sign, el("span", { dir: "auto" }));
  }

  // Search

  openSearch() {
    this.search.focus();
    this.search.select();
  }

  #find() {
    const { say } = this.board;
    const sought = this.search.value.trim();
    this.places = this.searching.find(sought);
    this.found = this.searching.lit(this.places);
    const n = this.places.length;
    furnish(this.hits, { text: sought ? say("hits", { n }) : "" });
    this.board.board.classList.toggle("searching", !!sought);
    this.board.draw();
  }

  /** @param {KeyboardEvent} event */
  #searchKey(event) {
    event.stopPropagation();
    if (event.key === "Escape") {
      this.search.value = "";
      this.#find();
      this.board.scroll.focus();
    } else if (event.key === "Enter") {
      const { places, board } = this;
      const at = places.findIndex(({ id }) => id === board.picked?.id);
      const last = places.length - 1;
      const next = event.shiftKey ? places[at > 0 ? at - 1 : last] : places[at < last ? at + 1 : 0];
      if (!next) return;
      board.pick(next.table, next.id);
      this.searching.show(next);
    }
  }

  // Lanes

  #chooseLanes() {
    const { board } = this;
    const { say, views, lanes } = board;
    const list = el("div", { class: "lane-list" });
    const draw = () => {
      const rows = views.ordered(lanes).map(({ name }) => {
        const box = /** @type {HTMLInputElement} */ (el("input", { type: "checkbox", id: `lane-${name}` }));
        box.checked = !views.hidden(name);
        box.addEventListener("change", () => {
          views.toggle("hidden", name);
          board.arrange();
        });
        const move = (/** @type {number} */ by) => () => {
          views.shift(lanes, name, by);
          draw();
          board.arrange();
        };
        const label = say(`lane-${name}`);
        return el(
          "div",
          {},
          box,
          el("label", { for: `lane-${name}`, text: label }),
          el("button", { type: "button", text: "↑", "aria-label": say("lane-up", { lane: label }), onclick: move(-1) }),
          el("button", { type: "button", text: "↓", "aria-label": say("lane-down", { lane: label }), onclick: move(1) }),
        );
      });
      list.replaceChildren(...rows);
    };
    draw();
    this.#open("lanes", say("lanes"), list);
  }

  /**
   * A dialog over the board.
   *
   * @param {string} name
   * @param {string} title
   * @param {HTMLElement} content
   * @param {() => void} [closed]
   */
  #open(name, title, content, closed = () => {}) {
    const { board } = this;
    const dialog = /** @type {HTMLDialogElement} */ (el("dialog", { class: name, "aria-label": title }));
    const close = el("button", { type: "button", text: board.say("close"), onclick: () => dialog.close() });
    dialog.append(el("h2", { text: title }), content, close);
    dialog.addEventListener("close", () => {
      dialog.remove();
      closed();
    });
    keepKeys(dialog);
    board.board.append(dialog);
    dialog.showModal();
  }
}

/**
 * @param {Person[]} people
 * @returns {Map<string, Person[]>} by the row they have chosen, those who type in it first
 */
function byRow(people) {
  /** @type {Map<string, Person[]>} */
  const here = new Map();
  for (const person of people) if (person.at) here.set(person.at, [...(here.get(person.at) ?? []), person]);
  for (const some of here.values()) some.sort((a, b) => Number(b.editing) - Number(a.editing));
  return here;
}

/**
 * Those whose faces are shown; whoever is followed is always among them.
 *
 * @param {Person[]} people
 * @param {string | null} following
 */
function faces(people, following) {
  const followed = people.slice(MOST_FACES).find(({ id }) => id === following);
  return followed ? [...people.slice(0, MOST_FACES - 1), followed] : people.slice(0, MOST_FACES);
}

/** @param {string} name */
function initials(name) {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : [words[0]];
  return letters.map((word) => [...word][0] ?? "").join("").toLocaleUpperCase();
}
