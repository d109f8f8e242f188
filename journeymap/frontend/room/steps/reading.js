/** Pages on which one reads: before the first step, the scope, a talk at the screen, a break, the end. */

import { el, furnish } from "../../shared/dom.js";
import { momentBody } from "../cards.js";
import { dayOf } from "./decision_words.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("../desk.js").View} View */

/** @param {(Node | null)[]} parts @returns {View} */
const still = (...parts) => ({ element: el("div", { class: "calm" }, ...parts), show() {} });

/** @param {Desk} desk */
function boardLink(desk, kind = "button") {
  return el("a", { class: kind, href: desk.given.board.replace("{map}", encodeURIComponent(desk.session.map ?? "")), text: desk.say("open-board") });
}

/** You are in. @param {Desk} desk @returns {View} */
export function waitingView(desk) {
  return still(el("p", { class: "lead", text: desk.say(desk.observes ? "waiting-observer" : "waiting") }), el("p", { class: "hint", text: desk.say("waiting-hint") }));
}

/** Whose journey it is. @param {Desk} desk @returns {View} */
export function scopeView(desk) {
  const { say } = desk;
  const card = el("section", { class: "persona" });
  return {
    element: el("div", { class: "calm" }, card, el("p", { class: "hint", text: say("scope-hint") })),
    show() {
      const persona = desk.model.persona() ?? /** @type {Record<string, string | undefined>} */ ({});
      const header = desk.model.header() ?? /** @type {Record<string, string | undefined>} */ ({});
      const line = (/** @type {string} */ key, /** @type {string | undefined} */ text) =>
        text ? el("div", {}, el("dt", { text: say(key) }), el("dd", { dir: "auto", text })) : null;
      card.replaceChildren(
        el("h2", { dir: "auto", text: persona.name || desk.persona || say("scope-nobody") }),
        persona.segment ? el("p", { class: "hint", dir: "auto", text: persona.segment }) : "",
        el(
          "dl",
          {},
          line("scope-goal", persona.goal),
          line("scope-context", persona.context),
          line("scope-start", header.scope_start),
          line("scope-end", header.scope_end),
          line("scope-purpose", desk.now?.workshop?.purpose),
        ),
      );
    },
  };
}

/** Look at the screen. @param {Desk} desk @returns {View} */
export function lookView(desk) {
  return still(el("p", { class: "big-icon", "aria-hidden": "true" }, el("span", { class: "beamer" })), el("p", { class: "lead", text: desk.say("look-up") }), el("p", { class: "hint", text: desk.say("look-hint") }));
}

/** A break. @param {Desk} desk @returns {View} */
export function breakView(desk) {
  const clock = el("p", { class: "huge", role: "timer", "data-clock": "" });
  return still(clock, el("p", { class: "lead", text: desk.say("break") }));
}

/** Work on the board itself. @param {Desk} desk @returns {View} */
export function freeView(desk) {
  return still(el("p", { class: "lead", text: desk.say("free") }), boardLink(desk), el("p", { class: "hint", text: desk.say("free-hint") }));
}

/** It is over. @param {Desk} desk @returns {View} */
export function closedView(desk) {
  const { say } = desk;
  const until = el("p", { class: "hint" });
  return {
    element: el(
      "div",
      { class: "calm" },
      el("p", { class: "lead", text: say("closed") }),
      el("div", { class: "ways" }, el("a", { class: "button", href: desk.given.summary, text: say("summary") }), boardLink(desk, "button quiet")),
      until,
    ),
    show() {
      const day = desk.now?.workshop?.read_until;
      until.hidden = !day;
      if (day) furnish(until, { text: say("read-until", { text: dayOf(day, desk.given.language) }) });
    },
  };
}

/** The card everybody looks at, above everything. @param {Desk} desk */
export function spotlight(desk) {
  const element = el("aside", { class: "spotlight", hidden: true, "aria-label": desk.say("spotlight") });
  return {
    element,
    show() {
      const { leading, spotlight: lit } = desk.now ?? {};
      const leader = leading === desk.you.id ? null : leading;
      const at = lit ?? desk.model.people.find((one) => one.id === leader)?.at;
      const found = at ? desk.model.find(at) : undefined;
      element.hidden = !found;
      if (!found) return element.replaceChildren();
      const parts = bodyOf(desk, found.table, found.row);
      const name = leader ? desk.nameOf(leader) : "";
      element.replaceChildren(
        el("small", { text: name ? desk.say("spotlight-by", { name }) : desk.say("spotlight") }),
        el("div", { class: "card" }, el("span", { class: "body" }, ...parts.filter((part) => part !== null))),
      );
    },
  };
}

/** What stands on a card. @param {Desk} desk @param {string} table @param {import("../../live/rows.js").Row} row */
function bodyOf(desk, table, row) {
  if (table === "moments") return momentBody(desk, row, { episode: true });
  const text = row.text ?? row.title ?? row.name ?? "";
  return [el("span", { class: "words" }, el("span", { class: "text", dir: "auto", text }))];
}
