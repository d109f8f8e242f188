/** What comes in between: two minutes left, where everybody is sent, a second device, a refusal from before. */

import { LEADING } from "../live/gate.js";
import { el } from "../shared/dom.js";
import { remembered } from "./memory.js";
import { button, leadLink } from "./parts.js";
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
  if (id) withdraw(id);
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

/** What is no longer so need not be closed. @param {string} id */
export function withdraw(id) {
  document.querySelector(`#notices [data-notice="${id}"]`)?.remove();
}

/** The words in a change. @param {any} change @returns {string} */
function wordsOf(change) {
  const { text, title, name } = change?.values ?? {};
  const words = text ?? title ?? name;
  if (words !== undefined && words !== null) return words;
  return typeof change?.value === "string" ? change.value : "";
}

/**
 * What was refused and belongs to nothing on this page any more: its words, so that they are not lost.
 *
 * @param {Desk} desk
 * @param {{ change: any, code: string, reason: string | null }} refused
 */
export function refusal(desk, { change, reason }) {
  const text = wordsOf(change);
  // What hung on a row that was refused goes with it, and needs no sentence of its own.
  if (change && !text) return;
  const why = reason ?? desk.say("queue-full");
  notice(text ? desk.say("not-kept", { text, why }) : why, desk.say("close"));
}

/**
 * Two texts met: what stood here, or what I wrote, with a way back to it.
 *
 * @param {Desk} desk
 * @param {"lost" | "overwritten"} what `lost`: mine took the place of theirs; `overwritten`: theirs took the place of mine
 * @param {{ table: string, id: string, field: string, by: string, value?: any, yours?: any, theirs?: any }} detail
 */
export function met(desk, what, { table, id, field, by, value, yours, theirs }) {
  const name = by === desk.you.id ? desk.say("yourself") : desk.nameOf(by) || desk.say("somebody");
  const [shown, back] = what === "lost" ? [value, value] : [theirs, yours];
  if (typeof back !== "string") return;
  const key = `${what}-${id}-${field}`;
  const way = button(desk.say(what === "lost" ? "use-theirs" : "put-mine-back"), () => {
    desk.model.set(table, id, field, back);
    withdraw(key);
  }, { class: "quiet small" });
  const words = what === "lost" ? desk.say("lost", { name, text: shown }) : desk.say("overwritten", { name, text: shown, yours });
  notice(words, desk.say("close"), { id: key, way });
}

/** The sending that is being said, and the step in which it came. @type {{ number: number, step: string | undefined } | null} */
let saying = null;

/** Everybody is asked to go somewhere: said once, until one goes, or the workshop goes on. @param {Desk} desk */
export function sent(desk) {
  const { sending } = desk;
  const { stepId: step } = desk.session;
  const same = saying?.number === sending?.number && saying?.step === step;
  if (saying && !same) seen(saying.number);
  if (!sending || saying || !concerns(desk, sending)) return;
  saying = { number: sending.number, step };
  saySending(desk, sending);
}

/** Whether a sending is for me, and I have not seen it yet. @param {Desk} desk @param {{ number: number, page: string }} sending */
function concerns(desk, { number, page }) {
  return page !== "room" && !desk.leads && remembered("sent") !== number;
}

/** @param {Desk} desk @param {{ number: number, map_id: string | null, page: string }} sending */
function saySending(desk, { number, map_id: map, page }) {
  const { pages } = desk.given;
  const close = () => {
    remembered("sent", number);
    withdraw("sent");
  };
  const href = `${pages[page] ?? pages.map}?map=${encodeURIComponent(map ?? desk.session.map ?? "")}`;
  notice(desk.say("sent", { text: desk.say(`page-${page}`) }), desk.say("close"), {
    id: "sent",
    way: el("a", { class: "button small", href, text: desk.say("go"), onclick: close }),
    onClose: close,
  });
}

/** This sending is over. @param {number} number */
function seen(number) {
  remembered("sent", number);
  withdraw("sent");
  saying = null;
}

/** Who I was when it was last looked at; at first, what this device remembers. @type {{ id?: string, role?: string } | null} */
let was = null;

/** Whoever is asked to lead is told so, also where the page was asleep then. @param {Desk} desk */
export function promoted(desk) {
  const { id, role } = desk.you;
  const before = was ?? remembered("role") ?? {};
  if (was?.id === id && was?.role === role) return;
  was = { id, role };
  remembered("role", was);
  if (!LEADING.has(role)) return withdraw("lead");
  if (before.id !== id || LEADING.has(before.role)) return;
  notice(desk.say("promoted", { role: desk.say(`role-${role}`) }), desk.say("close"), { id: "lead", way: leadLink(desk, "button small") });
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
