// @ts-check
/**
 * The map as this person sees it: what the server has confirmed, and on top of it what this person
 * has done that is not answered yet.
 *
 * Events: `change` ({ ids, tables, structure, confirmed }), `status`, `presence`, `can`,
 * `refused` ({ change, code, reason }: rolled back), `overwritten` and `lost` (two texts met),
 * `caughtup` ({ after, operations }), `step` (the workshop's step), `bye`.
 *
 * @typedef {import("./rows.js").Row} Row
 * @typedef {import("./rows.js").Change} Change
 * @typedef {{ frame: any, change: Change | null, sent: boolean, accepted: number | null }} Pending
 * @typedef {"connecting" | "live" | "reconnecting" | "offline" | "removed" | "gone"} Status
 */

import { Rows } from "./rows.js";
import { Socket } from "./socket.js";

/** More than this many changes are not kept while nobody answers: then editing says so. */
export const MOST_QUEUED = 500;
/** And so many may wait while they are being answered: much that is pasted goes at the pace the server likes. */
const MOST_SAVING = 5_000;
/** So many changes are on their way at once; the others wait for answers. */
const IN_FLIGHT = 32;
const PRESENCE_MS = 100;
const SLEEP_MS = 30_000;
const TOO_FAST_MS = 400;

export class BoardModel extends EventTarget {
  #confirmed = new Rows();
  #shown = new Rows();
  /** @type {Map<string, Pending>} by operation, in the order they were done */
  #pending = new Map();
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

  /** @param {{ url: string, language?: string, socket?: Socket }} options `language`: of what is refused */
  constructor({ url, language, socket }) {
    super();
    this.language = language;
    /** @type {number | null} */
    this.revision = null;
    /** @type {any} */
    this.you = null;
    this.can = { undo: false, redo: false };
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
    this.socket.close();
  }

  // Reading

  /** How many changes wait for an answer. */
  get queued() {
    let waiting = 0;
    for (const pending of this.#pending.values()) if (pending.accepted === null) waiting += 1;
    return waiting;
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

  /** All micro-moments in the order of the journey. */
  moments() {
    return this.rows("episodes").flatMap((episode) => this.rows("moments", episode.id));
  }

  /** The rows about which something of mine is not answered yet. */
  pendingIds() {
    /** @type {Set<string>} */
    const ids = new Set();
    for (const { change, accepted } of this.#pending.values()) if (accepted === null && change) ids.add(change.id);
    return ids;
  }

  /**
   * Whether I have just added this row, and the server does not know it yet.
   *
   * @param {string} id
   */
  isNew(id) {
    for (const { change, accepted } of this.#pending.values()) {
      if (accepted === null && change?.do === "add" && change.id === id) return true;
    }
    return false;
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

  undo() {
    return this.#queue({ type: "undo", op: newId() }, null);
  }

  redo() {
    return this.#queue({ type: "redo", op: newId() }, null);
  }

  /** My changes that wait for an answer, as they are sent: for whoever keeps them across a reload. */
  get unanswered() {
    return [...this.#pending.values()].flatMap(({ frame, change, accepted }) => (change && accepted === null ? [frame] : []));
  }

  /**
   * Take up again what waited before a reload. The server knows by its `op` what it has done already.
   *
   * @param {any[]} frames
   */
  resume(frames) {
    for (const frame of frames) {
      const { type, op, base, ...change } = frame;
      if (!this.#pending.has(op)) this.#pending.set(op, { frame, change, sent: false, accepted: null });
    }
    this.#rebase();
    this.#send();
    this.#emit("change", { ids: null, tables: null, structure: true, confirmed: false });
    this.#emit("status");
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
  #do(change, seen = this.revision) {
    const op = newId();
    const frame = { type: "change", op, base: seen, ...change };
    if (this.#queue(frame, change) === null) return null;
    this.#tell(this.#shown.apply(change), [change]);
    return op;
  }

  /**
   * @param {any} frame
   * @param {Change | null} change
   */
  #queue(frame, change) {
    if (this.status === "removed" || this.status === "gone" || this.queued >= (this.#welcomed ? MOST_SAVING : MOST_QUEUED)) {
      this.#emit("refused", { op: frame.op, change, code: "unavailable", reason: null });
      return null;
    }
    this.#pending.set(frame.op, { frame, change, sent: false, accepted: null });
    this.#send();
    this.#emit("status");
    return frame.op;
  }

  /** Send what waits, in order, no more at once than the server likes. */
  #send() {
    if (!this.#welcomed) return;
    let flying = 0;
    for (const pending of this.#pending.values()) {
      if (pending.accepted !== null) continue;
      if (flying >= IN_FLIGHT) return;
      if (!pending.sent) pending.sent = this.socket.send(pending.frame);
      if (!pending.sent) return;
      flying += 1;
    }
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
    this.socket.send({ type: "hello", since: this.#anew ? null : this.revision, ...(this.language ? { language: this.language } : {}) });
  }

  /** @param {any} frame */
  #take(frame) {
    switch (frame.type) {
      case "snapshot":
        this.#snapshot(frame);
        break;
      case "operations":
        this.#operations(frame);
        break;
      case "welcome":
        this.#welcome(frame);
        break;
      case "accepted":
        this.#accepted(frame);
        break;
      case "refused":
        this.#refused(frame);
        break;
      case "presence":
        this.people = frame.people;
        for (const { id, name } of frame.people) this.#names.set(id, name);
        this.#checkRole();
        this.#emit("presence");
        break;
      case "can":
        this.can = { undo: frame.undo, redo: frame.redo };
        this.#emit("can");
        break;
      case "bye":
        this.#restarted = frame.code === "reload";
        // I may see other things now: what I have of the map is asked for anew.
        if (frame.fresh) this.#anew = true;
        this.#emit("bye", frame);
        break;
      default:
        this.#emit(frame.type, frame);
    }
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
    for (const [op, { accepted }] of this.#pending) if (accepted !== null && accepted <= frame.revision) this.#pending.delete(op);
    this.#rebase();
    this.#welcome(frame, before === null ? 0 : frame.revision - before);
    this.#emit("change", { ids: null, tables: null, structure: true, confirmed: true });
  }

  /**
   * @param {any} frame
   * @param {number} [caught]
   */
  #welcome(frame, caught = 0) {
    this.you = frame.you ?? this.you;
    this.can = frame.can ?? this.can;
    const again = this.#lostAt > 0;
    this.#welcomed = true;
    for (const pending of this.#pending.values()) if (pending.accepted === null) pending.sent = false;
    this.#become("live");
    this.#send();
    if (this.presence.at || this.presence.view) this.#sayPresence();
    if (again) {
      const slept = this.#hiddenAt > 0 && this.#lostAt >= this.#hiddenAt && Date.now() - this.#hiddenAt > SLEEP_MS;
      const after = this.#restarted ? "restart" : slept ? "sleep" : "network";
      this.#emit("caughtup", { after, operations: caught || this.#caught });
    }
    this.#lostAt = 0;
    this.#caught = 0;
    this.#restarted = false;
    this.#emit("can");
  }

  #caught = 0;

  /** @param {any} frame */
  #operations({ from, to, operations }) {
    if (this.revision === null || from > this.revision + 1) {
      // Something was missed: the server serves what is missing to a new connection.
      this.socket.again();
      return;
    }
    const fresh = operations.filter((/** @type {any} */ one) => one.revision > /** @type {number} */ (this.revision));
    if (!this.#welcomed) this.#caught += fresh.length;
    const others = this.#pending.size > 0;
    /** @type {string[]} */
    const ids = [];
    for (const operation of fresh) {
      ids.push(...this.#confirmed.apply(operation));
      this.#pending.delete(operation.op);
      if (!others) this.#shown.apply(operation);
    }
    this.revision = Math.max(this.revision, to);
    if (others) this.#rebase();
    if (fresh.length) this.#tell(ids, fresh, true);
  }

  /** @param {any} frame */
  #accepted(frame) {
    const pending = this.#pending.get(frame.op);
    if (!pending) return;
    pending.accepted = frame.revision;
    // An undo has no change to show; and what came in with a snapshot is there already.
    if (!pending.change || frame.revision <= /** @type {number} */ (this.revision)) this.#pending.delete(frame.op);
    if (frame.lost) this.#emit("lost", frame.lost);
    this.#send();
    this.#emit("change", { ids: new Set(pending.change ? [pending.change.id] : []), tables: new Set(), structure: false, confirmed: false });
    this.#emit("status");
  }

  /** @param {any} frame */
  #refused({ op, code, reason }) {
    const pending = this.#pending.get(op);
    if (!pending) return;
    if (code === "too_fast") {
      setTimeout(() => {
        pending.sent = false;
        this.#send();
      }, TOO_FAST_MS);
      return;
    }
    this.#pending.delete(op);
    this.#rebase();
    this.#send();
    this.#emit("change", { ids: null, tables: null, structure: true, confirmed: false });
    this.#emit("refused", { op, change: pending.change, code, reason });
    this.#emit("status");
  }

  /** @param {{ code: number, offline: boolean, last: boolean }} detail */
  #down({ code, offline, last }) {
    this.#welcomed = false;
    if (!this.#lostAt) this.#lostAt = Date.now();
    if (code === 1012 || code === 1001) this.#restarted = true;
    for (const pending of this.#pending.values()) if (pending.accepted === null) pending.sent = false;
    this.#become(last ? (code === 4404 ? "gone" : "removed") : offline ? "offline" : "reconnecting");
  }

  /** What I see: what is confirmed, and mine on top of it again. */
  #rebase() {
    this.#shown = this.#confirmed.copy();
    for (const { change } of this.#pending.values()) if (change) this.#shown.apply(change);
  }

  // Telling

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
    this.#emit("change", { ids: new Set(ids), tables: new Set(changes.map((change) => change.table)), structure, confirmed });
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

/** An id nobody else has: 80 random bits in the alphabet of ids. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
