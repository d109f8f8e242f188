/** One story of the backlog in a line: what it is, how urgent, how large, whose, how far, and what could be better. */

import { el, furnish } from "../shared/dom.js";

/** @typedef {import("./index.js").Story} Story */

/** How urgent, as a sign that is read without its colour. @type {Record<string, string>} */
const SIGNS = { highest: "▲▲", high: "▲", medium: "■", low: "▽" };

/** @param {string} name @param {string} text @param {string} [title] */
const mark = (name, text, title) => el("span", { class: `mark ${name}`, dir: "auto", text, title });

export class Line {
  /**
   * @param {Story} story
   * @param {import("./index.js").Backlog} list
   * @param {import("./epic.js").Epic} epic the episode it stands in
   */
  constructor(story, list, epic) {
    this.list = list;
    this.epic = epic;
    this.story = story;
    const { words } = list.data;
    this.handle = el("span", { class: "handle", "aria-hidden": "true", title: words.drag, text: "::" });
    this.number = el("span", { class: "number" });
    this.title = el("button", { type: "button", class: "title", dir: "auto", onclick: () => list.tell("opened", { story: this.story.id }) });
    this.marks = el("span", { class: "marks" });
    this.why = el("span", { class: "why" });
    this.up = this.#mover("↑", -1);
    this.down = this.#mover("↓", 1);
    this.movers = el("span", { class: "movers" }, this.up, this.down);
    this.element = el("li", { "data-story": story.id }, this.handle, this.number, el("span", { class: "what" }, this.title, this.marks, this.why), this.movers);
    this.element.addEventListener("focusin", () => list.reach(this));
    this.handle.addEventListener("pointerdown", (event) => list.drag.begin(this, event));
    this.shown = "";
  }

  /** @param {string} sign @param {number} by */
  #mover(sign, by) {
    return el("button", {
      type: "button",
      class: "mover",
      text: sign,
      onclick: () => {
        this.list.move(this, this.epic.group.stories.findIndex(({ id }) => id === this.story.id) + by);
        (by < 0 ? this.up : this.down).focus({ preventScroll: true });
      },
    });
  }

  /** @param {Story} story */
  show(story) {
    this.story = story;
    const { words, may } = this.list.data;
    const looks = JSON.stringify([story, may, words.open]);
    if (looks === this.shown) return;
    this.shown = looks;
    furnish(this.number, { text: story.number });
    furnish(this.title, { text: story.title, "aria-label": this.#said() });
    furnish(this.up, { "aria-label": `${words.up}, ${story.title}` });
    furnish(this.down, { "aria-label": `${words.down}, ${story.title}` });
    this.handle.hidden = this.movers.hidden = !may;
    this.marks.replaceChildren(...this.#marks());
    this.why.replaceChildren(...(story.reasons.length ? [words.why, " ", el("span", { dir: "auto", text: story.reasons.join("; ") })] : []));
  }

  /** What is read out of it. */
  #said() {
    const { words } = this.list.data;
    const { number, title, priority, estimate, team, status, warnings, news } = this.story;
    const more = [
      priority && `${words.priority} ${words[`priority-${priority}`]}`,
      estimate && `${estimate} ${words.points}`,
      team,
      words[`status-${status}`],
      warnings ? words.warnings.replace("{n}", String(warnings)) : "",
      news ? words.news : "",
    ];
    return [`${number} ${title}`, ...more.filter(Boolean)].join(", ");
  }

  /** @returns {HTMLElement[]} */
  #marks() {
    const { words } = this.list.data;
    const { estimate, team, labels, warnings, news, origin, waits } = this.story;
    /** @type {[string, string, string?][]} */
    const marks = [
      ["estimate", estimate && `${estimate} ${words.points}`],
      ["team", team],
      ["origin", origin],
      ["waits", waits && `→ ${waits}`, words.waits],
      ...labels.map((label) => /** @type {[string, string]} */ (["label", `#${label}`])),
      ["news", news ? `● ${words.news}` : ""],
      ["warnings", warnings ? `! ${warnings}` : "", words.warnings.replace("{n}", String(warnings))],
    ];
    return [...this.#standing(), ...marks.filter(([, text]) => text).map(([name, text, title]) => mark(name, text, title))];
  }

  /** How urgent it is, and how far. @returns {HTMLElement[]} */
  #standing() {
    const { words } = this.list.data;
    const { priority, chosen, status } = this.story;
    const far = status === "proposed" ? [] : [furnish(mark("status", words[`status-${status}`] ?? status), { "data-status": status })];
    if (!priority) return far;
    const urgent = mark("priority", `${SIGNS[priority] ?? ""} ${words[`priority-${priority}`]}`, chosen ? words.chosen : words.proposed);
    return [furnish(urgent, { "data-priority": priority, "data-chosen": chosen }), ...far];
  }

  /** Whether Tab comes here. @param {boolean} on */
  reachable(on) {
    for (const one of [this.title, this.up, this.down]) one.tabIndex = on ? 0 : -1;
    this.element.classList.toggle("at", on);
  }

  focus() {
    this.title.focus({ preventScroll: true });
    this.element.scrollIntoView({ block: "nearest" });
  }
}
