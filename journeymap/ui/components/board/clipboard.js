// @ts-check
/** Copy and paste of micro-moments, also from one map to another: with all that belongs to them. */

import { EMPTY_MOMENT } from "./editing.js";
import { newId } from "./model.js";

const FORMAT = "journeymap-moments";
const BELOW = ["needs", "backstage_steps", "pain_points"];
const MOST = 100;

/**
 * @param {import("./board.js").Board} board
 * @returns {() => void} stop listening
 */
export function copying(board) {
  /** @param {ClipboardEvent} event */
  const copy = (event) => {
    const moments = board.chosenInOrder();
    if (!moments.length || !isHere(board, event)) return;
    event.clipboardData?.setData("text/plain", JSON.stringify({ format: FORMAT, moments: moments.map((moment) => packed(board, moment)) }));
    event.preventDefault();
    board.announce(board.say("copied", { n: moments.length }));
  };
  /** @param {ClipboardEvent} event */
  const paste = (event) => {
    if (!board.mayEdit || !isHere(board, event)) return;
    const moments = unpacked(event.clipboardData?.getData("text/plain") ?? "");
    if (!moments.length) return;
    event.preventDefault();
    insert(board, moments.slice(0, MOST));
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
    BELOW.map((table) => [table, model.rows(table, id).map(({ id: _id, parent: _p, origin: _o, cause: _c, ...row }) => row)]),
  );
  const channels = model.rows("touchpoints", id).flatMap(({ channel }) => model.row("channels", channel)?.name ?? []);
  return { values, channels, ...below };
}

/**
 * The moments in a pasted text: copied ones, or a line each.
 *
 * @param {string} text
 * @returns {any[]}
 */
function unpacked(text) {
  try {
    const found = JSON.parse(text);
    return found?.format === FORMAT && Array.isArray(found.moments) ? found.moments : [];
  } catch {
    const lines = text.split(/\r?\n/).map((line) => line.trim());
    return lines.filter(Boolean).map((line) => ({ values: { text: line.slice(0, 280) }, channels: [] }));
  }
}

/**
 * @param {import("./board.js").Board} board
 * @param {any[]} moments
 */
function insert(board, moments) {
  const { model } = board;
  const last = board.chosenInOrder().at(-1);
  const episode = last?.parent ?? (board.picked?.table === "episodes" ? board.picked.id : model.rows("episodes").at(-1)?.id);
  if (!episode) return;
  let after = last?.id ?? model.rows("moments", episode).at(-1)?.id ?? null;
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
    for (const table of BELOW) for (const row of below[table] ?? []) model.add(table, { origin: null, ...row }, { parent: id, after: undefined });
    after = id;
  }
  board.arrange();
  board.pick("moments", after);
  if (after) board.reveal(after);
  board.notice({ text: board.say("pasted", { n: moments.length }) });
}
