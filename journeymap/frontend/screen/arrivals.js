/** Who has come: everybody while the code is large, later whoever comes by name for a moment. */

import { el, furnish } from "../shared/dom.js";

const SHOWN_MS = 8_000;
/** More names than this no screen holds; how many there are stands beside them. */
const MOST = 60;

export class Arrivals {
  /** @type {Set<string> | null} */
  #known = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #gone;

  /**
   * @param {HTMLElement} list
   * @param {HTMLElement} line
   * @param {import("../shared/sayer.js").Say} say
   */
  constructor(list, line, say) {
    this.list = list;
    this.line = line;
    this.say = say;
  }

  /**
   * @param {{ id: string, name: string, role?: string }[]} people
   * @param {{ me: string, inviting: boolean }} now
   */
  show(people, { me, inviting }) {
    const others = people.filter(({ id }) => id !== me);
    const names = others.map(({ name }) => name);
    this.list.hidden = !inviting || !names.length;
    if (inviting && this.list.dataset.names !== names.join("\n")) {
      this.list.dataset.names = names.join("\n");
      this.list.replaceChildren(...names.slice(-MOST).map((text) => el("li", { dir: "auto", text })));
    }
    if (people.length) this.#greet(others, inviting);
  }

  /** @param {{ id: string, name: string }[]} others @param {boolean} inviting */
  #greet(others, inviting) {
    const known = this.#known;
    const fresh = known ? others.filter(({ id }) => !known.has(id)) : [];
    this.#known = new Set([...(known ?? []), ...others.map(({ id }) => id)]);
    if (!fresh.length || inviting) return;
    const text = fresh.length === 1 ? this.say("screen-joined", { name: fresh[0].name }) : this.say("screen-joined-n", { n: fresh.length });
    furnish(this.line, { text });
    clearTimeout(this.#gone);
    this.#gone = setTimeout(() => furnish(this.line, { text: "" }), SHOWN_MS);
  }
}
