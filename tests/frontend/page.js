/** As much of a page as the modules touch that need none: import this before them. */

import { setMaxListeners } from "node:events";

/** Keeps what is put into it, as own properties: `Object.keys` finds it, as in a browser. */
class Shelf {
  /** @param {string} key */
  getItem(key) {
    return Object.hasOwn(this, key) ? Reflect.get(this, key) : null;
  }

  /** @param {string} key @param {string} value */
  setItem(key, value) {
    Reflect.set(this, key, String(value));
  }

  /** @param {string} key */
  removeItem(key) {
    Reflect.deleteProperty(this, key);
  }

  clear() {
    for (const key of Object.keys(this)) this.removeItem(key);
  }
}

const page = new EventTarget();
setMaxListeners(0, page);
const about = { visibilityState: "visible", baseURI: "http://board.test/" };
const here = {
  window: globalThis,
  document: Object.assign(new EventTarget(), about),
  localStorage: new Shelf(),
  addEventListener: page.addEventListener.bind(page),
  removeEventListener: page.removeEventListener.bind(page),
  dispatchEvent: page.dispatchEvent.bind(page),
  StorageEvent: class extends Event {
    /** @param {string} name @param {{ key: string, newValue: string | null }} about */
    constructor(name, { key, newValue }) {
      super(name);
      Object.assign(this, { key, newValue });
    }
  },
};
setMaxListeners(0, here.document);
for (const [name, value] of Object.entries(here)) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
