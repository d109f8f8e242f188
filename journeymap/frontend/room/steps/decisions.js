/** The last step: what was decided, who owns it and when it is looked at again; what is parked becomes one with a tap. */

import { newId } from "../../shared/ids.js";
import { Keyed, el, furnish } from "../../shared/dom.js";
import { list, pair, small } from "../cards.js";
import { Composer } from "../composer.js";
import { button, field, fresh } from "../parts.js";
import { afterwardsSaid, ownedSaid } from "./decision_words.js";

/** @typedef {import("../desk.js").Desk} Desk */

/** @param {Desk} desk @param {any} row */
const body = (desk, row) => [el("span", { class: "words" }, el("span", { class: "text", dir: "auto", text: row.text }), small(ownedSaid(desk, row)))];

/** Somebody of the room, or any other name: what is typed counts, whoever is here is offered. @param {Desk} desk */
function ownerField(desk) {
  const { say } = desk;
  const [id, offers] = [fresh("owner"), fresh("owners")];
  const names = el("datalist", { id: offers });
  const box = /** @type {HTMLInputElement} */ (el("input", { id, class: "line", type: "text", list: offers, dir: "auto", autocomplete: "off", enterkeyhint: "done" }));
  const me = button(say("decision-me"), () => {
    box.value = desk.you.name;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }, { class: "quiet small" });
  return {
    element: el("div", { class: "field" }, el("label", { for: id, text: say("decision-owner") }), el("div", { class: "beside" }, box, me), names),
    get: () => box.value.trim().replace(/\s+/gu, " "),
    set: (/** @type {string | null | undefined} */ value) => (box.value = value ?? ""),
    focus: () => box.focus(),
    show() {
      const there = [...new Set(desk.model.people.map(({ name }) => name).filter(Boolean))].sort();
      if (names.dataset.of === there.join("|")) return;
      names.dataset.of = there.join("|");
      names.replaceChildren(...there.map((name) => el("option", { value: name })));
    },
  };
}

/** A day: the phone's own calendar. @param {Desk} desk */
function dayField({ say }) {
  const id = fresh("day");
  const box = /** @type {HTMLInputElement} */ (el("input", { id, class: "line", type: "date", min: "2000-01-01", max: "2999-12-31" }));
  return {
    element: el("div", { class: "field" }, el("label", { for: id, text: say("decision-day") }), box),
    get: () => box.value || null,
    set: (/** @type {string | null | undefined} */ value) => (box.value = value ?? ""),
    focus: () => box.focus(),
    wrong: () => (box.validity.valid ? null : say("decision-day-wrong")),
    refuse: (/** @type {string | null} */ text) => box.setCustomValidity(text && box.validity.valid ? text : ""),
  };
}

/** @param {Desk} desk */
export function closeView(desk) {
  const { say, model } = desk;
  const owner = ownerField(desk);
  /** @type {Composer} */
  const composer = new Composer(desk, {
    place: `${desk.session.map}:${desk.step.id}:decisions`,
    parts: { text: field(say, { label: say("decision-what"), onEnter: () => composer.submit() }), owner, review_on: dayField(desk) },
    first: "text",
    add: say("decision-add"),
    write: (values) => [model.add("decisions", values, { id: newId() })],
    read: ({ text, owner: name, review_on: day }) => ({ text, owner: name, review_on: day }),
    rewrite: (row, values) => Object.entries(values).filter(([name, value]) => (row[name] ?? null) !== value).map(([name, value]) => model.set("decisions", row.id, name, value)),
  });
  const heading = el("h2");
  const how = { body: (/** @type {any} */ row) => body(desk, row), textOf: (/** @type {any} */ row) => row.text };
  const here = list(desk, { ...how, onEdit: (row) => composer.edit(row), onRemove: (row) => model.remove("decisions", row.id) });
  const elsewhere = list(desk, how);
  const none = el("p", { class: "hint", text: say("decision-none") });
  const parked = parkedNotes(desk);
  const afterwards = el("p", { class: "hint" });
  const made = el("section", { class: "made" }, heading, here.element, elsewhere.element, none, parked.element, afterwards);
  return {
    element: pair(desk, [desk.observes ? null : composer.element], made),
    show() {
      const { here: mine, elsewhere: others, n } = desk.decided;
      furnish(heading, { text: say("decisions-n", { n }) });
      none.hidden = n > 0;
      here.show(mine);
      elsewhere.show(others);
      furnish(afterwards, { text: afterwardsSaid(desk).join(" · ") });
      owner.show();
      composer.show();
      parked.show();
    },
    refused: (/** @type {any} */ refused) => composer.refused(refused),
  };
}

/** What is parked, each with the tap that makes a decision of it, for whoever may. @param {Desk} desk */
function parkedNotes(desk) {
  const { say, model } = desk;
  const heading = el("h2");
  const keyed = new Keyed(
    el("ul", { class: "cards" }),
    (row) => row.id,
    (row) => el("li", { class: "card", "data-id": row.id }, el("span", { class: "body" }), button(say("decide"), () => decide(row.id), { class: "quiet small" })),
    (item, row) => {
      const [inner, tap] = item.children;
      inner.replaceChildren(el("span", { class: "words" }, el("span", { class: "text", dir: "auto", text: row.text }), el("small", { text: say(`kind-${row.kind}`) })));
      furnish(tap, { hidden: !may(row), "aria-label": `${say("decide")}: ${row.text}` });
    },
  );
  const may = (/** @type {any} */ row) => !!model.row("parked", row.id) && desk.maySend() && (desk.leads || (desk.isMine(row) && desk.gate.may({ do: "add", table: "decisions" })));
  /** The note keeps its id, so that what was voted on it is still known; one undo takes both back. */
  const decide = (/** @type {string} */ id) => {
    const row = model.row("parked", id);
    if (!row || !may(row)) return;
    model.together(() => [model.remove("parked", id), model.add("decisions", { text: row.text, owner: "", review_on: null }, { id })]);
    desk.announce(say("decided"));
  };
  const element = el("section", { class: "made" }, heading, keyed.place);
  return {
    element,
    show() {
      const { here, elsewhere, n } = desk.aside;
      furnish(heading, { text: say("parking-n", { n }) });
      keyed.show([...here, ...elsewhere]);
    },
  };
}
