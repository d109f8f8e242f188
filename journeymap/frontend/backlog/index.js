/**
 * The backlog: the stories of each episode in the order in which they are to be built. One drags them, or moves them by
 * key; opening one is asked of the page. A person's words are set as text only.
 *
 * @typedef {{ id: string, number: string, title: string, origin: string, priority: string, chosen: boolean, reasons: string[],
 *   estimate: string, team: string, status: string, labels: string[], warnings: number, news: boolean, waits: string }} Story
 * @typedef {{ id: string, title: string, about: string, stories: Story[] }} Group
 * @typedef {{ groups: Group[], may: boolean, words: Record<string, string> }} Data
 * @typedef {import("../types.js").Component<Data>} Component
 * @typedef {import("./line.js").Line} Line
 */

import { Keyed, activeIn, el } from "../shared/dom.js";
import { keepKeys, onKeys } from "../shared/keyboard.js";
import { announcer } from "../shared/notices.js";
import { Drag } from "./drag.js";
import { Epic } from "./epic.js";

/** A sentence with its values. @param {string} text @param {Record<string, string | number>} values */
const told = (text, values) => text.replaceAll(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

export class Backlog {
  /** @param {Component} first */
  constructor({ parentElement, data }) {
    this.data = data;
    /** @type {Component["setTriggerValue"]} */
    this.tell = () => {};
    /** @type {Map<Element, Epic>} */
    this.epics = new Map();
    this.keys = el("p", { class: "keys" });
    this.place = el("div", { class: "epics" });
    const aloud = el("div", { class: "aloud", "aria-live": "polite" });
    this.whole = el("div", { class: "whole" }, this.keys, this.place, aloud);
    parentElement.append(this.whole);
    this.announce = announcer(aloud);
    this.shown = new Keyed(
      this.place,
      (/** @type {Group} */ one) => one.id,
      (one) => {
        const epic = new Epic(one, this);
        this.epics.set(epic.element, epic);
        return epic.element;
      },
      (element, one) => this.epics.get(element)?.show(one),
    );
    /** @type {string} the story that Tab comes to */
    this.at = "";
    this.drag = new Drag(this);
    /** @type {Component | null} what came while somebody dragged */
    this.held = null;
    onKeys(this.whole, (event) => this.#hear(event));
    keepKeys(this.whole);
  }

  /** @param {Component} component */
  show(component) {
    if (this.drag.on) {
      this.held = component;
      return;
    }
    const { data, setTriggerValue } = component;
    this.data = data;
    this.tell = (name, value) => setTriggerValue(name, { .../** @type {object} */ (value), said: Date.now() });
    this.keys.textContent = data.words.keys;
    this.keys.hidden = !data.may || !data.groups.length;
    const had = this.place.contains(activeIn(this.place));
    const row = this.lines().findIndex((line) => line.story.id === this.at);
    this.shown.show(data.groups);
    for (const element of this.epics.keys()) if (!element.isConnected) this.epics.delete(element);
    const lines = this.lines();
    const now = lines.find((line) => line.story.id === this.at) ?? lines[Math.max(0, Math.min(row, lines.length - 1))];
    if (now) this.reach(now);
    if (now && had && !this.place.contains(activeIn(this.place))) now.focus();
  }

  /** Nobody drags any more. */
  settle() {
    const { held } = this;
    this.held = null;
    if (held) this.show(held);
  }

  /** All lines, as they stand. @returns {Line[]} */
  lines() {
    return [...this.place.children].flatMap((section) => this.linesOf(this.epics.get(section)));
  }

  /** @param {Epic | undefined} epic @returns {Line[]} */
  linesOf(epic) {
    return epic ? [...epic.place.children].flatMap((element) => epic.lines.get(element) ?? []) : [];
  }

  /** Tab comes to one story, the others are reached by the arrows. @param {Line} line */
  reach(line) {
    this.at = line.story.id;
    for (const one of this.lines()) one.reachable(one === line);
  }

  /**
   * Put a story into its new place at once, and tell the page, which knows whether that may be.
   *
   * @param {Line} line
   * @param {number} to its place among the stories of its episode
   */
  move(line, to) {
    const { epic } = line;
    const { words } = this.data;
    const now = epic.group.stories;
    const from = now.findIndex(({ id }) => id === line.story.id);
    const place = Math.max(0, Math.min(to, now.length - 1));
    if (from < 0) return;
    if (place === from) return this.announce(words.end);
    const left = now.filter((_, n) => n !== from);
    left.splice(place, 0, now[from]);
    epic.show({ ...epic.group, stories: left });
    this.reach(line);
    const values = { title: line.story.title, n: place + 1, all: left.length, epic: epic.group.title };
    this.announce(told(words.moved, values));
    this.tell("moved", { story: line.story.id, after: place ? left[place - 1].id : "" });
  }

  /** @param {Line} line @param {number} by */
  step(line, by) {
    this.move(line, line.epic.group.stories.findIndex(({ id }) => id === line.story.id) + by);
    line.focus();
  }

  /** @param {KeyboardEvent} event */
  #hear(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by || event.ctrlKey || event.metaKey) return;
    const line = this.lines().find((one) => one.element.contains(/** @type {Node} */ (event.composedPath()[0])));
    if (!line) return;
    event.preventDefault();
    if (!event.altKey) this.#walk(line, by);
    else if (this.data.may) this.step(line, by);
  }

  /** @param {Line} from @param {number} by */
  #walk(from, by) {
    const lines = this.lines();
    const to = lines[lines.indexOf(from) + by];
    if (!to) return;
    this.reach(to);
    to.focus();
  }
}

/**
 * @param {Component} first
 * @returns {import("../types.js").Mounted}
 */
export function mount(first) {
  const list = new Backlog(first);
  return {
    show: (component) => list.show(component),
    close() {
      list.drag.leave();
      list.whole.remove();
    },
  };
}
