/** Always at hand: a hand, agreed, unclear; undo; the parking lot; and behind one button, all that is rarer. */

import { newId } from "../shared/ids.js";
import { el, furnish, svg } from "../shared/dom.js";
import { list } from "./cards.js";
import { Composer } from "./composer.js";
import { forgetAll } from "./memory.js";
import { button, choices, field, leadLink } from "./parts.js";

/** @typedef {import("./desk.js").Desk} Desk */

const HANDS = ["hand", "agreed", "unclear"];

/** Drawn by us, so that they look alike on every phone. @type {Record<string, string>} */
const DRAWN = {
  hand: "M8 12V5.2a1.4 1.4 0 0 1 2.8 0V11m0-6.8a1.4 1.4 0 0 1 2.8 0V11m0-5.2a1.4 1.4 0 0 1 2.8 0V14c0 4-2 7-5.6 7-3 0-4.3-1.6-5.6-4.2L3.500 13.400a1.4 1.4 0 0 1 2.400-1.400L8 14.500",
  agreed: "M5 12.500l4.500 4.500L19 7",
  unclear: "M8.500 9a3.500 3.500 0 1 1 5 3.200c-1 .5-1.500 1.100-1.500 2.300M12 18.200v.2",
  undo: "M8.500 6L4.500 10l4 4M5 10h9a5 5 0 0 1 0 10h-3",
  park: "M8 20V5h5a4.500 4.500 0 0 1 0 9H8",
  more: "M5.500 12h.1M12 12h.1M18.500 12h.1",
};

/** @param {string} name */
export function icon(name) {
  return svg("svg", { viewBox: "0 0 24 24", width: 22, height: 22, class: "icon", "aria-hidden": "true" }, svg("path", { d: DRAWN[name] }));
}

/**
 * @param {string} name
 * @param {string} label
 * @param {() => void} press
 * @param {Record<string, any>} [more]
 */
function tool(name, label, press, more = {}) {
  return el("button", { type: "button", class: "tool", onclick: press, ...more }, icon(name), el("span", { text: label }));
}

/**
 * A sheet that closes with Escape, its button, or a touch beside it.
 *
 * @param {Desk} desk
 * @param {string} title
 */
export function sheet(desk, title) {
  const heading = el("h2", { text: title, tabindex: "-1" });
  const inner = el("div", { class: "sheet" }, el("header", {}, heading, button(desk.say("close"), () => dialog.close(), { class: "quiet small" })));
  const dialog = /** @type {HTMLDialogElement} */ (
    el("dialog", {
      "aria-label": title,
      onclick: (/** @type {Event} */ event) => event.target === dialog && dialog.close(),
      onclose: () => dialog.remove(),
    }, inner)
  );
  return {
    inner,
    dialog,
    open() {
      document.body.append(dialog);
      dialog.showModal();
    },
  };
}

/** The parking lot: what is set aside, said aloud once and kept. @param {Desk} desk */
function parking(desk) {
  const { say } = desk;
  const { inner, dialog, open } = sheet(desk, say("parking"));
  const kind = choices({ legend: say("parking-kind"), kind: "segments" });
  kind.show([{ value: "parked", label: say("kind-parked") }, { value: "idea", label: say("kind-idea") }], ["parked"]);
  /** @type {Composer} */
  const composer = new Composer(desk, {
    place: `${desk.session.map}:parking`,
    parts: {
      text: field(say, { label: say("parking-what"), onEnter: () => composer.submit() }),
      kind: { element: kind.element, get: () => kind.get(), set: (value) => kind.set(value ?? "parked"), focus: kind.focus },
    },
    first: "text",
    add: say("parking-add"),
    may: () => desk.mayPark(),
    write: (values) => [desk.model.add("parked", values, { id: newId() })],
    read: ({ text, kind: which }) => ({ text, kind: which }),
    rewrite: (row, values) => Object.entries(values).filter(([name, value]) => row[name] !== value).map(([name, value]) => desk.model.set("parked", row.id, name, value)),
  });
  /** @type {(row: any) => (Node | null)[]} */
  const body = (row) => [el("span", { class: "words" }, el("span", { class: "text", dir: "auto", text: row.text }), el("small", { text: say(`kind-${row.kind}`) }))];
  const textOf = (/** @type {any} */ row) => row.text;
  const elsewhere = list(desk, { body, textOf });
  const rows = list(desk, {
    body,
    textOf,
    onEdit: (row) => composer.edit(row),
    onRemove: (row) => desk.model.remove("parked", row.id),
  });
  inner.append(el("p", { class: "hint", text: say("parking-hint") }), ...(desk.observes ? [] : [composer.element]), rows.element, elsewhere.element);
  const show = () => {
    rows.show(desk.aside.here);
    elsewhere.show(desk.aside.elsewhere);
    composer.show();
  };
  show();
  const { session } = desk;
  const refused = (/** @type {Event} */ event) => composer.refused(/** @type {CustomEvent} */ (event).detail) && event.stopImmediatePropagation();
  for (const name of ["change", "step"]) session.addEventListener(name, show);
  session.addEventListener("refused", refused, { capture: true });
  dialog.addEventListener("close", () => {
    for (const name of ["change", "step"]) session.removeEventListener(name, show);
    session.removeEventListener("refused", refused, { capture: true });
  });
  open();
  if (!desk.observes) composer.first.focus();
}

/** Who I am, the board, the language, the way out. @param {Desk} desk */
function others(desk) {
  const { say, given, session } = desk;
  const { inner, open } = sheet(desk, say("more"));
  const languages = el(
    "p",
    { class: "ways" },
    ...Object.entries(given.languages).map(([code, name]) =>
      el("a", { class: "button quiet", lang: code, hreflang: code, href: given.here.replace("{lang}", code), "aria-current": code === given.language ? "true" : null, text: name }),
    ),
  );
  const leave = el("form", { method: "post", action: "leave", onsubmit: (/** @type {Event} */ event) => asked(event) }, el("button", { class: "quiet wide", text: say("leave") }));
  const warn = el("p", { class: "sentence", role: "alert", hidden: true });
  let sure = false;
  const asked = (/** @type {Event} */ event) => {
    if (session.queued && !sure) {
      event.preventDefault();
      sure = true;
      warn.hidden = false;
      warn.textContent = say("leave-kept", { n: session.queued });
      return;
    }
    forgetAll();
  };
  inner.append(
    el("p", { dir: "auto", text: say("you-are", { name: desk.you.name, role: say(`role-${desk.you.role}`) }) }),
    el("p", { class: "hint", text: say("people-n", { n: desk.headcount }) }),
    ...(desk.leads ? [leadLink(desk, "button wide")] : []),
    el("a", { class: "button quiet wide", href: given.board.replace("{map}", encodeURIComponent(session.map ?? "")), text: say("open-board") }),
    el("p", { class: "hint", text: say("open-board-hint") }),
    el("h3", { text: say("language") }),
    languages,
    warn,
    leave,
    el("p", { class: "hint", text: say("leave-hint") }),
  );
  open();
}

/** The bar at the bottom. @param {Desk} desk */
export function tools(desk) {
  const { say, session } = desk;
  const hands = HANDS.map((name) =>
    tool(name, say(name), () => {
      session.raise(session.hand === name ? null : name);
      show();
    }, { "aria-pressed": "false" }),
  );
  const undo = tool("undo", say("undo"), () => {
    if (undo.getAttribute("aria-disabled")) return;
    desk.model.undo();
    desk.announce(say("undone"));
  });
  const park = tool("park", say("park"), () => parking(desk));
  const more = tool("more", say("more"), () => others(desk));
  const show = () => {
    HANDS.forEach((name, at) => furnish(hands[at], { "aria-pressed": String(session.hand === name), hidden: desk.isClosed }));
    furnish(undo, { "aria-disabled": session.model?.can.undo && desk.maySend() ? null : "true", hidden: desk.observes || desk.isClosed });
    const parked = desk.aside.n;
    furnish(/** @type {Element} */ (park.lastElementChild), { text: parked ? say("park-n", { n: parked }) : say("park") });
    for (const one of [undo, park]) one.toggleAttribute("disabled", !session.model);
  };
  return { element: el("div", { class: "tools", role: "toolbar", "aria-label": say("tools") }, ...hands, undo, park, more), show };
}
