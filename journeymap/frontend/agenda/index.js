/** The agenda as a row of cards: done, now with the time that is left, next. A card opens what can be done with it. */

import { Countdown, spell } from "../shared/countdown.js";
import { activeIn, el, query } from "../shared/dom.js";
import { keepKeys } from "../shared/keyboard.js";

/**
 * @typedef {{ id: string, number: number, title: string, look: string, help: string, below: string, clock: boolean }} Step
 * @typedef {{ steps: Step[], at: string, left: number | null, runs: boolean, words: { label: string, left: string },
 *   opens: boolean }} Data `left`: milliseconds; `opens`: whether a card can be chosen
 * @typedef {import("../types.js").Component<Data>} Component
 */

/**
 * @param {Step} step
 * @param {boolean} opens
 * @param {() => void} choose
 */
function card(step, opens, choose) {
  const below = el("span", {}, step.below);
  if (step.clock) below.append(step.below ? " · " : "", el("span", { class: "left" }));
  const made = el("button", { type: "button", class: `step ${step.look}`, title: step.help, disabled: !opens, onclick: choose });
  if (step.look === "now") made.setAttribute("aria-current", "step");
  made.append(el("b", {}, `${step.number} ${step.title}`), below);
  return made;
}

/**
 * @param {Component} first
 * @returns {import("../types.js").Mounted}
 */
export function mount({ data, parentElement: root }) {
  const row = query(root, ".strip");
  let [drawn, at, left] = ["", "", data.words.left];
  const countdown = new Countdown((milliseconds) => {
    const clock = row.querySelector(".left");
    if (clock) clock.textContent = left.replace("{time}", spell(milliseconds ?? 0));
  });
  keepKeys(row);

  /** @param {Component} component */
  const draw = ({ data: { steps, words, opens }, setTriggerValue }) => {
    const active = activeIn(row);
    const focus = [...row.children].findIndex((one) => one === active);
    row.setAttribute("aria-label", words.label);
    row.replaceChildren(...steps.map((step) => card(step, opens, () => setTriggerValue("chosen", step.id))));
    /** @type {HTMLElement | undefined} */ (row.children[focus])?.focus();
  };

  /** Where one is comes into sight, with a little of what was before. */
  const bring = () => {
    const now = row.querySelector(".now") ?? row.querySelector(".next");
    if (now instanceof HTMLElement) row.scrollTo({ left: now.offsetLeft - row.offsetLeft - row.clientWidth / 4 });
  };

  return {
    /** @param {Component} component */
    show(component) {
      const { left: milliseconds, runs, ...same } = component.data;
      left = same.words.left;
      if (drawn !== JSON.stringify(same)) draw(component);
      drawn = JSON.stringify(same);
      if (same.at !== at) bring();
      at = same.at;
      countdown.follow(at, milliseconds, runs);
    },
    close: () => countdown.close(),
  };
}
