/**
 * How many channels there are, how many of them were named before the sweep, and how many were found in it: what a room
 * found is more than it thought of, so the two are never the same number said twice.
 *
 * @param {(key: string, values?: Record<string, any>) => string} say
 * @param {readonly import("../live/rows.js").Row[]} all
 */
export function sweepWords(say, all) {
  const assumed = all.filter((one) => one.assumed).length;
  const found = all.length - assumed;
  if (!assumed) return say("channels-n", { n: all.length });
  return found ? say("channels-found", { all: all.length, assumed, n: found }) : say("channels-before", { n: all.length });
}
