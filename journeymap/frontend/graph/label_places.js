/**
 * Where labels stand so that none meets another, or a node: worked out on the screen, in its pixels, without a page.
 *
 * The most important is placed first. One that has no room whole is shortened, and one that has no room at all is left
 * away: hovering tells it, and whoever stands on its node sees it, for that one comes before all others.
 */

/** @import { Box } from "./types.js" */

/** No letter is smaller. */
export const LEAST = 11;
export const LEADING = 1.2;
/** Between a node and its label, and between two labels. */
export const APART = 3;
/** So many lines a label has at most. */
export const LINES = 4;
/** A word of so many sizes of its letters is not broken. */
const LONGEST = 13;
const CELL = 96;

/**
 * @typedef {{ id: string, text: string, x: number, y: number, radius: number, size: number, rank: number, width: number }} Wish
 *   a label that would like to stand at a node: the node's middle and how far it reaches, the size of the letters, how
 *   important it is, and how wide it may be
 * @typedef {Box & { id: string, lines: string[], size: number }} Placed
 * @typedef {(text: string, size: number) => number} Measure how wide a text is in letters of this size
 */

/** Boxes, found by where they are. */
export class Taken {
  /** @type {Map<string, Box[]>} */
  #cells = new Map();

  /** @param {Box} box */
  add(box) {
    for (const cell of cells(box)) {
      const there = this.#cells.get(cell);
      if (there) there.push(box);
      else this.#cells.set(cell, [box]);
    }
  }

  /** @param {Box} box */
  meets(box) {
    for (const cell of cells(box)) if (this.#cells.get(cell)?.some((other) => meet(box, other))) return true;
    return false;
  }
}

/** @param {Box} box */
function* cells(box) {
  for (let x = Math.floor(box.left / CELL); x * CELL <= box.right; x += 1)
    for (let y = Math.floor(box.top / CELL); y * CELL <= box.bottom; y += 1) yield `${x} ${y}`;
}

/** @param {Box} one @param {Box} other */
export const meet = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** @param {Box} inner @param {Box} outer */
const within = (inner, outer) =>
  inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;

/**
 * The labels that have room, the most important first.
 *
 * @param {Wish[]} wishes
 * @param {Box[]} nodes what no label may cover
 * @param {Measure} measure
 * @param {Box} stage what is in sight: elsewhere nothing is placed
 * @returns {Placed[]}
 */
export function placed(wishes, nodes, measure, stage) {
  const taken = new Taken();
  for (const node of nodes) if (meet(node, stage)) taken.add(node);
  const found = [];
  for (const wish of [...wishes].sort((one, other) => other.rank - one.rank)) {
    if (!meet(around(wish), stage)) continue;
    const label = fitted(wish, taken, measure, stage);
    if (!label) continue;
    taken.add({ left: label.left - APART, right: label.right + APART, top: label.top, bottom: label.bottom });
    found.push(label);
  }
  return found;
}

/** @param {Wish} wish @returns {Box} */
const around = ({ x, y, radius, width }) => ({
  left: x - radius - width, right: x + radius + width, top: y - radius - width, bottom: y + radius + width,
});

/** Whole where there is room, else on fewer lines; no word is broken that has room by itself.
 * @param {Wish} wish @param {Taken} taken @param {Measure} measure @param {Box} stage @returns {Placed | undefined} */
function fitted(wish, taken, measure, stage) {
  const { id, size } = wish;
  const longest = Math.max(0, ...wish.text.split(/\s+/u).map((word) => measure(word, size)));
  const room = longest <= LONGEST * size ? Math.max(wish.width, longest + 1) : wish.width;
  const lines = wrapped(wish.text, room, size, measure);
  if (!lines.length) return undefined;
  for (let most = Math.min(LINES, lines.length); most >= 1; most -= 1) {
    const some = shortened(lines, most, room, size, measure);
    const width = Math.max(...some.map((line) => measure(line, size)));
    const box = places(wish, width, some.length * size * LEADING).find((one) => within(one, stage) && !taken.meets(one));
    if (box) return { ...box, id, lines: some, size };
  }
  return undefined;
}

/** Where a label may stand, the best first. @param {Wish} wish @param {number} width @param {number} height @returns {Box[]} */
function places({ x, y, radius }, width, height) {
  const away = radius + APART;
  const at = (/** @type {number} */ left, /** @type {number} */ top) => ({ left, right: left + width, top, bottom: top + height });
  const [left, right, middle] = [x - away - width, x + away, x - width / 2];
  return [
    at(middle, y + away), at(middle, y - away - height), at(right, y - height / 2), at(left, y - height / 2),
    at(x - 0.2 * width, y + away), at(x - 0.8 * width, y + away), at(right, y), at(left, y),
  ];
}

/**
 * A text in lines no wider than this; a word that is wider is broken.
 *
 * @param {string} text @param {number} width @param {number} size @param {Measure} measure @returns {string[]}
 */
export function wrapped(text, width, size, measure) {
  const lines = [];
  let now = "";
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const longer = now ? `${now} ${word}` : word;
    if (measure(longer, size) <= width) {
      now = longer;
      continue;
    }
    if (now) lines.push(now);
    const parts = broken(word, width, size, measure);
    now = parts.pop() ?? "";
    lines.push(...parts);
  }
  return now ? [...lines, now] : lines;
}

const signs = new Intl.Segmenter();

/** @param {string} word @param {number} width @param {number} size @param {Measure} measure @returns {string[]} */
function broken(word, width, size, measure) {
  if (measure(word, size) <= width) return [word];
  const parts = [];
  let now = "";
  for (const { segment } of signs.segment(word)) {
    if (now && measure(now + segment, size) > width) {
      parts.push(now);
      now = "";
    }
    now += segment;
  }
  return [...parts, now];
}

/** The first of these lines; what is left away is said by “…”.
 * @param {string[]} lines @param {number} most @param {number} width @param {number} size @param {Measure} measure */
function shortened(lines, most, width, size, measure) {
  if (lines.length <= most) return lines;
  let last = lines[most - 1];
  while (last && measure(`${last}…`, size) > width) last = [...signs.segment(last)].slice(0, -1).map(({ segment }) => segment).join("");
  return [...lines.slice(0, most - 1), `${last.trimEnd()}…`];
}

/**
 * What of a text stands within a box of this size, in letters of this size; nothing where it would say nothing.
 *
 * @param {string} text @param {number} width @param {number} height @param {Measure} measure @param {number} [size]
 * @returns {string[]}
 */
export function inside(text, width, height, measure, size = LEAST) {
  const most = Math.floor(height / (size * LEADING));
  if (most < 1 || width < 3 * size) return [];
  return shortened(wrapped(text, width, size, measure), most, width, size, measure);
}
