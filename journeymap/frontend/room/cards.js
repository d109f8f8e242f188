/** A moment as a card, and lists of what people made: mine with ways to change it. */

import { Keyed, el, furnish } from "../shared/dom.js";
import { faceIcon, step } from "../shared/faces.js";
import { button, sentence } from "./parts.js";

/** @typedef {import("./desk.js").Desk} Desk */

/**
 * What belongs to a moment: where, through what, why.
 *
 * @param {Desk} desk
 * @param {any} moment
 * @param {{ episode?: boolean }} [how]
 */
export function about(desk, moment, { episode = false } = {}) {
  const { model, say } = desk;
  const channels = model.rows("touchpoints", moment.id).map((one) => model.row("channels", one.channel)?.name);
  const needs = model.rows("needs", moment.id).map((need) => need.text);
  return [
    episode ? model.row("episodes", moment.parent)?.title : "",
    channels.filter(Boolean).length ? say("through-said", { text: channels.filter(Boolean).join(", ") }) : "",
    needs.length ? say("because-said", { text: needs.join("; ") }) : "",
  ].filter(Boolean);
}

/**
 * A small line of several parts. Each runs in the direction of its own script: an Arabic episode leaves English words alone.
 *
 * @param {(string | null | undefined)[]} parts
 */
export function small(parts) {
  const said = parts.filter(Boolean).map((text) => el("bdi", { text }));
  return said.length ? el("small", {}, ...said.flatMap((part, at) => (at ? [" · ", part] : [part]))) : null;
}

/**
 * @param {Desk} desk
 * @param {any} moment
 * @param {{ episode?: boolean, targeted?: boolean, size?: number }} [how]
 */
export function momentBody(desk, moment, { episode = false, targeted = false, size = 28 } = {}) {
  const valence = targeted ? moment.targeted_valence : moment.felt_valence;
  return [
    valence === null || valence === undefined ? null : faceIcon(valence, size, desk.scale[step(valence)]),
    el(
      "span",
      { class: "words" },
      el("span", { class: "text", dir: "auto", text: moment.text }),
      small(about(desk, moment, { episode })),
    ),
  ];
}

/**
 * A list in step with its rows; what may be touched has its two buttons.
 *
 * @param {Desk} desk
 * @param {{ body: (row: any) => (Node | null)[], textOf: (row: any) => string, onEdit?: (row: any) => void, onRemove?: (row: any) => void }} how
 */
export function list(desk, { body, textOf, onEdit, onRemove }) {
  const element = el("ul", { class: "cards" });
  const make = (/** @type {any} */ row) => {
    const ways = el(
      "span",
      { class: "card-ways" },
      onEdit && button(desk.say("edit"), () => onEdit(desk.model.find(row.id)?.row ?? row), { class: "quiet small" }),
      onRemove && button(desk.say("remove"), () => onRemove(row), { class: "quiet small" }),
    );
    return el("li", { class: "card", "data-id": row.id }, el("span", { class: "body" }), el("span", { class: "badge", hidden: true }), ways);
  };
  /** What a card is drawn from: after a reveal there may be a thousand, and a change is about one. */
  const drawnFrom = (/** @type {any} */ row) => {
    const { model } = desk;
    const below = ["touchpoints", "needs", "path_steps"].map((table) => model.rows(table, row.id));
    const names = [
      ...below[0].map(({ channel }) => model.row("channels", channel)?.name),
      ...below[2].map(({ moment }) => model.row("moments", moment)?.text),
    ];
    const above = row.parent ? model.find(row.parent)?.row : null;
    return JSON.stringify([row, below, names, above?.title ?? above?.text, desk.isMine(row), desk.mayTouch(row), waiting.has(row.id)]);
  };
  /** @type {WeakMap<Element, string>} */
  const drawn = new WeakMap();
  /** @type {Set<string>} */
  let waiting = new Set();
  const update = (/** @type {HTMLElement} */ item, /** @type {any} */ row) => {
    const now = drawnFrom(row);
    if (drawn.get(item) === now) return;
    drawn.set(item, now);
    const [inner, badge, ways] = /** @type {HTMLElement[]} */ ([...item.children]);
    const parts = body(row);
    inner.replaceChildren(...parts.filter((part) => part !== null));
    const mine = desk.isMine(row);
    item.classList.toggle("mine", mine);
    item.classList.toggle("waiting", waiting.has(row.id));
    furnish(badge, { text: desk.secret ? "" : desk.say("yours-mark"), hidden: !mine || desk.secret });
    ways.hidden = !desk.mayTouch(row);
    const text = textOf(row);
    for (const way of ways.children) furnish(way, { "aria-label": `${way.textContent}: ${text}` });
  };
  const keyed = new Keyed(element, (row) => row.id, make, update);
  return {
    element,
    show(/** @type {any[]} */ rows) {
      waiting = desk.model.pendingIds();
      keyed.show(rows);
    },
  };
}

/**
 * “Yours · 5” above my rows, or everybody's under it once they are to be seen.
 *
 * @param {Desk} desk
 * @param {string} table
 * @param {Parameters<typeof list>[1]} how
 * @param {(row: any) => boolean} [wanted]
 */
export function mineOrAll(desk, table, how, wanted = () => true) {
  const heading = el("h2");
  const rows = list(desk, how);
  const none = el("p", { class: "hint", text: desk.say("none-yet") });
  // Whoever looks on has written nothing, and is not told that it is nothing.
  const hidden = () => desk.secret && desk.observes;
  const section = el("section", { class: "made" }, heading, rows.element, none);
  const empty = () => (desk.secret ? desk.mine(table) : desk.all(table)).filter(wanted);
  return {
    element: section,
    show() {
      section.hidden = hidden();
      const found = empty();
      furnish(heading, { text: desk.say(desk.secret ? "yours-n" : "everybody-n", { n: found.length }) });
      none.hidden = found.length > 0;
      rows.show(desk.secret ? [...found].reverse() : found);
    },
  };
}

/**
 * An item one answers: a card with whatever answers it under it, and where a refusal stands.
 *
 * @param {Desk} desk
 * @param {any} row
 * @param {(Node | null)[]} body
 */
export function question(desk, row, body) {
  const why = sentence();
  const element = el("li", { class: "ask", "data-id": row.id }, el("div", { class: "asked" }), ...body, why.element);
  return {
    element,
    why,
    /** @param {(Node | null)[]} parts */
    show(parts) {
      element.firstElementChild?.replaceChildren(...parts.filter((part) => part !== null));
    },
  };
}

/**
 * Writing beside what was written. After a reveal one reads first: what was written is on top, the form behind one line.
 *
 * @param {Desk} desk
 * @param {(Node | null)[]} form
 * @param {HTMLElement} made
 */
export function pair(desk, form, made) {
  const revealed = ["revealed", "done"].includes(desk.step.state);
  if (!revealed) return el("div", { class: "two" }, el("div", {}, ...form), made);
  const add = desk.observes || desk.step.state === "done" ? null : el("details", { class: "add-more" }, el("summary", { text: desk.say("add-more") }), ...form);
  return el("div", { class: "two read" }, made, add);
}
