/**
 * The map as this person sees it: what the server has confirmed, and on top of it what this person
 * has done that is not answered yet.
 *
 * Events: `change` ({ ids, tables, structure, confirmed, by: who else removed something }), `status`, `presence`, `can`,
 * `refused` ({ change, code, reason }: rolled back), `overwritten` and `lost` (two texts met),
 * `caughtup` ({ after, operations }), `step` (the workshop's step), `bye`, `you` (who I am, and again where that is
 * somebody else), `turned` ({ turn, kind, rows }: what I undid or did again, once it is so), `asked` (a frame that waits for an answer from now on), `mine` (I do something, here or elsewhere).
 *
 * @typedef {import("./rows.js").Row} Row
 * @typedef {import("./rows.js").Change} Change
 * @typedef {import("./queue.js").Pending} Pending
 * @typedef {"connecting" | "live" | "reconnecting" | "offline" | "removed" | "moved" | "gone"} Status
 */

import { newId } from "../shared/ids.js";
import { inverse } from "./inverse.js";
import { Queue } from "./queue.js";
import { Rows } from "./rows.js";
import { Socket } from "./socket.js";
import { turned, Turns } from "./turns.js";

/** More than this many changes are not kept while nobody answers: then editing says so. */
export const MOST_QUEUED = 500;
/** And so many may wait while they are being answered: much that is pasted goes at the pace the server likes. */
const MOST_SAVING = 5_000;
const PRESENCE_MS = 100;
const SLEEP_MS = 30_000;

export class BoardModel extends EventTarget {
  #confirmed = new Rows();
  #shown = new Rows();
  #queue = new Queue((frame) => this.socket.send(frame));
  /** @type {(Pending[] | null)[]} what I took back, the last one last; null: the server took it back */
  #undone = [];
  /** @type {Set<string>} what I asked in vain */
  #refusals = new Set();
  #can = { undo: false, redo: false };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #saying;
  #said = 0;
  #hiddenAt = 0;
  #restarted = false;
  #anew = false;
  #lostAt = 0;
  #welcomed = false;
  /** @type {Map<string, string>} everybody who was here, by id */
  #names = new Map();
  /** The role for which rights were asked anew. */
  #asked = "";
  /** @type {Change | null} */
  #draft = null;
  /** What is done now belongs to this act: undone and done again in one go. @type {string | null} */
  #act = null;
  /** @type {Map<string, Map<string, readonly Change[]>>} what was asked in each act, and what would take it away again */
  #acts = new Map();
  /** @type {number | null} what is done now was last looked at with this revision */
  #seen = null;
  /** What this window is called: two of one person are two. */
  window = newId();
  /** @type {Map<string, string | null>} what was done in this window, and in which act */
  #here = new Map();
  /** @type {Set<number>} the revisions that came of it */
  #mine = new Set();

  /** What I undo and redo, until it has come about. */
  #turns = new Turns();

  /** @param {{ url: string, language?: string, socket?: Socket }} options `language`: of what is refused */
  constructor({ url, language, socket }) {
    super();
    this.language = language;
    /** @type {number | null} */
    this.revision = null;
    /** @type {any} */
    this.you = null;
    /** @type {any[]} */
    this.people = [];
    /** @type {Status} */
    this.status = "connecting";
    this.presence = { at: /** @type {string | null} */ (null), editing: false, view: /** @type {any} */ (null) };
    this.socket = socket ?? new Socket(url);
    this.socket.addEventListener("open", () => this.#hello());
    this.socket.addEventListener("frame", (event) => this.#take(/** @type {CustomEvent} */ (event).detail));
    this.socket.addEventListener("down", (event) => this.#down(/** @type {CustomEvent} */ (event).detail));
  }

  open() {
    document.addEventListener("visibilitychange", this.#notice);
    this.socket.open();
  }

  close() {
    document.removeEventListener("visibilitychange", this.#notice);
    clearTimeout(this.#saying);
    this.#queue.close();
    this.socket.close();
  }

  // Reading

  /** How many changes wait for an answer. */
  get queued() {
    return this.#queue.waiting;
  }

  /** Whether I can undo and redo: by what the server said, and by what it has not heard of yet. */
  get can() {
    const changing = this.#queue.unanswered.some(({ change }) => change);
    return { undo: this.#can.undo || changing, redo: this.#undone.some(Boolean) || (this.#can.redo && !changing) };
  }

  /** The map's own row. */
  header() {
    return this.#shown.under("maps")[0];
  }

  persona() {
    return this.#shown.under("personas")[0];
  }

  /**
   * @param {string} table
   * @param {string | null} [parent]
   */
  rows(table, parent = null) {
    return this.#shown.under(table, parent);
  }

  /**
   * @param {string} table
   * @param {string} id
   */
  row(table, id) {
    return this.#shown.get(table, id);
  }

  /** @param {string} id */
  find(id) {
    return this.#shown.find(id);
  }

  /**
   * What would go with a row: itself, what stands under it, and what cannot be without it.
   *
   * @param {string} table
   * @param {string} id
   * @returns {{ table: string, id: string }[]}
   */
  caught(table, id) {
    const row = this.#shown.get(table, id);
    return row ? [...this.#shown.caught(table, row).gone].map(([gone, found]) => ({ table: found.table, id: gone })) : [];
  }

  /** All micro-moments in the order of the journey. */
  moments() {
    return this.rows("episodes").flatMap((episode) => this.rows("moments", episode.id));
  }

  /** The rows about which something of mine is not answered yet. */
  pendingIds() {
    /** @type {Set<string>} */
    const ids = new Set();
    for (const { change } of this.#queue.unanswered) if (change) ids.add(change.id);
    return ids;
  }

  /**
   * Whether I have just added this row, and the server does not know it yet.
   *
   * @param {string} id
   */
  isNew(id) {
    if (this.#draft?.id === id) return true;
    return this.#queue.unanswered.some(({ change }) => change?.do === "add" && change.id === id);
  }

  /**
   * What somebody is called, also when they are away just now.
   *
   * @param {string} id
   */
  nameOf(id) {
    return this.#names.get(id);
  }

  /** @param {string} right */
  may(right) {
    return !!this.you?.may?.includes(right);
  }

  // Doing: each shows at once and returns the operation's id, or null where no more can be kept

  /**
   * @param {string} table
   * @param {Record<string, any>} values
   * @param {{ parent?: string | null, after?: string | null, id?: string }} [place]
   */
  add(table, values, { parent = null, after, id = newId() } = {}) {
    return this.#do({ do: "add", table, id, parent, values, ...(after === undefined ? {} : { after }) });
  }

  /**
   * @param {string} table
   * @param {string} id
   * @param {string} field
   * @param {any} value
   * @param {number | null} [seen] the revision at which I last looked at what stands there, if not now
   */
  set(table, id, field, value, seen) {
    return this.#do({ do: "set", table, id, field, value }, seen);
  }

  /**
   * @param {string} table
   * @param {string} id
   * @param {string | null} parent
   * @param {string | null} [after]
   */
  move(table, id, parent, after) {
    return this.#do({ do: "move", table, id, parent, ...(after === undefined ? {} : { after }) });
  }

  /**
   * @param {string} table
   * @param {string} id
   */
  remove(table, id) {
    return this.#do({ do: "remove", table, id });
  }

  /**
   * What is done within is one act, also for the server: one undo takes back all of it, and one redo brings it back.
   *
   * @template T
   * @param {() => T} work
   * @param {number | null} [seen] the revision at which I last looked at what is changed, if not now
   * @returns {T}
   */
  together(work, seen = this.#seen) {
    const before = [this.#act, this.#seen];
    this.#act ??= newId();
    this.#seen = seen;
    try {
      return work();
    } finally {
      [this.#act, this.#seen] = /** @type {[string | null, number | null]} */ (before);
    }
  }

  /**
   * Show a row that I am still writing, to me alone and in its place; null: no longer. `add` sends it once it has its text.
   *
   * @param {Change | null} change
   */
  draft(change) {
    this.#draft = change;
    this.#rebase();
  }

  /**
   * What was never sent is taken back here, with what the same act put there; all else by the server. What it has not
   * answered yet is gone from here at once all the same.
   */
  undo() {
    this.#emit("mine");
    const act = this.#unsentAct();
    if (act.length) {
      const rows = this.#rowsOf(act);
      this.#undone.push(act.at(-1)?.change ? act : null);
      this.#drop(act.map(({ frame }) => frame.op));
      this.#emit("turned", { turn: newId(), kind: "undo", rows });
    } else {
      const shows = this.#wayBack();
      if (this.#askTurn("undo", { shows })) this.#undone.push(null);
      if (shows.length) this.#showAll();
    }
    this.#emit("can");
  }

  /** @param {"undo" | "redo"} kind @param {{ shows: readonly Change[] }} [how] */
  #askTurn(kind, how) {
    const op = newId();
    this.#turns.ask(op, kind);
    return this.#ask({ type: kind, op }, null, how);
  }

  /** What an act is about, as it stands. @param {Pending[]} act */
  #rowsOf(act) {
    return act.flatMap(({ change }) => (change ? [turned(change, (table, id) => this.#shown.get(table, id))] : []));
  }

  /** The last act where nothing of it was sent: what was is undone by the server, with all that follows of it. */
  #unsentAct() {
    const last = this.#queue.lastUntried;
    if (!last || last.frame.type === "undo") return [];
    const act = this.#queue.lastAct();
    const { act: name } = last.frame;
    return !name || act.length === this.#acts.get(name)?.size ? act : [];
  }

  /** What takes away what the server will undo, as far as that is not answered. */
  #wayBack() {
    const last = this.#queue.lastStanding();
    if (!last) return [];
    const { act } = last.frame;
    const all = act ? [...(this.#acts.get(act)?.entries() ?? [])] : [[last.frame.op, last.back]];
    return all.flatMap(([op, back]) => (this.#refusals.has(op) ? [] : [back])).reverse().flat();
  }

  redo() {
    this.#emit("mine");
    const act = this.#undone.pop();
    const last = this.#queue.lastUntried;
    if (act) {
      for (const { frame, change } of act) if (change) this.#show(frame, change);
      this.#emit("turned", { turn: newId(), kind: "redo", rows: this.#rowsOf(act) });
    } else if (last?.frame.type === "undo") {
      this.#drop([last.frame.op]);
    } else {
      this.#askTurn("redo");
    }
    this.#emit("can");
  }

  /**
   * Undo just these, an act at a time. They are the last things I did; what was refused of them never came about.
   *
   * @param {(string | null)[]} ops
   */
  undoThese(ops) {
    const done = ops.flatMap((op) => (op && !this.#refusals.has(op) ? (this.#here.get(op) ?? op) : []));
    for (const _act of new Set(done)) this.undo();
  }

  /** My changes that wait for an answer, as they are sent: for whoever keeps them across a reload. */
  get unanswered() {
    return this.#queue.unanswered.flatMap(({ frame, change }) => (change ? [frame] : []));
  }

  /**
   * Take up again what waited before a reload. The server knows by its `op` what it has done already.
   *
   * @param {any[]} frames
   */
  resume(frames) {
    for (const frame of frames) {
      const { type: _type, op, base: _base, act: _act, ...change } = frame;
      if (!this.#queue.has(op)) this.#queue.add(frame, change, { tried: true });
    }
    this.#queue.send();
    this.#showAll();
  }

  /**
   * What another page of mine has seen to is no longer mine to send.
   *
   * @param {string} op
   */
  forget(op) {
    if (this.#queue.get(op)?.accepted === null) this.#drop([op]);
  }

  /**
   * Tell the others which row I have, and whether I am typing in it.
   *
   * @param {string | null} at
   * @param {boolean} [editing]
   */
  select(at, editing = false) {
    if (this.presence.at === at && this.presence.editing === editing) return;
    this.presence = { ...this.presence, at, editing };
    this.#sayPresence();
  }

  /**
   * Tell the others what I look at, so that they can follow.
   *
   * @param {any} view
   */
  look(view) {
    this.presence = { ...this.presence, view };
    this.#sayPresence();
  }

  // Mine, on its way

  /**
   * @param {Change} change
   * @param {number | null} [seen]
   */
  #do(change, seen = this.#seen ?? this.revision) {
    this.#emit("mine");
    const op = newId();
    const act = this.#act;
    const frame = { type: "change", op, base: seen, ...(act ? { act } : {}), ...change };
    if (!this.#show(frame, change)) return null;
    this.#here.set(op, act);
    this.#undone = [];
    return op;
  }

  /**
   * @param {any} frame
   * @param {Change} change
   */
  #show(frame, change) {
    const { op, act } = frame;
    const back = inverse(this.#shown, change);
    if (this.#ask(frame, change, { back }) === null) return false;
    if (act) this.#actOf(act).set(op, back);
    this.#tell(this.#shown.apply(change), [change]);
    return true;
  }

  /** @param {string} act */
  #actOf(act) {
    let found = this.#acts.get(act);
    if (found) return found;
    // Of an act that is answered nothing is needed any more.
    const waiting = new Set(this.#queue.unanswered.map(({ frame }) => frame.act));
    for (const one of this.#acts.keys()) if (!waiting.has(one)) this.#acts.delete(one);
    this.#acts.set(act, (found = new Map()));
    return found;
  }

  /**
   * @param {any} frame
   * @param {Change | null} change
   * @param {{ shows?: readonly Change[], back?: readonly Change[] }} [how]
   */
  #ask(frame, change, how) {
    if (["removed", "moved", "gone"].includes(this.status) || this.queued >= (this.#welcomed ? MOST_SAVING : MOST_QUEUED)) {
      this.#emit("refused", { op: frame.op, change, code: "unavailable", reason: null });
      return null;
    }
    this.#queue.add(frame, change, how);
    if (change) this.#emit("asked", frame);
    this.#queue.send();
    this.#emit("status");
    return frame.op;
  }

  /**
   * These are not to be, and no longer shown.
   *
   * @param {string[]} ops
   */
  #drop(ops) {
    this.#queue.forget(ops);
    this.#queue.send();
    this.#showAll();
  }

  #sayPresence() {
    if (this.#saying !== undefined) return;
    const wait = Math.max(0, this.#said + PRESENCE_MS - Date.now());
    this.#saying = setTimeout(() => {
      this.#saying = undefined;
      this.#said = Date.now();
      const { at, editing, view } = this.presence;
      this.socket.send({ type: "presence", at, editing, ...(view ? { view } : {}) });
    }, wait);
  }

  // The server's

  #hello() {
    this.#welcomed = false;
    this.socket.send({ type: "hello", since: this.#anew ? null : this.revision, window: this.window, erasures: this.#erasures, ...(this.language ? { language: this.language } : {}) });
  }

  /** What each kind of frame does; all others are passed on. @type {Record<string, (frame: any) => void>} */
  #heard = {
    snapshot: (frame) => this.#snapshot(frame),
    operations: (frame) => this.#operations(frame),
    welcome: (frame) => this.#welcome(frame),
    accepted: (frame) => this.#accepted(frame),
    refused: (frame) => this.#refused(frame),
    overwritten: (frame) => {
      // Another window of mine is told; this one did it, and was answered with what it replaced.
      if (!this.#mine.has(frame.revision)) this.#emit("overwritten", frame);
    },
    presence: (frame) => {
      this.people = frame.people;
      for (const { id, name } of frame.people) this.#names.set(id, name);
      this.#checkRole();
      this.#emit("presence");
    },
    can: ({ undo, redo }) => {
      this.#can = { undo, redo };
      this.#emit("can");
    },
    bye: (frame) => {
      this.#restarted = frame.code === "reload";
      // I may see other things now: what I have of the map is asked for anew.
      if (frame.fresh) this.#anew = true;
      if (frame.code === "moved") this.#moved = true;
      this.#emit("bye", frame);
    },
  };

  /** @param {any} frame */
  #take(frame) {
    if (Object.hasOwn(this.#heard, frame.type)) this.#heard[frame.type](frame);
    else this.#emit(frame.type, frame);
  }

  /** My role is another one now: what I may do is said with the next hello. */
  #checkRole() {
    const role = this.people.find(({ id }) => id === this.you?.id)?.role;
    if (!role || role === this.you.role || role === this.#asked) return;
    this.#asked = role;
    this.socket.again();
  }

  /** @param {any} frame */
  #snapshot(frame) {
    this.#anew = false;
    const before = this.revision;
    this.#confirmed = Rows.of(frame.map);
    this.revision = frame.revision;
    this.#queue.arrived(frame.revision);
    this.#rebase();
    this.#welcome(frame, before === null ? 0 : frame.revision - before);
    this.#emit("change", { ids: null, tables: null, structure: true, confirmed: true });
  }

  /**
   * @param {any} frame
   * @param {number} [caught]
   */
  #welcome(frame, caught = 0) {
    this.#can = frame.can ?? this.#can;
    this.#erasures = frame.erasures ?? 0;
    this.#meet(frame.you ?? this.you);
    this.#welcomed = true;
    this.#queue.connect();
    this.#become("live");
    this.#queue.send();
    if (this.presence.at || this.presence.view) this.#sayPresence();
    if (this.#lostAt > 0) this.#emit("caughtup", { after: this.#wasAway(), operations: caught || this.#caught });
    this.#lostAt = 0;
    this.#caught = 0;
    this.#restarted = false;
    this.#emit("can");
  }

  /** Why I was away. */
  #wasAway() {
    if (this.#restarted) return "restart";
    const slept = this.#hiddenAt > 0 && this.#lostAt >= this.#hiddenAt && Date.now() - this.#hiddenAt > SLEEP_MS;
    return slept ? "sleep" : "network";
  }

  /**
   * Who I am. Where somebody else had this seat before, what they did and did not send is not mine to send.
   *
   * @param {any} you
   */
  #meet(you) {
    const before = this.you?.id;
    this.you = you;
    if (you?.id === before) return;
    if (before) {
      this.#queue.clear();
      this.#undone = [];
    }
    this.#emit("you");
    if (before) this.#showAll();
  }

  #caught = 0;

  /** My seat is on another device now. */
  #moved = false;

  /** How often names were taken out of the map before what I have of it; said with the next hello. */
  #erasures = 0;

  /** @param {any} frame */
  #operations({ from, to, operations }) {
    if (this.revision === null || from > this.revision + 1) {
      // Something was missed: the server serves what is missing to a new connection.
      this.socket.again();
      return;
    }
    const fresh = operations.filter((/** @type {any} */ one) => one.revision > /** @type {number} */ (this.revision));
    if (!this.#welcomed) this.#caught += fresh.length;
    const others = this.#queue.size > 0 || this.#draft !== null;
    // By a panel beside the board, or in another window.
    const elsewhere = fresh.some((/** @type {any} */ one) => one.by === this.you?.id && !this.#queue.has(nameOf(one)));
    const turns = this.#turns.of(fresh, nameOf, (table, id) => this.#confirmed.get(table, id));
    const ids = fresh.flatMap((/** @type {any} */ operation) => this.#confirm(operation));
    if (!others) for (const operation of fresh) this.#shown.apply(operation);
    this.revision = Math.max(this.revision, to);
    this.#queue.arrived(this.revision);
    if (others) this.#rebase();
    if (fresh.length) this.#tell(ids, fresh, true);
    this.#tellTurns(turns);
    if (elsewhere) this.#emit("mine");
    this.#queue.send();
  }

  /** @param {import("./turns.js").Turn[]} turns */
  #tellTurns(turns) {
    for (const turn of turns) this.#emit("turned", turn);
  }

  /** An operation stands for good. @param {any} operation @returns {string[]} the rows it touched */
  #confirm(operation) {
    if (this.#here.has(nameOf(operation))) this.#mine.add(operation.revision);
    const ids = this.#confirmed.apply(operation);
    this.#queue.came(operation.op);
    return ids;
  }

  /** @param {any} frame */
  #accepted(frame) {
    const pending = this.#queue.get(frame.op);
    if (!pending) return;
    pending.accepted = frame.revision;
    // What came in with a snapshot is there already.
    this.#queue.arrived(/** @type {number} */ (this.revision));
    if (frame.lost) this.#emit("lost", frame.lost);
    this.#queue.send();
    if (!pending.change) this.#showAll();
    const ids = new Set(pending.change ? [pending.change.id] : []);
    this.#emit("change", { ids, tables: new Set(), structure: false, confirmed: false });
    this.#emit("status");
  }

  /** @param {any} frame */
  #refused({ op, code, reason }) {
    const pending = this.#queue.get(op);
    if (!pending || this.#queue.again(pending, code)) return;
    this.#refusals.add(op);
    const turn = pending.frame.type === "undo" ? this.#undone.lastIndexOf(null) : -1;
    if (turn >= 0) this.#undone.splice(turn, 1);
    this.#drop([op]);
    this.#emit("refused", { op, change: pending.change, code, reason });
  }

  /** @param {{ code: number, offline: boolean, last: boolean }} detail */
  #down({ code, offline, last }) {
    this.#welcomed = false;
    if (!this.#lostAt) this.#lostAt = Date.now();
    if (code === 1012 || code === 1001) this.#restarted = true;
    this.#queue.disconnect();
    this.#become(last ? (code === 4404 ? "gone" : this.#moved ? "moved" : "removed") : offline ? "offline" : "reconnecting");
  }

  /** What I see: what is confirmed, and mine on top of it again. */
  #rebase() {
    this.#shown = this.#confirmed.copy();
    for (const change of this.#queue.changes) this.#shown.apply(change);
    if (this.#draft) this.#shown.apply(this.#draft);
  }

  // Telling

  /** Any row may be another one now. */
  #showAll() {
    this.#rebase();
    this.#emit("change", { ids: null, tables: null, structure: true, confirmed: false });
    this.#emit("status");
  }

  /** @param {Status} status */
  #become(status) {
    this.status = status;
    this.#emit("status");
  }

  /**
   * @param {string[]} ids
   * @param {Change[]} changes
   * @param {boolean} [confirmed] by the server
   */
  #tell(ids, changes, confirmed = false) {
    const structure = changes.some((change) => change.do !== "set");
    const by = changes.find((change) => change.do === "remove" && change.by !== this.you?.id)?.by;
    this.#emit("change", { ids: new Set(ids), tables: new Set(changes.map((change) => change.table)), structure, confirmed, by });
  }

  /**
   * @param {string} name
   * @param {any} [detail]
   */
  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  #notice = () => {
    if (document.visibilityState === "hidden") this.#hiddenAt = Date.now();
  };
}

/** What the change was called of which an operation is the whole or a part. @param {{ op: string }} operation */
const nameOf = ({ op }) => op.split("~")[0];
