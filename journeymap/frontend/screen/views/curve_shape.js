/** The emotion curve in numbers: where each moment stands, the middle of the room, and how far apart it is. Pure. */

/**
 * @typedef {{ low: number, middle: number, high: number, mean: number, n: number }} Middle
 * @typedef {{ id: string, text: string, middle: Middle, dots: { value: number, n: number }[] }} Felt
 *   a moment that somebody said something about; `dots`: what customers said
 * @typedef {Felt & { x: number, y: number, low: number, high: number }} Point in pixels
 */

/**
 * The middle of answers and the half of them around it; null where there are none.
 *
 * @param {readonly number[]} given
 * @returns {Middle | null}
 */
export function middleOf(given) {
  if (!given.length) return null;
  const values = [...given].sort((one, other) => one - other);
  const at = (/** @type {number} */ part) => {
    const place = (values.length - 1) * part;
    const [below, above] = [values[Math.floor(place)], values[Math.ceil(place)]];
    return below + (above - below) * (place % 1);
  };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { low: at(0.25), middle: at(0.5), high: at(0.75), mean, n: values.length };
}

/**
 * How wide each episode is: by its moments, but never too narrow for its name.
 *
 * @param {readonly number[]} counts
 * @param {number} width all of them together
 * @param {number} least
 * @returns {number[]}
 */
export function widthsOf(counts, width, least) {
  if (least * counts.length >= width) return counts.map(() => width / counts.length);
  const narrow = new Set(/** @type {number[]} */ ([]));
  for (;;) {
    const room = width - narrow.size * least;
    const all = counts.reduce((sum, n, at) => (narrow.has(at) ? sum : sum + n), 0);
    const widths = counts.map((n, at) => (narrow.has(at) || !all ? least : (room * n) / all));
    const further = widths.findIndex((one, at) => one < least && !narrow.has(at));
    if (further < 0) return all ? widths : counts.map(() => width / counts.length);
    narrow.add(further);
  }
}

/**
 * Where the moments stand, in the order of the journey; what nobody answered keeps its place and has no point.
 *
 * @param {readonly { x: number, width: number, moments: readonly (Felt | null)[] }[]} episodes
 * @param {(value: number) => number} yOf
 * @returns {Point[]}
 */
export function pointsOf(episodes, yOf) {
  return episodes.flatMap(({ x, width, moments }) =>
    moments.flatMap((felt, at) => {
      if (!felt) return [];
      const { low, middle, high } = felt.middle;
      return [{ ...felt, x: x + (width * (at + 0.5)) / moments.length, y: yOf(middle), low: yOf(low), high: yOf(high) }];
    }),
  );
}

/** The lowest and the highest: by the middle, then by the mean. @param {readonly Point[]} points */
export function endsOf(points) {
  const above = (/** @type {Point} */ one, /** @type {Point} */ other) =>
    one.middle.middle - other.middle.middle || one.middle.mean - other.middle.mean;
  let [lowest, highest] = [points[0], points[0]];
  for (const point of points) {
    if (above(point, lowest) < 0) lowest = point;
    if (above(point, highest) > 0) highest = point;
  }
  return { lowest, highest: highest && lowest && above(highest, lowest) > 0 ? highest : null };
}

/** The band around the line, as the points of a polygon. @param {readonly Point[]} points */
export function bandOf(points) {
  const there = points.map(({ x, high }) => [x, high]);
  const back = [...points].reverse().map(({ x, low }) => [x, low]);
  return [...there, ...back].map((one) => one.map((n) => n.toFixed(1)).join(",")).join(" ");
}
