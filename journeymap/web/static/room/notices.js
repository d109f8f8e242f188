// @ts-check
/** What comes in between: two minutes left, where everybody is sent, a second device, a refusal from before. */

import { el } from "../board/dom.js";
import { remembered } from "./keeper.js";
import { button } from "./parts.js";
import { sheet } from "./tools.js";

/** @typedef {import("./desk.js").Desk} Desk */

/**
 * A sentence above the page until it is closed; a later one with the same id takes its place.
 *
 * @param {string} text
 * @param {string} close
 * @param {{ id?: string, way?: Node | null, onClose?: () => void }} [how]
 */
export function notice(text, close, { id, way = null, onClose = () => {} } = {}) {
  const place = /** @type {HTMLElement} */ (document.getElementById("notices"));
  if (id) place.querySelector(`[data-notice="${id}"]`)?.remove();
  const element = el(
    "div",
    { class: "notice", "data-notice": id ?? null },
    el("p", { text, dir: "auto" }),
    way,
    button(close, () => {
      element.remove();
      onClose();
    }, { class: "quiet small" }),
  );
  place.append(element);
}

/**
 * What was refused and belongs to nothing on this page any more: its words, so that they are not lost.
 *
 * @param {Desk} desk
 * @param {{ change: any, code: string, reason: string | null }} refused
 */
export function refusal(desk, { change, reason }) {
  const values = change?.values ?? {};
  const text = values.text ?? values.title ?? values.name ?? (typeof change?.value === "string" ? change.value : "");
  // What hung on a row that was refused goes with it, and needs no sentence of its own.
  if (change && !text) return;
  const why = reason ?? desk.say("queue-full");
  notice(text ? desk.say("not-kept", { text, why }) : why, desk.say("close"));
}

/** Everybody is asked to go somewhere: said once. @param {Desk} desk */
export function sent(desk) {
  const sending = desk.now?.sending;
  if (!sending || sending.page === "room" || desk.leads || remembered("sent") === sending.number) return;
  const pages = desk.given.pages;
  const href = `${pages[sending.page] ?? pages.map}?map=${encodeURIComponent(sending.map_id ?? desk.session.map ?? "")}`;
  notice(desk.say("sent", { text: desk.say(`page-${sending.page}`) }), desk.say("close"), {
    id: "sent",
    way: el("a", { class: "button small", href, text: desk.say("go") }),
    onClose: () => remembered("sent", sending.number),
  });
}

/** A device that was away looks whether somebody asked for it meanwhile. @param {Desk} desk */
export async function askedMeanwhile(desk) {
  try {
    const answer = await fetch(desk.given.claims);
    const found = answer.ok ? (await answer.json()).claims : [];
    for (const claim of found) if (claim.participant_id === desk.you.id) claims(desk, claim);
  } catch {
    // It is told again by whoever asks.
  }
}

/** @type {Set<string>} */
const asked = new Set();

/**
 * A second device wants to be me: only I can say whether it is.
 *
 * @param {Desk} desk
 * @param {{ id: string, name: string, number: string | number }} claim
 */
export function claims(desk, { id, number }) {
  if (asked.has(id)) return;
  asked.add(id);
  const { say } = desk;
  const { inner, dialog, open } = sheet(desk, say("claim-title"));
  const why = el("p", { class: "sentence", role: "alert", hidden: true });
  const answer = async (/** @type {boolean} */ allow) => {
    try {
      const done = await fetch(`${desk.given.claims}/${encodeURIComponent(id)}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ allow }),
      });
      if (done.ok) return dialog.close();
      why.textContent = (await done.json()).detail;
    } catch {
      why.textContent = say("no-network");
    }
    why.hidden = false;
  };
  inner.append(
    el("p", { text: say("claim", { n: number }) }),
    el("p", { class: "huge", "aria-hidden": "true", text: String(number) }),
    why,
    el("div", { class: "ways" }, button(say("claim-allow"), () => answer(true), { class: "main" }), button(say("claim-deny"), () => answer(false), { class: "quiet" })),
  );
  open();
}
