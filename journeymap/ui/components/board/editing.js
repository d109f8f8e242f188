// @ts-check
/**
 * Typing in place. What I type is mine: what others do to the same text meanwhile does not touch it;
 * where two texts met, the board shows both.
 */

import { el } from "./dom.js";
import { newId } from "./model.js";

/** The longest texts; the server has the last word. Held equal to domain/limits.py by a test. */
export const MOST = { moments: 280, episodes: 120, needs: 280, backstage_steps: 280, communications: 280, channels: 80 };

/**
 * @typedef {{ table: string, id: string, field: string, base: string, seen: number | null, place: HTMLElement,
 *   box: HTMLTextAreaElement, fresh: boolean, make?: (text: string) => void }} Open
 */

export class Editing {
  /** @param {import("./board.js").Board} board */
  constructor(board) {
    this.board = board;
    /** @type {Open | null} */
    this.open = null;
  }

  /**
   * Open a row's text for typing.
   *
   * @param {string} table
   * @param {string} id
   * @param {string} field
   * @param {HTMLElement} place
   */
  edit(table, id, field, place) {
    const row = this.board.model.row(table, id);
    if (!row || !this.board.mayEdit || this.open?.id === id) return;
    this.#begin({ table, id, field, base: row[field], place });
    this.board.model.select(id, true);
  }

  /**
   * A new micro-moment: typed first, then added.
   *
   * @param {string} episode
   * @param {string | null} after
   */
  addMoment(episode, after) {
    const { board } = this;
    this.close(true);
    const id = newId();
    const text = board.say("new-moment");
    board.model.add("moments", { ...EMPTY_MOMENT, text }, { parent: episode, after, id });
    board.arrange();
    board.pick("moments", id);
    board.reveal(id, true);
    board.drawNow();
    const card = /** @type {any} */ (board.lanes[1]).card(id);
    if (card) this.#begin({ table: "moments", id, field: "text", base: text, place: card, fresh: true });
  }

  addEpisode() {
    const { board } = this;
    const id = newId();
    board.model.add("episodes", { title: board.say("new-episode"), targeted_valence: null, targeted_label: "", notes: "", origin: null }, { id, after: undefined });
    board.arrange();
    board.scroll.scrollLeft = board.layout.width;
    board.pick("episodes", id);
    board.drawNow();
    const place = /** @type {any} */ (board.lanes[0]).shown.get(id);
    if (place) this.#begin({ table: "episodes", id, field: "title", base: board.say("new-episode"), place, fresh: true });
  }

  /**
   * A row under a moment or an episode: its text is asked for first.
   *
   * @param {string} table
   * @param {string} parent
   */
  addUnder(table, parent) {
    const { board } = this;
    const id = newId();
    const text = board.say(`new-${table}`);
    board.model.add(table, { ...EMPTY[table], text }, { parent, id, after: undefined });
    board.arrange();
    board.pick(table, id);
    board.drawNow();
    const place = board.lanes.map((lane) => /** @type {any} */ (lane).shown?.get(id)).find(Boolean);
    if (place) this.#begin({ table, id, field: "text", base: text, place, fresh: true });
  }

  /** @param {HTMLElement} place the button that asked */
  addChannel(place) {
    const { board } = this;
    this.#begin({
      table: "channels",
      id: "",
      field: "name",
      base: "",
      place,
      make: (name) => board.model.add("channels", { name, owned: true, assumed: false, notes: "", origin: null }, { after: undefined }),
    });
  }

  /**
   * Stop typing.
   *
   * @param {boolean} keep whether what was typed is kept
   */
  close(keep) {
    const { open, board } = this;
    if (!open) return;
    this.open = null;
    const text = open.box.value.replace(/\s+/g, " ").trim();
    open.box.remove();
    open.place.classList.remove("editing");
    if (keep && text && text !== open.base) {
      if (open.make) open.make(text);
      else if (board.model.row(open.table, open.id)) board.model.set(open.table, open.id, open.field, text, open.seen);
      else board.notice({ text: board.say("gone-while-typing"), detail: text, kind: "warning", stays: true });
    }
    else if (open.fresh && board.model.row(open.table, open.id)) board.model.remove(open.table, open.id);
    if (open.id) board.model.select(open.id, false);
    open.place.focus({ preventScroll: true });
    board.arrange();
  }

  /** @param {{ table: string, id: string, field: string, base: string, place: HTMLElement, fresh?: boolean, make?: (text: string) => void }} what */
  #begin({ table, id, field, base, place, fresh = false, make }) {
    this.close(true);
    const box = /** @type {HTMLTextAreaElement} */ (
      el("textarea", {
        class: "editor",
        rows: 1,
        dir: "auto",
        maxlength: MOST[/** @type {keyof typeof MOST} */ (table)],
        "aria-label": this.board.say(`edit-${table}`),
      })
    );
    box.value = base;
    // What others write from here on I have not read: where two texts meet, the server tells both.
    this.open = { table, id, field, base, seen: this.board.model.revision, place, box, fresh, make };
    place.classList.add("editing");
    place.append(box);
    box.focus({ preventScroll: true });
    if (fresh) box.select();
    else box.setSelectionRange(base.length, base.length);
    for (const name of ["click", "dblclick", "pointerdown"]) box.addEventListener(name, (event) => event.stopPropagation());
    box.addEventListener("keydown", (event) => this.#key(event));
    box.addEventListener("blur", () => this.close(true));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.close(true);
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.close(false);
    } else if (event.key === "Tab" && this.open?.table === "moments") {
      event.preventDefault();
      this.#goOn(this.open.id, event.shiftKey ? -1 : 1);
    }
  }

  /**
   * Keep this text and open the next card.
   *
   * @param {string} id
   * @param {number} by
   */
  #goOn(id, by) {
    const { board } = this;
    this.close(true);
    const moments = board.model.moments();
    const next = moments[moments.findIndex((moment) => moment.id === id) + by];
    if (!next) return;
    board.pick("moments", next.id);
    board.reveal(next.id, true);
    board.drawNow();
    const card = /** @type {any} */ (board.lanes[1]).card(next.id);
    if (card) this.edit("moments", next.id, "text", card);
  }
}

const EVIDENCE = { evidence_status: "assumed", evidence_by: "", evidence_on: null };

/** What an empty micro-moment holds: the board shows it before the server has answered. */
export const EMPTY_MOMENT = Object.freeze({
  ...EVIDENCE,
  origin: null,
  felt_valence: null,
  felt_label: "",
  targeted_valence: null,
  targeted_label: "",
  moment_of_truth: false,
  optional: false,
  minutes: null,
  notes: "",
});

/** @type {Record<string, Record<string, any>>} */
const EMPTY = {
  needs: { ...EVIDENCE, origin: null },
  backstage_steps: { team: "", system: "", origin: null },
  communications: { tone: "", channel: null, origin: null },
};
