/** Whose journey it is: name, and what is known beside it. What is empty is left out. */

import { el } from "../shared/dom.js";

/** @typedef {import("../room/desk.js").Desk} Desk */

/** The persona's picture, where the map has one: its row holds the name under which the server has it. @param {Desk} desk */
function pictureOf({ model }) {
  const persona = /** @type {any} */ (model?.persona());
  if (!persona?.picture) return null;
  const src = `api/maps/${encodeURIComponent(model.header()?.id ?? "")}/pictures/${encodeURIComponent(persona.picture)}`;
  const picture = el("img", { class: "face", src, alt: persona.name });
  picture.addEventListener("error", () => picture.remove());
  return picture;
}

/** Beside the words of a step. @param {Desk} desk */
export function personaCard(desk) {
  const persona = /** @type {any} */ (desk.model?.persona());
  if (!persona?.name) return null;
  const { name, goal, quote, context } = persona;
  const line = (/** @type {string} */ kind, /** @type {unknown} */ text) => (text ? el("p", { class: kind, dir: "auto", text: String(text) }) : null);
  const parts = [pictureOf(desk), el("h2", { dir: "auto", text: name }), line("quote", quote && `“${quote}”`), line("goal", goal), quote ? null : line("context", context)];
  return parts.filter((one) => one !== null);
}

/** In the head of the page: a name, small. @param {Desk} desk */
export function personaLine(desk) {
  const name = desk.persona;
  if (!name) return [];
  return [pictureOf(desk), el("span", { text: name })].filter((one) => one !== null);
}
