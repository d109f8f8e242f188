/**
 * A tour of a few hints beside the page: it covers nothing that one needs, ends at once by a click or Escape, and does not
 * come back by itself. What a hint is about has a ring around it, where it is on the screen.
 *
 * @typedef {{ title: string, text: string, at: string }} Hint
 * @typedef {{ hints: Hint[], asked: string, alone: boolean, words: Record<string, string> }} Data
 * @typedef {import("../types.js").Component<Data>} Component
 */

import { el } from "../shared/dom.js";
import { keepKeys, onKeys } from "../shared/keyboard.js";
import { filled } from "../shared/sayer.js";
import { Course } from "./course.js";

const AROUND = 4;

/** Put the ring around what this hint is about; away where that is nowhere to be seen. @param {HTMLElement} ring @param {string} at */
function encircle(ring, at) {
  const boxes = at ? [...document.querySelectorAll(at)].map((found) => found.getBoundingClientRect()) : [];
  const box = boxes.find((one) => one.width > 0);
  ring.hidden = !box || !box.width || box.bottom < 0 || box.top > innerHeight;
  if (!box || ring.hidden) return;
  ring.style.cssText = `left:${box.left - AROUND}px;top:${box.top - AROUND}px;width:${box.width + 2 * AROUND}px;height:${box.height + 2 * AROUND}px`;
}

/**
 * @param {Component} first
 * @returns {import("../types.js").Mounted}
 */
export function mount({ data: first, parentElement: root }) {
  const course = new Course(first.hints.length, localStorage);
  let { hints, words } = first;
  const ring = el("div", { class: "ring", "aria-hidden": "true", hidden: true });
  const title = el("h2", { id: "tour-title", tabindex: "-1" });
  const text = el("p", { id: "tour-text" });
  const place = el("span", { class: "place" });
  const back = el("button", { type: "button", class: "quiet" });
  const next = el("button", { type: "button", class: "main" });
  const end = el("button", { type: "button", class: "quiet end" });
  const card = el(
    "section",
    { class: "card", role: "region", "aria-labelledby": "tour-title", hidden: true },
    el("div", { class: "said", "aria-live": "polite" }, title, text),
    el("div", { class: "row" }, place, end, back, next),
  );
  root.append(ring, card);
  keepKeys(card);
  const draw = () => {
    card.hidden = !course.open;
    const hint = hints[course.at];
    encircle(ring, hint?.at ?? "");
    if (!hint) return;
    title.textContent = hint.title;
    text.textContent = hint.text;
    place.textContent = filled(words.of, { n: course.at + 1, of: hints.length });
    [back.textContent, end.textContent, next.textContent] = [words.back, words.end, course.last ? words.done : words.next];
    back.hidden = course.at === 0;
    end.hidden = course.last;
  };
  /** @param {() => void} act */
  const then = (act) => () => {
    act();
    draw();
  };
  next.onclick = then(() => course.next());
  back.onclick = then(() => course.back());
  end.onclick = then(() => course.end());
  const deaf = onKeys(card, (event) => {
    if (event.key === "Escape") then(() => course.end())();
  });
  const moved = () => encircle(ring, hints[course.at]?.at ?? "");
  addEventListener("resize", moved);
  addEventListener("scroll", moved, true);

  return {
    /** @param {Component} component */
    show({ data }) {
      ({ hints, words } = data);
      const begins = course.hear(data.asked, data.alone);
      draw();
      if (begins) title.focus();
    },
    close() {
      deaf();
      removeEventListener("resize", moved);
      removeEventListener("scroll", moved, true);
      ring.remove();
      card.remove();
    },
  };
}
