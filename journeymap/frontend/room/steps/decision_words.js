/** What is said of a decision, on phones and on the room's screen. */

/** A day (YYYY-MM-DD) as it is written on every screen: 3 August 2026. @param {string} day @param {string} language */
export const dayOf = (day, language) =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(language === "en" ? "en-GB" : language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** Who owns a decision, and when it is looked at again. @param {import("../desk.js").Desk} desk @param {any} row */
export function ownedSaid({ say, given }, row) {
  return [row.owner ? say("decision-owned", { name: row.owner }) : "", row.review_on ? say("decision-review", { text: dayOf(row.review_on, given.language) }) : ""];
}

/** Who looks after the journey from now on, and when it is looked at next. @param {import("../desk.js").Desk} desk */
export function afterwardsSaid({ say, now }) {
  const { owner, next_review: review } = now?.workshop ?? {};
  return [owner ? say("journey-owner", { name: owner }) : say("journey-no-owner"), review ? say("journey-review", { text: review }) : say("journey-no-review")];
}
