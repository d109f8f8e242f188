/** Copy and paste of micro-moments, also from one map to another: with all that belongs to them. */

import { MOST as TEXTS } from "./editor.js";
import { BREAKS, inOneLine, lengthOf } from "../shared/lengths.js";
import { newId } from "../shared/ids.js";
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
  const copy = (/** @type {ClipboardEvent} */ event) => copyChosen(board, event);
  const paste = (/** @type {ClipboardEvent} */ event) => pasteMoments(board, event);
  document.addEventListener("copy", copy);
  document.addEventListener("paste", paste);
  return () => {
    document.removeEventListener("copy", copy);
    document.removeEventListener("paste", paste);
  };
}

/**
 * @param {import("./board.js").Board} board
 * @param {ClipboardEvent} event
 */
function copyChosen(board, event) {
  const moments = board.chosenInOrder();
  if (!moments.length || !isHere(board, event)) return;
  event.clipboardData?.setData("text/plain", JSON.stringify({ format: FORMAT, map: board.model.header()?.id, moments: moments.map((moment) => packed(board, moment)) }));
  event.preventDefault();
  board.announce(board.say("copied", { n: moments.length }));
}

/**
 * @param {import("./board.js").Board} board
 * @param {ClipboardEvent} event
 */
function pasteMoments(board, event) {
  if (!board.mayEdit || !isHere(board, event)) return;
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const found = unpacked(text);
  if (!found.moments.length && !found.long.length) return;
  event.preventDefault();
  if (!board.allows({ do: "add", table: "moments", parent: target(board)?.episode })) return;
  if (areCells(text)) readCells(board, text).then((moments) => put(board, moments ? { moments, long: [] } : found));
  else put(board, found);
}

/**
 * Whether these are cells of a spreadsheet: tabs between them, or a cell in quotation marks that holds several lines.
 *
 * @param {string} text
 */
function areCells(text) {
  if (ours(text)) return false;
  const lines = unlisted(text).split("\n").filter((line) => line.trim());
  // A tab in one line among others is a blank of that line.
  return 2 * lines.filter((line) => /\S *\t/.test(line)).length > lines.length || /^"[^"]*\n/m.test(text);
}

/** Text without the bullets of a list, after which a text processor puts a tab. @param {string} text */
function unlisted(text) {
  return text.replace(/^[ \t]*(?:[•·▪◦‣*o-]|\d{1,2}[.)])[\t ]+/gm, "");
}

/**
 * The micro-moments in cells, as the server reads them; nothing where it cannot, or does not answer.
 *
 * @param {import("./board.js").Board} board
 * @param {string} text
 * @returns {Promise<any[] | null>}
 */
async function readCells(board, text) {
  try {
    const answer = await fetch(new URL(`api/maps/${encodeURIComponent(board.model.header()?.id ?? "")}/cells`, document.baseURI), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ text }),
    });
    const moments = answer.ok ? (await answer.json()).moments : [];
    return moments.length ? moments : null;
  } catch {
    return null;
  }
}

/**
 * @param {import("./board.js").Board} board
 * @param {ReturnType<typeof unpacked>} found
 */
function put(board, { moments, map, long }) {
  const where = target(board);
  if (!where) {
    board.notice({ text: board.say("paste-nowhere"), kind: "warning" });
    board.announce(board.say("paste-nowhere"));
    return;
  }
  const home = map === board.model.header()?.id;
  if (moments.length) board.model.together(() => insert(board, where, moments.slice(0, MOST), home, moments.length - MOST));
  for (const text of long) offerLong(board, text);
}

/**
 * What is too long is kept, to be shortened or split.
 *
 * @param {import("./board.js").Board} board
 * @param {string} text
 */
function offerLong(board, text) {
  board.editing.offer("moments", text, () => {
    const now = target(board);
    return !!now && board.editing.addMomentWith(now.episode, now.after, text);
  });
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
  const listed = text.split(BREAKS).filter((line) => line.trim());
  const bare = listed.length > 1 && listed.every((line) => unlisted(line) !== line) ? listed.map(unlisted) : listed;
  const lines = bare.map(inOneLine).filter(Boolean);
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
  if (last?.parent) return { episode: last.parent, after: last.id };
  const episode = picked?.table === "episodes" ? picked.id : model.rows("episodes").at(-1)?.id;
  return episode ? { episode, after: model.rows("moments", episode).at(-1)?.id ?? null } : null;
}

/** Where each moment goes that is pasted: behind the one before it, in the episode that its cells name, or in the chosen one. */
class Places {
  /** @type {Map<string, string | null>} behind what the next one goes, by episode */
  #after = new Map();

  /** @param {import("./board.js").Board} board @param {string} episode @param {string | null} after */
  constructor(board, episode, after) {
    this.board = board;
    this.model = board.model;
    this.episode = episode;
    this.#after.set(episode, after);
    this.named = new Map(this.model.rows("episodes").map((row) => [row.title.toLowerCase(), row.id]));
  }

  /**
   * @param {unknown} title
   * @param {(string | null)[]} ops where an episode that has to be made is noted
   */
  next(title, ops) {
    const parent = this.#episode(title, ops);
    if (!this.#after.has(parent)) this.#after.set(parent, this.model.rows("moments", parent).at(-1)?.id ?? null);
    return { parent, after: this.#after.get(parent) ?? null };
  }

  /** @param {string} parent @param {string} id */
  put(parent, id) {
    this.#after.set(parent, id);
  }

  /** @param {unknown} title @param {(string | null)[]} ops */
  #episode(title, ops) {
    if (typeof title !== "string" || !title.trim()) return this.episode;
    const name = title.toLowerCase();
    const known = this.named.get(name);
    if (known || !this.board.mayAdd("episodes")) return known ?? this.episode;
    const id = newId();
    this.named.set(name, id);
    ops.push(this.model.add("episodes", { ...this.board.fields.defaults.episodes, title }, { id, after: undefined }));
    return id;
  }
}

/** What stands below the moments that are pasted. */
class Copies {
  /** @type {Map<string, string>} what a copied step is called now */
  #now = new Map();

  /**
   * @param {import("./board.js").Board} board
   * @param {boolean} home whether the moments were copied from this map
   */
  constructor(board, home) {
    const { model, fields } = board;
    this.board = board;
    this.model = model;
    this.defaults = fields.defaults;
    /** How much of it is left out, for this step does not ask for it. */
    this.without = 0;
    this.home = home;
    this.channels = new Map(model.rows("channels").map((row) => [row.name.toLowerCase(), row.id]));
  }

  /**
   * The channels, needs and backstage steps of a moment.
   *
   * @param {string} parent
   * @param {any} moment as it was copied
   */
  addBelow(parent, { touchpoints = [], needs = [], backstage_steps: steps = [] }) {
    const { model, defaults } = this;
    for (const { [IN]: used, ...row } of this.#asked("touchpoints", touchpoints)) {
      const channel = typeof used?.name === "string" && this.#channel(used);
      if (channel) model.add("touchpoints", { ...defaults.touchpoints, ...contents(row), channel }, { parent, after: undefined });
    }
    for (const { [WAS]: _was, ...row } of this.#asked("needs", needs)) model.add("needs", { ...defaults.needs, ...contents(row) }, { parent, after: undefined });
    for (const { [WAS]: was, ...row } of this.#asked("backstage_steps", steps)) {
      const id = newId();
      this.#now.set(was, id);
      model.add("backstage_steps", { ...defaults.backstage_steps, ...contents(row) }, { parent, after: undefined, id });
    }
  }

  /** @param {string} parent @param {any[]} pains */
  addPains(parent, pains) {
    for (const { [WAS]: _was, cause, ...row } of this.#asked("pain_points", pains)) {
      const there = this.home && this.model.row("backstage_steps", cause) ? cause : null;
      const values = { ...this.defaults.pain_points, ...contents(row), cause: this.#now.get(cause) ?? there };
      this.model.add("pain_points", values, { parent, after: undefined });
    }
  }

  /**
   * Of these rows those that the step asks for: all, or none.
   *
   * @param {string} table
   * @param {any[]} rows
   */
  #asked(table, rows) {
    if (this.board.mayAdd(table)) return rows;
    this.without += rows.length;
    return [];
  }

  /** The channel of this name, made where there is none and the step asks for one. @param {any} used as it was copied */
  #channel(used) {
    const name = used.name.toLowerCase();
    const known = this.channels.get(name);
    if (known || !this.#asked("channels", [used]).length) return known;
    const id = newId();
    this.channels.set(name, id);
    this.model.add("channels", { ...this.defaults.channels, ...contents(used) }, { id, after: undefined });
    return id;
  }
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
  const copies = new Copies(board, home);
  const places = new Places(board, episode, behind);
  /** @type {string | null} */
  let last = behind;
  /** @type {string[]} */
  const made = [];
  /** @type {(string | null)[]} */
  const ops = [];
  for (const moment of moments) {
    const id = newId();
    const at = places.next(moment.episode, ops);
    ops.push(model.add("moments", { ...fields.defaults.moments, ...contents(moment.values) }, { ...at, id }));
    places.put(at.parent, id);
    copies.addBelow(id, moment);
    made.push(id);
    last = id;
  }
  // A cause may stand under a later moment, so these come when all the steps are there.
  moments.forEach(({ pain_points: pains = [] }, n) => copies.addPains(made[n], pains));
  board.arrange();
  board.pick("moments", last);
  if (last) board.reveal(last);
  const more = leftOut(board, left, copies.without);
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

/**
 * What of a paste was left out, in words: what is too much, and what the step does not ask for.
 *
 * @param {import("./board.js").Board} board
 * @param {number} left
 * @param {number} without
 */
function leftOut({ say }, left, without) {
  const parts = [left > 0 ? say("pasted-not", { n: left }) : "", without ? say("pasted-without", { n: without }) : ""];
  return parts.filter(Boolean).join(" ");
}
