/** Dot votes: so many dots a person, no more than so many on one item; afterwards the ranked list. */

import { newId } from "../../shared/ids.js";
import { el, furnish, Keyed, query } from "../../shared/dom.js";
import { question } from "../cards.js";
import { button } from "../parts.js";
import { freeSlot, ranked } from "../tally.js";
import { isOver, itemBody, itemsOf } from "./answers.js";

/** @typedef {import("../desk.js").Desk} Desk */

/** @param {Desk} desk */
export function voteView(desk) {
  const { say } = desk;
  const { budget = 5, cap = 0, anonymous = true } = desk.step.ballot ?? {};
  const round = desk.step.id;
  const mine = () => desk.myVotes().filter((vote) => !vote.question);
  const left = el("p", { class: "dots-left", "aria-live": "polite" });
  /** @type {Map<string, ReturnType<typeof question>>} */
  const cards = new Map();
  /** @type {Map<string, string>} */
  const sent = new Map();

  const put = (/** @type {string} */ item) => {
    const slot = freeSlot(mine(), budget);
    if (!allowed(item) || slot === null) return;
    const op = desk.model.add("votes", { round, item, slot, question: "", value: 1 }, { id: newId() });
    if (op) sent.set(op, item);
  };
  const take = (/** @type {string} */ item) => {
    const last = mine().filter((vote) => vote.item === item).at(-1);
    if (!last || !allowed(item)) return;
    const op = desk.model.remove("votes", last.id);
    if (op) sent.set(op, item);
  };
  const allowed = (/** @type {string} */ item) => {
    cards.get(item)?.why.say(desk.mayVote() ? null : desk.whyNot());
    return desk.mayVote();
  };

  /** Where the count is open, it is told while one votes; whose dots they are is not. */
  const showCount = (/** @type {Element} */ element, /** @type {string} */ id) => {
    const n = desk.counted ? (desk.votes().get(id)?.length ?? 0) : 0;
    furnish(query(element, "[data-so-far]"), { text: n ? say("dots-n", { n }) : "", hidden: !n });
  };
  const keyed = new Keyed(
    el("ul", { class: "asks" }),
    (row) => row.id,
    (row) => {
      const less = button("−", () => take(row.id), { class: "round" });
      const more = button("+", () => put(row.id), { class: "round" });
      const dots = el("span", { class: "dots", role: "img" });
      const card = question(desk, row, [el("div", { class: "voting" }, less, dots, more), el("p", { class: "hint", "data-so-far": "", hidden: true })]);
      cards.set(row.id, card);
      return card.element;
    },
    (element, row) => {
      cards.get(row.id)?.show(itemBody(desk, row));
      const placed = mine().filter((vote) => vote.item === row.id).length;
      const [less, dots, more] = /** @type {HTMLElement[]} */ ([...element.querySelector(".voting").children]);
      const spent = mine().length >= budget;
      const full = cap > 0 && placed >= cap;
      furnish(less, { "aria-label": say("dot-less", { text: row.text }), "aria-disabled": placed ? null : "true" });
      furnish(more, { "aria-label": say("dot-more", { text: row.text }), "aria-disabled": spent || full ? "true" : null, title: full ? say("cap-n", { n: cap }) : null });
      furnish(dots, { "aria-label": say("dots-here", { n: placed }) });
      showCount(element, row.id);
      if (dots.childElementCount !== placed) dots.replaceChildren(...Array.from({ length: placed }, () => el("i")));
      element.classList.toggle("done", placed > 0);
    },
  );
  const asks = keyed.place;
  const results = el("ol", { class: "ranked" });
  const none = el("p", { class: "hint", text: say("nothing-here") });
  const rules = [cap > 0 && cap < budget ? say("cap-n", { n: cap }) : "", anonymous ? say("anonymous") : say("named")].filter(Boolean).join(" ");
  return {
    element: el("div", { class: "one" }, desk.observes ? null : el("div", { class: "budget" }, left, el("p", { class: "hint", text: rules })), none, asks, results),
    show() {
      const rows = itemsOf(desk);
      none.hidden = rows.length > 0 || desk.model.revision === null;
      const over = isOver(desk);
      const rest = budget - mine().length;
      // My seat came here from another device: what I gave there counts, and is shown and changed nowhere.
      const veiled = desk.veiled;
      furnish(left, { text: veiled ? say("vote-veiled") : say("dots-left", { n: rest }) });
      asks.toggleAttribute("hidden", over || desk.observes || veiled);
      left.parentElement?.toggleAttribute("hidden", over);
      results.hidden = !over && !(desk.observes && !desk.secret);
      if (!asks.hasAttribute("hidden")) keyed.show(rows);
      if (!results.hidden) results.replaceChildren(...resultsOf(desk, rows, mine()));
    },
    /** @param {import("../desk.js").Refused} refused */
    refused({ op, reason }) {
      const item = sent.get(op);
      if (item) cards.get(item)?.why.say(reason ?? say("queue-full"));
      return !!item;
    },
  };
}

/**
 * Most dots first; ties have one rank and say that they are ties.
 *
 * @param {Desk} desk
 * @param {any[]} rows
 * @param {any[]} mine
 */
export function resultsOf(desk, rows, mine = []) {
  const dots = desk.votes();
  const all = ranked(rows, (row) => dots.get(row.id)?.length ?? 0);
  const most = Math.max(1, all[0]?.n ?? 1);
  return all.map(({ item, n, rank, tied }) => {
    const own = mine.filter((vote) => vote.item === item.id).length;
    const place = n ? (tied ? desk.say("rank-tied", { rank }) : String(rank)) : "";
    const said = [desk.say("dots-n", { n }), own ? desk.say("dots-yours", { n: own }) : ""].filter(Boolean).join(" · ");
    return el(
      "li",
      { class: "rank" },
      el("b", { class: "place", text: place, title: tied && n ? desk.say("tied") : null }),
      el("span", { class: "words" }, el("span", { class: "text", dir: "auto", text: item.text }), el("progress", { max: most, value: n, "aria-hidden": "true" }), el("small", { text: said })),
    );
  });
}
