/** A story is dragged by its handle, with a mouse, a pen or a finger: a line shows where it would go. */

import { el } from "../shared/dom.js";
import { onKeys } from "../shared/keyboard.js";

const EDGE = 60;
const SPEED = 14;

export class Drag {
  /** @param {import("./index.js").Backlog} list */
  constructor(list) {
    this.list = list;
    /** @type {import("./line.js").Line | null} */
    this.line = null;
    this.to = 0;
    this.pointer = -1;
    this.y = 0;
    this.frame = 0;
    this.mark = el("li", { class: "goes-here", "aria-hidden": "true" });
  }

  /** Whether somebody drags. */
  get on() {
    return this.line !== null;
  }

  /** @param {import("./line.js").Line} line @param {PointerEvent} event */
  begin(line, event) {
    if (this.on || event.button !== 0 || !this.list.data.may) return;
    event.preventDefault();
    const { handle } = line;
    this.line = line;
    this.pointer = event.pointerId;
    this.y = event.clientY;
    try {
      handle.setPointerCapture(event.pointerId);
    } catch {
      // The finger is up again.
      this.line = null;
      return;
    }
    line.element.classList.add("dragged");
    this.ending = new AbortController();
    const { signal } = this.ending;
    handle.addEventListener("pointermove", (moved) => this.#follow(moved.clientY), { signal });
    handle.addEventListener("pointerup", () => this.drop(), { signal });
    handle.addEventListener("pointercancel", () => this.leave(), { signal });
    handle.addEventListener("lostpointercapture", () => this.leave(), { signal });
    signal.addEventListener("abort", onKeys(window, (key) => key.key === "Escape" && this.leave()));
    this.#follow(event.clientY);
    this.#scroll();
  }

  /** @param {number} y */
  #follow(y) {
    if (!this.line) return;
    this.y = y;
    const lines = this.list.linesOf(this.line.epic);
    const others = lines.filter((one) => one !== this.line);
    const at = others.findIndex((one) => {
      const box = one.element.getBoundingClientRect();
      return y < box.top + box.height / 2;
    });
    this.to = at < 0 ? others.length : at;
    const before = others[this.to]?.element ?? null;
    const { place } = this.line.epic;
    if (this.mark.parentNode !== place || this.mark.nextElementSibling !== before) place.insertBefore(this.mark, before);
  }

  /** Near an edge of what is seen, the page goes along. */
  #scroll() {
    this.frame = requestAnimationFrame(() => {
      if (!this.line) return;
      const over = this.y < EDGE ? this.y - EDGE : Math.max(0, this.y - (innerHeight - EDGE));
      const place = over && scroller(this.line.element);
      if (place) {
        place.scrollBy({ top: Math.sign(over) * Math.min(SPEED, Math.abs(over) / 3), behavior: "instant" });
        this.#follow(this.y);
      }
      this.#scroll();
    });
  }

  drop() {
    const { line, to } = this;
    this.#end();
    if (line) this.list.move(line, to);
    this.list.settle();
  }

  /** It stays where it was. */
  leave() {
    if (!this.on) return;
    this.#end();
    this.list.settle();
  }

  #end() {
    this.line?.element.classList.remove("dragged");
    this.line = null;
    cancelAnimationFrame(this.frame);
    this.mark.remove();
    this.ending?.abort();
  }
}

/** What scrolls around an element, also beyond the shadow it stands in. @param {Element} from @returns {Element | null} */
function scroller(from) {
  for (let one = /** @type {Node | null} */ (from); one; one = one.parentNode ?? null) {
    if (one instanceof ShadowRoot) one = one.host;
    if (one instanceof Element && one.scrollHeight > one.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(one).overflowY)) return one;
  }
  return document.scrollingElement;
}
