// @ts-check
/** Above the lanes: zoom, search, lanes, undo; who is here; and how the connection is. */

import { el, furnish, Keyed } from "./dom.js";
import { showHelp } from "./help.js";
import { MOST_QUEUED } from "./model.js";

/** @typedef {{ id: string, name: string, role: string, colour: number, at: string | null, editing: boolean, view?: any, hand?: string }} Person */

/** What somebody says without a word, as a sign. @type {Record<string, string>} */
const HANDS = { hand: "↑", agreed: "✓", unclear: "?" };
const MOST_FACES = 6;
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
    this.undo = this.#button("↶", "undo", () => board.model.undo());
    this.redo = this.#button("↷", "redo", () => board.model.redo());
    this.sheet = this.#button("?", "keys", () => showHelp(board));
    this.sheet.classList.add("sheet");
    this.search = /** @type {HTMLInputElement} */ (
      el("input", { type: "search", class: "search", placeholder: say("search"), "aria-label": say("search") })
    );
    this.search.addEventListener("input", () => this.#find());
    this.search.addEventListener("keydown", (event) => this.#searchKey(event));
    this.hits = el("span", { class: "hits", "aria-live": "polite" });
    this.people = el("div", { class: "people", role: "group", "aria-label": say("people") });
    this.more = el("span", { class: "more-people" });
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
      this.undo,
      this.redo,
      this.#button("−", "zoom-out", () => board.zoomTo(board.columnWidth / 1.25)),
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
    this.shownPeople.show(others.slice(0, MOST_FACES));
    const more = others.length - MOST_FACES;
    furnish(this.more, { text: more > 0 ? `+${more}` : "", title: others.slice(MOST_FACES).map(({ name }) => name).join(", ") });
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
    const { say, following } = this.board;
    const followed = following === person.id;
    const hand = person.hand ? `${person.name}: ${say(`hand-${person.hand}`)}. ` : "";
    const label = hand + say(followed ? "unfollow" : "follow", { name: person.name });
    furnish(element, { text: person.hand ? HANDS[person.hand] : initials(person.name), title: label, "aria-label": label, "aria-pressed": String(followed) });
    element.style.background = this.colourOf(person);
    element.classList.toggle("followed", followed);
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
    const { people, you } = this.board.model;
    const here = people.filter((person) => person.at === id && person.id !== you?.id);
    return here.length > 1 ? here.sort((a, b) => Number(b.editing) - Number(a.editing)) : here;
  }

  /** @param {string} id */
  whoIsAt(id) {
    return this.peopleAt(id)
      .map(({ name }) => name)
      .join(", ");
  }

  // Search

  openSearch() {
    this.search.focus();
    this.search.select();
  }

  #find() {
    const { model, say } = this.board;
    const sought = this.search.value.trim().toLocaleLowerCase();
    this.found = new Set();
    if (sought) {
      for (const moment of model.moments()) {
        const below = ["needs", "pain_points", "backstage_steps"].flatMap((table) => model.rows(table, moment.id).map(({ text }) => text));
        const channels = model.rows("touchpoints", moment.id).map(({ channel }) => model.row("channels", channel)?.name ?? "");
        const said = [moment.text, moment.notes, ...below, ...channels].join("\n").toLocaleLowerCase();
        if (said.includes(sought)) this.found.add(moment.id);
      }
    }
    this.hits.textContent = sought ? say("hits", { n: this.found.size }) : "";
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
      const found = this.board.model.moments().filter(({ id }) => this.found.has(id));
      const at = found.findIndex(({ id }) => id === this.board.picked?.id);
      const next = found[(at + (event.shiftKey ? -1 : 1) + found.length) % found.length];
      if (next) {
        this.board.pick("moments", next.id);
        this.board.reveal(next.id);
      }
    }
  }

  // Lanes

  #chooseLanes() {
    const { board } = this;
    const { say, views, lanes } = board;
    const dialog = /** @type {HTMLDialogElement} */ (el("dialog", { class: "lanes", "aria-label": say("lanes") }));
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
    dialog.append(el("h2", { text: say("lanes") }), list, el("button", { type: "button", text: say("close"), onclick: () => dialog.close() }));
    dialog.addEventListener("close", () => dialog.remove());
    dialog.addEventListener("keydown", (event) => event.stopPropagation());
    board.board.append(dialog);
    dialog.showModal();
  }
}

/** @param {string} name */
function initials(name) {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : [words[0]];
  return letters.map((word) => [...word][0] ?? "").join("").toLocaleUpperCase();
}
