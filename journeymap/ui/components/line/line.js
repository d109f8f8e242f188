/**
 * A line in which one thing after another is typed. Each is handed over under a name of its own, and again until the
 * server says what came of it: nothing is added twice, whatever a rerun sends, and nothing typed meanwhile is lost.
 * What is still on its way and what is half typed is kept for this tab, also across a reload.
 *
 * @typedef {{ op: string, text: string }} Entry
 * @typedef {{ label: string, example: string, add: string, most: number, leaves: boolean, place: string, large: boolean,
 *   answers: Record<string, string>, words: Record<string, string> }} Data
 *   `answers`: what came of an entry, empty where it was added; `leaves`: whether leaving the line adds what stands in it
 */

const KEPT = "journeymap-line:";
const SLOW_MS = 1_000;
/** The lines that are drawn, or were and may be again. Streamlit may put a line up anew while somebody types in it. */
const lines = (globalThis.journeymapLines ??= new Map());

class Line {
  /** @param {string} place what it is kept under */
  constructor(place) {
    this.place = place;
    const kept = read(place);
    this.text = kept.text;
    /** @type {Entry[]} on their way */
    this.entries = kept.entries;
    /** @type {{ text: string, reason: string }[]} */
    this.refused = kept.refused;
    this.reason = "";
    this.focused = false;
    this.select = [0, 0];
    this.told = false;
  }

  keep() {
    write(this.place, { text: this.text, entries: this.entries, refused: this.refused });
  }

  /** @param {HTMLElement} root @param {Data} data @param {(name: string, value: unknown) => void} tell */
  show(root, data, tell) {
    this.data = data;
    this.tell = tell;
    if (this.box !== root.querySelector("input")) this.build(root);
    this.hear(data.answers);
    this.draw();
    // What was on its way when the line was put up anew may not have arrived.
    if (this.entries.length && !this.told) this.send();
  }

  /** @param {HTMLElement} root */
  build(root) {
    this.root = root;
    this.told = false;
    const find = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(name));
    this.box = /** @type {HTMLInputElement} */ (find("input"));
    this.left = find(".left");
    this.why = find(".why");
    this.under = find(".under");
    this.aloud = find(".aloud");
    this.button = find(".add");
    const { box } = this;
    box.value = this.text;
    const line = find(".line");
    keepKeys(line);
    onKeys(box, (event) => this.key(event));
    box.oninput = () => this.typed();
    box.onpaste = (event) => this.paste(event);
    box.onfocus = () => (this.focused = true);
    box.onblur = () => this.blurred();
    // Pressing it leaves the line where the cursor is: one types on.
    this.button.onpointerdown = (event) => event.preventDefault();
    this.button.onclick = () => this.enter();
    if (!this.focused) return;
    box.focus({ preventScroll: true });
    box.setSelectionRange(...this.select);
  }

  /** The line is taken from the page; it may be put up again at once. */
  away() {
    this.select = [this.box.selectionStart ?? 0, this.box.selectionEnd ?? 0];
    clearTimeout(this.slow);
    this.told = false;
  }

  typed() {
    const mended = !!this.reason;
    this.text = this.box.value;
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
    } else if (event.key === "Escape" && this.box.value) {
      event.preventDefault();
      this.box.value = "";
      this.typed();
    }
  }

  blurred() {
    const { box } = this;
    // Whoever looks into another window comes back to what they were typing; and a line may be put up anew.
    setTimeout(() => {
      if (box !== this.box || !box.isConnected || !document.hasFocus() || this.root.getRootNode().activeElement === box) return;
      this.focused = false;
      if (this.data.leaves) this.enter();
    });
  }

  /** Lines that are pasted are things of their own, as far as they are several. @param {ClipboardEvent} event */
  paste(event) {
    const pasted = inLines(event.clipboardData?.getData("text/plain") ?? "");
    if (pasted.length < 2) return;
    event.preventDefault();
    const { box } = this;
    const [from, to] = [box.selectionStart ?? 0, box.selectionEnd ?? 0];
    const all = inLines(box.value.slice(0, from) + pasted.join("\n") + box.value.slice(to));
    const last = all.pop() ?? "";
    for (const one of all) this.take(one);
    box.value = last;
    this.typed();
    this.send();
  }

  enter() {
    const text = inOneLine(this.box.value);
    if (!text) return;
    const over = this.over(text);
    if (over) {
      this.reason = over;
      this.aloud.textContent = over;
      this.draw();
      return;
    }
    this.take(text);
    this.box.value = "";
    this.typed();
    this.send();
  }

  /** @param {string} text */
  take(text) {
    const reason = this.over(text);
    if (reason) this.refused.push({ text, reason });
    else this.entries.push({ op: newOp(), text });
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
    if (!this.root.isConnected || !(this.entries.length || also)) return;
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
    this.aloud.textContent = reason;
    if (this.box.value) {
      this.refused.push({ text, reason });
      return;
    }
    this.box.value = text;
    this.text = text;
    this.reason = reason;
  }

  /** @param {boolean} [slow] whether what is on its way has been for long enough to say so */
  draw(slow = false) {
    const { data, box } = this;
    box.setAttribute("aria-label", data.label);
    box.placeholder = data.example;
    this.button.hidden = !data.add;
    if (this.button.textContent !== data.add) this.button.textContent = data.add;
    this.button.setAttribute("aria-label", data.add || data.label);
    const left = data.most - lengthOf(inOneLine(box.value));
    this.left.hidden = left > Math.min(40, data.most / 3);
    this.left.textContent = String(left);
    this.left.classList.toggle("over", left < 0);
    const reason = this.reason || (left < 0 ? this.over(inOneLine(box.value)) : "");
    this.why.hidden = !reason;
    this.why.textContent = reason;
    box.setAttribute("aria-invalid", String(!!reason));
    const waiting = slow ? this.entries : [];
    this.under.replaceChildren(
      ...this.refused.map((one) => this.held(one)),
      ...waiting.map(({ text }) => tagged("p", { class: "waiting", dir: "auto" }, filled(data.words.waiting, { text }))),
    );
  }

  /** Something that was not taken, to be mended or let go. @param {{ text: string, reason: string }} one */
  held(one) {
    const { words } = this.data;
    const item = tagged("div", { class: "held" });
    const mend = tagged("button", { type: "button" }, words.mend);
    const leave = tagged("button", { type: "button" }, words.leave);
    const gone = () => (this.refused = this.refused.filter((other) => other !== one));
    mend.onclick = () => {
      gone();
      if (this.box.value.trim()) this.refused.push({ text: this.box.value, reason: "" });
      this.box.value = one.text;
      this.typed();
      this.reason = one.reason;
      this.draw();
      this.box.focus();
    };
    leave.onclick = () => {
      gone();
      this.send(true);
      this.box.focus();
    };
    item.append(tagged("span", { dir: "auto" }, one.text), tagged("small", {}, one.reason), mend, leave);
    return item;
  }
}

/** @param {string} text */
function inLines(text) {
  return text.split(BREAKS).map(inOneLine).filter(Boolean);
}

/** @param {string} name @param {Record<string, string>} attributes @param {string} [text] @returns {any} */
function tagged(name, attributes, text = "") {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}

/** @param {string} text @param {Record<string, any>} values */
function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (all, name) => String(values[name] ?? all));
}

function newOp() {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {string} place @returns {{ text: string, entries: Entry[], refused: { text: string, reason: string }[] }} */
function read(place) {
  try {
    return { text: "", entries: [], refused: [], ...JSON.parse(sessionStorage.getItem(KEPT + place) ?? "{}") };
  } catch {
    return { text: "", entries: [], refused: [] };
  }
}

/** @param {string} place @param {{ text: string, entries: Entry[], refused: any[] }} what */
function write(place, what) {
  try {
    if (what.text || what.entries.length || what.refused.length) sessionStorage.setItem(KEPT + place, JSON.stringify(what));
    else sessionStorage.removeItem(KEPT + place);
  } catch {
    // A browser that keeps nothing has it as long as the page lives.
  }
}

export default function ({ data, parentElement, setStateValue }) {
  let line = lines.get(data.place);
  if (!line) {
    line = new Line(data.place);
    lines.set(data.place, line);
  }
  line.show(parentElement, data, setStateValue);
  // An older call's end may come after a newer one has begun.
  const shown = (line.shown = (line.shown ?? 0) + 1);
  return () => line.shown === shown && line.away();
}
