/** Copy and paste of micro-moments, also from one map to another: with all that belongs to them. */

import { MOST as TEXTS } from "./editor.js";
import { BREAKS, inOneLine, lengthOf } from "../shared/lengths.js";
import { newId } from "../live/model.js";
import { contents } from "../live/schema.js";

const FORMAT = "journeymap-moments";
const BELOW = ["needs", "backstage_steps", "pain_points"];
/** What a copied row was called, so that a copied pain point finds its cause again. */
const WAS = "was";
/** What the channel of a copied touchpoint says: elsewhere it is found by its name, or made. */
const IN = "in";
/** So many at once: with all that belongs to them they still fit into what may wait for an answer. */
const MOST = 500;

/**
 * @param {import("./board.js").Board} board
 * @returns {() => void} stop listening
 */
export function copying(board) {
  /** @param {ClipboardEvent} event */
  const copy = (event) => {
    const moments = board.chosenInOrder();
    if (!moments.length || !isHere(board, event)) return;
    event.clipboardData?.setData("text/plain", JSON.stringify({ format: FORMAT, map: board.model.header()?.id, moments: moments.map((moment) => packed(board, moment)) }));
    event.preventDefault();
    board.announce(board.say("copied", { n: moments.length }));
  };
  /** @param {ClipboardEvent} event */
  const paste = (event) => {
    if (!board.mayEdit || !isHere(board, event)) return;
    const { moments, map, long } = unpacked(event.clipboardData?.getData("text/plain") ?? "");
    if (!moments.length && !long.length) return;
    event.preventDefault();
    if (!board.isAsked("moments")) return;
    const where = target(board);
    if (!where) {
      board.notice({ text: board.say("paste-nowhere"), kind: "warning" });
      board.announce(board.say("paste-nowhere"));
      return;
    }
    const home = map === board.model.header()?.id;
    if (moments.length) board.model.together(() => insert(board, where, moments.slice(0, MOST), home, moments.length - MOST));
    // What is too long is kept, to be shortened or split.
    for (const text of long) {
      board.editing.offer("moments", text, () => {
        const now = target(board);
        return !!now && board.editing.addMomentWith(now.episode, now.after, text);
      });
    }
  };
  document.addEventListener("copy", copy);
  document.addEventListener("paste", paste);
  return () => {
    document.removeEventListener("copy", copy);
    document.removeEventListener("paste", paste);
  };
}

/**
 * Whether the event is meant for the board, and not for a text somewhere.
 *
 * @param {import("./board.js").Board} board
 * @param {Event} event
 */
function isHere(board, event) {
  const [target] = event.composedPath();
  if (target instanceof HTMLElement && target.matches("textarea, input")) return false;
  const root = /** @type {ShadowRoot | Document} */ (board.board.getRootNode());
  return !!root.activeElement && board.board.contains(root.activeElement);
}

/**
 * @param {import("./board.js").Board} board
 * @param {import("../live/rows.js").Row} moment
 */
function packed({ model }, moment) {
  const { id } = moment;
  const { origin: _origin, ...values } = contents(moment);
  const below = Object.fromEntries(
    BELOW.map((table) => [table, model.rows(table, id).map(({ origin: _o, ...row }) => ({ ...contents(row), [WAS]: row.id }))]),
  );
  const touchpoints = model.rows("touchpoints", id).flatMap(({ channel, ...row }) => {
    const { origin: _c, ...used } = contents(model.row("channels", channel) ?? {});
    const { origin: _o, ...said } = contents(row);
    return used.name ? [{ ...said, [IN]: used }] : [];
  });
  return { values, touchpoints, ...below };
}

/**
 * The moments in a pasted text: copied ones, or a line each. Any other text is text, also where it looks like data.
 *
 * @param {string} text
 * @returns {{ moments: any[], map?: string, long: string[] }} `map`: where they were copied; `long`: lines that no card holds
 */
function unpacked(text) {
  const copied = ours(text);
  if (copied) return { ...copied, long: [] };
  const lines = text.split(BREAKS).map(inOneLine).filter(Boolean);
  const fits = (/** @type {string} */ line) => lengthOf(line) <= TEXTS.moments;
  return { moments: lines.filter(fits).map((line) => ({ values: { text: line } })), long: lines.filter((line) => !fits(line)) };
}

/**
 * What was copied from a board, if it was.
 *
 * @param {string} text
 * @returns {{ moments: any[], map?: string } | null}
 */
function ours(text) {
  try {
    const { format, map, moments } = Object(JSON.parse(text));
    const whole = format === FORMAT && Array.isArray(moments) && moments.every((one) => typeof one?.values?.text === "string");
    return whole ? { moments, map } : null;
  } catch {
    return null;
  }
}

/**
 * Where moments that are pasted go: behind the last one that is chosen, or at the end of an episode.
 *
 * @param {import("./board.js").Board} board
 * @returns {{ episode: string, after: string | null } | null}
 */
function target(board) {
  const { model, picked } = board;
  const last = board.chosenInOrder().at(-1);
  const episode = last?.parent ?? (picked?.table === "episodes" ? picked.id : model.rows("episodes").at(-1)?.id);
  return episode ? { episode, after: last?.id ?? model.rows("moments", episode).at(-1)?.id ?? null } : null;
}

/**
 * @param {import("./board.js").Board} board
 * @param {{ episode: string, after: string | null }} where
 * @param {any[]} moments
 * @param {boolean} home whether they were copied from this map
 * @param {number} left how many more there were
 */
function insert(board, { episode, after: behind }, moments, home, left) {
  const { model, fields } = board;
  const { defaults } = fields;
  let after = behind;
  /** @type {string[]} */
  const made = [];
  /** @type {(string | null)[]} */
  const ops = [];
  /** @type {Map<string, string>} what a copied row is called now */
  const now = new Map();
  const channels = new Map(model.rows("channels").map((row) => [row.name.toLowerCase(), row.id]));
  for (const { values, touchpoints = [], ...below } of moments) {
    const id = newId();
    ops.push(model.add("moments", { ...defaults.moments, ...contents(values) }, { parent: episode, after, id }));
    for (const { [IN]: used, ...row } of touchpoints) {
      if (typeof used?.name !== "string") continue;
      const name = used.name.toLowerCase();
      let channel = channels.get(name);
      if (!channel) {
        channel = newId();
        channels.set(name, channel);
        model.add("channels", { ...defaults.channels, ...contents(used) }, { id: channel, after: undefined });
      }
      model.add("touchpoints", { ...defaults.touchpoints, ...contents(row), channel }, { parent: id, after: undefined });
    }
    for (const { [WAS]: was, ...row } of below.needs ?? []) model.add("needs", { ...defaults.needs, ...contents(row) }, { parent: id, after: undefined });
    for (const { [WAS]: was, ...row } of below.backstage_steps ?? []) {
      const step = newId();
      now.set(was, step);
      model.add("backstage_steps", { ...defaults.backstage_steps, ...contents(row) }, { parent: id, after: undefined, id: step });
    }
    made.push(id);
    after = id;
  }
  // A cause may stand under a later moment, so these come when all the steps are there.
  moments.forEach(({ pain_points: pains = [] }, n) => {
    for (const { [WAS]: _was, cause, ...row } of pains) {
      const here = now.get(cause) ?? (home && model.row("backstage_steps", cause) ? cause : null);
      model.add("pain_points", { ...defaults.pain_points, ...contents(row), cause: here }, { parent: made[n], after: undefined });
    }
  });
  board.arrange();
  board.pick("moments", after);
  if (after) board.reveal(after);
  const more = left > 0 ? board.say("pasted-not", { n: left }) : "";
  const leave = board.notice({
    text: board.say("pasted", { n: made.length }),
    detail: more,
    kind: more ? "warning" : "plain",
    stays: !!more,
    action: board.say("undo"),
    act: () => model.undoThese(ops),
  });
  // After the next thing I do, an undo would take that back.
  if (!more) model.addEventListener("mine", () => queueMicrotask(leave), { once: true });
  board.announce([board.say("pasted", { n: made.length }), more].filter(Boolean).join(". "));
}
