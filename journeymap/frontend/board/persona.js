/** Whose journey it is, small in the head of the board: a press says what they want and would say. */

import { el, furnish } from "../shared/dom.js";
import { onKeys } from "../shared/keyboard.js";

/** @typedef {import("../live/rows.js").Row} Row */

const QUOTED = /^[“„«"'‘]/;

/** What the persona would say, in quotation marks of its own or ours. @param {import("../shared/sayer.js").Say} say @param {Row} persona */
export const quoted = (say, { quote = "" }) => (!quote || QUOTED.test(quote) ? quote : say("message", { text: quote }));

/** The first letters of a name. @param {string} name */
const letterOf = (name) => [...name.trim()][0]?.toLocaleUpperCase() ?? "";

export class PersonaChip {
  #said = "";

  /** @param {import("./board.js").Board} board */
  constructor(board) {
    this.board = board;
    this.face = el("span", { class: "persona-face", "aria-hidden": "true" });
    this.name = el("b", { dir: "auto" });
    this.quote = el("q", { dir: "auto" });
    this.button = el("button", { type: "button", class: "persona", "aria-expanded": "false", onclick: () => this.#turn() }, this.face, this.name, this.quote);
    this.about = el("div", { class: "persona-about", role: "group", "aria-label": board.say("persona"), hidden: true });
    this.element = el("div", { class: "with-persona", hidden: true }, this.button, this.about);
    this.element.addEventListener("focusout", ({ relatedTarget }) => !this.element.contains(/** @type {Node | null} */ (relatedTarget)) && this.close());
    onKeys(this.element, (event) => {
      if (event.key !== "Escape" || this.about.hidden) return;
      this.close();
      event.preventDefault();
      event.stopPropagation();
    });
  }

  /** Show the persona as it is now. */
  draw() {
    const { model, say, map } = this.board;
    const persona = model.persona();
    const said = persona ? JSON.stringify([persona.name, persona.goal, persona.context, persona.segment, persona.quote, persona.picture]) : "";
    if (said === this.#said) return;
    this.#said = said;
    this.element.hidden = !persona;
    if (!persona) return this.close();
    const { name, goal, context, segment, picture } = persona;
    const quote = quoted(say, persona);
    const src = `api/maps/${encodeURIComponent(map)}/pictures/${encodeURIComponent(picture ?? "")}`;
    this.face.replaceChildren(picture ? el("img", { src, alt: "" }) : letterOf(name));
    furnish(this.name, { text: name });
    furnish(this.quote, { text: quote || goal || "" });
    furnish(this.button, { "aria-label": [say("persona"), name].join(": ") });
    const lines = [quote && el("p", { class: "persona-quote", dir: "auto", text: quote }), ...[goal, segment, context].map((text) => !!text && el("p", { dir: "auto", text }))];
    const shown = [el("h2", { dir: "auto", text: name }), ...lines.filter((one) => !!one)];
    this.about.replaceChildren(...(picture ? [el("img", { src, alt: say("persona-picture", { name }) })] : []), ...shown);
  }

  close() {
    this.about.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
  }

  #turn() {
    this.about.hidden = !this.about.hidden;
    this.button.setAttribute("aria-expanded", String(!this.about.hidden));
  }
}
