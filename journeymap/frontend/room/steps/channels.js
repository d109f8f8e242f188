/** The channel sweep: through what does each moment go, also through what is not ours? */

import { newId } from "../../shared/ids.js";
import { Keyed, el, furnish } from "../../shared/dom.js";
import { list } from "../cards.js";
import { Composer } from "../composer.js";
import { sweepWords } from "../sweep_words.js";
import { button, choices, field, sentence } from "../parts.js";
import { channelCalled } from "./names.js";

/** @typedef {import("../desk.js").Desk} Desk */

/** A channel more: its name, and whose it is. @param {Desk} desk */
function naming(desk) {
  const { say } = desk;
  const whose = choices({ legend: say("whose"), kind: "segments" });
  whose.show([{ value: "ours", label: say("ours") }, { value: "others", label: say("not-ours") }], ["others"]);
  const part = {
    element: whose.element,
    get: () => whose.get() === "ours",
    set: (/** @type {any} */ owned) => whose.set(owned === true ? "ours" : "others"),
    focus: whose.focus,
  };
  const name = field(say, { label: say("channel-name"), help: say("channel-help"), most: 80, onEnter: () => composer.submit() });
  const there = () => {
    const same = channelCalled(desk, name.get());
    return same && same.id !== composer.editing?.id ? say("channel-there", { text: same.name }) : null;
  };
  /** @type {Composer} */
  const composer = new Composer(desk, {
    place: `${desk.session.map}:${desk.step.id}:channels`,
    parts: { name: { ...name, wrong: () => name.wrong?.() ?? there() }, owned: part },
    first: "name",
    add: say("add"),
    write: (typed) => [desk.model.add("channels", { ...typed, assumed: false }, { id: newId() })],
    read: ({ name: before, owned }) => ({ name: before, owned }),
    rewrite: (row, { name: now, owned }) => [
      ...(now === row.name ? [] : [desk.model.set("channels", row.id, "name", now)]),
      ...(owned === row.owned ? [] : [desk.model.set("channels", row.id, "owned", owned)]),
    ],
  });
  return composer;
}

/** @param {Desk} desk */
export function channelsView(desk) {
  const { say } = desk;
  const composer = naming(desk);
  const found = el("p", { class: "found" });
  const names = list(desk, {
    body: (row) => [el("span", { class: "words" }, el("span", { class: "text", dir: "auto", text: row.name }), el("small", { text: say(row.owned ? "ours" : "not-ours") }))],
    textOf: (row) => row.name,
    onEdit: (row) => composer.edit(row),
    onRemove: (row) => desk.model.remove("channels", row.id),
  });
  const none = el("p", { class: "hint", text: say("channels-no-moments"), hidden: true });
  const mine = el("section", { class: "made" }, el("h2", { text: say("channels-yours") }), names.element);
  /** @type {Map<string, string>} */
  const sent = new Map();
  /** @type {Map<string, ReturnType<typeof momentChannels>>} */
  const cards = new Map();
  const episodes = new Keyed(
    el("div", { class: "sweep" }),
    (row) => row.id,
    () => {
      const place = el("ul", { class: "asks" });
      const keyed = new Keyed(
        place,
        (row) => row.id,
        (row) => {
          const card = momentChannels(desk, row, (op, item) => op && sent.set(op, item));
          cards.set(row.id, card);
          return card.element;
        },
        (_, row) => cards.get(row.id)?.show(row),
      );
      const section = el("section", {}, el("h2", {}, el("span", { dir: "auto" }), el("small", {})), place);
      /** @type {any} */ (section).keyed = keyed;
      return section;
    },
    (section, row) => {
      const moments = desk.model.rows("moments", row.id);
      const through = new Set(moments.flatMap((moment) => desk.model.rows("touchpoints", moment.id).map(({ channel }) => channel)));
      const [title, count] = section.firstElementChild.children;
      furnish(title, { text: row.title });
      furnish(count, { text: through.size ? say("channels-n", { n: through.size }) : say("channels-none-here") });
      section.keyed.show(moments);
    },
  );
  return {
    element: el("div", { class: "two" }, el("div", {}, found, desk.observes ? null : composer.element, mine), none, episodes.place),
    show() {
      const all = desk.model.rows("channels");
      furnish(found, { text: sweepWords(say, all), hidden: !all.length });
      const own = desk.mine("channels");
      mine.hidden = !own.length;
      names.show(own);
      composer.show();
      const empty = desk.model.revision !== null && !desk.all("moments").length;
      none.hidden = !empty;
      episodes.show(empty ? [] : desk.model.rows("episodes"));
    },
    refused(/** @type {any} */ refused) {
      const item = sent.get(refused.op);
      if (item) cards.get(item)?.why.say(refused.reason ?? say("queue-full"));
      return !!item || composer.refused(refused);
    },
  };
}

/**
 * One moment: what it goes through, and all the others to choose from when one asks for them.
 *
 * @param {Desk} desk
 * @param {any} moment
 * @param {(op: string | null, item: string) => void} remember
 */
function momentChannels(desk, moment, remember) {
  const { say } = desk;
  const why = sentence();
  const text = el("span", { class: "text", dir: "auto" });
  const touching = () => desk.model.rows("touchpoints", moment.id);
  const chips = choices({
    legend: say("through"),
    many: true,
    quiet: true,
    onPick(channel, on) {
      why.say(desk.maySend() ? null : desk.whyNot());
      const there = touching().find((one) => one.channel === channel);
      if (desk.maySend() && on && !there) remember(desk.model.add("touchpoints", { channel }, { parent: moment.id, id: newId() }), moment.id);
      else if (desk.maySend() && !on && there) remember(desk.model.remove("touchpoints", there.id), moment.id);
      show(moment);
    },
  });
  let open = false;
  const more = button("", () => {
    open = !open;
    show(moment);
  }, { class: "chip-button" });
  if (!desk.observes) chips.end(more);
  const element = el("li", { class: "ask", "data-id": moment.id }, el("div", { class: "asked" }, text), chips.element, why.element);
  const show = (/** @type {any} */ row) => {
    furnish(text, { text: row.text });
    const there = new Map(touching().map((one) => [one.channel, one]));
    // What others put here stays: whoever did not put it there cannot take it away.
    const options = desk.model
      .rows("channels")
      .filter(({ id }) => open || there.has(id))
      .map(({ id, name, owned }) => {
        const own = there.get(id);
        return { value: id, label: name, note: owned ? "" : say("not-ours"), fixed: (own && !desk.mayTouch(own)) || desk.observes };
      });
    chips.show(options, there.keys());
    furnish(more, { text: say(open ? "fewer" : "which-channels"), "aria-expanded": String(open), "aria-label": `${say(open ? "fewer" : "which-channels")}: ${row.text}` });
  };
  return { element, why, show };
}
