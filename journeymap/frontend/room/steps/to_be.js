/**
 * How should it go? What is there today, last episode first: each keeps it, changes it or drops it for themselves, and the
 * room sees how many. Adding what is new stands beside it. Those who lead take over what most want.
 */

import { newId } from "../../shared/ids.js";
import { Keyed, el, furnish } from "../../shared/dom.js";
import { momentBody, question } from "../cards.js";
import { choices, feelings, field, fresh } from "../parts.js";
import { momentsView } from "./moments.js";
import { ANSWERS, decidedOf, proposalsSaid, proposedIn } from "./proposal_counts.js";

/** @typedef {import("../desk.js").Desk} Desk */

/** @param {Desk} desk */
export function toBeView(desk) {
  const { say } = desk;
  const adds = momentsView(desk);
  const today = fromToday(desk);
  const which = choices({ legend: say("to-be-what"), kind: "segments", quiet: true, onPick: () => turn() });
  which.show([{ value: "today", label: say("to-be-today") }, { value: "new", label: say("to-be-new") }], ["today"]);
  const turn = () => {
    const none = today.count() === 0;
    which.element.hidden = none;
    today.element.hidden = none || which.get() !== "today";
    adds.element.hidden = !none && which.get() !== "new";
  };
  const place = `${desk.session.map}:${desk.step.id}:to-be`;
  which.element.addEventListener("change", () => desk.drafts.write(place, { tab: which.get() }));
  const kept = desk.drafts.read(place)?.tab;
  if (kept) which.set(kept);
  return {
    element: el("div", { class: "to-be" }, which.element, today.element, adds.element),
    show() {
      adds.show();
      today.show();
      turn();
    },
    /** @param {import("../desk.js").Refused} refused */
    refused: (refused) => today.refused(refused) || adds.refused(refused),
  };
}

/** What comes from today, an episode at a time. @param {Desk} desk */
function fromToday(desk) {
  const { say, model } = desk;
  const episode = choices({ legend: say("episode"), kind: "chips strip", quiet: true, onPick: () => show() });
  const done = el("p", { class: "found", "aria-live": "polite" });
  const room = el("p", { class: "hint" });
  /** @type {Map<string, ReturnType<typeof proposalCard>>} */
  const cards = new Map();
  const keyed = new Keyed(
    el("ul", { class: "asks" }),
    (row) => row.id,
    (row) => {
      const card = proposalCard(desk, row);
      cards.set(row.id, card);
      return card.element;
    },
    (_, row) => cards.get(row.id)?.show(row),
  );
  const rowsOf = (/** @type {string} */ id) => model.rows("moments", id).filter(({ origin }) => origin);
  const all = () => model.rows("episodes").flatMap(({ id }) => rowsOf(id));
  const isMine = (/** @type {any} */ row) => !!mineOf(desk, row.id);
  function show() {
    const episodes = model.rows("episodes").filter(({ id }) => rowsOf(id).length).reverse(); // the to-be is thought from its end
    episode.show(episodes.map(({ id, title }) => ({ value: id, label: `${title} · ${rowsOf(id).filter(isMine).length}/${rowsOf(id).length}` })));
    const chosen = episode.get();
    if (!episodes.some(({ id }) => id === chosen)) episode.set((episodes.find(({ id }) => !rowsOf(id).every(isMine)) ?? episodes[0])?.id);
    const rows = all();
    furnish(done, { text: say("proposals-mine", { n: rows.filter(isMine).length, all: rows.length }), hidden: desk.observes });
    const agreed = proposedIn(desk);
    const n = rows.filter(({ id }) => decidedOf(agreed.get(id))).length;
    furnish(room, { text: desk.secret ? "" : say("proposals-room", { n, all: rows.length }), hidden: desk.secret });
    keyed.show(rowsOf(String(episode.get() ?? "")));
  }
  return {
    element: el("div", { class: "one" }, el("div", { class: "answered" }, done, room), episode.element, keyed.place),
    show,
    count: () => all().length,
    /** @param {import("../desk.js").Refused} refused */
    refused(refused) {
      for (const card of cards.values()) if (card.refused(refused)) return true;
      return false;
    },
  };
}

/** What I proposed for this moment. @param {Desk} desk @param {string} item */
function mineOf(desk, item) {
  return desk.model.rows("proposals").find((one) => one.item === item && desk.isMine(one));
}

/** One moment of today. @param {Desk} desk @param {any} made */
function proposalCard(desk, made) {
  const { say, model } = desk;
  /** @type {Set<string>} */
  const sent = new Set();
  const may = () => {
    card.why.say(desk.maySend() ? null : desk.whyNot());
    return desk.maySend();
  };
  const write = (/** @type {string} */ name, /** @type {any} */ value) => {
    const before = mineOf(desk, made.id);
    if (!before || (before[name] ?? null) === value) return;
    const op = model.set("proposals", before.id, name, value);
    if (op) sent.add(op);
  };
  const group = choices({
    legend: say("to-be-what"),
    kind: "segments fates",
    quiet: true,
    onPick(answer) {
      if (!may()) return show(made);
      const before = mineOf(desk, made.id);
      if (before) return write("answer", answer);
      const op = model.add("proposals", { item: made.id, answer, text: "", channel: null, targeted_valence: null }, { id: newId() });
      if (op) sent.add(op);
      // What one fills in now is not to lie under the bar.
      if (answer === "change") requestAnimationFrame(() => change.element.scrollIntoView({ block: "nearest" }));
    },
  });
  group.show(ANSWERS.map((value) => ({ value, label: say(`fate-${value}`) })));
  const change = changing(desk, made, (name, value) => may() && write(name, value));
  const others = el("p", { class: "hint" });
  const takes = el("ul", { class: "wordings" });
  const card = question(desk, made, [...(desk.observes ? [] : [group.element, change.element]), others, takes]);
  function show(/** @type {any} */ row) {
    card.show(momentBody(desk, row, { targeted: true }));
    const mine = mineOf(desk, row.id);
    group.set(mine?.answer ?? null);
    change.show(row, mine);
    card.element.classList.toggle("done", !!mine);
    const found = desk.secret ? undefined : proposedIn(desk).get(row.id);
    furnish(others, { text: found ? proposalsSaid(desk, row.id, found) : "", hidden: !found });
    const said = found ? [...new Set(found.texts)] : [];
    takes.replaceChildren(...said.map((text) => el("li", { dir: "auto", text: `“${text}”` })));
  }
  return {
    element: card.element,
    show,
    /** @param {import("../desk.js").Refused} refused */
    refused({ op, reason }) {
      if (!sent.has(op)) return false;
      card.why.say(reason ?? say("queue-full"));
      return true;
    },
  };
}

/**
 * How it should be: other words, another channel, what should be felt. Each is sent when one leaves its field.
 *
 * @param {Desk} desk
 * @param {any} made
 * @param {(name: string, value: any) => void} write
 */
function changing(desk, made, write) {
  const { say, model } = desk;
  const place = `${desk.session.map}:${desk.step.id}:change:${made.id}`;
  let typed = desk.drafts.read(place) !== null;
  const keep = () => {
    const wrong = text.wrong?.() ?? null;
    text.refuse?.(wrong);
    if (!typed || wrong) return;
    write("text", text.get());
    typed = false;
    desk.drafts.write(place, null);
  };
  const text = field(say, { label: say("change-text"), optional: true, onEnter: keep });
  if (typed) text.set(desk.drafts.read(place).text);
  text.element.addEventListener("input", () => {
    typed = true;
    desk.drafts.write(place, { text: text.get() });
  });
  text.element.addEventListener("focusout", keep);
  const id = fresh("channel");
  const channel = /** @type {HTMLSelectElement} */ (el("select", { id, dir: "auto", onchange: () => write("channel", channel.value || null) }));
  const options = new Keyed(channel, (/** @type {any} */ row) => row.id, (row) => el("option", { value: row.id }), (option, row) => furnish(option, { text: row.name }));
  const feeling = feelings(desk, { legend: say("change-feeling"), onPick: (value) => write("targeted_valence", value) });
  const element = el("div", { class: "changing", hidden: true }, text.element, el("div", { class: "field" }, el("label", { for: id, text: say("change-channel") }), channel), feeling.element);
  return {
    element,
    /** @param {any} row @param {any} mine */
    show(row, mine) {
      element.hidden = mine?.answer !== "change";
      if (element.hidden) return;
      options.show([{ id: "", name: say("change-channel-same") }, ...model.rows("channels")]);
      channel.value = mine.channel ?? "";
      feeling.set(mine.targeted_valence ?? row.targeted_valence ?? null);
      if (!typed && !text.element.contains(document.activeElement)) text.set(mine.text || row.text);
    },
  };
}
