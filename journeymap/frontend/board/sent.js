/**
 * What the stories of the map became in trackers, as the page tells it: marks on cards, links in the panel.
 *
 * @typedef {{ key: string, status: string, url: string, closed: boolean, gone: boolean }} Item
 * @typedef {Readonly<Record<string, readonly Item[]>>} Items by the moment or the episode
 */

/** More than these have no room on a card. */
const MOST = 2;

export class Sent {
  #said = "{}";

  constructor() {
    /** @type {Items} */
    this.items = {};
  }

  /**
   * @param {Items} [items]
   * @returns {boolean} whether it is something else than before
   */
  take(items = {}) {
    const said = JSON.stringify(items);
    if (said === this.#said) return false;
    this.#said = said;
    this.items = items;
    return true;
  }

  /** The items of a row. @param {string} id @returns {readonly Item[]} */
  of(id) {
    return Object.hasOwn(this.items, id) ? this.items[id] : [];
  }

  /**
   * The marks on a moment's card: those that stand there, the keys of more than a few as their number.
   *
   * @param {string} id
   * @returns {{ class: string, text: string, title: string }[]}
   */
  marks(id) {
    const there = this.of(id).filter(({ gone }) => !gone);
    if (!there.length) return [];
    const closed = there.every((item) => item.closed);
    const keys = there.slice(0, MOST).map(({ key }) => key);
    const more = there.length - keys.length;
    const text = `${closed ? "✓ " : ""}${keys.join(" ")}${more ? ` +${more}` : ""}`;
    return [{ class: `mark sent${closed ? " closed" : ""}`, text, title: there.map(({ key, status }) => `${key} ${status}`).join(", ") }];
  }
}
