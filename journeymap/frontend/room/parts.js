/** The few things a step's page is built of: a text field, choices, a sentence that says why not. */

import { faceIcon, step } from "../shared/faces.js";
import { el, furnish, inOrder } from "../shared/dom.js";
import { inOneLine, lengthOf } from "../shared/lengths.js";
import { onKeys } from "../shared/keyboard.js";

/**
 * One part of a form. `keep`: what is kept of it while it is typed, where that is more than its value; `settle`: it is
 * about to be sent, and what is half typed in it is meant, too.
 *
 * @typedef {{ element: HTMLElement, get: () => any, set: (value: any) => void, focus: () => void,
 *   wrong?: () => string | null, refuse?: (sentence: string | null) => void, keep?: () => any, settle?: () => void }} Part
 * @typedef {import("../shared/sayer.js").Say} Say
 */

let numbers = 0;

/** @param {string} name */
export function fresh(name) {
  numbers += 1;
  return `${name}-${numbers}`;
}

/** Why something was not done, beside where it was done. */
export function sentence() {
  const element = el("p", { class: "sentence", role: "alert", hidden: true, id: fresh("why") });
  return {
    element,
    /** @param {string | null} text */
    say(text) {
      element.textContent = text ?? "";
      element.hidden = !text;
    },
  };
}

/**
 * One line of text that may become several; Enter sends it.
 *
 * @param {Say} say
 * @param {{ label: string, help?: string, most?: number, optional?: boolean, onEnter?: () => void, example?: string,
 *   quiet?: boolean }} how `quiet`: the label is only for those who listen
 * @returns {Part}
 */
export function field(say, { label, help = "", most = 280, optional = false, onEnter = () => {}, example = "", quiet = false }) {
  const id = fresh("field");
  const why = sentence();
  const count = el("span", { class: "count", hidden: true });
  const box = /** @type {HTMLTextAreaElement} */ (
    el("textarea", {
      id,
      rows: 1,
      dir: "auto",
      autocomplete: "off",
      enterkeyhint: "done",
      placeholder: example || null,
      "aria-describedby": why.element.id,
      oninput: () => grown(),
    })
  );
  onKeys(box, (event) => {
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    onEnter();
  });
  const grown = () => {
    const left = most - lengthOf(inOneLine(box.value));
    count.hidden = left > Math.min(40, most / 3);
    count.textContent = String(left);
    count.classList.toggle("over", left < 0);
    if (left >= 0) part.refuse(null);
  };
  const part = {
    element: el(
      "div",
      { class: "field" },
      el("label", { for: id, class: quiet ? "unseen" : null, text: label }),
      help ? el("small", { text: help }) : null,
      el("span", { class: "box" }, box, count),
      why.element,
    ),
    get: () => inOneLine(box.value),
    set(/** @type {string | undefined} */ value) {
      box.value = value ?? "";
      grown();
    },
    focus: () => box.focus(),
    wrong() {
      const text = part.get();
      if (!text && !optional) return say("field-empty");
      return lengthOf(text) > most ? say("field-long", { n: lengthOf(text) - most, most }) : null;
    },
    refuse(/** @type {string | null} */ text) {
      why.say(text);
      furnish(box, { "aria-invalid": text ? "true" : null });
    },
  };
  return part;
}

/**
 * Chips to choose one or several of: real radio buttons and checkboxes, so that keys and readers know them.
 *
 * @typedef {{ value: string, label: string, note?: string, fixed?: boolean, icon?: Node }} Option
 * @param {{ legend: string, many?: boolean, kind?: string, quiet?: boolean, onPick?: (value: string, on: boolean) => void }} how
 */
export function choices({ legend, many = false, kind = "chips", quiet = false, onPick = () => {} }) {
  const name = fresh("choice");
  const place = el("div", { class: kind });
  /** @type {Map<string, HTMLLabelElement>} */
  const labels = new Map();
  /** @type {Set<string>} */
  let picked = new Set();
  /** @type {HTMLElement[]} */
  let ends = [];

  const make = (/** @type {Option} */ option) => {
    const input = el("input", {
      type: many ? "checkbox" : "radio",
      name,
      value: option.value,
      onchange: (/** @type {Event} */ event) => {
        const on = /** @type {HTMLInputElement} */ (event.target).checked;
        if (!many) picked = new Set();
        if (on) picked.add(option.value);
        else picked.delete(option.value);
        onPick(option.value, on);
      },
    });
    return /** @type {HTMLLabelElement} */ (
      el("label", {}, input, el("span", { class: "face-of" }, option.icon ?? null, el("span", { class: "word", dir: "auto", text: option.label })))
    );
  };
  const mark = () => {
    for (const [value, label] of labels) /** @type {HTMLInputElement} */ (label.firstElementChild).checked = picked.has(value);
  };
  return {
    element: /** @type {HTMLElement} */ (
      el("fieldset", { class: "choices" }, el("legend", { class: quiet ? "unseen" : null, text: legend }), place)
    ),
    place,
    /** Buttons that stand behind the options. @param {HTMLElement[]} buttons */
    end(...buttons) {
      ends = buttons;
      inOrder(place, [...labels.values(), ...ends]);
    },
    /**
     * @param {Option[]} options
     * @param {Iterable<string>} [chosen] left out: as it was
     */
    show(options, chosen) {
      if (chosen) picked = new Set(chosen);
      const wanted = new Set(options.map(({ value }) => value));
      for (const [value, label] of labels) {
        if (wanted.has(value)) continue;
        label.remove();
        labels.delete(value);
      }
      const shown = options.map((option) => {
        let label = labels.get(option.value);
        if (!label) {
          label = make(option);
          labels.set(option.value, label);
        }
        furnish(/** @type {Element} */ (label.querySelector(".word")), { text: option.label });
        furnish(/** @type {Element} */ (label.firstElementChild), { disabled: !!option.fixed });
        label.title = option.note ?? "";
        return label;
      });
      inOrder(place, [...shown, ...ends]);
      mark();
    },
    get: () => (many ? [...picked] : ([...picked][0] ?? null)),
    /** @param {string | string[] | null | undefined} value */
    set(value) {
      picked = new Set(Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]);
      mark();
    },
    focus: () => /** @type {HTMLElement | null} */ (place.querySelector("input:checked") ?? place.querySelector("input"))?.focus(),
  };
}

export const FEELINGS = [-2, -1, 0, 1, 2];
export const SCORES = [1, 2, 3, 4, 5];

/**
 * Our five faces, with their words.
 *
 * @param {{ scale: string[] }} desk
 * @param {{ legend: string, quiet?: boolean, onPick?: (value: number) => void }} how
 * @returns {Part}
 */
export function feelings({ scale }, { legend, quiet, onPick = () => {} }) {
  const group = choices({ legend, quiet, kind: "faces", onPick: (value) => onPick(Number(value)) });
  group.show(
    FEELINGS.map((value, at) => {
      const icon = faceIcon(value, 36, scale[at]);
      furnish(icon, { role: null, "aria-label": null, "aria-hidden": "true" });
      return { value: String(value), label: scale[at], icon };
    }),
  );
  return {
    element: group.element,
    get: () => (group.get() === null ? null : Number(group.get())),
    set: (value) => group.set(value === null || value === undefined ? null : String(FEELINGS[step(value)])),
    focus: group.focus,
  };
}

/**
 * One to five, with what the ends mean.
 *
 * @param {{ legend: string, low: string, high: string, onPick: (value: number) => void }} how
 * @returns {Part}
 */
export function oneToFive({ legend, low, high, onPick }) {
  const group = choices({ legend, kind: "scores", onPick: (value) => onPick(Number(value)) });
  group.show(SCORES.map((value) => ({ value: String(value), label: String(value) })));
  const inputs = [...group.place.querySelectorAll("input")];
  furnish(inputs[0], { "aria-label": `1, ${low}` });
  furnish(inputs[4], { "aria-label": `5, ${high}` });
  group.element.append(el("div", { class: "ends", "aria-hidden": "true" }, el("span", { text: low }), el("span", { text: high })));
  return {
    element: group.element,
    get: () => (group.get() === null ? null : Number(group.get())),
    set: (value) => group.set(value === null || value === undefined ? null : String(value)),
    focus: group.focus,
  };
}

/**
 * @param {string} text
 * @param {() => void} press
 * @param {Record<string, any>} [more]
 */
export function button(text, press, more = {}) {
  return el("button", { type: "button", onclick: press, ...more, text });
}

/**
 * The way to the page where one leads the workshop.
 *
 * @param {{ say: Say, given: Record<string, any> }} desk
 * @param {string} kind
 */
export function leadLink({ say, given }, kind) {
  return el("a", { class: kind, href: given.lead, text: say("lead") });
}
