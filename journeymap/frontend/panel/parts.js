/** Which fields the panel of a row has, and in which part: a new field of a row is one line here. */

import { Channels, Touchpoints } from "./channels.js";
import { Children } from "./children.js";
import { evidence, EvidenceFold } from "./evidence.js";
import { Feeling, feelingSaid } from "./feeling.js";
import { Origin } from "./origin.js";
import { sent } from "./sent.js";

/**
 * @typedef {import("./panel.js").Panel} Panel
 * @typedef {import("./panel.js").View} View
 */

/** The parts of a moment, which stay chosen from one to the next. */
export const PARTS = /** @type {const} */ (["what", "behind", "more"]);

/** @type {Record<string, (panel: Panel, id: string) => View[]>} */
const MOMENT = {
  what: (panel, id) => [
    ...(isToBe(panel) ? [] : [felt(panel, id)]),
    new Channels(panel, id),
    new Children(panel, { table: "needs", parent: id, beside: (need) => [new EvidenceFold(panel, "needs", need)] }),
    panel.beside([
      panel.field({ table: "moments", id, name: "moment_of_truth", quiet: true, help: panel.say("map-truth-help") }),
      panel.field({ table: "moments", id, name: "optional", quiet: true, help: panel.say("map-optional-help") }),
    ]),
    new Origin(panel, id),
  ],
  behind: (panel, id) => [
    new Children(panel, { table: "pain_points", parent: id, below: (pain) => [cause(panel, id, pain)] }),
    new Children(panel, {
      table: "backstage_steps",
      parent: id,
      below: (step) => [
        panel.beside([
          panel.field({ table: "backstage_steps", id: step, name: "team", quiet: true, placeholder: panel.say("map-team") }),
          panel.field({ table: "backstage_steps", id: step, name: "system", quiet: true, placeholder: panel.say("map-system") }),
        ]),
      ],
    }),
    panel.title("map-evidence-title", "map-evidence-help"),
    ...evidence(panel, "moments", id),
  ],
  more: (panel, id) => [
    new Feeling(panel, { table: "moments", id, which: "targeted", help: panel.say("map-targeted-help"), from: () => aimedByEpisode(panel, id) }),
    ...(isToBe(panel) ? [felt(panel, id)] : []),
    panel.beside([
      panel.field({ table: "moments", id, name: "minutes", help: panel.say("map-minutes-help") }),
      panel.field({ table: "moments", id, name: "waiting_minutes", help: panel.say("map-waiting-help") }),
    ]),
    panel.field({ table: "moments", id, name: "effort", help: panel.say("map-effort-help") }),
    panel.field({ table: "moments", id, name: "notes" }),
    new Touchpoints(panel, id),
  ],
};

/**
 * The fields of a row, or of one part of it.
 *
 * @param {Panel} panel
 * @param {string} table
 * @param {string} id
 * @param {string} part
 * @returns {View[]}
 */
export function views(panel, table, id, part) {
  if (table === "moments") return [...sent(panel, id), ...MOMENT[part](panel, id)];
  return [
    ...sent(panel, id),
    new Feeling(panel, { table: "episodes", id, which: "targeted", help: panel.say("map-targeted-episode-help") }),
    new Children(panel, {
      table: "communications",
      parent: id,
      below: (message) => [
        panel.beside([
          panel.field({ table: "communications", id: message, name: "tone", quiet: true, placeholder: panel.say("map-tone") }),
          panel.field({ table: "communications", id: message, name: "channel", quiet: true, placeholder: panel.say("map-communication-channel") }),
        ]),
      ],
    }),
    panel.field({ table: "episodes", id, name: "outcome" }),
    panel.field({ table: "episodes", id, name: "notes" }),
  ];
}

/**
 * The part and the field that say what is still open: for whoever wants to fill it in.
 *
 * @type {Readonly<Record<string, { part?: string, find: string }>>}
 */
export const WAYS = Object.freeze({
  untargeted: { find: '[data-feeling="targeted"] button' },
  empty_episodes: { find: '[data-act="adding"]' },
  no_channel: { part: "what", find: ".channels-of input" },
  no_need: { part: "what", find: '[data-table="needs"] .adder input' },
  no_feeling: { part: "what", find: '[data-feeling="felt"] button' },
});

/** @param {Panel} panel */
function isToBe(panel) {
  return panel.model.header()?.kind === "to-be";
}

/**
 * @param {Panel} panel
 * @param {string} id
 */
function felt(panel, id) {
  return new Feeling(panel, { table: "moments", id, which: "felt" });
}

/**
 * What of the moment's backstage steps causes a pain point; asked where there are any.
 *
 * @param {Panel} panel
 * @param {string} moment
 * @param {string} pain
 * @returns {View}
 */
function cause(panel, moment, pain) {
  const among = () => panel.model.rows("backstage_steps", moment).map(({ id }) => id);
  const field = panel.field({ table: "pain_points", id: pain, name: "cause", quiet: true, placeholder: panel.say("map-cause"), among });
  const place = panel.beside([field]);
  const { show } = place;
  place.show = () => {
    show();
    place.element.hidden = !among().length && !panel.model.row("pain_points", pain)?.cause;
  };
  return place;
}

/**
 * What the episode aims at, where the moment does not say so itself.
 *
 * @param {Panel} panel
 * @param {string} id
 */
function aimedByEpisode(panel, id) {
  const moment = panel.model.row("moments", id);
  if (!moment || moment.targeted_valence !== null || moment.targeted_label) return "";
  const episode = panel.model.row("episodes", moment.parent ?? "");
  const [said] = episode ? feelingSaid(panel, episode.targeted_valence, episode.targeted_label) : [];
  return said ? panel.say("map-targeted-from-episode", { feeling: said.textContent }) : panel.say("map-targeted-none");
}
