/**
 * The form in which one writes something, and writes it anew: what is typed is kept while it is typed, and
 * what the server does not take comes back with the server's words.
 *
 * @typedef {import("./parts.js").Part} Part
 * @typedef {import("./desk.js").Desk} Desk
 */

import { el } from "../shared/dom.js";
import { button, sentence } from "./parts.js";

export class Composer {
  /** @type {Map<string, { values: Record<string, any> }>} what was sent, by operation */
  #sent = new Map();
  /** @type {any} the row that is being changed; null: a new one */
  #editing = null;
  /** @type {number | null} how the map stood when that began */
  #seen = null;

  /**
   * @param {Desk} desk
   * @param {{ place: string, parts: Record<string, Part>, first: string, add: string, keeps?: string[],
   *   write: (values: Record<string, any>) => (string | null)[], rewrite: (row: any, values: Record<string, any>) => (string | null)[],
   *   read: (row: any) => Record<string, any>, may?: () => boolean }} how `keeps`: the parts that stay filled in
   *   after adding; `may`: whether it can be sent now, where that is not what the step says
   */
  constructor(desk, how) {
    this.desk = desk;
    this.how = how;
    this.why = sentence();
    this.back = button(desk.say("put-back"), () => this.#putBack(), { class: "quiet small", hidden: true });
    this.send = el("button", { class: "main", text: how.add });
    this.cancel = button(desk.say("cancel"), () => this.stop(), { class: "quiet", hidden: true });
    this.element = el(
      "form",
      { class: "composer", novalidate: true, onsubmit: (/** @type {Event} */ event) => this.#submit(event), oninput: () => this.#keep(), onchange: () => this.#keep() },
      ...Object.values(how.parts).map(({ element }) => element),
      this.why.element,
      this.back,
      el("div", { class: "ways" }, this.send, this.cancel),
    );
    this.#fill(desk.drafts.read(how.place));
    /** @type {{ id: string, values: any } | null} what was being changed when the page was left */
    this.left = desk.drafts.read(this.#changed);
  }

  /** Where a change that is half typed is kept: not where what is new is. */
  get #changed() {
    return `${this.how.place}:change`;
  }

  /** The row that is being changed; null where it is a new one. */
  get editing() {
    return this.#editing;
  }

  get first() {
    return this.how.parts[this.how.first];
  }

  submit() {
    /** @type {HTMLFormElement} */ (this.element).requestSubmit();
  }

  /** Whether the step takes anything now; what is typed stays either way. */
  show() {
    this.desk.furnishSending(this.send, this.#may());
    this.#resume();
    if (this.#editing && !this.desk.model.find(this.#editing.id)) this.stop(true);
  }

  /** A change that was half typed goes on once its row is there. */
  #resume() {
    const row = this.left && this.desk.model.find(this.left.id)?.row;
    if (!this.left || !row || !this.desk.isMine(row) || this.#editing || !this.#isEmpty()) return;
    const { values } = this.left;
    this.left = null;
    this.#begin(row);
    this.#fill(values);
    this.#label();
  }

  /** What others write in it from here on was not seen: where two texts meet, both are told. @param {any} row */
  #begin(row) {
    this.#editing = row;
    this.#seen = this.desk.model.revision;
  }

  /** @param {any} row */
  edit(row) {
    this.left = null;
    this.#begin(row);
    this.#fill(this.how.read(row));
    this.#label();
    const folded = this.element.closest("details");
    if (folded) folded.open = true;
    this.element.scrollIntoView({ block: "center" });
    this.first.focus();
  }

  /** @param {boolean} [keep] what is typed stays there, to be added anew */
  stop(keep = false) {
    this.#editing = null;
    this.#seen = null;
    if (!keep) this.#clear([]);
    this.#label();
  }

  /**
   * Whether a refusal is about what was sent from here.
   *
   * @param {{ op: string, code: string, reason: string | null }} refused
   */
  refused({ op, reason }) {
    const sent = this.#sent.get(op);
    if (!sent) return false;
    for (const [one, other] of this.#sent) if (other === sent) this.#sent.set(one, { values: {} });
    if (!Object.keys(sent.values).length) return true;
    this.lost = sent.values;
    this.why.say(reason ?? this.desk.say("queue-full"));
    if (this.#isEmpty()) this.#putBack();
    else this.back.hidden = false;
    return true;
  }

  #putBack() {
    this.#fill(this.lost);
    this.back.hidden = true;
    this.#keep();
    this.first.focus();
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    if (!this.#may()) {
      this.why.say(this.desk.whyNot());
      return;
    }
    const { write, rewrite, keeps = [] } = this.how;
    if (!this.#isRight()) return;
    const values = this.#values();
    const sent = { values };
    // One act: one undo takes all of it back.
    const ops = this.desk.model.together(() => (this.#editing ? rewrite(this.#editing, values) : write(values)), this.#seen);
    for (const op of ops) if (op) this.#sent.set(op, sent);
    if (ops.includes(null)) return; // no more is kept: it stays typed
    this.desk.announce(this.desk.say(this.#editing ? "changed" : "added"));
    this.#editing = null;
    this.#seen = null;
    this.why.say(null);
    this.back.hidden = true;
    this.#clear(keeps);
    this.#label();
    this.first.focus();
  }

  /** Whether all that is typed can be taken; the first that cannot says why. */
  #isRight() {
    const parts = Object.values(this.how.parts);
    for (const part of parts) part.settle?.();
    for (const part of parts) {
      const wrong = part.wrong?.() ?? null;
      part.refuse?.(wrong);
      if (!wrong) continue;
      part.focus();
      return false;
    }
    return true;
  }

  #may() {
    return this.how.may?.() ?? this.desk.maySend();
  }

  #label() {
    this.send.textContent = this.#editing ? this.desk.say("keep-change") : this.how.add;
    this.cancel.hidden = !this.#editing;
    this.element.classList.toggle("editing", !!this.#editing);
  }

  #values() {
    return Object.fromEntries(Object.entries(this.how.parts).map(([name, part]) => [name, part.get()]));
  }

  #isEmpty() {
    return !this.first.get();
  }

  /** @param {Record<string, any> | null | undefined} values */
  #fill(values) {
    if (values) for (const [name, part] of Object.entries(this.how.parts)) if (name in values) part.set(values[name]);
  }

  /** @param {string[]} keeps */
  #clear(keeps) {
    for (const [name, part] of Object.entries(this.how.parts)) if (!keeps.includes(name)) part.set(null);
    for (const place of [this.how.place, this.#changed]) this.desk.drafts.write(place, null);
  }

  #keep() {
    const parts = Object.entries(this.how.parts);
    const values = Object.fromEntries(parts.map(([name, part]) => [name, part.keep ? part.keep() : part.get()]));
    if (this.#editing) this.desk.drafts.write(this.#changed, { id: this.#editing.id, values });
    else this.desk.drafts.write(this.how.place, values);
  }
}
