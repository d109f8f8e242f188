import { el } from "../shared/dom.js";
import { onKeys } from "../shared/keyboard.js";
import { filled } from "../shared/sayer.js";
import { iconOf } from "./theme.js";

/** @import { Graph } from "./graph.js" */

/** Looking for words: what has them stays bright, Enter goes from one to the next. */
export class Search {
  /** @param {Graph} graph @param {HTMLElement} place */
  constructor(graph, place) {
    this.graph = graph;
    /** @type {import("./types.js").Node[]} */
    this.found = [];
    this.at = -1;
    this.field = el("input", { type: "search", autocomplete: "off", spellcheck: "false", dir: "auto" });
    this.count = el("span", { class: "count", "aria-hidden": "true" });
    const label = el("label", { class: "find" });
    label.append(iconOf("find"), this.field, this.count);
    place.append(label);
    this.field.oninput = () => this.look();
    onKeys(this.field, (event) => this.press(event));
  }

  /** @param {Record<string, string>} words */
  named(words) {
    this.field.setAttribute("aria-label", words.find);
    this.field.placeholder = words.find;
  }

  get asked() {
    return plainOf(this.field.value.trim());
  }

  look() {
    const { asked, graph } = this;
    this.found = asked ? graph.walkable().filter((node) => plainOf(node.told ?? node.label).includes(asked)) : [];
    this.at = -1;
    this.say();
    if (asked && graph.pointing) return graph.rest();
    graph.update();
  }

  /** After new data. */
  renew() {
    if (!this.asked) return;
    const ids = new Set(this.graph.data.nodes.map((node) => node.id));
    this.found = this.found.filter((node) => ids.has(node.id));
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (event.key === "Escape") {
      this.field.value = "";
      this.look();
      this.graph.stage.focus({ preventScroll: true });
    } else if (event.key === "Enter" && this.found.length) {
      const by = event.shiftKey ? -1 : 1;
      if (this.graph.pointing) this.graph.rest();
      this.at = (Math.max(this.at, by < 0 ? 0 : -1) + by + this.found.length) % this.found.length;
      this.graph.choose(this.found[this.at].id, true);
      this.say();
    } else if (event.key !== "Enter") return;
    event.preventDefault();
  }

  say() {
    const { words, live } = this.graph;
    const n = this.found.length;
    this.count.textContent = this.asked ? (this.at < 0 ? String(n) : `${this.at + 1}/${n}`) : "";
    if (this.asked && this.at < 0) live.textContent = filled(words.found, { n });
  }

  /** What has the words, or nothing where none are looked for. */
  get ids() {
    return this.asked ? new Set(this.found.map((node) => node.id)) : null;
  }
}

/** A text to compare: without case and accents. @param {string} text */
const plainOf = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
