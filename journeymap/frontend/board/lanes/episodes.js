/** Episodes: the chapters of the journey in their colours, with the emotion each aims at. */

import { el, furnish, Keyed } from "../../shared/dom.js";
import { faceIcon } from "../../shared/faces.js";
import { EPISODE_GAP } from "../layout.js";
import { Lane } from "./lane.js";
import { onKeys } from "../../shared/keyboard.js";

/** @typedef {import("../layout.js").Span} Span */

export class EpisodesLane extends Lane {
  /** @param {import("../board.js").Board} board */
  constructor(board) {
    super(board, "episodes");
    this.pins = true;
    this.shown = new Keyed(
      this.body,
      (/** @type {Span} */ span) => span.episode.id,
      (span) => this.#make(span),
      (element, span) => this.#update(element, span),
    );
    this.adder = el("button", {
      type: "button",
      class: "add-episode",
      text: "+",
      title: board.say("add-episode"),
      "aria-label": board.say("add-episode"),
      onclick: () => board.editing.addEpisode(),
    });
  }

  height() {
    return 54;
  }

  said() {
    return this.counted("episodes-count", this.board.layout.spans.length);
  }

  /** @param {import("./lane.js").Range} range */
  show(range) {
    const { board } = this;
    if (!this.adder.isConnected) this.body.append(this.adder);
    this.adder.hidden = !board.mayAdd("episodes");
    this.adder.style.left = `${board.layout.width + EPISODE_GAP}px`;
    this.shown.show(range.spans, board.look);
  }

  /** @param {Span} span */
  #make({ episode: { id } }) {
    const { board } = this;
    const element = el(
      "div",
      { class: "episode", role: "button", tabindex: 0 },
      el("div", { class: "episode-words" }, el("b", { dir: "auto" }), el("small", {}, el("i"), el("span", { dir: "auto" }))),
    );
    element.dataset.id = id;
    element.addEventListener("click", () => board.pick("episodes", id));
    element.addEventListener("dblclick", () => board.editing.edit("episodes", id, "title", element));
    onKeys(element, (event) => {
      if (event.target !== element || event.ctrlKey || event.metaKey) return;
      if (event.key === "Enter") board.editing.edit("episodes", id, "title", element);
      else if (event.key === " ") board.pick("episodes", id);
      else if (event.key === "z") board.zoomIn(id);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    board.dragging.liftable(element, { table: "episodes", id });
    return element;
  }

  /**
   * @param {HTMLElement} element
   * @param {Span} span
   */
  #update(element, { episode, position, x, width }) {
    const { board } = this;
    const { colour, ink } = board.paint(position);
    Object.assign(element.style, { left: `${x}px`, width: `${width}px`, background: colour, color: ink });
    const aimed = episode.targeted_label || board.feeling(episode.targeted_valence);
    const [title, small] = element.querySelectorAll("b, small");
    furnish(title, { text: episode.title });
    furnish(/** @type {Element} */ (small.lastElementChild), {
      text: aimed ? board.say("should-feel", { feeling: aimed }) : board.say("should-feel-nothing"),
    });
    const place = /** @type {HTMLElement} */ (small.firstElementChild);
    const valence = episode.targeted_valence;
    if (place.dataset.valence !== String(valence)) {
      place.dataset.valence = String(valence);
      place.replaceChildren(...(valence === null ? [] : [faceIcon(valence, 14, board.feeling(valence))]));
    }
    const picked = board.picked?.id === episode.id;
    furnish(element, { "aria-pressed": String(picked), "aria-label": `${episode.title}. ${small.textContent}` });
    element.classList.toggle("picked", picked);
    element.classList.toggle("pending", board.toolbar.pending.has(episode.id));
    element.classList.toggle("found", board.toolbar.found.has(episode.id));
    element.dataset.who = board.toolbar.whoIsAt(episode.id);
  }
}
