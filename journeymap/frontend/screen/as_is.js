/** The map that a to-be was designed from, beside it, for as long as the screen compares the two. */

import { BoardModel } from "../live/model.js";
import { PublicSocket } from "../room/session.js";

export class AsIs {
  #id = /** @type {string | null} */ (null);
  /** @type {BoardModel | null} */
  model = null;

  /** @param {string} language @param {() => void} changed */
  constructor(language, changed) {
    this.language = language;
    this.changed = changed;
  }

  /** The one of this map, from now on; null: none. @param {string | null} id */
  follow(id) {
    if (id === this.#id) return;
    this.#id = id;
    this.model?.close();
    this.model = null;
    if (!id) return;
    const url = `live/maps/${encodeURIComponent(id)}`;
    this.model = new BoardModel({ url, language: this.language, socket: new PublicSocket(url) });
    this.model.addEventListener("change", this.changed);
    this.model.open();
  }

  /** What is known of it; null before it has come. */
  get known() {
    return this.model?.revision === null ? null : this.model;
  }
}
