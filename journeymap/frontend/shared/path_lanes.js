/** Ways through a journey in numbers: which moments they visit, where each stands, and the line along them. Pure. */

/**
 * @typedef {{ id: string, title: string, moments: readonly string[] }} Chapter
 * @typedef {{ id: string, kind: string, stops: readonly string[] }} Way
 * @typedef {{ left: number, right: number }} Span
 */

/**
 * The episodes with the moments that some way visits, in the order of the journey; the others are left out.
 *
 * @param {readonly Chapter[]} episodes
 * @param {readonly Way[]} ways
 * @returns {(Chapter & { at: number })[]} `at`: which episode of the journey it is
 */
export function visited(episodes, ways) {
  const seen = new Set(ways.flatMap(({ stops }) => stops));
  return episodes
    .map((episode, at) => ({ ...episode, at, moments: episode.moments.filter((id) => seen.has(id)) }))
    .filter(({ moments }) => moments.length);
}

/**
 * The line from stop to stop: straight where it goes on, in an arc above where it turns back or comes again.
 *
 * @param {readonly number[]} xs where the stops are
 * @param {number} y
 * @param {number} rise how high an arc is
 */
export function lineOf(xs, y, rise) {
  return xs
    .map((x, at) => {
      if (!at) return `M${x.toFixed(1)} ${y}`;
      if (x > xs[at - 1]) return `L${x.toFixed(1)} ${y}`;
      const half = x === xs[at - 1] ? rise * 0.7 : 0;
      return `C${(xs[at - 1] + half).toFixed(1)} ${(y - rise * 1.3).toFixed(1)} ${(x - half).toFixed(1)} ${(y - rise * 1.3).toFixed(1)} ${x.toFixed(1)} ${y}`;
    })
    .join("");
}

/**
 * The stops worth a name, the weightiest first: the last, where it leaves the way that is hoped for, what comes again, the first.
 *
 * @param {readonly string[]} stops
 * @param {ReadonlySet<string>} hoped the moments of the way that is hoped for
 * @returns {string[]} each once
 */
export function named(stops, hoped) {
  const leaves = stops.filter((id, at) => !hoped.has(id) && (at === 0 || hoped.has(stops[at - 1])));
  const again = stops.filter((id, at) => stops.indexOf(id) < at);
  return [...new Set([...stops.slice(-1), ...leaves, ...again, ...stops.slice(0, 1), ...stops])];
}

/**
 * As many names below a line as none touches another; the first ones come first.
 *
 * @template {{ x: number, width: number }} T
 * @param {readonly T[]} names
 * @param {number} width of all there is
 * @param {number} gap between two
 * @returns {(T & Span)[]}
 */
export function besides(names, width, gap) {
  /** @type {(T & Span)[]} */
  const found = [];
  for (const name of names) {
    const left = Math.max(0, Math.min(name.x - name.width / 2, width - name.width));
    const span = { left, right: left + name.width };
    if (name.width <= width && found.every((one) => span.right + gap <= one.left || one.right + gap <= span.left)) found.push({ ...name, ...span });
  }
  return found;
}
