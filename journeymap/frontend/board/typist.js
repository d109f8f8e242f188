/** Who types is not interrupted: what a page does by itself does not end a text half-way. */

import { onKeys } from "../shared/keyboard.js";

/** Milliseconds after a letter in which somebody is in the middle of typing. */
const AMID = 2_000;
/** So often the keyboard is taken back; what insists (a dialog that keeps it) has it. */
const MOST = 2;

/** Somebody at one box, as long as it is there. */
export class Typist {
  #typed = -Infinity;
  #left = false;
  #taken = 0;

  /** @param {HTMLTextAreaElement} box */
  constructor(box) {
    this.box = box;
    box.addEventListener("input", () => {
      this.#typed = performance.now();
      this.#left = false;
    });
    onKeys(box, ({ key, ctrlKey, altKey, metaKey }) => (this.#left = key === "Tab" || ctrlKey || altKey || metaKey));
    /** @param {Event} event */
    const press = (event) => {
      if (!box.isConnected) document.removeEventListener("pointerdown", press, true);
      else if (event.composedPath()[0] !== box) this.#left = true;
    };
    document.addEventListener("pointerdown", press, true);
  }

  /**
   * The box lost the keyboard: where the person neither pressed elsewhere nor left by a key, and was amid typing, it has it
   * again as soon as whoever took it has done.
   *
   * @param {EventTarget | null} to what has it now
   */
  takesBack(to) {
    const { box } = this;
    const amid = performance.now() - this.#typed < AMID;
    const meant = this.#left || !to || !document.hasFocus() || !box.isConnected;
    if (meant || !amid || this.#taken >= MOST) return false;
    this.#taken += 1;
    queueMicrotask(() => box.focus({ preventScroll: true }));
    return true;
  }
}
