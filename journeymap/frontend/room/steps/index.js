/** Which page a step asks for. */

import { el } from "../../shared/dom.js";
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

const backwards = () =>
  import("../../reversed/phone.js").then(({ reversedView }) => reversedView);

/** @type {Record<string, (desk: Desk) => View>} by the page that the step's rules name */
export const VIEWS = {
  free: freeView,
  scope: scopeView,
  episodes: episodesView,
  moments: momentsView,
  "to-be": toBeView,
  reversed: (desk) => later(desk, backwards),
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

/**
 * A page that is fetched when its step is on: most rooms never need it.
 *
 * @param {Desk} desk
 * @param {() => Promise<(desk: Desk) => View>} load
 * @returns {View}
 */
function later(desk, load) {
  const element = el("div", { class: "one" });
  /** @type {View | null} */
  let view = null;
  load().then((make) => {
    view = make(desk);
    element.append(view.element);
    view.show();
  });
  return { element, show: () => view?.show(), refused: (refused) => view?.refused?.(refused) ?? false };
}

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
