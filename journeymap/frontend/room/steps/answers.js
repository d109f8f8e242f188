/** Steps in which one answers about what is there: emotions, scores, “is this true?”. */

import { newId } from "../../shared/ids.js";
import { Keyed, el, furnish } from "../../shared/dom.js";
import { faceIcon, step } from "../../shared/faces.js";
import { momentBody, question } from "../cards.js";
import { FEELINGS, SCORES, choices, field } from "../parts.js";
import { spread } from "../tally.js";

/** @typedef {import("../desk.js").Desk} Desk */

/** What may be scored or voted on in a step. @param {Desk} desk @returns {any[]} */
export function itemsOf(desk) {
  const table = desk.step.ballot?.items ?? "moments";
  const only = desk.step.asked ? new Set(desk.step.asked) : null;
  const rows = desk.all(table).filter((row) => table !== "parked" || row.kind === "idea" || row.kind === "parked");
  return only ? rows.filter(({ id }) => only.has(id)) : rows;
}

/** An item as a card, whichever table it is of. @param {Desk} desk @param {any} row */
export function itemBody(desk, row) {
  if ((desk.step.ballot?.items ?? "moments") === "moments") {
    return momentBody(desk, desk.step.ballot?.questions?.includes("felt") ? { ...row, felt_valence: null } : row);
  }
  const moment = row.parent ? desk.model.row("moments", row.parent)?.text : "";
  return [el("span", { class: "words" }, el("span", { class: "text", dir: "auto", text: row.text }), moment ? el("small", { dir: "auto", text: moment }) : null)];
}

/**
 * How many of how many are answered, as words and as a bar.
 *
 * @param {Desk} desk
 */
export function progress(desk) {
  const words = el("p", { class: "hint" });
  const bar = el("progress", { max: 1, value: 0, "aria-hidden": "true" });
  const element = el("div", { class: "answered" }, words, bar);
  return {
    element,
    show(/** @type {number} */ done, /** @type {number} */ all) {
      furnish(element, { hidden: !all });
      furnish(words, { text: desk.say("answered-n", { done, all }) });
      furnish(bar, { max: Math.max(1, all), value: done });
    },
  };
}

/**
 * Items by episode, in the order of the journey, each with its own answer.
 *
 * @param {Desk} desk
 * @param {(row: any) => { element: HTMLElement, show: (row: any) => void }} make
 */
export function asked(desk, make) {
  const element = el("ul", { class: "asks" });
  /** @type {WeakMap<Element, { show: (row: any) => void }>} */
  const views = new WeakMap();
  const keyed = new Keyed(
    element,
    (row) => row.id,
    (row) => {
      const view = make(row);
      views.set(view.element, view);
      return view.element;
    },
    (item, row) => views.get(item)?.show(row),
  );
  return { element, show: (/** @type {any[]} */ rows) => keyed.show(rows) };
}

/** Whether it is counted: then one reads what the room said. @param {Desk} desk */
export function isOver(desk) {
  return !desk.secret && desk.step.state !== "running" && desk.step.state !== "paused";
}

/** @param {Desk} desk @param {any} row @param {string} name */
export function myScore(desk, row, name) {
  return desk.myVotes().find((vote) => vote.item === row.id && vote.question === name);
}

/** @param {Desk} desk @param {any} row @param {string} name @param {number} value */
export function give(desk, row, name, value) {
  const before = myScore(desk, row, name);
  if (before) return before.value === value ? null : desk.model.set("votes", before.id, "value", value);
  return desk.model.add("votes", { round: desk.step.id, item: row.id, slot: 0, question: name, value }, { id: newId() });
}

/**
 * How the room answered: a bar for each answer, and the middle.
 *
 * @param {Desk} desk
 * @param {any} row
 * @param {string} name
 */
export function spreadOf(desk, row, name) {
  const answers = name === "felt" ? FEELINGS : SCORES;
  const { n, median, counts } = spread(desk.votes(name).get(row.id) ?? [], answers);
  const most = Math.max(1, ...counts);
  const labelOf = (/** @type {number} */ at) => (name === "felt" ? desk.scale[at] : String(answers[at]));
  const mine = myScore(desk, row, name)?.value;
  const bars = counts.map((count, at) =>
    el("span", { class: mine === answers[at] ? "bar own" : "bar", title: `${labelOf(at)}: ${count}` }, el("i", { class: `h${Math.round((count / most) * 10)}` }), name === "felt" ? faceIcon(answers[at], 18, "") : el("b", { text: labelOf(at) })),
  );
  const own = mine === undefined ? "" : desk.say("spread-yours", { text: labelOf(answers.indexOf(mine)) });
  const said = [n ? spreadSaid(desk, name, n, median) : desk.say("no-answers"), own].filter(Boolean).join(" · ");
  return el("div", { class: "spread" }, asking(desk, name), n === 0 ? null : el("span", { class: "bars", "aria-hidden": "true" }, ...bars), el("span", { class: "hint", text: said }));
}

/** @param {Desk} desk @param {string} name */
const asking = (desk, name) => (name === "felt" ? null : el("span", { class: "hint", text: desk.say(`question-${name.replace("_", "-")}`) }));

/** @param {Desk} desk @param {string} name @param {number} n @param {number | null} median */
function spreadSaid(desk, name, n, median) {
  const middle = name === "felt" ? desk.scale[step(/** @type {number} */ (median))] : String(median);
  return desk.say("spread-said", { n, text: middle });
}

const VERDICTS = ["confirm", "contest", "unsure"];

/** “Is this true?” @param {Desk} desk */
export function validateView(desk) {
  const { say } = desk;
  const done = progress(desk);
  /** @type {Map<string, ReturnType<typeof question>>} */
  const cards = new Map();
  /** @type {Map<string, string>} */
  const sent = new Map();
  const mineOf = (/** @type {string} */ item) => desk.model.rows("verdicts").find((one) => one.item === item && desk.isMine(one));
  const items = asked(desk, (row) => {
    const remember = (/** @type {string | null} */ op) => op && sent.set(op, row.id);
    const group = choices({
      legend: say("is-this-true"),
      kind: "verdicts",
      quiet: true,
      onPick(value) {
        cards.get(row.id)?.why.say(desk.maySend() ? null : desk.whyNot());
        if (!desk.maySend()) return items.show(desk.all("moments"));
        const before = mineOf(row.id);
        remember(before ? desk.model.set("verdicts", before.id, "verdict", value) : desk.model.add("verdicts", { item: row.id, verdict: value, note: "" }, { id: newId() }));
      },
    });
    group.show(VERDICTS.map((value) => ({ value, label: say(`verdict-${value}`) })));
    const place = `${desk.session.map}:${desk.step.id}:note:${row.id}`;
    /** Typed and not sent: it stays as it is, whatever the page is drawn for. */
    let typed = desk.drafts.read(place) !== null;
    const keep = () => {
      const before = mineOf(row.id);
      const wrong = note.wrong?.() ?? (desk.maySend() ? null : desk.whyNot());
      note.refuse?.(typed ? wrong : null);
      if (typed && before && !wrong) send(before);
    };
    const send = (/** @type {import("../../live/rows.js").Row} */ before) => {
      const op = note.get() === before.note ? "" : desk.model.set("verdicts", before.id, "note", note.get());
      if (op === null) return;
      remember(op);
      typed = false;
      desk.drafts.write(place, null);
    };
    const note = field(say, { label: say("verdict-note"), optional: true, onEnter: keep });
    if (typed) note.set(desk.drafts.read(place).note);
    note.element.addEventListener("input", () => {
      typed = true;
      desk.drafts.write(place, { note: note.get() });
    });
    note.element.addEventListener("focusout", keep);
    const others = el("p", { class: "hint" });
    const card = question(desk, row, [...(desk.observes ? [] : [group.element, note.element]), others]);
    cards.set(row.id, card);
    return {
      element: card.element,
      show(now) {
        card.show(momentBody(desk, now));
        const mine = mineOf(now.id);
        group.set(mine?.verdict ?? null);
        note.element.hidden = !mine;
        if (mine && !typed && !note.element.contains(document.activeElement)) note.set(mine.note ?? "");
        card.element.classList.toggle("done", !!mine);
        const all = desk.model.rows("verdicts").filter((one) => one.item === now.id);
        others.hidden = desk.secret || !all.length;
        others.textContent = VERDICTS.map((value) => `${say(`verdict-${value}`)} ${all.filter((one) => one.verdict === value).length}`).join(" · ");
      },
    };
  });
  const who = el("p", { class: "lead" });
  return {
    element: el("div", { class: "one" }, who, desk.observes ? null : done.element, items.element),
    show() {
      const rows = desk.all("moments");
      const name = desk.persona;
      furnish(who, { text: say(desk.you.role === "customer" ? "validate-customer" : name ? "validate-others-name" : "validate-others", { name }) });
      items.show(rows);
      done.show(rows.filter((row) => mineOf(row.id)).length, rows.length);
    },
    /** @param {import("../desk.js").Refused} refused */
    refused({ op, reason }) {
      const row = sent.get(op);
      if (row) cards.get(row)?.why.say(reason ?? say("queue-full"));
      return !!row;
    },
  };
}
