/** A soft tone when the time is up: only where the person at the beamer wants it, and after they touched it once. */

import { furnish, still } from "../shared/dom.js";
import { onKeys } from "../shared/keyboard.js";

const KEPT = "journeymap-screen-sound";
/** Two notes, a fifth apart: pitch in hertz, beginning in seconds. */
const NOTES = [
  [523.25, 0],
  [783.99, 0.35],
];
const LASTS = 1.6;
const LOUD = 0.14;

export class Sound {
  #context = /** @type {AudioContext | null} */ (null);

  /**
   * A browser lets no page sound before somebody touched it. One key or click is enough, unless it was switched off
   * here, or this machine asks for a quiet page: then only the switch does.
   *
   * @param {HTMLElement} button
   * @param {import("../shared/sayer.js").Say} say
   */
  constructor(button, say) {
    this.button = button;
    this.say = say;
    const kept = read();
    this.on = kept === "on";
    const wanted = kept === "on" || (kept === null && !still());
    button.addEventListener("click", () => this.set(!this.on || !this.#context));
    const touched = (/** @type {Event} */ event) => {
      if (button.contains(/** @type {Node} */ (event.target))) return;
      deaf();
      document.removeEventListener("pointerdown", touched);
      if (wanted && read() !== "off") this.set(true, false);
    };
    const deaf = onKeys(document, touched);
    document.addEventListener("pointerdown", touched);
    this.#show();
  }

  /** @param {boolean} on @param {boolean} [heard] whether to let it be heard */
  set(on, heard = true) {
    this.on = on;
    if (heard) write(on ? "on" : "off");
    if (on) {
      this.#context ??= new AudioContext();
      this.#context.resume().then(() => this.#show(), () => {});
      if (heard) this.play();
    }
    this.#show();
  }

  /** The tone, where it is wanted. */
  play() {
    const context = this.#context;
    if (!this.on || !context) return;
    for (const [pitch, begins] of NOTES) {
      const [tone, gain] = [context.createOscillator(), context.createGain()];
      const at = context.currentTime + begins;
      tone.frequency.value = pitch;
      gain.gain.setValueAtTime(0, at);
      gain.gain.linearRampToValueAtTime(LOUD, at + 0.04);
      gain.gain.exponentialRampToValueAtTime(0.0001, at + LASTS);
      tone.connect(gain).connect(context.destination);
      tone.start(at);
      tone.stop(at + LASTS);
    }
    document.documentElement.dataset.sounded = String(Number(document.documentElement.dataset.sounded ?? 0) + 1);
  }

  #show() {
    const ready = this.on && !!this.#context;
    const text = this.say(ready ? "screen-sound-on" : this.on ? "screen-sound-waits" : "screen-sound-off");
    furnish(this.button, { text, "aria-pressed": String(ready), title: this.say("screen-sound-help") });
  }
}

/** What was chosen on this machine; null where nothing was, or where nothing is kept. */
function read() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

/** @param {string} value */
function write(value) {
  try {
    localStorage.setItem(KEPT, value);
  } catch {
    // Nothing is kept here: it is asked again next time.
  }
}
