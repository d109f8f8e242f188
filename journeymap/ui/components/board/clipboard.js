// @ts-check
/** Copy and paste of micro-moments, also from one map to another: with all that belongs to them. */

import { EMPTY_MOMENT } from "./editing.js";
import { newId } from "./model.js";

const FORMAT = "journeymap-moments";
const BELOW = ["needs", "backstage_steps", "pain_points"];
/** What a copied row was called, so that a copied pain point finds its cause again. */
const WAS = "was";
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
    const { moments, map } = unpacked(event.clipboardData?.getData("text/plain") ?? "");
    if (!moments.length) return;
    event.preventDefault();
    if (!board.isAsked("moments")) return;
    insert(board, moments.slice(0, MOST), map === board.model.header()?.id, moments.length - MOST);
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
 * @param {import("./rows.js").Row} moment
 */
function packed({ model }, moment) {
  const { id, parent: _parent, origin: _origin, ...values } = moment;
  const below = Object.fromEntries(
    BELOW.map((table) => [table, model.rows(table, id).map(({ id: was, parent: _p, origin: _o, ...row }) => ({ ...row, [WAS]: was }))]),
  );
  const channels = model.rows("touchpoints", id).flatMap(({ channel }) => model.row("channels", channel)?.name ?? []);
  return { values, channels, ...below };
}

/**
 * The moments in a pasted text: copied ones, or a line each.
 *
 * @param {string} text
 * @returns {{ moments: any[], map?: string }} `map`: where they were copied
 */
function unpacked(text) {
  try {
    const found = JSON.parse(text);
    return found?.format === FORMAT && Array.isArray(found.moments) ? found : { moments: [] };
  } catch {
    const lines = text.split(/\r?\n/).map((line) => line.trim());
    return { moments: lines.filter(Boolean).map((line) => ({ values: { text: line.slice(0, 280) }, channels: [] })) };
  }
}

/**
 * @param {import("./board.js").Board} board
 * @param {any[]} moments
 * @param {boolean} home whether they were copied from this map
 * @param {number} left how many more there were
 */
function insert(board, moments, home, left) {
  const { model } = board;
  const last = board.chosenInOrder().at(-1);
  const episode = last?.parent ?? (board.picked?.table === "episodes" ? board.picked.id : model.rows("episodes").at(-1)?.id);
  if (!episode) return;
  let after = last?.id ?? model.rows("moments", episode).at(-1)?.id ?? null;
  /** @type {string[]} */
  const made = [];
  /** @type {Map<string, string>} what a copied row is called now */
  const now = new Map();
  const channels = new Map(model.rows("channels").map((row) => [row.name.toLowerCase(), row.id]));
  for (const { values, channels: names = [], ...below } of moments) {
    const id = newId();
    model.add("moments", { ...EMPTY_MOMENT, ...values }, { parent: episode, after, id });
    for (const name of names) {
      let channel = channels.get(name.toLowerCase());
      if (!channel) {
        channel = newId();
        channels.set(name.toLowerCase(), channel);
        model.add("channels", { name, owned: true, assumed: false, notes: "", origin: null }, { id: channel, after: undefined });
      }
      model.add("touchpoints", { channel, notes: "", origin: null }, { parent: id, after: undefined });
    }
    for (const { [WAS]: was, ...row } of below.needs ?? []) model.add("needs", { origin: null, ...row }, { parent: id, after: undefined });
    for (const { [WAS]: was, ...row } of below.backstage_steps ?? []) {
      const step = newId();
      now.set(was, step);
      model.add("backstage_steps", { origin: null, ...row }, { parent: id, after: undefined, id: step });
    }
    made.push(id);
    after = id;
  }
  // A cause may stand under a later moment, so these come when all the steps are there.
  moments.forEach(({ pain_points: pains = [] }, n) => {
    for (const { [WAS]: _was, cause, ...row } of pains) {
      const here = now.get(cause) ?? (home && model.row("backstage_steps", cause) ? cause : null);
      model.add("pain_points", { origin: null, ...row, cause: here }, { parent: made[n], after: undefined });
    }
  });
  board.arrange();
  board.pick("moments", after);
  if (after) board.reveal(after);
  const more = left > 0 ? board.say("pasted-not", { n: left }) : "";
  board.notice({
    text: board.say("pasted", { n: made.length }),
    detail: more,
    kind: more ? "warning" : "plain",
    stays: !!more,
    action: board.say("undo"),
    act: () => made.forEach((id) => model.row("moments", id) && model.remove("moments", id)),
  });
  board.announce([board.say("pasted", { n: made.length }), more].filter(Boolean).join(". "));
}
