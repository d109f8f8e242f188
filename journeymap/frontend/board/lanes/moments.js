/** Micro-moments: a card each, in the order in which the customer lives them. */

import { el, furnish, Keyed, svg } from "../../shared/dom.js";
import { faceIcon, step } from "../../shared/faces.js";
import { FACE_WIDTH } from "../layout.js";
import { STRIP } from "../path.js";
import { Lane } from "./lane.js";

/** What hurts: drawn, for every machine has another bolt of lightning among its letters. */
const bolt = () =>
  svg("svg", { viewBox: "0 0 9 14", width: 6, height: 9, "aria-hidden": "true" }, svg("path", { d: "M6 0 0 8h3.4L2.5 14 9 5.4H5.4z", fill: "currentColor" }));

/** @typedef {import("../layout.js").Column} Column */

const GUTTER = 8;

export class MomentsLane extends Lane {
  /** @param {import("../board.js").Board} board */
  constructor(board) {
    super(board, "moments");
    this.pins = true;
    this.shown = new Keyed(
      this.body,
      (/** @type {Column} */ { moment, episode }) => moment?.id ?? `in-${episode.id}`,
      (column) => (column.moment ? this.#make(column.moment.id) : this.#makeEmpty(column.episode.id)),
      (element, column) => this.#place(element, column),
    );
    this.drop = el("div", { class: "drop", hidden: true });
    // Its keys are more than a list's: a screen reader has to let them through.
    furnish(this.body, { role: "application", "aria-label": board.say("moments-keys") });
  }

  height() {
    const { legible, worded } = this.board.layout.shows;
    return (legible ? 108 : worded ? 104 : 56) + (this.board.path.isOn ? STRIP : 0);
  }

  said() {
    return this.counted("moments-count", this.board.layout.byMoment.size);
  }

  /** @param {import("./lane.js").Range} range */
  show(range) {
    if (!this.drop.isConnected) this.body.append(this.drop);
    this.pending = this.board.toolbar.pending;
    this.shown.show(range.kept, this.board.look);
    this.board.path.show(this, range);
  }

  /**
   * The card of a moment, if it is drawn.
   *
   * @param {string} id
   */
  card(id) {
    return /** @type {HTMLElement | undefined} */ (this.shown.get(id));
  }

  /**
   * Show where a card would go, or nothing.
   *
   * @param {{ x: number } | null} place
   */
  showDrop(place) {
    this.drop.hidden = !place;
    if (place) this.drop.style.left = `${place.x - 2}px`;
  }

  /** @param {string} id */
  #make(id) {
    const { board } = this;
    const card = el(
      "div",
      { class: "card", role: "button", tabindex: -1 },
      el("div", { class: "marks", "aria-hidden": "true" }),
      el("p", { class: "text", dir: "auto" }),
      el("div", { class: "foot", "aria-hidden": "true" }, el("span", { class: "feels" }), el("span", { class: "dots" })),
      el("div", { class: "who" }),
    );
    card.dataset.id = id;
    card.addEventListener("click", (event) => {
      if (board.dragging.justDropped) return;
      board.pick("moments", id, { add: event.shiftKey || event.ctrlKey || event.metaKey });
    });
    card.addEventListener("dblclick", () => board.editing.edit("moments", id, "text", card));
    card.addEventListener("focus", () => {
      // A pointer says by its click what it means.
      if (card.matches(":focus-visible") && board.picked?.id !== id && !board.chosen.has(id)) board.pick("moments", id);
    });
    board.dragging.liftable(card, { table: "moments", id });
    return card;
  }

  /** @param {string} episode */
  #makeEmpty(episode) {
    const { board } = this;
    const adder = el("button", {
      type: "button",
      class: "empty-card",
      text: board.say("first-moment"),
      onclick: () => board.addMoment(episode, null),
    });
    adder.dataset.id = episode;
    return adder;
  }

  /**
   * @param {HTMLElement} element
   * @param {Column} column
   */
  #place(element, column) {
    const { board } = this;
    const gutter = board.layout.legible ? GUTTER : Math.min(3, board.columnWidth / 6);
    element.style.left = `${column.x + gutter / 2}px`;
    element.style.width = `${board.columnWidth - gutter}px`;
    if (column.moment) this.#update(element, column);
    else {
      const asked = board.mayAdd("moments");
      furnish(/** @type {HTMLButtonElement} */ (element), { disabled: !asked, text: asked ? board.say("first-moment") : board.say("no-moment") });
    }
  }

  /**
   * @param {HTMLElement} card
   * @param {Column} column
   */
  #update(card, { moment, episode }) {
    if (!moment) return;
    const { board } = this;
    const { model } = board;
    const [marks, text, foot, who] = card.children;
    furnish(text, { text: moment.text });
    const channels = model.rows("touchpoints", moment.id).length;
    const pains = model.rows("pain_points", moment.id).length;
    const chosen = board.chosen.has(moment.id);
    furnish(card, {
      tabindex: this.#isReached(moment.id) ? 0 : -1,
      "aria-pressed": String(chosen),
      "aria-label": this.#told(moment, episode, channels, pains),
    });
    card.classList.toggle("chosen", chosen);
    card.classList.toggle("pending", !!this.pending?.has(moment.id));
    card.classList.toggle("lifted", board.dragging.isLifted(moment.id));
    card.classList.toggle("optional", !!moment.optional);
    card.classList.toggle("found", board.toolbar.found.has(moment.id));
    card.classList.toggle("private", !!moment.private);
    card.classList.toggle("off", board.path.passes(moment.id));
    card.classList.toggle("lit", board.stage.isLit(moment.id));
    card.dataset.evidence = moment.evidence_status;
    card.dataset.felt = moment.felt_valence === null ? "" : String(step(moment.felt_valence));
    this.#updateMarks(/** @type {HTMLElement} */ (marks), moment, pains);
    this.#updateFoot(/** @type {HTMLElement} */ (foot), moment, channels);
    this.#updateWho(/** @type {HTMLElement} */ (who), card, moment.id);
  }

  /** Whether Tab reaches this card: the chosen one, or the first. @param {string} id */
  #isReached(id) {
    const { picked, layout } = this.board;
    if (picked) return picked.id === id;
    return layout.columns.find((column) => column.moment)?.moment?.id === id;
  }

  /**
   * All that a card shows, in words.
   *
   * @param {import("../../live/rows.js").Row} moment
   * @param {import("../../live/rows.js").Row} episode
   * @param {number} channels
   * @param {number} pains
   */
  #told(moment, episode, channels, pains) {
    const { board } = this;
    const { dragging, say, stage } = board;
    return [
      moment.text,
      episode.title,
      board.feeling(moment.felt_valence),
      board.feltBefore(moment),
      moment.moment_of_truth && say("truth"),
      say("channels-count", { n: channels }),
      pains > 0 && say("pains-count", { n: pains }),
      moment.private && say("private"),
      stage.isLocked(moment.id) && say("locked-card"),
      ...stage.marksOf(moment.id).map(({ said }) => said.replaceAll("\n", ". ")),
      board.path.said(moment.id),
      dragging.isLifted(moment.id) && say("lifted-short"),
    ]
      .filter(Boolean)
      .join(". ");
  }

  /**
   * @param {HTMLElement} marks
   * @param {import("../../live/rows.js").Row} moment
   * @param {number} pains
   */
  #updateMarks(marks, moment, pains) {
    const { say } = this.board;
    const fresh = this.#isNew(moment);
    const votes = this.board.stage.marksOf(moment.id);
    const locked = this.board.stage.isLocked(moment.id);
    const customers = [...this.board.customers.marks(moment.id), ...this.board.sent.marks(moment.id)];
    const said = `${customers.map(({ text, title }) => `${text} ${title}`)}|${moment.moment_of_truth}|${pains}|${fresh}|${moment.evidence_status}|${moment.private}|${votes.map(({ said }) => said)}|${locked}`;
    if (marks.dataset.said === said) return;
    marks.dataset.said = said;
    marks.replaceChildren(
      ...[
        moment.private && el("span", { class: "mark hidden-yet", text: say("mark-private"), title: say("private") }),
        locked && el("span", { class: "mark fixed", text: say("mark-locked"), title: say("locked-card") }),
        ...votes.map(({ kind, text, said }) => el("span", { class: `mark ${kind}`, text, title: said })),
        moment.moment_of_truth && el("span", { class: "mark truth", text: `★ ${say("mark-truth")}` }),
        fresh && el("span", { class: "mark new", text: say("mark-new") }),
        pains > 0 && el("span", { class: "mark pain", title: say("pains-count", { n: pains }) }, bolt(), pains > 1 && ` ${pains}`),
        moment.evidence_status === "validated" && el("span", { class: "mark proof", text: "✓", title: say("validated") }),
        ...customers.map((what) => el("span", what)),
      ].filter((mark) => !!mark),
    );
  }

  /** Whether nothing of the as-is is known to have become this moment of a to-be. @param {import("../../live/rows.js").Row} moment */
  #isNew({ id, origin }) {
    const { model } = this.board;
    return model.header()?.kind === "to-be" && !origin && !model.rows("origins", id).length;
  }

  /**
   * @param {HTMLElement} foot
   * @param {import("../../live/rows.js").Row} moment
   * @param {number} channels
   */
  #updateFoot(foot, moment, channels) {
    const { board } = this;
    const shown = board.columnWidth >= FACE_WIDTH;
    const said = `${moment.felt_valence}|${channels}|${shown}`;
    if (foot.dataset.said === said) return;
    foot.dataset.said = said;
    const [feels, dots] = foot.children;
    const felt = moment.felt_valence;
    feels.replaceChildren(...(shown && felt !== null ? [faceIcon(felt, 18, board.feeling(felt))] : []));
    dots.textContent = "●".repeat(Math.min(channels, 6)) + (channels > 6 ? ` ${channels}` : "");
  }

  /**
   * @param {HTMLElement} who
   * @param {HTMLElement} card
   * @param {string} id
   */
  #updateWho(who, card, id) {
    const people = this.board.toolbar.peopleAt(id);
    const [person] = people;
    who.hidden = !person;
    card.style.setProperty("--who", person ? this.board.toolbar.colourOf(person) : "");
    card.classList.toggle("visited", !!person);
    if (!person) return;
    const names = people.map(({ name }) => name).join(", ");
    furnish(who, { text: person.editing ? this.board.say("is-editing", { name: person.name }) : names });
  }
}
