/**
 * What the hover card says of a row: all that its bar has no room for. Pure: rows in, words out.
 *
 * @typedef {{ over: string, title: string, valence: number | null, lines: { sign: string, text: string, list?: boolean }[] }} Words
 *   `over`: small, above the title; `sign`: what kind of line it is, for its look
 * @typedef {{ model: import("../live/model.js").BoardModel, say: import("../shared/sayer.js").Say, feeling: (valence: number | null | undefined) => string,
 *   marks: (id: string) => string[], before?: (moment: import("../live/rows.js").Row) => string }} Known
 */

/** Of each kind so many lines are shown; how many more there are is said. */
const MOST = 3;

/** @type {Record<string, (known: Known, row: import("../live/rows.js").Row) => Words>} */
const WORDS = {
  moments: ofMoment,
  episodes: ofEpisode,
  needs: ofNote,
  backstage_steps: ofNote,
  communications: ofMessage,
  channels: ofChannel,
};

/**
 * @param {Known} known
 * @param {string} table
 * @param {string} id
 * @returns {Words | null} null where there is nothing of this kind to say
 */
export function words(known, table, id) {
  const row = known.model.row(table, id);
  return row && Object.hasOwn(WORDS, table) ? WORDS[table](known, row) : null;
}

/**
 * @param {Known} known
 * @param {import("../live/rows.js").Row} moment
 * @returns {Words}
 */
function ofMoment(known, moment) {
  const { model, say, feeling, marks, before = () => "" } = known;
  const { id } = moment;
  const names = model.rows("touchpoints", id).flatMap(({ channel }) => model.row("channels", channel)?.name ?? []);
  const felt = moment.felt_label || feeling(moment.felt_valence);
  return {
    over: model.row("episodes", String(moment.parent))?.title ?? "",
    title: moment.text,
    valence: moment.felt_valence,
    lines: [
      ...line("felt", felt || say("felt-unsaid")),
      ...line("under", before(moment)),
      ...line("marks", [moment.moment_of_truth && say("truth"), ...marks(id)].filter(Boolean).join(". ")),
      ...line("channels", [...new Set(names)].join(", ")),
      ...some(known, "pains", model.rows("pain_points", id)),
      ...some(known, "needs", model.rows("needs", id)),
    ],
  };
}

/**
 * @param {Known} known
 * @param {import("../live/rows.js").Row} episode
 * @returns {Words}
 */
function ofEpisode({ model, say, feeling }, episode) {
  const aimed = episode.targeted_label || feeling(episode.targeted_valence);
  const n = model.rows("moments", episode.id).length;
  return {
    over: say("moments-count", { n }),
    title: episode.title,
    valence: episode.targeted_valence,
    lines: line("felt", aimed ? say("should-feel", { feeling: aimed }) : say("should-feel-nothing")),
  };
}

/**
 * @param {Known} known
 * @param {import("../live/rows.js").Row} note
 * @returns {Words}
 */
function ofNote({ model, marks }, note) {
  const under = [note.team, note.system].filter(Boolean).join(" · ");
  return {
    over: model.row("moments", String(note.parent))?.text ?? "",
    title: note.text,
    valence: null,
    lines: [...line("under", under), ...line("marks", marks(note.id).join(". "))],
  };
}

/**
 * @param {Known} known
 * @param {import("../live/rows.js").Row} message
 * @returns {Words}
 */
function ofMessage({ model, say }, message) {
  const channel = message.channel && model.row("channels", message.channel)?.name;
  return {
    over: model.row("episodes", String(message.parent))?.title ?? "",
    title: say("message", { text: message.text }),
    valence: null,
    lines: line("under", [message.tone, channel].filter(Boolean).join(", ")),
  };
}

/**
 * @param {Known} known
 * @param {import("../live/rows.js").Row} channel
 * @returns {Words}
 */
function ofChannel({ model, say }, { id, name }) {
  const n = model.moments().filter((moment) => model.rows("touchpoints", moment.id).some(({ channel }) => channel === id)).length;
  return { over: "", title: name, valence: null, lines: line("under", say("moments-count", { n })) };
}

/** @param {string} sign @param {string} text */
const line = (sign, text) => (text ? [{ sign, text }] : []);

/**
 * @param {Known} known
 * @param {string} sign
 * @param {import("../live/rows.js").Row[]} rows
 */
function some({ say }, sign, rows) {
  const shown = rows.slice(0, MOST).map(({ text }) => ({ sign, text, list: true }));
  const left = rows.length - shown.length;
  return left > 0 ? [...shown, { sign, text: say("channels-more", { n: left }) }] : shown;
}
