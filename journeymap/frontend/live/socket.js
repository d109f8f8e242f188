/**
 * One connection to a map's room that comes back by itself: after a lost network, a sleep, a restart.
 *
 * Events: `frame` (detail: the parsed frame), `open`, `down` (detail: { code, offline, last }): the
 * connection is gone; `last` says that there is no use in trying again.
 */

/** Close codes after which the answer would be the same again. */
const FINAL = new Set([4401, 4403, 4404]);
const SHORTEST_MS = 300;
const LONGEST_MS = 10_000;
/** So long nothing may be heard before it is asked whether anybody is there, and so long the answer may take. */
const IDLE = { quiet: 20_000, answer: 5_000 };
/** The same while something that was sent is not answered: whoever reads "saving" may close the lid. */
const WAITING = { quiet: 3_000, answer: 2_000 };

export class Socket extends EventTarget {
  /** @type {WebSocket | null} */
  #socket = null;
  #tries = 0;
  #closed = false;
  #heard = 0;
  /** @type {Set<string>} what was sent and is not answered, by its `op` */
  #unanswered = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #again;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #check;

  /** @param {string} url an address of our own: `live/maps/{map_id}`, relative, for a proxy may serve us below a path */
  constructor(url) {
    super();
    this.url = new URL(url, document.baseURI);
    this.url.protocol = this.url.protocol === "https:" ? "wss:" : "ws:";
    this.wake = () => this.#wake();
  }

  /** Connect, and stay connected until `close`. */
  open() {
    addEventListener("online", this.wake);
    addEventListener("offline", this.wake);
    document.addEventListener("visibilitychange", this.wake);
    this.#connect();
  }

  /** Leave for good. */
  close() {
    this.#closed = true;
    removeEventListener("online", this.wake);
    removeEventListener("offline", this.wake);
    document.removeEventListener("visibilitychange", this.wake);
    clearTimeout(this.#again);
    clearTimeout(this.#check);
    this.#socket?.close(1000);
    this.#socket = null;
  }

  /**
   * @param {{ type: string, op?: string, [more: string]: any }} frame
   * @returns {boolean} whether it is on its way; if not, it has to be sent after the next `open`
   */
  send(frame) {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    if (frame.op) this.#expect(frame.op);
    return true;
  }

  /** Leave this connection for a new one. */
  again() {
    if (this.#socket) this.#drop(this.#socket);
  }

  #connect() {
    clearTimeout(this.#again);
    const socket = new WebSocket(this.url);
    this.#socket = socket;
    this.#unanswered.clear();
    socket.onopen = () => {
      this.#heard = Date.now();
      this.dispatchEvent(new Event("open"));
      this.#listen();
    };
    socket.onmessage = (event) => {
      this.#tries = 0;
      this.#heard = Date.now();
      const frame = JSON.parse(event.data);
      if (frame.type === "accepted" || frame.type === "refused") this.#unanswered.delete(frame.op);
      if (frame.type !== "pong") this.dispatchEvent(new CustomEvent("frame", { detail: frame }));
    };
    socket.onclose = (event) => {
      if (this.#socket === socket) this.#down(event.code);
    };
  }

  /** @param {number} code */
  #down(code) {
    clearTimeout(this.#check);
    this.#socket = null;
    if (this.#closed) return;
    const last = FINAL.has(code);
    const offline = navigator.onLine === false;
    this.dispatchEvent(new CustomEvent("down", { detail: { code, offline, last } }));
    if (last) return;
    const longest = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** this.#tries++);
    this.#again = setTimeout(() => this.#connect(), longest * (0.5 + Math.random() / 2));
  }

  get #patience() {
    return this.#unanswered.size ? WAITING : IDLE;
  }

  /** @param {string} op */
  #expect(op) {
    const first = !this.#unanswered.size;
    this.#unanswered.add(op);
    if (!first) return;
    // Nobody owed me a word before this one.
    this.#heard = Date.now();
    this.#listen();
  }

  /** A network that fell silent does not say so: ask now and then, and do not wait long for the answer. */
  #listen() {
    clearTimeout(this.#check);
    this.#check = setTimeout(() => this.#ask(), Math.max(0, this.#heard + this.#patience.quiet - Date.now()));
  }

  #ask() {
    const socket = this.#socket;
    if (!socket) return;
    if (Date.now() - this.#heard < this.#patience.quiet) {
      this.#listen();
      return;
    }
    const asked = Date.now();
    this.send({ type: "ping" });
    this.#check = setTimeout(() => {
      if (this.#socket !== socket) return;
      if (this.#heard >= asked) this.#listen();
      else this.#drop(socket);
    }, this.#patience.answer);
  }

  /** @param {WebSocket} socket */
  #drop(socket) {
    socket.onclose = null;
    socket.close();
    this.#down(1006);
  }

  /** The laptop was opened, the network is back, or it went: find out now, not when a timer runs out. */
  #wake() {
    if (this.#closed || document.visibilityState === "hidden") return;
    if (navigator.onLine === false && this.#socket) {
      this.#drop(this.#socket);
    } else if (this.#socket?.readyState === WebSocket.OPEN) {
      clearTimeout(this.#check);
      this.#heard = Math.min(this.#heard, Date.now() - IDLE.quiet);
      this.#ask();
    } else if (!this.#socket) {
      this.#tries = 0;
      this.#connect();
    }
  }
}
