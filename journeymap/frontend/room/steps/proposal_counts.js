/** What people propose for each moment, counted: pure. Held to `domain/workshop/proposals.py`. */

export const ANSWERS = ["keep", "change", "drop"];

/** @typedef {{ keep: number, change: number, drop: number, texts: string[] } & Record<string, any>} Counted */

/**
 * How many would keep, change and drop each moment, and in which words they would change it: one answer a person.
 *
 * @param {readonly any[]} proposals
 * @param {readonly string[]} uncounted whose do not count, as the server says it
 * @returns {Map<string, Counted>}
 */
export function counted(proposals, uncounted = []) {
  const shown = proposals.filter((one) => !one.private && !uncounted.includes(one.author));
  const last = new Map(shown.map((one) => [JSON.stringify([one.item, one.author ?? one.id]), one]));
  /** @type {Map<string, Counted>} */
  const found = new Map();
  for (const { item, answer, text } of last.values()) {
    const there = found.get(item) ?? { keep: 0, change: 0, drop: 0, texts: [] };
    there[answer] += 1;
    if (answer === "change" && text) there.texts.push(text);
    found.set(item, there);
  }
  return found;
}

/** What the room proposes in this step, counted. @param {import("../desk.js").Desk} desk */
export function proposedIn({ model, now, step }) {
  return counted(model.rows("proposals"), now?.uncounted?.[step?.id]);
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
