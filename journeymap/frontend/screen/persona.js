/** Whose journey it is: name, and what is known beside it. What is empty is left out. */

import { el } from "../shared/dom.js";

/** @typedef {import("../room/desk.js").Desk} Desk */

/** The persona's picture, where there is one that this server holds or the map carries. @param {any} persona */
function pictureOf({ picture, name }) {
  const source = typeof picture === "string" && /^(data:image\/(png|jpeg|webp|gif);base64,|assets\/|api\/)/.test(picture) ? picture : "";
  return source ? el("img", { class: "face", src: source, alt: name }) : null;
}

/** Beside the words of a step. @param {Desk} desk */
export function personaCard(desk) {
  const persona = /** @type {any} */ (desk.model?.persona());
  if (!persona?.name) return null;
  const { name, goal, quote, context } = persona;
  const line = (/** @type {string} */ kind, /** @type {unknown} */ text) => (text ? el("p", { class: kind, dir: "auto", text: String(text) }) : null);
  const parts = [pictureOf(persona), el("h2", { dir: "auto", text: name }), line("quote", quote && `“${quote}”`), line("goal", goal), quote ? null : line("context", context)];
  return parts.filter((one) => one !== null);
}

/** In the head of the page: a name, small. @param {Desk} desk */
export function personaLine(desk) {
  const name = desk.persona;
  if (!name) return [];
  const picture = desk.model?.persona() ? pictureOf(/** @type {any} */ (desk.model.persona())) : null;
  return [picture, el("span", { text: name })].filter((one) => one !== null);
}
