/** Which page a step asks for. */

import { validateView } from "./answers.js";
import { gridView, scoresView } from "./deck.js";
import { closeView } from "./decisions.js";
import { toBeView } from "./to_be.js";
import { breakView, closedView, freeView, lookView, scopeView, waitingView } from "./reading.js";
import { channelsView } from "./channels.js";
import { momentsView } from "./moments.js";
import { pathsView } from "./paths.js";
import { voteView } from "./vote.js";
import { backstageView, episodesView } from "./texts.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("../desk.js").View} View */

/** @type {Record<string, (desk: Desk) => View>} by the page that the step's rules name */
export const VIEWS = {
  free: freeView,
  scope: scopeView,
  episodes: episodesView,
  moments: momentsView,
  "to-be": toBeView,
  channels: channelsView,
  paths: pathsView,
  scores: scoresView,
  vote: voteView,
  grid: gridView,
  backstage: backstageView,
  validate: validateView,
  look: lookView,
  close: closeView,
  break: breakView,
};

/** What a page is drawn anew for; all else is changed in place. @param {Desk} desk */
export function pageOf({ now, session, secret, step, you }) {
  if (now?.workshop?.closed) return "closed";
  if (!step || step.state === "waiting") return "waiting";
  const read = ["revealed", "done"].includes(step.state) ? step.state : "";
  return [session.map, step.id, step.kind, secret, read, you.role, JSON.stringify(step.ballot)].join("|");
}

/** @param {Desk} desk @returns {View} */
export function viewOf(desk) {
  const { now, step } = desk;
  if (now?.workshop?.closed) return closedView(desk);
  if (!step || step.state === "waiting") return waitingView(desk);
  return (VIEWS[step.rules.page] ?? lookView)(desk);
}
