/**
 * A line in which one thing after another is typed. Each is handed over under a name of its own, and again until the
 * server says what came of it: nothing is added twice, whatever a rerun sends, and nothing typed meanwhile is lost.
 * What is still on its way and what is half typed is kept for this tab, also across a reload.
 *
 * @typedef {{ op: string, text: string }} Entry
 * @typedef {{ label: string, example: string, add: string, most: number, leaves: boolean, place: string, large: boolean,
 *   answers: Record<string, string>, words: Record<string, string> }} Data
 * @typedef {import("../types.js").Component<Data>} Component
 * @typedef {HTMLElement | ShadowRoot} Root
 * @typedef {{ text: string, entries: Entry[], refused: { text: string, reason: string }[] }} Kept
 *   `answers`: what came of an entry, empty where it was added; `leaves`: whether leaving the line adds what stands in it
 */

import { activeIn, el, query } from "../shared/dom.js";
import { newId } from "../shared/ids.js";
import { keepKeys, onKeys } from "../shared/keyboard.js";
import { BREAKS, inOneLine, lengthOf } from "../shared/lengths.js";
import { filled } from "../shared/sayer.js";

const KEPT = "journeymap-line:";
const SLOW_MS = 1_000;
/**
 * The lines that are drawn, or were and may be again: Streamlit may put a line up anew while somebody types in it.
 *
 * @type {Map<string, Line>}
 */
const lines = new Map();

/** What a line is made of, as Python wrote it. @param {Root} root */
function partsOf(root) {
  const part = (/** @type {string} */ name) => query(root, name);
  return {
    root,
    line: part(".line"),
    box: query(root, "input", HTMLInputElement),
    left: part(".left"),
    why: part(".why"),
    under: part(".under"),
    aloud: part(".aloud"),
    button: part(".add"),
  };
}

class Line {
  /** @param {Component} component */
  constructor({ data, parentElement, setStateValue }) {
    const kept = read(data.place);
    this.data = data;
    this.tell = setStateValue;
    this.place = data.place;
    this.text = kept.text;
    /** @type {Entry[]} on their way */
    this.entries = kept.entries;
    /** @type {{ text: string, reason: string }[]} */
    this.refused = kept.refused;
    this.reason = "";
    this.focused = false;
    /** @type {WeakMap<object, HTMLElement>} each line that was not taken, as it stands on the page */
    this.kept = new WeakMap();
    this.select = [0, 0];
    this.told = false;
    /** How often it was put up. */
    this.shown = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.slow = undefined;
    this.parts = partsOf(parentElement);
    this.build();
  }

  keep() {
    write(this.place, { text: this.text, entries: this.entries, refused: this.refused });
  }

  /** @param {Component} component */
  show({ data, parentElement, setStateValue }) {
    this.data = data;
    this.tell = setStateValue;
    if (this.parts.box !== parentElement.querySelector("input")) {
      this.parts = partsOf(parentElement);
      this.build();
    }
    this.hear(data.answers);
    this.draw();
    // What was on its way when the line was put up anew may not have arrived.
    if (this.entries.length && !this.told) this.send();
  }

  build() {
    const { box, button, line } = this.parts;
    this.told = false;
    box.value = this.text;
    keepKeys(line);
    onKeys(box, (event) => this.key(event));
    box.oninput = () => this.typed();
    box.onpaste = (event) => this.paste(event);
    box.onfocus = () => (this.focused = true);
    box.onblur = ({ relatedTarget }) => this.blurred(!!relatedTarget);
    // Pressing it leaves the line where the cursor is: one types on.
    button.onpointerdown = (event) => event.preventDefault();
    button.onclick = () => this.enter();
    // Whoever went on elsewhere while the line was gone types there.
    if (document.activeElement && document.activeElement !== document.body) this.focused = false;
    if (!this.focused) return;
    box.focus({ preventScroll: true });
    box.setSelectionRange(this.select[0], this.select[1]);
  }

  /** The line is taken from the page; it may be put up again at once. */
  away() {
    this.select = [this.parts.box.selectionStart ?? 0, this.parts.box.selectionEnd ?? 0];
    clearTimeout(this.slow);
    this.told = false;
  }

  typed() {
    const mended = !!this.reason;
    this.text = this.parts.box.value;
    this.reason = "";
    if (mended) this.send(true);
    else this.keep();
    this.draw();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === "Enter") {
      event.preventDefault();
      this.enter();
    } else if (event.key === "Escape" && this.parts.box.value) {
      event.preventDefault();
      this.parts.box.value = "";
      this.typed();
    }
  }

  /** @param {boolean} elsewhere whether something else on the page has the keyboard now */
  blurred(elsewhere) {
    const { box } = this.parts;
    if (elsewhere) this.focused = false;
    // Whoever looks into another window comes back to what they were typing; and a line may be put up anew.
    setTimeout(() => {
      if (box !== this.parts.box || !box.isConnected || !document.hasFocus() || activeIn(box) === box) return;
      this.focused = false;
      if (this.data.leaves) this.enter();
    });
  }

  /** Lines that are pasted are things of their own, as far as they are several. @param {ClipboardEvent} event */
  paste(event) {
    const pasted = inLines(event.clipboardData?.getData("text/plain") ?? "");
    if (pasted.length < 2) return;
    event.preventDefault();
    const { box } = this.parts;
    const [from, to] = [box.selectionStart ?? 0, box.selectionEnd ?? 0];
    const all = inLines(box.value.slice(0, from) + pasted.join("\n") + box.value.slice(to));
    const last = all.pop() ?? "";
    for (const one of all) this.take(one);
    box.value = last;
    this.typed();
    this.send();
  }

  enter() {
    const text = inOneLine(this.parts.box.value);
    if (!text) return;
    const over = this.over(text);
    if (over) {
      this.reason = over;
      this.parts.aloud.textContent = over;
      this.draw();
      return;
    }
    this.take(text);
    this.parts.box.value = "";
    this.typed();
    this.send();
  }

  /** @param {string} text */
  take(text) {
    const reason = this.over(text);
    if (reason) this.refused.push({ text, reason });
    else this.entries.push({ op: newId(), text });
  }

  /** Why a text is too long, if it is. @param {string} text */
  over(text) {
    const { most, words } = this.data;
    const length = lengthOf(text);
    const n = length - most;
    return n > 0 ? filled(words[n === 1 ? "long-one" : "long-other"], { n, most }) : "";
  }

  /** @param {boolean} [also] also where nothing is on its way: what was refused is seen to */
  send(also = false) {
    this.keep();
    this.draw();
    if (!this.parts.root.isConnected || !(this.entries.length || also)) return;
    this.told = true;
    this.tell("entries", this.entries.map((one) => ({ ...one })));
    clearTimeout(this.slow);
    this.slow = setTimeout(() => this.draw(true), SLOW_MS);
  }

  /** What came of what was handed over. @param {Record<string, string>} answers */
  hear(answers) {
    const before = this.entries.length;
    for (const { op, text } of this.entries) if (answers[op]) this.refuse(text, answers[op]);
    this.entries = this.entries.filter(({ op }) => answers[op] === undefined);
    if (this.entries.length === before) return;
    if (!this.entries.length) clearTimeout(this.slow);
    this.keep();
  }

  /** What was not taken stands in the line again; where one types on there, below it. @param {string} text @param {string} reason */
  refuse(text, reason) {
    this.parts.aloud.textContent = reason;
    if (this.parts.box.value) {
      this.refused.push({ text, reason });
      return;
    }
    this.parts.box.value = text;
    this.text = text;
    this.reason = reason;
  }

  /** @param {boolean} [slow] whether what is on its way has been for long enough to say so */
  draw(slow = false) {
    const { data } = this;
    const { box, button, under } = this.parts;
    box.setAttribute("aria-label", data.label);
    box.placeholder = data.example;
    button.hidden = !data.add;
    if (button.textContent !== data.add) button.textContent = data.add;
    button.setAttribute("aria-label", data.add || data.label);
    this.drawLength(data.most - lengthOf(inOneLine(box.value)));
    const waiting = slow ? this.entries : [];
    const lines = [
      ...this.refused.map((one) => this.held(one)),
      ...waiting.map(({ text }) => el("p", { class: "waiting", dir: "auto" }, filled(data.words.waiting, { text }))),
    ];
    // What is there already stays: a button that is put up anew amid a press is not pressed.
    if (lines.length !== under.childNodes.length || lines.some((one, n) => one !== under.childNodes[n])) {
      under.replaceChildren(...lines);
    }
  }

  /** How much more can be typed, where that is little; and why not, where it is too much. @param {number} n */
  drawLength(n) {
    const { box, left, why } = this.parts;
    left.hidden = n > Math.min(40, this.data.most / 3);
    left.textContent = String(n);
    left.classList.toggle("over", n < 0);
    const reason = this.reason || (n < 0 ? this.over(inOneLine(box.value)) : "");
    why.hidden = !reason;
    why.textContent = reason;
    box.setAttribute("aria-invalid", String(!!reason));
  }

  /** Something that was not taken, to be mended or let go. @param {{ text: string, reason: string }} one */
  held(one) {
    const there = this.kept.get(one);
    if (there) return there;
    const { words } = this.data;
    const item = el("div", { class: "held" });
    const mend = el("button", { type: "button" }, words.mend);
    const leave = el("button", { type: "button" }, words.leave);
    const gone = () => (this.refused = this.refused.filter((other) => other !== one));
    mend.onclick = () => {
      gone();
      if (this.parts.box.value.trim()) this.refused.push({ text: this.parts.box.value, reason: "" });
      this.parts.box.value = one.text;
      this.typed();
      this.reason = one.reason;
      this.draw();
      this.parts.box.focus();
    };
    leave.onclick = () => {
      gone();
      this.send(true);
      this.parts.box.focus();
    };
    item.append(el("span", { dir: "auto" }, one.text), el("small", {}, one.reason), mend, leave);
    this.kept.set(one, item);
    return item;
  }
}

/** @param {string} text */
function inLines(text) {
  return text.split(BREAKS).map(inOneLine).filter(Boolean);
}

/** @param {string} place @returns {Kept} */
function read(place) {
  try {
    return { text: "", entries: [], refused: [], ...JSON.parse(sessionStorage.getItem(KEPT + place) ?? "{}") };
  } catch {
    return { text: "", entries: [], refused: [] };
  }
}

/** @param {string} place @param {Kept} what */
function write(place, what) {
  try {
    if (what.text || what.entries.length || what.refused.length) sessionStorage.setItem(KEPT + place, JSON.stringify(what));
    else sessionStorage.removeItem(KEPT + place);
  } catch {
    // A browser that keeps nothing has it as long as the page lives.
  }
}

/**
 * @param {Component} first
 * @returns {import("../types.js").Mounted}
 */
export function mount(first) {
  const { place } = first.data;
  const line = lines.get(place) ?? new Line(first);
  lines.set(place, line);
  // An older one's end may come after a newer one has begun.
  const shown = (line.shown += 1);
  return {
    /** @param {Component} component */
    show: (component) => line.show(component),
    close() {
      if (line.shown === shown) line.away();
    },
  };
}
