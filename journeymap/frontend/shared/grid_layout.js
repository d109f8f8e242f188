/** Where the dots and the names of a grid stand so that none lies on another: pure, in units of the drawing. */

/**
 * @typedef {{ x: number, y: number, w: number, h: number }} Box
 * @typedef {{ x: number, y: number, words: string }} Dot its place as the means say it, and what it is called
 * @typedef {{ x: number, y: number, label: (Box & { words: string, side: "start" | "end" | "middle" }) | null }} Placed
 *   `side`: which side of the box the words begin at, for their width is only estimated
 */

const GAP = 3;
const ROUNDS = 80;

/**
 * The same dots, none on another and all within the box: what would lie on another is pushed beside it.
 *
 * @param {readonly Dot[]} dots
 * @param {Box} box
 * @param {number} r
 * @returns {Dot[]}
 */
export function apart(dots, box, r) {
  const found = dots.map((dot) => clamped({ ...dot }, box, r));
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    for (let a = 0; a < found.length; a += 1) for (let b = a + 1; b < found.length; b += 1) moved = push(found[a], found[b], r, a + b) || moved;
    if (!moved) break;
    for (const dot of found) clamped(dot, box, r);
  }
  return found;
}

/** @param {Dot} one @param {Dot} other @param {number} r @param {number} turn */
function push(one, other, r, turn) {
  const least = 2 * r + GAP;
  let [dx, dy] = [other.x - one.x, other.y - one.y];
  const far = Math.hypot(dx, dy);
  if (far >= least) return false;
  if (far < 0.01) [dx, dy] = [Math.cos(turn * 2.4), Math.sin(turn * 2.4)]; // on the very same spot: each its own way
  const by = (least - far) / 2 + 0.05;
  const long = Math.hypot(dx, dy);
  one.x -= (dx / long) * by;
  one.y -= (dy / long) * by;
  other.x += (dx / long) * by;
  other.y += (dy / long) * by;
  return true;
}

/** @param {Dot} dot @param {Box} box @param {number} r */
function clamped(dot, box, r) {
  dot.x = Math.min(box.x + box.w - r, Math.max(box.x + r, dot.x));
  dot.y = Math.min(box.y + box.h - r, Math.max(box.y + r, dot.y));
  return dot;
}

/**
 * Dots, and beside each its name where there is room for it: right, left, above or below it.
 *
 * @param {readonly Dot[]} dots
 * @param {Box} box
 * @param {{ r: number, letter: number, most: number }} how `letter`: the height of the words; `most`: so many characters; 0: no names
 * @returns {Placed[]}
 */
export function placed(dots, box, { r, letter, most }) {
  const there = apart(dots, box, r);
  /** @type {Box[]} */
  const taken = there.map(({ x, y }) => ({ x: x - r, y: y - r, w: 2 * r, h: 2 * r }));
  return there.map(({ x, y, words }) => {
    if (most < 1) return { x, y, label: null };
    const said = shortened(words, most);
    const [w, h] = [widthOf(said, letter), letter * 1.3];
    const places = [
      { x: x + r + GAP, y: y - h / 2, w, h, side: /** @type {const} */ ("start") },
      { x: x - r - GAP - w, y: y - h / 2, w, h, side: /** @type {const} */ ("end") },
      { x: x - w / 2, y: y - r - GAP - h, w, h, side: /** @type {const} */ ("middle") },
      { x: x - w / 2, y: y + r + GAP, w, h, side: /** @type {const} */ ("middle") },
    ];
    const free = places.find((place) => isWithin(place, box) && !taken.some((other) => meet(place, other)));
    if (free) taken.push(free);
    return { x, y, label: free ? { ...free, words: said } : null };
  });
}

/** @param {Box} one @param {Box} other */
export function meet(one, other) {
  return one.x < other.x + other.w && other.x < one.x + one.w && one.y < other.y + other.h && other.y < one.y + one.h;
}

/** @param {Box} one @param {Box} box */
function isWithin(one, box) {
  return one.x >= box.x && one.y >= box.y && one.x + one.w <= box.x + box.w && one.y + one.h <= box.y + box.h;
}

/** Wider than most letters are: emoji and Chinese are as wide as they are high. @param {string} words @param {number} letter */
export function widthOf(words, letter) {
  let width = 0;
  for (const sign of words) width += /** @type {number} */ (sign.codePointAt(0)) < 0x1100 ? 0.6 : 1.15;
  return width * letter;
}

/** @param {string} words @param {number} most */
export function shortened(words, most) {
  const signs = [...new Intl.Segmenter().segment(words)].map(({ segment }) => segment);
  return signs.length <= most ? words : `${signs.slice(0, most - 1).join("").trimEnd()}…`;
}
