/**
 * What votes that are over came to, item by item: pure, from the counts that the server tells everybody. The server counts
 * (domain/workshop/vote_counts.py); what is made of the counts here is held to its sums by tests/support/vote_counts.json.
 */

/**
 * `dots` in the last dot vote that had the item; `scores` by question, each with its mean and its ends; `worth` the
 * opportunity, where both were asked.
 *
 * @typedef {{ mean: number, low: number, high: number, n: number }} Score
 * @typedef {{ dots: number, scores: Record<string, Score>, worth: number | null }} Standing
 */

/**
 * How much there is to win where something matters: importance + max(importance − satisfaction, 0); what is equal to
 * six digits is equal.
 *
 * @param {number} importance
 * @param {number} satisfaction
 */
export function opportunity(importance, satisfaction) {
  return Math.round((importance + Math.max(importance - satisfaction, 0)) * 1e6) / 1e6;
}

/**
 * @param {Record<string, [item: string, question: string, value: number, n: number][]>} tallies by step, in the agenda's order
 * @returns {Map<string, Standing>}
 */
export function standings(tallies) {
  /** @type {Map<string, Standing>} */
  const found = new Map();
  for (const tally of Object.values(tallies)) {
    for (const [item, rows] of grouped(tally)) {
      const standing = found.get(item) ?? { dots: 0, scores: {}, worth: null };
      const dots = rows.filter(([, question]) => !question);
      if (dots.length) standing.dots = total(dots);
      for (const question of new Set(rows.map(([, asked]) => asked))) {
        if (question) standing.scores[question] = scored(rows.filter(([, asked]) => asked === question));
      }
      const { satisfaction, importance_customer: importance } = standing.scores;
      if (satisfaction && importance) standing.worth = opportunity(importance.mean, satisfaction.mean);
      found.set(item, standing);
    }
  }
  return found;
}

/** @param {[string, string, number, number][]} tally */
function grouped(tally) {
  /** @type {Map<string, [string, string, number, number][]>} */
  const found = new Map();
  for (const row of tally) {
    const there = found.get(row[0]);
    if (there) there.push(row);
    else found.set(row[0], [row]);
  }
  return found;
}

/** @param {[string, string, number, number][]} rows */
function total(rows) {
  return rows.reduce((sum, [, , , n]) => sum + n, 0);
}

/**
 * @param {[string, string, number, number][]} rows
 * @returns {Score}
 */
function scored(rows) {
  const values = rows.map(([, , value]) => value);
  const n = total(rows);
  const sum = rows.reduce((all, [, , value, times]) => all + value * times, 0);
  return { mean: sum / n, low: Math.min(...values), high: Math.max(...values), n };
}
