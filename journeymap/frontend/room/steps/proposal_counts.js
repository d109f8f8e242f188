/** What people propose for each moment, counted: pure. Held to `domain/workshop/proposals.py`. */

export const ANSWERS = ["keep", "change", "drop"];

/** @typedef {{ keep: number, change: number, drop: number, texts: string[] } & Record<string, any>} Counted */

/**
 * How many would keep, change and drop each moment, and in which words they would change it.
 *
 * @param {readonly any[]} proposals
 * @returns {Map<string, Counted>}
 */
export function counted(proposals) {
  /** @type {Map<string, Counted>} */
  const found = new Map();
  for (const { item, answer, text, private: hidden } of proposals) {
    if (hidden) continue;
    const there = found.get(item) ?? { keep: 0, change: 0, drop: 0, texts: [] };
    there[answer] += 1;
    if (answer === "change" && text) there.texts.push(text);
    found.set(item, there);
  }
  return found;
}

/**
 * “Change 2 · Drop 1 · customers: Drop 1”: what was answered, and of it what customers answered.
 *
 * @param {import("../desk.js").Desk} desk
 * @param {string} item
 * @param {Counted | undefined} found
 */
export function proposalsSaid({ say, now, step }, item, found) {
  const told = (now?.customers?.[step?.id] ?? []).filter(([of]) => of === item);
  const all = ANSWERS.map((one) => `${say(`fate-${one}`)} ${found?.[one] ?? 0}`);
  const theirs = told.map(([, answer, , n]) => `${say(`fate-${answer}`)} ${n}`).join(", ");
  return [...all, ...(theirs ? [say("proposals-customers", { text: theirs })] : [])].join(" · ");
}

/** What more than half of those who answered want; null where they differ. @param {Counted | undefined} found */
export function decidedOf(found) {
  if (!found) return null;
  const all = found.keep + found.change + found.drop;
  return ANSWERS.find((answer) => 2 * found[answer] > all) ?? null;
}
