/** A part of the picture of two maps, as a picture of its own: for a sheet of paper. Pure. */

/**
 * @typedef {import("./types.js").Picture} Picture
 * @typedef {import("./types.js").Band} Band
 * @typedef {import("./types.js").Card} Card
 * @typedef {Picture & { first: number, last: number, elsewhere: { card: Card, side: "as-is" | "to-be", column: number }[] }} Part
 *   `elsewhere`: cards whose counterpart stands on another sheet, and in which column
 */

/**
 * The columns from `first` to `last`, numbered anew from 0.
 *
 * @param {Picture} picture
 * @param {number} first
 * @param {number} last
 * @returns {Part}
 */
export function part(picture, first, last) {
  const inside = (/** @type {number} */ column) => column >= first && column <= last;
  const cards = (/** @type {Card[]} */ all) => all.filter(({ column }) => inside(column)).map((card) => ({ ...card, column: card.column - first }));
  const bands = (/** @type {Band[]} */ all) =>
    all
      .filter((band) => band.first <= last && band.last >= first)
      .map((band) => ({ ...band, first: Math.max(band.first, first) - first, last: Math.min(band.last, last) - first }));
  const points = (/** @type {import("./types.js").Point[]} */ all) =>
    all.filter(([column]) => inside(column)).map(([column, valence]) => /** @type {import("./types.js").Point} */ ([column - first, valence]));
  const [asIs, toBe] = [cards(picture.as_is), cards(picture.to_be)];
  const at = (/** @type {Card[]} */ all, /** @type {number} */ column) => /** @type {Card} */ (all.find((card) => card.column === column - first));
  return {
    first,
    last,
    columns: last - first + 1,
    as_is: asIs,
    to_be: toBe,
    links: picture.links
      .filter(({ from, to }) => inside(from) && inside(to))
      .map((link) => ({ ...link, from: link.from - first, to: link.to - first })),
    elsewhere: picture.links.flatMap(({ from, to }) => [
      ...(inside(from) && !inside(to) ? [{ card: at(asIs, from), side: /** @type {const} */ ("as-is"), column: to }] : []),
      ...(inside(to) && !inside(from) ? [{ card: at(toBe, to), side: /** @type {const} */ ("to-be"), column: from }] : []),
    ]),
    as_is_episodes: bands(picture.as_is_episodes),
    to_be_episodes: bands(picture.to_be_episodes),
    felt: points(picture.felt),
    targeted: points(picture.targeted),
  };
}

/**
 * The whole picture in parts of at most so many columns, all about equally wide.
 *
 * @param {Picture} picture
 * @param {number} most
 * @returns {Part[]}
 */
export function parts(picture, most) {
  const sheets = Math.ceil(picture.columns / most);
  const begin = (/** @type {number} */ n) => Math.round((n * picture.columns) / sheets);
  return Array.from({ length: sheets }, (_, n) => part(picture, begin(n), begin(n + 1) - 1));
}

/**
 * What one goes to one after another: each episode of the as-is with what became of it below, and new ones where they stand.
 *
 * @param {Picture} picture
 * @returns {{ id: string, title: string, first: number, last: number }[]}
 */
export function stops({ as_is_episodes: before, to_be_episodes: after, columns }) {
  const own = before.map(({ id, title, first, last }) => ({ id: `as-is:${id}`, title, first, last }));
  const free = after.filter((band) => !before.some((one) => one.first <= band.first && band.first <= one.last));
  const all = [...own, ...free.map(({ id, title, first, last }) => ({ id: `to-be:${id}`, title, first, last }))].sort((a, b) => a.first - b.first);
  return all.map((one, n) => ({ ...one, last: Math.max(one.last, (all[n + 1]?.first ?? columns) - 1) }));
}
