/**
 * What of today has no card in the to-be, and about which nobody has decided: a tray above the lanes. Each is dragged to a
 * place, which gives it a card of its own, onto a card, which comes from it then too, or decided as removed; and by key.
 */

import { el, Keyed } from "../shared/dom.js";
import { keepKeys, onKeys } from "../shared/keyboard.js";

/**
 * @typedef {{ id: string, text: string }} Left
 * @typedef {{ card?: string, episode?: string, after?: string | null, x?: number }} Target
 */
const FAR_ENOUGH = 5;

/** The moments of today that no card comes from and that nobody has decided about.
 *
 * @param {Iterable<[string, string]>} asIs
 * @param {{ moments: () => readonly any[], rows: (table: string, parent?: string | null) => readonly any[] }} model
 * @returns {Left[]}
 */
export function leftOf(asIs, model) {
  const living = new Set(model.moments().flatMap(({ id, origin }) => [origin, ...model.rows("origins", id).map((row) => row.as_is)]));
  /** @type {Map<string, string>} */
  const decided = new Map();
  for (const { as_is, kind } of model.rows("dispositions")) decided.set(as_is, kind);
  return [...asIs].filter(([id]) => !living.has(id) && (decided.get(id) ?? "undecided") === "undecided").map(([id, text]) => ({ id, text }));
}

export class LeftToday {
  /**
   * @param {import("./board.js").Board} board
   * @param {() => import("../panel/panel.js").Panel | null} panel
   */
  constructor(board, panel) {
    this.board = board;
    this.panel = panel;
    const { say } = board;
    this.count = el("summary", { "data-act": "left-today" });
    this.list = el("ul", { "aria-label": say("left-today-label") });
    this.help = el("p", { text: say("left-today-help") });
    this.element = el("details", { class: "left-today", hidden: true }, this.count, this.help, this.list);
    board.board.insertBefore(this.element, board.scroll);
    this.element.addEventListener("toggle", () => board.arrangeSoon());
    this.shown = new Keyed(this.list, (/** @type {Left} */ one) => one.id, (one) => this.#make(one), (element, one) => (element.firstElementChild.textContent = one.text));
    keepKeys(this.element);
    const draw = () => this.draw();
    board.model.addEventListener("change", draw);
    board.leaving.push(() => board.model.removeEventListener("change", draw));
  }

  /** The panel has come, which knows what today's moments are called. */
  follow() {
    const panel = this.panel();
    if (panel) panel.heardAsIs = () => this.draw();
    this.draw();
  }

  /** Show what is left now. */
  draw() {
    const { board } = this;
    const panel = this.panel();
    const isToBe = board.model.header()?.kind === "to-be";
    if (isToBe && board.mayEdit) panel?.wantAsIs();
    const left = isToBe && board.mayEdit && panel?.knowsAsIs ? leftOf(panel.asIs, board.model) : [];
    this.element.hidden = !left.length;
    this.count.textContent = board.say("left-today", { n: left.length });
    this.shown.show(left);
  }

  /** @param {Left} one */
  #make({ id }) {
    const { say } = this.board;
    const name = el("button", { type: "button", class: "left-name", dir: "auto", "data-left": id, title: say("left-today-keys") });
    const make = el("button", { type: "button", "data-act": "give", text: say("left-today-give"), onclick: () => this.give(id) });
    const drop = el("button", { type: "button", "data-act": "removed", text: say("left-today-removed"), onclick: () => this.decide(id) });
    onKeys(name, (event) => this.#hear(event, id));
    name.addEventListener("pointerdown", (event) => event.button === 0 && this.#lift(event, name, id));
    return el("li", {}, name, make, drop);
  }

  /** @param {KeyboardEvent} event @param {string} id */
  #hear(event, id) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { picked } = this.board;
    const act = { Enter: () => this.give(id), n: () => this.give(id), x: () => this.decide(id), j: () => picked?.table === "moments" && this.give(id, { card: picked.id }) }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** A card where it stood, at a place, or one that is there. @param {string} moment @param {{ card?: string, episode?: string, after?: string | null }} [where] */
  give(moment, where = {}) {
    const { board } = this;
    if (!board.allows({ do: "add", table: "moments", parent: where.episode ?? null })) return;
    this.panel()?.ask({ do: "give-card", moment, ...where }).then(({ refused }) => board.announce(refused ?? board.say("left-today-given")));
  }

  /** It is removed, and somebody says so. @param {string} moment */
  decide(moment) {
    const { board } = this;
    const text = this.panel()?.asIs.get(moment) ?? "";
    if (!board.allows({ do: "add", table: "dispositions", parent: null })) return;
    board.model.add("dispositions", { as_is: moment, text, kind: "removed", proposed: "removed" });
    board.announce(board.say("left-today-decided", { text }));
  }

  /** @param {PointerEvent} down @param {HTMLElement} name @param {string} id */
  #lift(down, name, id) {
    const { board } = this;
    /** @type {HTMLElement | null} */
    let ghost = null;
    const leave = new AbortController();
    const { signal } = leave;
    const end = () => {
      leave.abort();
      quiet();
      ghost?.remove();
      this.#show(null);
    };
    const quiet = onKeys(window, (event) => event.key === "Escape" && end(), true);
    addEventListener("pointermove", (event) => {
      if (event.pointerId !== down.pointerId) return;
      if (!ghost && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < FAR_ENOUGH) return;
      ghost ??= board.board.appendChild(el("div", { class: "left-ghost", dir: "auto", text: name.textContent ?? "" }));
      ghost.style.transform = `translate(${event.clientX + 8}px, ${event.clientY + 8}px)`;
      this.#show(this.#at(event));
    }, { signal });
    addEventListener("pointerup", (event) => {
      const where = ghost ? this.#at(event) : null;
      end();
      if (where) this.give(id, where.card ? { card: where.card } : { episode: where.episode, after: where.after });
    }, { signal });
    addEventListener("pointercancel", end, { signal });
  }

  /** What it would be dropped on. @param {PointerEvent} event @returns {Target | null} */
  #at(event) {
    const { board } = this;
    const root = /** @type {ShadowRoot | Document} */ (board.board.getRootNode());
    const over = root.elementFromPoint(event.clientX, event.clientY);
    const card = over?.closest(".card");
    if (card instanceof HTMLElement && card.dataset.id) return { card: card.dataset.id };
    return over && board.scroll.contains(over) ? board.layout.dropAt(board.canvasX(event), new Set()) : null;
  }

  /** @param {Target | null} where */
  #show(where) {
    /** @type {any} */ (this.board.lanes[1]).showDrop(where && !where.card ? where : null);
    for (const card of this.board.canvas.querySelectorAll(".card.takes-left")) card.classList.remove("takes-left");
    if (where?.card) /** @type {any} */ (this.board.lanes[1]).card(where.card)?.classList.add("takes-left");
  }
}
