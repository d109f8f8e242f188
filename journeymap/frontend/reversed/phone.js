/**
 * How it should be, thought backwards: what each episode is to come to and feel like, from the last to the first; then the
 * moments, the last one first: what must have happened just before? What happens behind the scenes, systems and costs are
 * out of sight; an objection goes to the parking lot with one key.
 */

import { newId } from "../shared/ids.js";
import { el, furnish } from "../shared/dom.js";
import { onKeys } from "../shared/keyboard.js";
import { momentBody } from "../room/cards.js";
import { Composer } from "../room/composer.js";
import { button, feelings, field } from "../room/parts.js";
import { placeBefore, walkOf } from "./walk.js";

/** @typedef {import("../room/desk.js").Desk} Desk */
/** @typedef {import("./walk.js").Stop} Stop */

/** What is set aside with one key. @type {Readonly<Record<string, string>>} */
const OBJECTIONS = { 1: "expensive", 2: "allowed" };

/** @param {Desk} desk */
export function reversedView(desk) {
  const view = new Reversed(desk);
  return { element: view.element, show: () => view.show(), refused: (/** @type {import("../room/desk.js").Refused} */ one) => view.composer.refused(one) };
}

class Reversed {
  /** @type {string | null} where one is */
  #at = null;
  /** @type {string} what the outcome said that is shown */
  #outcome = "";

  /** @param {Desk} desk */
  constructor(desk) {
    const { say } = desk;
    this.desk = desk;
    this.place = `${desk.session.map}:${desk.step.id}:reversed`;
    this.#at = desk.drafts.read(`${this.place}:at`)?.id ?? null;
    this.where = el("p", { class: "card-of" });
    this.heading = el("h2", { dir: "auto", tabindex: "-1" });
    this.body = el("div", { class: "asks-body" });
    this.prompt = el("p", { class: "reversed-prompt", dir: "auto" });
    this.outcome = field(say, { label: say("reversed-outcome"), optional: true, onEnter: () => this.go(1) });
    this.outcome.element.addEventListener("focusout", () => this.#keepOutcome());
    this.aim = feelings(desk, { legend: say("aim"), onPick: (value) => this.#set("targeted_valence", value) });
    this.composer = this.#composer();
    this.back = button(say("deck-back"), () => this.go(-1), { class: "quiet" });
    this.next = button(say("reversed-next"), () => this.go(1), { class: "next" });
    const parks = Object.entries(OBJECTIONS).map(([key, name]) => button(say(`reversed-${name}`), () => this.park(name), { class: "quiet small", "aria-keyshortcuts": key, title: say("reversed-key", { n: Number(key) }) }));
    this.parks = el("div", { class: "ways" }, ...parks);
    this.parked = el("p", { class: "hint", role: "status" });
    this.none = el("p", { class: "hint", text: say("no-episodes") });
    this.ways = el("div", { class: "ways deck-ways" }, this.back, this.where, this.next);
    this.form = el("div", { class: "field" }, this.outcome.element, this.aim.element);
    const works = desk.observes ? [] : [this.form, this.composer.element, this.parks, this.parked];
    this.element = el("div", { class: "one reversed" }, this.none, el("div", { class: "asks" }, this.heading, this.body, this.prompt), ...works, this.ways);
    onKeys(this.element, (event) => this.#hear(event));
  }

  /** What comes just before: one line, put where it belongs. */
  #composer() {
    const { desk } = this;
    const { say } = desk;
    /** @type {Composer} */
    const composer = new Composer(desk, {
      place: this.place,
      parts: { text: field(say, { label: say("i"), onEnter: () => composer.submit() }) },
      first: "text",
      add: say("reversed-add"),
      write: ({ text }) => {
        const stop = this.stop;
        if (!stop) return [];
        const id = newId();
        const after = placeBefore(desk.model, stop);
        const op = desk.model.add("moments", { text }, { parent: stop.episode, after, id });
        this.#move(id); // what comes before that one is asked next
        return [op];
      },
      read: ({ text }) => ({ text }),
      rewrite: (row, { text }) => [desk.model.set("moments", row.id, "text", text)],
    });
    return composer;
  }

  /** Where one is; where that is gone, at the end of the journey. @returns {Stop | null} */
  get stop() {
    const stops = walkOf(this.desk.model);
    return stops.find(({ id }) => id === this.#at) ?? stops[0] ?? null;
  }

  /** @param {number} by */
  go(by) {
    this.#keepOutcome();
    const stops = walkOf(this.desk.model);
    const now = stops.findIndex(({ id }) => id === this.stop?.id);
    const to = stops[now + by];
    if (!to) return;
    this.#move(to.id);
    this.show();
    this.heading.focus();
  }

  /** @param {string} id */
  #move(id) {
    this.#at = id;
    this.desk.drafts.write(`${this.place}:at`, { id });
  }

  /** @param {string} name "expensive" or "allowed" */
  park(name) {
    const { desk, stop } = this;
    if (!stop || !desk.mayPark()) return;
    const about = stop.kind === "moment" ? desk.model.row("moments", stop.id)?.text : desk.model.row("episodes", stop.episode)?.title;
    const text = desk.say(`reversed-${name}-about`, { text: [...(about ?? "")].slice(0, 200).join("") });
    desk.model.add("parked", { text, kind: "parked" }, { id: newId() });
    furnish(this.parked, { text: desk.say("reversed-parked") });
  }

  /** @param {KeyboardEvent} event */
  #hear(event) {
    if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    if (OBJECTIONS[event.key]) this.park(OBJECTIONS[event.key]);
    else if (event.key === "ArrowRight") this.go(1);
    else if (event.key === "ArrowLeft") this.go(-1);
    else return;
    event.preventDefault();
  }

  /** @param {string} name @param {any} value */
  #set(name, value) {
    const { desk, stop } = this;
    if (stop?.kind === "aim" && desk.maySend()) desk.model.set("episodes", stop.episode, name, value);
  }

  #keepOutcome() {
    const said = this.outcome.get();
    const wrong = this.outcome.wrong?.() ?? null;
    this.outcome.refuse?.(wrong);
    if (wrong || said === this.#outcome || this.stop?.kind !== "aim") return;
    this.#outcome = said;
    this.#set("outcome", said);
  }

  show() {
    const { desk, stop } = this;
    const { say, model } = desk;
    const stops = walkOf(model);
    this.none.hidden = stops.length > 0 || model.revision === null;
    for (const part of [this.heading, this.body, this.prompt, this.form, this.composer.element, this.parks, this.ways]) part.hidden = !stop;
    if (!stop) return;
    const at = stops.findIndex(({ id }) => id === stop.id);
    furnish(this.where, { text: say("reversed-of", { n: at + 1, all: stops.length }) });
    furnish(this.back, { disabled: at === 0 });
    furnish(this.next, { disabled: at === stops.length - 1 });
    const isAim = stop.kind === "aim";
    const episode = model.row("episodes", stop.episode);
    furnish(this.heading, { text: episode?.title ?? "" });
    this.form.hidden = !isAim;
    this.composer.element.hidden = isAim;
    if (isAim) this.#showAim(episode);
    else this.#showMoment(stop);
    this.composer.show();
  }

  /** @param {any} episode */
  #showAim(episode) {
    const { say, persona } = this.desk;
    this.body.replaceChildren();
    furnish(this.prompt, { text: say("reversed-ask-aim", { name: persona || say("reversed-she") }) });
    this.aim.set(episode?.targeted_valence ?? null);
    const outcome = episode?.outcome ?? "";
    if (this.outcome.element.contains(document.activeElement) || outcome === this.#outcome && this.outcome.get() === outcome) return;
    this.#outcome = outcome;
    this.outcome.set(outcome);
  }

  /** @param {Stop} stop */
  #showMoment(stop) {
    const { desk } = this;
    const { say, persona } = desk;
    const row = stop.kind === "moment" ? desk.model.row("moments", stop.id) : null;
    this.body.replaceChildren(...(row ? momentBody(desk, row, { targeted: true }).filter((part) => part !== null) : []));
    furnish(this.prompt, { text: say(row ? "reversed-ask-before" : "reversed-ask-last", { name: persona || say("reversed-she") }) });
  }
}
