/** What the board says: aloud to a screen reader, and in small notices that go by themselves. */

import { activeIn, el } from "./dom.js";

const STAYS_MS = 7_000;

/**
 * Say something aloud, also when it is the same as before.
 *
 * @param {HTMLElement} place
 * @returns {(text: string) => void}
 */
export function announcer(place) {
  let flip = false;
  return (text) => {
    flip = !flip;
    place.textContent = text + (flip ? "\u00a0" : "");
  };
}

/** So many that go by themselves stand there at once; what stays does so until somebody has read it. */
const MOST_PASSING = 3;

/**
 * `stays`: until it is closed, for it holds what stands nowhere else. What is said already is not said again.
 *
 * @typedef {{ text: string, detail?: string, action?: string, act?: () => void, kind?: "plain" | "warning", stays?: boolean }} Notice
 * @param {HTMLElement} place
 * @param {string} close what the button that takes a notice away is called
 * @param {() => void} left a notice is gone that had the keyboard
 * @returns {(notice: Notice) => () => void} take it away again
 */
export function notices(place, close, left) {
  /** @type {Map<HTMLElement, { same: string, passing: boolean, leave: () => void }>} in their order */
  const shown = new Map();
  return (notice) => {
    // Two that do something are two, even where they read alike.
    const { text, detail, act, kind = "plain", stays = false } = notice;
    const same = act ? "" : JSON.stringify([text, detail, kind, stays]);
    for (const one of [...shown.values()]) if (same && one.same === same) one.leave();
    const leave = () => {
      shown.delete(element);
      const held = element.contains(activeIn(place));
      element.remove();
      if (held) left();
    };
    const element = made(notice, close, leave);
    shown.set(element, { same, passing: !stays, leave });
    const passing = [...shown.values()].filter((one) => one.passing);
    for (const one of passing.slice(0, -MOST_PASSING)) one.leave();
    place.append(element);
    // Where there are more than fit, the last one is in sight and the others are above it.
    place.scrollTop = place.scrollHeight;
    if (!stays) setTimeout(leave, STAYS_MS);
    return leave;
  };
}

/**
 * @param {Notice} notice
 * @param {string} close
 * @param {() => void} leave
 */
function made({ text, detail, action, act, kind = "plain" }, close, leave) {
  const element = el("div", { class: `notice ${kind}`, role: kind === "warning" ? "alert" : "status" });
  const actAndLeave = () => {
    act?.();
    leave();
  };
  element.append(el("p", { text }));
  if (detail) element.append(el("p", { class: "detail", text: detail, dir: "auto" }));
  if (action && act) element.append(el("button", { type: "button", text: action, onclick: actAndLeave }));
  element.append(el("button", { type: "button", class: "leave", text: "×", "aria-label": close, onclick: leave }));
  return element;
}
