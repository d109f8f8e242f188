/**
 * Typing in place. What I type is mine: what others do to the same text meanwhile does not touch it;
 * where two texts met, the board shows both.
 */

import { el, furnish } from "../shared/dom.js";
import { inOneLine, lengthOf } from "../shared/lengths.js";
import { newId } from "../shared/ids.js";
import { onKeys } from "../shared/keyboard.js";
import { Typist } from "./typist.js";

/** The longest texts; the server has the last word. Held equal to domain/model/limits.py by a test. */
export const MOST = { moments: 280, episodes: 120, needs: 280, backstage_steps: 280, communications: 280, channels: 80 };

/** CSS pixels between the text and what is said below it, as the style sheet has it. */
const GAP = 4;

/**
 * @typedef {{ table: string, id: string, field: string, base: string, seen: number | null, place: HTMLElement,
 *   box: HTMLTextAreaElement, count: HTMLElement, make?: (text: string) => void }} Open
 * @typedef {{ picked: import("./board.js").Picked | null, focused: HTMLElement | null }} From
 * @typedef {{ table: string, id: string, field: string, parent: string | null, after: string | null | undefined,
 *   values: Record<string, any>, before: string[], from: From }} Draft
 *   a new row, which nobody else sees before it has its text; `before`: the siblings it stands behind; `from`: where I was
 */

export class Editing {
  /** @param {import("./board.js").Board} board */
  constructor(board) {
    this.board = board;
    /** @type {Open | null} */
    this.open = null;
    /** @type {Draft | null} the row that is open, where it is new */
    this.draft = null;
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
    if (!row || this.open?.id === id || !this.board.allows({ do: "set", table, row, field })) return;
    this.#begin({ table, id, field, base: row[field], place });
    this.board.model.select(id, true);
  }

  /**
   * A new micro-moment after this one (null: at the beginning).
   *
   * @param {string} episode
   * @param {string | null} after
   */
  addMoment(episode, after) {
    if (this.board.views.collapsed("moments")) this.board.lanes[1].fold();
    this.#add({ table: "moments", field: "text", parent: episode, after, values: { ...this.board.fields.defaults.moments, text: this.board.say("new-moment") } });
  }

  addEpisode() {
    const title = this.board.say("new-episode");
    this.#add({ table: "episodes", field: "title", parent: null, after: undefined, values: { ...this.board.fields.defaults.episodes, title } });
  }

  /**
   * A row under a moment or an episode.
   *
   * @param {string} table
   * @param {string} parent
   */
  addUnder(table, parent) {
    this.#add({ table, field: "text", parent, after: undefined, values: { ...this.board.fields.defaults[table], text: this.board.say(`new-${table}`) } });
  }

  /**
   * A new row is typed first, and added once it has its text: nobody sees it half, and one undo takes it back.
   *
   * @param {Omit<Draft, "id" | "before" | "from">} what
   * @param {string} [text] what it begins with
   */
  #add(what, text = "") {
    const { board } = this;
    this.close(true);
    if (!board.allows({ do: "add", table: what.table, parent: what.parent })) return;
    const { table, field, values } = what;
    const draft = { ...what, id: newId(), before: [], from: { picked: board.picked, focused: board.focused } };
    this.draft = draft;
    this.keepPlace();
    this.#show();
    board.arrange();
    board.pick(table, draft.id);
    if (table === "episodes") board.scroll.scrollLeft = board.layout.width;
    else board.reveal(draft.id, true);
    board.drawNow();
    const place = board.elementOf(draft.id);
    if (place) this.#begin({ table, id: draft.id, field, base: values[field], place });
    else this.#giveUp(draft, true);
    if (place && text) this.#write(text);
  }

  /** Rows came, went or moved: what is being added stays behind the one it stands behind, or behind the one before that. */
  keepPlace() {
    const { draft, board } = this;
    if (!draft || draft.after === undefined) return;
    const ids = board.model.rows(draft.table, draft.parent).map(({ id }) => id);
    const after = ids.includes(String(draft.after)) ? draft.after : (draft.before.filter((id) => ids.includes(id)).at(-1) ?? null);
    if (after !== draft.after) {
      draft.after = after;
      this.#show();
    }
    draft.before = after ? ids.slice(0, ids.indexOf(after) + 1).filter((id) => id !== draft.id) : [];
  }

  /** Draw the new row where it will stand. */
  #show() {
    const { draft, board } = this;
    if (!draft) return;
    const { table, id, parent, values, after } = draft;
    board.model.draft({ do: "add", table, id, parent, values, ...(after === undefined ? {} : { after }) });
  }

  /**
   * A row that was not added after all: I am where I was before.
   *
   * @param {Draft} draft
   * @param {boolean} back whether the keyboard goes there too
   */
  #giveUp({ from: { picked, focused } }, back) {
    const { board } = this;
    this.draft = null;
    board.model.draft(null);
    const there = picked && board.model.row(picked.table, picked.id) ? picked : null;
    board.pick(there?.table ?? null, there?.id ?? null);
    board.arrange();
    if (!back) return;
    if (focused?.isConnected) focused.focus({ preventScroll: true });
    else board.focusRow(there);
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
      make: (name) => board.model.add("channels", { ...board.fields.defaults.channels, name }, { after: undefined }),
    });
  }

  /**
   * Stop typing.
   *
   * @param {boolean} keep whether what was typed is kept
   * @param {boolean} [back] whether the keyboard goes back to where I typed
   */
  close(keep, back = true) {
    const { open, draft, board } = this;
    if (!open) return;
    this.board.canvas.classList.remove("released");
    this.open = null;
    this.draft = null;
    const text = inOneLine(open.box.value);
    open.box.remove();
    open.count.remove();
    open.place.classList.remove("editing");
    if (draft) board.model.draft(null);
    if (keep) this.#keepTyped(open, draft, text);
    if (open.id) board.model.select(open.id, false);
    if (draft && !board.model.row(draft.table, draft.id)) {
      this.#giveUp(draft, back);
      return;
    }
    board.arrange();
    if (back) this.#goBack(open);
  }

  /** The keyboard goes back to where I typed. @param {Open} open */
  #goBack(open) {
    if (open.place.isConnected) open.place.focus({ preventScroll: true });
    else this.board.focusRow(null);
  }

  /** @param {Open} open @param {typeof this.draft} draft @param {string} text */
  #keepTyped(open, draft, text) {
    if (this.#over(open, text)) this.#setAside(open, draft, text);
    else if (text && text !== open.base) this.#keep(open, draft, text);
  }

  /**
   * How many characters of a text are too many.
   *
   * @param {Open} open
   * @param {string} text
   */
  #over({ table }, text) {
    return Math.max(0, lengthOf(text) - MOST[/** @type {keyof typeof MOST} */ (table)]);
  }

  /** Whether what stands in the editor is too long: said, and left there. */
  #refuses() {
    const { open, board } = this;
    const n = open ? this.#over(open, inOneLine(open.box.value)) : 0;
    if (open && n) board.announce(board.say("too-long", { n, most: MOST[/** @type {keyof typeof MOST} */ (open.table)] }));
    return n > 0;
  }

  /**
   * What is too long and whose editor has to go is kept where it can be read, and opened again.
   *
   * @param {Open} open
   * @param {Draft | null} draft
   * @param {string} text
   */
  #setAside(open, draft, text) {
    const { board } = this;
    const { table, id, field } = open;
    this.offer(table, text, () => {
      const place = board.elementOf(id);
      if (draft) this.#add({ table, field, parent: draft.parent, after: draft.after, values: draft.values }, text);
      else if (place && board.model.row(table, id)) {
        this.edit(table, id, field, place);
        this.#write(text);
      } else return false;
      return true;
    });
  }

  /**
   * A text that is too long: it stays until somebody has shortened it, or let it go.
   *
   * @param {string} table
   * @param {string} text
   * @param {() => boolean} open whether it could be opened for mending
   */
  offer(table, text, open) {
    const { board } = this;
    const most = MOST[/** @type {keyof typeof MOST} */ (table)];
    board.notice({
      text: board.say("too-long", { n: lengthOf(text) - most, most }),
      detail: text,
      action: board.say("shorten"),
      act: () => open() || this.offer(table, text, open),
      kind: "warning",
      stays: true,
    });
  }

  /** @param {string} text */
  #write(text) {
    if (!this.open) return;
    this.open.box.value = text;
    this.open.box.setSelectionRange(text.length, text.length);
    this.#grow(this.open.box);
  }

  /**
   * A new micro-moment that begins with this text, open for typing.
   *
   * @param {string} episode
   * @param {string | null} after
   * @param {string} text
   */
  addMomentWith(episode, after, text) {
    this.addMoment(episode, after);
    this.#write(text);
    return !!this.draft;
  }

  /**
   * @param {Open} open
   * @param {Draft | null} draft
   * @param {string} text
   */
  #keep({ table, id, field, seen, make }, draft, text) {
    const { model, notice, say } = this.board;
    if (make) make(text);
    else if (draft && (draft.parent === null || model.find(draft.parent))) {
      const { parent, after, values } = draft;
      model.add(table, { ...values, [field]: text }, { parent, after, id });
    } else if (model.row(table, id)) model.set(table, id, field, text, seen);
    else notice({ text: say("gone-while-typing"), detail: text, kind: "warning", stays: true });
  }

  /** @param {{ table: string, id: string, field: string, base: string, place: HTMLElement, make?: (text: string) => void }} what */
  #begin({ table, id, field, base, place, make }) {
    if (!this.draft) this.close(true);
    const box = /** @type {HTMLTextAreaElement} */ (
      el("textarea", {
        class: "editor",
        rows: 1,
        dir: "auto",
        "aria-label": this.board.say(`edit-${table}`),
      })
    );
    const count = el("span", { class: "editor-count", "aria-live": "polite", hidden: true });
    box.value = base;
    // What others write from here on I have not read: where two texts meet, the server tells both.
    this.open = { table, id, field, base, seen: this.board.model.revision, place, box, count, make };
    // Whoever types looks at what they type.
    this.board.follow(null);
    place.classList.add("editing");
    place.append(box, count);
    this.#grow(box);
    box.focus({ preventScroll: true });
    if (this.draft) box.select();
    else box.setSelectionRange(base.length, base.length);
    for (const name of ["click", "dblclick", "pointerdown"]) box.addEventListener(name, (event) => event.stopPropagation());
    box.addEventListener("input", () => this.#grow(box));
    onKeys(box, (event) => this.#key(event));
    // A name is typed inside a button, which takes a space for a click.
    box.addEventListener("keyup", (event) => event.key === " " && event.preventDefault());
    // Whoever clicked elsewhere wants the keyboard there; a window that lost it gives it back later.
    // What is too long stays open beside what one does next.
    const typist = new Typist(box);
    box.addEventListener("blur", ({ relatedTarget }) => {
      if (typist.takesBack(relatedTarget)) return;
      if (!box.isConnected || !this.#refuses()) this.close(true, !relatedTarget && !document.hasFocus());
    });
  }

  /**
   * As high as its text, over the lanes below it, and in sight with what is said below it; what is higher than the board
   * is scrolled. A channel's name has only its own row.
   *
   * @param {HTMLTextAreaElement} box
   */
  #grow(box) {
    this.#count();
    if (!this.open || this.open.table === "channels") return;
    const { count } = this.open;
    const { scroll } = this.board;
    const below = count.hidden ? 0 : GAP + Math.ceil(count.getBoundingClientRect().height);
    box.style.height = "";
    const wanted = box.scrollHeight + box.offsetHeight - box.clientHeight;
    if (wanted > box.offsetHeight) box.style.height = `${Math.min(wanted, scroll.clientHeight - below)}px`;
    count.style.top = `${box.offsetTop + box.offsetHeight}px`;
    this.#release(box, below);
    const [edge, sight] = [box.getBoundingClientRect(), scroll.getBoundingClientRect()];
    scroll.scrollTop -= Math.max(0, sight.top - edge.top);
    scroll.scrollTop += Math.max(0, edge.bottom + below - sight.top - scroll.clientHeight);
    scroll.scrollLeft += Math.max(0, edge.right - sight.left - scroll.clientWidth);
  }

  /**
   * What is higher than the room below its card has to scroll: then the cards no longer stay at the top, until it is written.
   *
   * @param {HTMLTextAreaElement} box
   * @param {number} below
   */
  #release(box, below) {
    const { scroll, canvas } = this.board;
    const low = box.getBoundingClientRect().bottom + below > scroll.getBoundingClientRect().top + scroll.clientHeight;
    if (low && box.closest(".lane-moments.pinned")) canvas.classList.add("released");
  }

  /** How much more fits, when it is little; or how much is too much. */
  #count() {
    const { open, board } = this;
    if (!open) return;
    const most = MOST[/** @type {keyof typeof MOST} */ (open.table)];
    const left = most - lengthOf(inOneLine(open.box.value));
    const text = left < 0 ? board.say("too-long", { n: -left, most }) : String(left);
    furnish(open.count, { text, hidden: left > Math.min(40, most / 3) });
    open.count.classList.toggle("over", left < 0);
    furnish(open.box, { "aria-invalid": left < 0 ? "true" : null });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    event.stopPropagation();
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (!this.#refuses()) this.close(true);
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.close(false);
    } else if (event.key === "Tab" && this.open?.table === "moments") {
      event.preventDefault();
      if (!this.#refuses()) this.#goOn(this.open.id, event.shiftKey ? -1 : 1);
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
    const moments = board.model.moments();
    // Read first: a new row that nothing was typed into is gone once it is closed.
    const next = moments[moments.findIndex((moment) => moment.id === id) + by]?.id;
    this.close(true);
    if (!next || !board.model.row("moments", next)) return;
    board.pick("moments", next);
    board.reveal(next, true);
    board.drawNow();
    const card = board.elementOf(next);
    if (card) this.edit("moments", next, "text", card);
  }
}
