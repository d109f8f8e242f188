/** Steps in which one writes simple things: episodes, and what happens behind a moment. */

import { newId } from "../../shared/ids.js";
import { Keyed, el, furnish } from "../../shared/dom.js";
import { mineOrAll, pair, small } from "../cards.js";
import { Composer } from "../composer.js";
import { choices, field, fresh } from "../parts.js";

/** @typedef {import("../desk.js").Desk} Desk */

/**
 * A form of text fields and the list of what came of it.
 *
 * @param {Desk} desk
 * @param {{ table: string, parts: (submit: () => void) => Record<string, import("../parts.js").Part>, first: string,
 *   values: (typed: Record<string, any>) => Record<string, any>, parent?: (typed: Record<string, any>) => string,
 *   body?: (row: any) => (Node | null)[], wanted?: (row: any) => boolean, keeps?: string[], hint?: string }} how
 */
function written(desk, { table, parts, first, values, parent, body, wanted, keeps = [], hint }) {
  const { say } = desk;
  const composer = new Composer(desk, {
    place: `${desk.session.map}:${desk.step.id}:${table}`,
    parts: parts(() => composer.submit()),
    first,
    add: say("add"),
    keeps,
    write: (typed) => [desk.model.add(table, values(typed), { id: newId(), parent: parent?.(typed) ?? null })],
    read: (row) => ({ ...row, moment: row.parent }),
    rewrite(row, typed) {
      const changed = Object.entries(values(typed)).filter(([name, value]) => (row[name] ?? "") !== value);
      const ops = changed.map(([name, value]) => desk.model.set(table, row.id, name, value));
      const under = parent?.(typed);
      if (under && under !== row.parent) ops.push(desk.model.move(table, row.id, under));
      return ops;
    },
  });
  const textOf = (/** @type {any} */ row) => row[first];
  const made = mineOrAll(
    desk,
    table,
    {
      body: body ?? ((row) => [el("span", { class: "text", dir: "auto", text: textOf(row) })]),
      textOf,
      onEdit: (row) => composer.edit(row),
      onRemove: (row) => desk.model.remove(table, row.id),
    },
    wanted,
  );
  return {
    composer,
    element: pair(desk, [hint ? el("p", { class: "hint", text: hint }) : null, desk.observes ? null : composer.element], made.element),
    show() {
      composer.show();
      made.show();
    },
    refused: (/** @type {any} */ refused) => composer.refused(refused),
  };
}

/** @param {Desk} desk */
export function episodesView(desk) {
  const { say } = desk;
  return written(desk, {
    table: "episodes",
    first: "title",
    hint: say("episodes-hint"),
    parts: (onEnter) => ({ title: field(say, { label: say("episode-title"), most: 120, onEnter }) }),
    values: ({ title }) => ({ title }),
  });
}

/**
 * A moment to choose, by episode: the browser's own list, which a phone shows well.
 *
 * @param {Desk} desk
 */
function momentPicker(desk) {
  const id = fresh("moment");
  const select = /** @type {HTMLSelectElement} */ (el("select", { id, dir: "auto", onchange: () => (wanted = select.value) }));
  /** @type {string | null} what was chosen, also before the map is here */
  let wanted = null;
  const options = new WeakMap();
  const groups = new Keyed(
    select,
    (/** @type {any} */ { episode }) => episode.id,
    () => {
      const group = el("optgroup");
      options.set(group, new Keyed(group, (/** @type {any} */ row) => row.id, (row) => el("option", { value: row.id }), (option, row) => furnish(option, { text: row.text })));
      return group;
    },
    (group, { episode, moments }) => {
      furnish(group, { label: episode.title });
      options.get(group).show(moments);
    },
  );
  return {
    element: el("div", { class: "field" }, el("label", { for: id, text: desk.say("behind-which") }), select),
    get: () => wanted ?? (select.value || null),
    set(/** @type {string | null | undefined} */ value) {
      if (!value) return;
      wanted = value;
      select.value = value;
    },
    focus: () => select.focus(),
    wrong: () => (select.value ? null : desk.say("no-moments")),
    show() {
      const found = desk.model.rows("episodes").map((episode) => ({ episode, moments: desk.model.rows("moments", episode.id) }));
      groups.show(found.filter(({ moments }) => moments.length));
      // What was chosen and is gone is chosen no more: nothing is put under another one unsaid.
      if (wanted && select.value !== wanted) select.value = wanted;
      if (!wanted && select.value) wanted = select.value;
    },
  };
}

/** @param {Desk} desk */
export function backstageView(desk) {
  const { say } = desk;
  const which = choices({ legend: say("backstage-what"), kind: "segments", quiet: true, onPick: () => turn() });
  which.show([{ value: "steps", label: say("backstage-steps") }, { value: "pains", label: say("backstage-pains") }], ["steps"]);
  const pickers = [momentPicker(desk), momentPicker(desk)];
  const behind = (/** @type {any} */ row, /** @type {string[]} */ more) => [
    el(
      "span",
      { class: "words" },
      el("span", { class: "text", dir: "auto", text: row.text }),
      small([desk.model.row("moments", row.parent)?.text, ...more]),
    ),
  ];
  const parent = (/** @type {any} */ { moment }) => moment;
  const steps = written(desk, {
    table: "backstage_steps",
    first: "text",
    keeps: ["moment", "team"],
    parts: (onEnter) => ({
      moment: pickers[0],
      text: field(say, { label: say("backstage-text"), onEnter }),
      team: field(say, { label: say("team"), most: 80, optional: true, onEnter }),
      system: field(say, { label: say("system"), most: 80, optional: true, onEnter }),
    }),
    values: ({ text, team, system }) => ({ text, team, system }),
    parent,
    body: (row) => behind(row, [row.team, row.system]),
  });
  const pains = written(desk, {
    table: "pain_points",
    first: "text",
    keeps: ["moment"],
    parts: (onEnter) => ({ moment: pickers[1], text: field(say, { label: say("pain-text"), onEnter }) }),
    values: ({ text }) => ({ text }),
    parent,
    body: (row) => behind(row, []),
  });
  const turn = () => {
    steps.element.hidden = which.get() !== "steps";
    pains.element.hidden = which.get() !== "pains";
  };
  turn();
  return {
    element: el("div", { class: "backstage" }, which.element, steps.element, pains.element),
    show() {
      for (const picker of pickers) picker.show();
      steps.show();
      pains.show();
    },
    refused: (/** @type {any} */ refused) => steps.refused(refused) || pains.refused(refused),
  };
}
