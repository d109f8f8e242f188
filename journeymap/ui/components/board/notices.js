// @ts-check
/** What the board says: aloud to a screen reader, and in small notices that go by themselves. */

import { el } from "./dom.js";

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

/**
 * @typedef {{ text: string, detail?: string, action?: string, act?: () => void, kind?: "plain" | "warning", stays?: boolean }} Notice
 * @param {HTMLElement} place
 * @param {string} close what the button that takes a notice away is called
 * @returns {(notice: Notice) => void}
 */
export function notices(place, close) {
  return ({ text, detail, action, act, kind = "plain", stays = false }) => {
    const notice = el("div", { class: `notice ${kind}`, role: kind === "warning" ? "alert" : "status" });
    const leave = () => notice.remove();
    notice.append(el("p", { text }));
    if (detail) notice.append(el("p", { class: "detail", text: detail, dir: "auto" }));
    if (action && act) {
      notice.append(
        el("button", {
          type: "button",
          text: action,
          onclick: () => {
            act();
            leave();
          },
        }),
      );
    }
    notice.append(el("button", { type: "button", class: "leave", text: "×", "aria-label": close, onclick: leave }));
    while (place.childElementCount > 2) place.firstElementChild?.remove();
    place.append(notice);
    if (!stays) setTimeout(leave, STAYS_MS);
  };
}
