/**
 * The compare overlay: the as-is above the to-be, what joins them, and the two emotion curves below.
 * A person's words are set as text only; nothing is drawn from markup.
 *
 * @typedef {{id: string, column: number, text: string, fate: string, word: string, truth: boolean, told: string}} Card
 * @typedef {{title: string, aim: string, first: number, last: number, colour: string}} Band
 * @typedef {{from: number, to: number, fate: string}} Link
 * @typedef {[number, number | null]} Point
 * @typedef {Object} Data
 * @property {number} columns
 * @property {Card[]} as_is
 * @property {Card[]} to_be
 * @property {Link[]} links
 * @property {Band[]} as_is_episodes
 * @property {Band[]} to_be_episodes
 * @property {Point[]} felt
 * @property {Point[]} targeted
 * @property {string} selected   "as-is:<id>", "to-be:<id>" or ""
 * @property {Record<string, string>} words
 * @typedef {import("../types.js").Component<Data>} Component
 */

import { activeIn, el, query, svg } from "../shared/dom.js";
import { keepKeys, onKeys } from "../shared/keyboard.js";
import { signed } from "../shared/numbers.js";

const HIGHEST = 2;

/** @param {Band} band @param {number} row */
function bandOf(band, row) {
  const element = el("div", { class: "band", dir: "auto", title: band.title });
  element.style.cssText = `grid-row:${row};grid-column:${band.first + 2} / ${band.last + 3}`;
  element.style.background = band.colour;
  element.append(el("span", {}, band.title));
  return element;
}

/** @param {Card} card @param {string} side @param {number} row @param {Data} data */
function cardOf(card, side, row, data) {
  const name = `${side}:${card.id}`;
  const pressed = String(data.selected === name);
  const element = el("button", {
    type: "button", class: "card", "data-fate": card.fate, "data-name": name, "data-column": card.column,
    "aria-label": card.told, "aria-pressed": pressed, title: card.text, tabindex: "-1",
  });
  element.style.cssText = `grid-row:${row};grid-column:${card.column + 2}`;
  if (card.word) element.append(el("span", { class: "word" }, card.word));
  if (card.truth) element.append(el("span", { class: "truth", title: data.words.truth }, "★"));
  element.append(el("span", { class: "text", dir: "auto" }, card.text));
  return element;
}

/** A column's middle in units of a whole row that is `columns` wide. @param {number} column */
const middle = (column) => column + 0.5;

/** @param {Data} data */
function linesOf(data) {
  const picture = svg("svg", {
    class: "lines", viewBox: `0 0 ${data.columns * 100} 100`, preserveAspectRatio: "none", "aria-hidden": "true",
  });
  picture.style.gridRow = "3";
  for (const link of data.links) {
    const [from, to] = [middle(link.from) * 100, middle(link.to) * 100];
    const path = svg("path", {
      d: `M${from} 0C${from} 60 ${to} 40 ${to} 100`, "data-fate": link.fate, "data-from": link.from, "data-to": link.to,
      "vector-effect": "non-scaling-stroke",
    });
    picture.append(path);
  }
  return picture;
}

/** Where a valence stands in a picture 100 high. @param {number} valence */
const height = (valence) => 50 - (valence / HIGHEST) * 42;

/** @param {Data} data */
function curvesOf(data) {
  const width = data.columns * 100;
  const box = el("div", { class: "curves" });
  box.style.cssText = "grid-row:6;position:relative";
  const picture = svg("svg", { class: "curves", viewBox: `0 0 ${width} 100`, preserveAspectRatio: "none", "aria-hidden": "true" });
  for (const step of [2, 1, 0, -1, -2]) {
    const y = height(step);
    picture.append(svg("line", { x1: 0, x2: width, y1: y, y2: y, class: step ? "grid" : "grid zero", "vector-effect": "non-scaling-stroke" }));
  }
  box.append(picture);
  for (const name of /** @type {("targeted" | "felt")[]} */ (["targeted", "felt"])) {
    for (const run of runs(data[name])) {
      const points = run.map(([column, valence]) => `${middle(column) * 100},${height(valence)}`).join(" ");
      picture.append(svg("polyline", { points, class: name, "vector-effect": "non-scaling-stroke" }));
    }
    for (const [column, valence] of data[name]) if (valence !== null) box.append(pointOf(name, column, valence, data));
  }
  return box;
}

/** @param {number} valence @param {string} language */
function spoken(valence, language) {
  const sign = valence > 0 ? "+" : valence < 0 ? "−" : "";
  return sign + Math.abs(valence).toLocaleString(language);
}

/**
 * A point is a mark of its own, so that stretching the picture does not stretch it.
 *
 * @param {"targeted" | "felt"} name
 * @param {number} column
 * @param {number} valence
 * @param {Data} data
 */
function pointOf(name, column, valence, data) {
  const mark = svg("svg", { viewBox: "-6 -6 12 12", width: 12, height: 12, "aria-hidden": "true" });
  const shape = name === "felt" ? svg("circle", { r: 4.5 }) : svg("rect", { x: -4, y: -4, width: 8, height: 8 });
  shape.classList.add("point", name);
  mark.append(svg("title", {}, `${data.words[name]}: ${spoken(valence, data.words.language)}`), shape);
  mark.style.cssText = `position:absolute;overflow:visible;left:${(middle(column) / data.columns) * 100}%;top:${height(valence)}%;transform:translate(-50%,-50%)`;
  return mark;
}

/** A curve breaks off where nothing is said, except that columns without a moment are passed over.
 * @param {Point[]} points @returns {[number, number][][]} */
function runs(points) {
  /** @type {[number, number][][]} */
  const found = [[]];
  for (const [column, valence] of points) {
    if (valence === null) found.push([]);
    else found[found.length - 1].push([column, valence]);
  }
  return found.filter((run) => run.length > 1);
}

/** @param {string} text @param {number} row */
function labelOf(text, row) {
  const element = el("div", { class: "label" }, text);
  element.style.gridRow = String(row);
  return element;
}

/** @param {Data} data */
function emotionLabel(data) {
  const element = labelOf(data.words.emotion, 6);
  for (const name of ["targeted", "felt"]) {
    const key = svg("svg", { class: "key", viewBox: "0 0 24 8", "aria-hidden": "true" });
    key.append(svg("line", { x1: 0, x2: 24, y1: 4, y2: 4, class: name }));
    const small = el("small");
    small.append(key, el("span", {}, data.words[name]));
    element.append(small);
  }
  for (const step of [2, 0, -2]) {
    const scale = el("span", { class: "scale", "aria-hidden": "true" }, signed(step));
    scale.style.top = `${height(step)}%`;
    element.append(scale);
  }
  return element;
}

/** A map's cards in their order. @param {HTMLElement} plane @param {string} side @returns {HTMLElement[]} */
const cardsOf = (plane, side) => [...plane.querySelectorAll(/** @type {"button"} */ (`.card[data-name^="${side}:"]`))];

/** The card that an event is about, if it is about one. @param {Event} event @returns {HTMLElement | null} */
const cardAt = ({ target }) => (target instanceof Element ? target.closest(".card") : null);

/** Which map a card is of. @param {HTMLElement} card */
const sideOf = (card) => String(card.dataset.name).split(":")[0];

/** Light up a card, what it is joined with, and the lines between. @param {HTMLElement} plane @param {HTMLElement | null} card */
function light(plane, card) {
  for (const lit of plane.querySelectorAll(".lit")) lit.classList.remove("lit");
  if (!card) return;
  const [own, other, side] = sideOf(card) === "as-is" ? ["from", "to", "to-be:"] : ["to", "from", "as-is:"];
  for (const path of plane.querySelectorAll(/** @type {"path"} */ (`path[data-${own}="${card.dataset.column}"]`))) {
    path.classList.add("lit");
    path.parentNode?.append(path);
    plane.querySelector(`.card[data-name^="${side}"][data-column="${path.dataset[other]}"]`)?.classList.add("lit");
  }
}

/** Arrows walk along a map and from one map to the other. @param {HTMLElement} plane @param {KeyboardEvent} event */
function walk(plane, event) {
  const here = cardAt(event);
  if (!here) return;
  const side = sideOf(here);
  const row = cardsOf(plane, side);
  const at = row.indexOf(here);
  /** @returns {HTMLElement | null} */
  const across = () => plane.querySelector(`.card.lit:not([data-name^="${side}:"])`);
  /** @type {Record<string, () => HTMLElement | null | undefined>} */
  const ways = {
    ArrowRight: () => row[at + 1], ArrowLeft: () => row[at - 1], Home: () => row[0], End: () => row[row.length - 1],
    ArrowDown: across, ArrowUp: across,
  };
  const next = ways[event.key]?.();
  if (!next) return;
  event.preventDefault();
  reach(plane, next);
  next.focus({ preventScroll: true });
  show(next);
}

/** One card of each map is reached by Tab; the others by arrows. @param {HTMLElement} plane @param {HTMLElement} card */
function reach(plane, card) {
  for (const other of cardsOf(plane, sideOf(card))) other.tabIndex = other === card ? 0 : -1;
}

/** Scroll a card into sight, past the labels that stay at the left. @param {HTMLElement} card */
function show(card) {
  const scroll = card.closest(".scroll");
  if (!scroll) return;
  const label = query(scroll, ".label").offsetWidth + 8;
  const left = card.offsetLeft - scroll.scrollLeft;
  if (left < label) scroll.scrollLeft = card.offsetLeft - label;
  else if (left + card.offsetWidth > scroll.clientWidth) scroll.scrollLeft = card.offsetLeft + card.offsetWidth - scroll.clientWidth;
}

/** Everything that stands on the plane. @param {Data} data */
function everything(data) {
  return [
    el("div", { class: "gutter" }), labelOf(data.words.as_is, 2), ...data.as_is_episodes.map((band) => bandOf(band, 1)),
    ...data.as_is.map((card) => cardOf(card, "as-is", 2, data)),
    linesOf(data),
    labelOf(data.words.to_be, 4), ...data.to_be.map((card) => cardOf(card, "to-be", 4, data)),
    ...data.to_be_episodes.map((band) => bandOf(band, 5)),
    emotionLabel(data), curvesOf(data),
  ];
}

/**
 * @param {Component} first
 * @returns {import("../types.js").Mounted}
 */
export function mount({ parentElement }) {
  const plane = query(parentElement, ".plane");
  const selected = () => /** @type {HTMLElement | null} */ (plane.querySelector('.card[aria-pressed="true"]'));
  plane.onmouseover = (event) => light(plane, cardAt(event) ?? selected());
  plane.onmouseleave = () => light(plane, selected());
  plane.addEventListener("focusin", (event) => light(plane, cardAt(event)));
  onKeys(plane, (event) => walk(plane, event));
  keepKeys(plane);

  /** @param {HTMLElement} card @param {Component["setTriggerValue"]} tell */
  const choose = (card, tell) => {
    const off = card.getAttribute("aria-pressed") === "true";
    selected()?.setAttribute("aria-pressed", "false");
    card.setAttribute("aria-pressed", String(!off));
    reach(plane, card);
    tell("picked", off ? "" : card.dataset.name);
  };

  return {
    /** @param {Component} component */
    show({ data, setTriggerValue }) {
      const active = activeIn(plane);
      const focused = active instanceof HTMLElement ? active.dataset.name : undefined;
      plane.style.setProperty("--columns", String(data.columns));
      plane.replaceChildren(...everything(data));
      const kept = [focused, data.selected];
      for (const side of ["as-is", "to-be"]) {
        const mine = cardsOf(plane, side);
        const first = mine.find((card) => kept.includes(card.dataset.name)) ?? mine[0];
        if (first) first.tabIndex = 0;
      }
      light(plane, selected());
      plane.onclick = (event) => {
        const card = cardAt(event);
        if (card) choose(card, setTriggerValue);
      };
      const again = focused && [...cardsOf(plane, "as-is"), ...cardsOf(plane, "to-be")].find((card) => card.dataset.name === focused);
      if (again) again.focus({ preventScroll: true });
    },
    close() {},
  };
}
