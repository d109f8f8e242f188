/** Ways through the moments: what they are called, how they end, and the moments one taps in their order. */

import { newId } from "../../shared/ids.js";
import { el, furnish, inOrder } from "../../shared/dom.js";
import { mineOrAll, pair } from "../cards.js";
import { Composer } from "../composer.js";
import { button, choices, field, fresh } from "../parts.js";

/** @typedef {import("../desk.js").Desk} Desk */

/** What else can happen comes first: the way that is hoped for is on the map already. */
const KINDS = ["unhappy", "loop", "abandoned", "happy"];

/** @param {Desk} desk */
export function pathsView(desk) {
  const { say, model } = desk;
  const onEnter = () => composer.submit();
  const kind = choices({ legend: say("path-kind") });
  kind.show(KINDS.map((value) => ({ value, label: say(`path-${value}`) })), [KINDS[0]]);
  const way = walk(desk);
  const composer = new Composer(desk, {
    place: `${desk.session.map}:${desk.step.id}:paths`,
    parts: {
      name: field(say, { label: say("paths-what"), most: 80, onEnter }),
      kind: { element: kind.element, get: () => kind.get(), set: (value) => kind.set(value ?? KINDS[0]), focus: kind.focus },
      way,
    },
    first: "name",
    add: say("add"),
    write({ name, kind: ends, way: moments }) {
      const id = newId();
      const first = model.add("paths", { name, kind: ends }, { id });
      return first ? [first, ...laid(desk, id, moments)] : [first];
    },
    read: (row) => ({ name: row.name, kind: row.kind, way: stepsOf(desk, row.id) }),
    rewrite(row, { name, kind: ends, way: moments }) {
      const ops = [];
      if (name !== row.name) ops.push(model.set("paths", row.id, "name", name));
      if (ends !== row.kind) ops.push(model.set("paths", row.id, "kind", ends));
      if (moments.join() === stepsOf(desk, row.id).join()) return ops;
      for (const { id } of model.rows("path_steps", row.id)) ops.push(model.remove("path_steps", id));
      return [...ops, ...laid(desk, row.id, moments)];
    },
  });
  const made = mineOrAll(desk, "paths", {
    body: (row) => pathBody(desk, row),
    textOf: (row) => row.name,
    onEdit: (row) => composer.edit(row),
    onRemove: (row) => model.remove("paths", row.id),
  });
  return {
    element: pair(desk, [el("p", { class: "hint", text: say("paths-hint") }), desk.observes ? null : composer.element], made.element),
    show() {
      way.show();
      composer.show();
      made.show();
    },
    refused: (/** @type {any} */ refused) => composer.refused(refused),
  };
}

/**
 * @param {Desk} desk
 * @param {string} path
 * @returns {string[]} the moments it visits
 */
function stepsOf(desk, path) {
  return desk.model.rows("path_steps", path).map(({ moment }) => moment);
}

/**
 * The steps of a path, one behind the other.
 *
 * @param {Desk} desk
 * @param {string} path
 * @param {string[]} moments
 */
function laid(desk, path, moments) {
  /** @type {string | null} */
  let after = desk.model.rows("path_steps", path).at(-1)?.id ?? null;
  return moments.map((moment) => {
    const id = newId();
    const op = desk.model.add("path_steps", { moment }, { parent: path, id, after });
    after = id;
    return op;
  });
}

/**
 * @param {Desk} desk
 * @param {any} path
 */
export function pathBody(desk, path) {
  const texts = stepsOf(desk, path.id).map((moment) => desk.model.row("moments", moment)?.text ?? "…");
  return [
    el(
      "span",
      { class: "words" },
      el("span", { class: "text", dir: "auto", text: path.name }),
      el("small", {}, el("b", { text: desk.say(`path-${path.kind}`) })),
      texts.length ? el("ol", { class: "stops-of" }, ...texts.map((text) => el("li", { dir: "auto", text }))) : null,
    ),
  ];
}

/**
 * Moments to tap in their order: an episode's at a time, and above them the way so far.
 *
 * @param {Desk} desk
 */
function walk(desk) {
  const { say, model } = desk;
  /** @type {string[]} */
  let way = [];
  const so_far = el("ol", { class: "way", "aria-label": say("path-so-far") });
  const back = button(say("path-back"), () => change(way.slice(0, -1)), { class: "quiet small" });
  const episode = choices({ legend: say("episode"), kind: "chips strip", quiet: true, onPick: () => show() });
  const stops = el("div", { class: "stops" });
  const another = field(say, { label: say("path-another"), onEnter: () => take(), quiet: true, example: say("path-another") });
  const box = el("div", { class: "another", hidden: true }, another.element, button(say("take"), () => take(), { class: "quiet" }));
  const more = button(say("path-another"), () => {
    box.hidden = !box.hidden;
    furnish(more, { "aria-expanded": String(!box.hidden) });
    if (!box.hidden) another.focus();
  }, { class: "chip-button", "aria-expanded": "false" });
  /** The episode that is chosen. */
  const within = () => {
    const one = episode.get();
    return typeof one === "string" ? one : null;
  };
  /** What happens on this way alone becomes a moment of its own, in the episode that is chosen. */
  const take = () => {
    const wrong = another.wrong?.() ?? (desk.maySend() ? null : desk.whyNot());
    another.refuse?.(wrong);
    if (wrong) return;
    const id = newId();
    if (!model.add("moments", { text: another.get() }, { parent: within(), id })) return;
    another.set("");
    box.hidden = true;
    furnish(more, { "aria-expanded": "false" });
    change([...way, id]);
    more.focus();
  };
  const hint = el("p", { class: "hint", id: fresh("way"), text: say("path-way-hint") });
  const element = /** @type {HTMLElement} */ (
    el(
      "fieldset",
      { class: "choices walk", "aria-describedby": hint.id },
      el("legend", { text: say("path-way") }),
      hint,
      so_far,
      back,
      episode.element,
      stops,
      more,
      box,
    )
  );
  const change = (/** @type {string[]} */ next) => {
    const added = next.length > way.length ? next[next.length - 1] : null;
    way = next;
    show();
    element.dispatchEvent(new Event("change", { bubbles: true }));
    const text = added && model.row("moments", added)?.text;
    if (text) desk.announce(`${way.length}. ${text}`);
  };
  const show = () => {
    const episodes = model.rows("episodes").filter(({ id }) => model.rows("moments", id).length);
    element.hidden = episodes.length === 0;
    episode.show(episodes.map(({ id, title }) => ({ value: id, label: title })));
    if (!episodes.some(({ id }) => id === episode.get())) episode.set(episodes[0]?.id ?? null);
    const texts = way.map((id) => model.row("moments", id)?.text ?? "…");
    so_far.replaceChildren(...texts.map((text) => el("li", { dir: "auto", text })));
    furnish(so_far, { hidden: !way.length });
    furnish(back, { hidden: !way.length });
    const wanted = model.rows("moments", within() ?? "");
    // Kept where it is the same: whoever tabs through them stays where they are.
    const there = /** @type {HTMLElement[]} */ ([...stops.children]);
    for (const stop of there) if (!wanted.some(({ id }) => id === stop.dataset.id)) stop.remove();
    const shown = wanted.map((moment) => {
      const stop = there.find(({ dataset }) => dataset.id === moment.id) ?? makeStop(moment.id);
      const visits = way.flatMap((id, n) => (id === moment.id ? [n + 1] : []));
      furnish(stop.children[0], { text: visits.join(" · ") });
      furnish(stop.children[1], { text: moment.text });
      stop.classList.toggle("visited", visits.length > 0);
      return stop;
    });
    inOrder(stops, shown);
  };
  const makeStop = (/** @type {string} */ id) =>
    /** @type {HTMLElement} */ (
      el(
        "button",
        { type: "button", class: "stop", "data-id": id, onclick: () => change([...way, id]) },
        el("span", { class: "visits" }),
        el("span", { class: "word", dir: "auto" }),
      )
    );
  return {
    element,
    /** What is there still: others may have taken one away. */
    get: () => way.filter((id) => model.row("moments", id)),
    keep: () => ({ way: [...way], half: box.hidden ? "" : another.get() }),
    set(/** @type {string[] | { way: string[], half: string } | null | undefined} */ value) {
      const kept = Array.isArray(value) || !value ? { way: value ?? [], half: "" } : value;
      way = [...kept.way];
      if (kept.half) {
        another.set(kept.half);
        box.hidden = false;
        furnish(more, { "aria-expanded": "true" });
      }
      show();
    },
    focus: () => /** @type {HTMLElement | null} */ (stops.querySelector("button"))?.focus(),
    show,
  };
}
