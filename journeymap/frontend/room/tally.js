/** Counting votes and scores: pure, from rows. */

/**
 * @typedef {{ id: string, round: string, item: string, slot: number, question: string, value: number, author?: string }} Vote
 */

/**
 * The votes of one round, by item.
 *
 * @param {readonly any[]} votes
 * @param {string} round
 * @param {string} [question]
 * @returns {Map<string, Vote[]>}
 */
export function byItem(votes, round, question = "") {
  /** @type {Map<string, Vote[]>} */
  const found = new Map();
  for (const vote of votes) {
    if (vote.round !== round || (vote.question ?? "") !== question) continue;
    const there = found.get(vote.item);
    if (there) there.push(vote);
    else found.set(vote.item, [vote]);
  }
  return found;
}

/**
 * Most first. Equal numbers have one rank, and say so.
 *
 * @template T
 * @param {readonly T[]} items
 * @param {(item: T) => number} count
 * @returns {{ item: T, n: number, rank: number, tied: boolean }[]}
 */
export function ranked(items, count) {
  const counted = items.map((item) => ({ item, n: count(item) }));
  counted.sort((one, other) => other.n - one.n);
  return counted.map(({ item, n }) => ({
    item,
    n,
    rank: counted.findIndex((one) => one.n === n) + 1,
    tied: counted.filter((one) => one.n === n).length > 1,
  }));
}

/**
 * How a question was answered: how often each answer (what lies between two is the higher), the mean, and the middle one.
 *
 * @param {readonly { value: number }[]} votes
 * @param {readonly number[]} answers
 */
export function spread(votes, answers) {
  const values = votes.map(({ value }) => value).sort((one, other) => one - other);
  const half = values.length / 2;
  const [least, most] = [answers[0], answers[answers.length - 1]];
  const answered = values.map((value) => Math.min(most, Math.max(least, Math.floor(value + 0.5))));
  const mean = values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
  const median = values.length ? (values[Math.ceil(half) - 1] + values[Math.floor(half)]) / 2 : null;
  return { n: values.length, mean, median, counts: answers.map((answer) => answered.filter((value) => value === answer).length) };
}

/**
 * The first of my dots that is not placed yet; null where all are.
 *
 * @param {readonly { slot: number }[]} mine
 * @param {number} budget
 */
export function freeSlot(mine, budget) {
  const used = new Set(mine.map(({ slot }) => slot));
  for (let slot = 0; slot < budget; slot += 1) if (!used.has(slot)) return slot;
  return null;
}
