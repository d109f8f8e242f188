/** Who has come: everybody while the code is large, later whoever comes by name for a moment. */

import { el, furnish } from "../shared/dom.js";

/** @typedef {{ id: string, name: string, role: string }} Person */

const SHOWN_MS = 8_000;
const AGAIN_MS = 5_000;
/** More names than this no screen holds; how many there are stands beside them. */
const MOST = 60;
const LEADING = new Set(["owner", "facilitator", "co-facilitator"]);

export class Arrivals {
  /** @type {Person[]} */
  #people = [];
  /** @type {Set<string> | null} */
  #known = null;
  #inviting = false;
  #joined = -1;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #gone;

  /**
   * @param {HTMLElement} list
   * @param {HTMLElement} line
   * @param {string} address where everybody is named; the live socket tells the room's screen how many there are
   * @param {import("../shared/sayer.js").Say} say
   */
  constructor(list, line, address, say) {
    this.list = list;
    this.line = line;
    this.address = address;
    this.say = say;
  }

  /** @param {number} joined how many have a seat @param {boolean} inviting */
  show(joined, inviting) {
    this.#inviting = inviting;
    this.#draw();
    if (joined === this.#joined) return;
    this.#joined = joined;
    this.#look(joined);
  }

  /** @param {number} joined */
  async #look(joined) {
    try {
      const answer = await fetch(this.address, { headers: { Accept: "application/json" } });
      if (answer.ok && joined === this.#joined) this.#take((await answer.json()).people);
    } catch {
      // No network: the names are asked for again.
      setTimeout(() => joined === this.#joined && this.#look(joined), AGAIN_MS);
    }
  }

  /** @param {Person[]} people */
  #take(people) {
    this.#people = people.filter(({ role }) => !LEADING.has(role));
    const known = this.#known;
    const fresh = known ? this.#people.filter(({ id }) => !known.has(id)) : [];
    this.#known = new Set(this.#people.map(({ id }) => id));
    this.#draw();
    if (fresh.length && !this.#inviting) this.#greet(fresh);
  }

  #draw() {
    const names = this.#people.map(({ name }) => name).slice(-MOST);
    this.list.hidden = !this.#inviting || !names.length;
    if (this.list.dataset.names === JSON.stringify(names)) return;
    this.list.dataset.names = JSON.stringify(names);
    this.list.replaceChildren(...names.map((text) => el("li", { dir: "auto", text })));
    this.fit();
  }

  /** Whole lines of names only: whoever came first makes way for whoever came last, and is counted. */
  fit() {
    const names = /** @type {HTMLElement[]} */ ([...this.list.children].filter((one) => !one.hasAttribute("data-more")));
    this.list.querySelector("[data-more]")?.remove();
    for (const name of names) name.hidden = false;
    const isFull = () => this.list.scrollHeight > this.list.clientHeight + 1;
    if (this.list.hidden || !isFull()) return;
    const more = el("li", { "data-more": "" });
    this.list.append(more);
    for (let n = 0; n < names.length && (!n || isFull()); n += 1) {
      names[n].hidden = true;
      furnish(more, { text: this.say("screen-more", { n: n + 1 }) });
    }
  }

  /** @param {Person[]} fresh */
  #greet(fresh) {
    const text = fresh.length === 1 ? this.say("screen-joined", { name: fresh[0].name }) : this.say("screen-joined-n", { n: fresh.length });
    furnish(this.line, { text });
    clearTimeout(this.#gone);
    this.#gone = setTimeout(() => furnish(this.line, { text: "" }), SHOWN_MS);
  }
}
