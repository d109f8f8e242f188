/** Micro-moments: “I … through … because I need …, and I feel”. In the to-be: what should be felt, last episode first. */

import { newId } from "../../shared/ids.js";
import { el, furnish, inOrder } from "../../shared/dom.js";
import { faceIcon, step } from "../../shared/faces.js";
import { list, mineOrAll, momentBody, pair } from "../cards.js";
import { Composer } from "../composer.js";
import { button, choices, feelings, field } from "../parts.js";
import { channelCalled, plain } from "./names.js";

/** @typedef {import("../desk.js").Desk} Desk */

const MOST_CHIPS = 8;
/** What stands in front of the name of a channel that is offered, and that nobody has made yet. */
const OFFERED = "offered:";

/**
 * Chips for the map's channels, behind them what is offered and nobody has used yet, and one for another.
 *
 * @param {Desk} desk
 * @param {{ legend: string }} how
 */
export function channelChips(desk, { legend }) {
  const { say } = desk;
  const group = choices({ legend, many: true, kind: "chips through" });
  /** @type {Map<string, string>} typed here, not on the map yet: id and name */
  const typed = new Map();
  const another = field(say, { label: say("another-channel"), most: 80, optional: true, onEnter: () => take(), quiet: true, example: say("another-channel") });
  const box = el("div", { class: "another", hidden: true }, another.element, button(say("take"), () => take(), { class: "quiet" }));
  const more = button(say("another"), () => {
    box.hidden = !box.hidden;
    furnish(more, { "aria-expanded": String(!box.hidden) });
    if (!box.hidden) another.focus();
  }, { class: "chip-button", "aria-expanded": "false" });
  group.element.append(box);

  let all = false;
  const rest = button("", () => {
    all = true;
    show();
    group.focus();
  }, { class: "chip-button" });
  group.end(rest, more);

  const options = () => {
    const rows = desk.model.rows("channels");
    const there = rows.map(({ id, name }) => ({ value: id, label: name }));
    const known = new Set(there.map(({ value }) => value));
    const more = [...typed].filter(([id]) => !known.has(id)).map(([value, label]) => ({ value, label }));
    const named = new Set([...there, ...more].map(({ label }) => plain(label)));
    const chosen = new Set(group.get());
    // They fill up what the room has named itself, and make no wall of it.
    const room = MOST_CHIPS - there.length - more.length;
    const offers = (desk.model.revision === null ? [] : offered(desk))
      .filter(({ name }) => !named.has(plain(name)))
      .map(({ name }) => ({ value: OFFERED + name, label: name }))
      .filter(({ value }, at) => at < room || chosen.has(value));
    return [...there, ...more, ...offers];
  };
  /** What was chosen while it was only offered, and is on the map by now. @param {string} id */
  const made = (id) => (id.startsWith(OFFERED) && channelCalled(desk, id.slice(OFFERED.length))?.id) || id;
  /** Nineteen chips are a wall: those that are used most stand there, and the others behind one button. */
  const show = (/** @type {string[]} */ picked = /** @type {string[]} */ (group.get())) => {
    const chosen = picked.map(made);
    const there = options();
    const many = !all && there.length > MOST_CHIPS + 2;
    const most = many ? mostUsed(desk, there) : there;
    const shown = there.filter((one) => most.includes(one) || chosen.includes(one.value));
    group.show(shown, chosen);
    furnish(rest, { text: desk.say("more-channels", { n: there.length - shown.length }), hidden: shown.length === there.length });
  };
  const wrongName = () => another.wrong?.() ?? null;
  const take = () => {
    const name = another.get();
    const wrong = wrongName();
    if (!name || wrong) {
      another.refuse?.(wrong);
      if (!name) box.hidden = true;
      return;
    }
    const same = options().find(({ label }) => plain(label) === plain(name));
    const id = same?.value ?? newId();
    if (!same) typed.set(id, name);
    const before = /** @type {string[]} */ (group.get());
    show([...before, id]);
    another.set("");
    box.hidden = true;
    furnish(more, { "aria-expanded": "false" });
    more.focus();
    group.element.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const half = () => (box.hidden ? "" : another.get());
  const part = {
    element: group.element,
    /** Ids, with the names of those that are new. @returns {{ id: string, name: string | null }[]} */
    get: () => {
      const there = new Set(desk.model.rows("channels").map(({ id }) => id));
      const nameOf = (/** @type {string} */ id) => (id.startsWith(OFFERED) ? id.slice(OFFERED.length) : (typed.get(id) ?? null));
      return /** @type {string[]} */ (group.get()).map((id) => ({ id, name: there.has(id) ? null : nameOf(id) }));
    },
    /** With what is half typed there. */
    keep: () => ({ chosen: part.get(), half: half() }),
    /** A name that was typed and not taken is meant, too. */
    settle: () => {
      if (half() && !another.wrong?.()) take();
    },
    wrong: () => (half() ? wrongName() : null),
    refuse: (/** @type {string | null} */ text) => another.refuse?.(text),
    /** @param {{ id: string, name: string | null }[] | { chosen: { id: string, name: string | null }[], half: string } | null} value */
    set(value) {
      const { chosen, half: words } = Array.isArray(value) ? { chosen: value, half: "" } : (value ?? { chosen: [], half: "" });
      for (const { id, name } of chosen) if (name && !id.startsWith(OFFERED)) typed.set(id, name);
      another.set(words);
      box.hidden = !words;
      furnish(more, { "aria-expanded": String(!box.hidden) });
      show(chosen.map(({ id }) => id));
    },
    focus: () => (half() ? another.focus() : group.focus()),
    show: () => show(),
  };
  return part;
}

/**
 * The channels that are used most.
 *
 * @template {{ value: string }} C
 * @param {Desk} desk
 * @param {C[]} there
 * @returns {C[]}
 */
function mostUsed(desk, there) {
  /** @type {Map<string, number>} */
  const uses = new Map(there.map(({ value }) => [value, 0]));
  for (const { channel } of desk.all("touchpoints")) uses.set(channel, (uses.get(channel) ?? 0) + 1);
  const used = (/** @type {C} */ { value }) => /** @type {number} */ (uses.get(value));
  return [...there].sort((one, other) => used(other) - used(one)).slice(0, MOST_CHIPS);
}

/**
 * Put the channels a moment goes through: those that are new first.
 *
 * @param {Desk} desk
 * @param {string} moment
 * @param {{ id: string, name: string | null }[]} channels
 * @param {boolean} assumed
 */
function connect(desk, moment, channels, assumed) {
  const { model } = desk;
  const ops = [];
  for (const { id, name } of channels) {
    let channel = channelOf(desk, id, name);
    if (!channel && name) {
      channel = id.startsWith(OFFERED) ? newId() : id;
      ops.push(model.add("channels", { name, assumed, ...ownership(desk, id, name) }, { id: channel }));
    }
    if (!channel || model.rows("touchpoints", moment).some((one) => one.channel === channel)) continue;
    ops.push(model.add("touchpoints", { channel }, { parent: moment }));
  }
  return ops;
}

/** A channel that is there: somebody may have made it while one was writing. @param {Desk} desk @param {string} id @param {string | null} name */
function channelOf(desk, id, name) {
  return desk.model.row("channels", id)?.id ?? (name ? channelCalled(desk, name)?.id : undefined);
}

/** Whether a channel that is offered is one's own. @param {Desk} desk @param {string} id @param {string} name */
function ownership(desk, id, name) {
  const offer = id.startsWith(OFFERED) && offered(desk).find((one) => one.name === name);
  return offer ? { owned: offer.owned } : {};
}

/** Channels to begin with, in the map's language. @param {Desk} desk @returns {{ name: string, owned: boolean }[]} */
function offered({ model, given }) {
  return given.channels[model.header()?.language] ?? given.channels[given.language] ?? [];
}

/** @param {Desk} desk */
export function momentsView(desk) {
  const { say } = desk;
  const targeted = desk.step.rules.feeling === "targeted";
  const feeling = targeted ? "targeted_valence" : "felt_valence";
  const submit = () => composer.submit();
  const episode = choices({ legend: say("episode"), kind: "chips strip" });
  const channels = channelChips(desk, { legend: say("through") });
  const parts = {
    episode: {
      element: episode.element,
      get: () => episode.get(),
      set: (/** @type {any} */ id) => episode.set(id),
      focus: () => episode.focus(),
      wrong: () => (episode.get() ? null : say("episode-missing")),
      refuse: (/** @type {string | null} */ text) => text && composer.why.say(text),
    },
    text: field(say, { label: say("i"), onEnter: submit }),
    channels,
    need: field(say, { label: say("because"), optional: true, onEnter: submit }),
    feeling: feelings(desk, { legend: say(targeted ? "should-feel" : "feel") }),
  };
  const composer = new Composer(desk, {
    place: `${desk.session.map}:${desk.step.id}`,
    parts,
    first: "text",
    add: say("add"),
    keeps: ["episode"],
    write({ episode: parent, text, channels: through, need, feeling: felt }) {
      const id = newId();
      const ops = [desk.model.add("moments", { text, ...(felt === null ? {} : { [feeling]: felt }) }, { parent, id })];
      if (ops[0]) {
        ops.push(...connect(desk, id, through, !targeted));
        if (need) ops.push(desk.model.add("needs", { text: need }, { parent: id }));
      }
      return ops;
    },
    read: (row) => ({
      episode: row.parent,
      text: row.text,
      channels: desk.model.rows("touchpoints", row.id).map(({ channel }) => ({ id: channel, name: null })),
      need: desk.model.rows("needs", row.id)[0]?.text ?? "",
      feeling: row[feeling],
    }),
    rewrite: (row, values) => rewrite(desk, row, values, feeling),
  });
  const none = el("p", { class: "hint", text: say("no-episodes") });
  const aim = aiming(desk, () => episode.get());
  const body = (/** @type {any} */ row) => momentBody(desk, row, { episode: desk.secret, targeted });
  const how = { body, textOf: (/** @type {any} */ row) => row.text, onEdit: (/** @type {any} */ row) => composer.edit(row), onRemove: (/** @type {any} */ row) => desk.model.remove("moments", row.id) };
  const made = desk.secret || targeted ? mineOrAll(desk, "moments", how) : byEpisode(desk, how);
  episode.element.addEventListener("change", () => aim.show());
  if (targeted) parts.episode.element.append(aim.element);
  const form = desk.observes ? null : composer.element;
  return {
    element: pair(desk, [none, form], made.element),
    show() {
      const episodes = desk.model.rows("episodes").map(({ id, title }) => ({ value: id, label: title }));
      if (targeted) episodes.reverse(); // the to-be is thought from its end
      episode.show(episodes);
      if (!episode.get() && episodes.length) episode.set(episodes[0].value);
      none.hidden = episodes.length > 0 || desk.model.revision === null;
      composer.element.hidden = episodes.length === 0;
      channels.show();
      aim.show();
      composer.show();
      made.show();
    },
    refused: (/** @type {any} */ refused) => composer.refused(refused),
  };
}

/**
 * What an episode should feel like: everybody's, and set before its moments.
 *
 * @param {Desk} desk
 * @param {() => any} chosen
 */
function aiming(desk, chosen) {
  const summary = el("summary");
  const part = feelings(desk, {
    legend: desk.say("aim"),
    quiet: true,
    onPick(value) {
      if (desk.maySend()) desk.model.set("episodes", chosen(), "targeted_valence", value);
      /** @type {HTMLDetailsElement} */ (element).open = false;
    },
  });
  const element = el("details", { class: "aim" }, summary, part.element);
  return {
    element,
    show() {
      const row = desk.model.row("episodes", chosen() ?? "");
      const valence = row?.targeted_valence ?? null;
      element.hidden = !row;
      part.set(valence);
      const word = valence === null ? "" : row?.targeted_label || desk.scale[step(valence)];
      const face = valence === null ? "" : faceIcon(valence, 22, "");
      summary.replaceChildren(face, word ? desk.say("aims-at", { text: word }) : desk.say("aim"));
    },
  };
}

/**
 * @param {Desk} desk
 * @param {any} row
 * @param {Record<string, any>} values
 * @param {string} feeling
 */
function rewrite(desk, row, values, feeling) {
  const { model } = desk;
  const ops = [];
  if (values.text !== row.text) ops.push(model.set("moments", row.id, "text", values.text));
  if (values.feeling !== (row[feeling] ?? null)) ops.push(model.set("moments", row.id, feeling, values.feeling));
  if (values.episode !== row.parent) ops.push(model.move("moments", row.id, values.episode));
  const wanted = new Set(values.channels.map((/** @type {any} */ one) => one.id));
  const there = model.rows("touchpoints", row.id);
  for (const touchpoint of there) if (!wanted.has(touchpoint.channel)) ops.push(model.remove("touchpoints", touchpoint.id));
  const had = new Set(there.map(({ channel }) => channel));
  ops.push(...connect(desk, row.id, values.channels.filter((/** @type {any} */ one) => !had.has(one.id)), true));
  return [...ops, ...rewriteNeed(desk, row.id, values.need)];
}

/**
 * @param {Desk} desk
 * @param {string} moment
 * @param {string} text
 * @returns {(string | null)[]}
 */
function rewriteNeed({ model }, moment, text) {
  const [need] = model.rows("needs", moment);
  if (!need) return text ? [model.add("needs", { text }, { parent: moment })] : [];
  if (!text) return [model.remove("needs", need.id)];
  return need.text === text ? [] : [model.set("needs", need.id, "text", text)];
}

/**
 * What everybody wrote, episode by episode.
 *
 * @param {Desk} desk
 * @param {Parameters<typeof list>[1]} how
 */
function byEpisode(desk, how) {
  const heading = el("h2");
  const element = el("section", { class: "made" }, heading);
  /** @type {Map<string, { element: HTMLElement, title: HTMLElement, rows: ReturnType<typeof list> }>} */
  const groups = new Map();
  return {
    element,
    show() {
      const episodes = desk.model.rows("episodes");
      furnish(heading, { text: desk.say("everybody-n", { n: desk.all("moments").length }) });
      for (const [id, group] of groups) {
        if (episodes.some((one) => one.id === id)) continue;
        group.element.remove();
        groups.delete(id);
      }
      for (const { id, title } of episodes) {
        let group = groups.get(id);
        if (!group) {
          const rows = list(desk, how);
          const name = el("h3", { dir: "auto" });
          group = { element: el("div", { class: "group" }, name, rows.element), title: name, rows };
          groups.set(id, group);
        }
        furnish(group.title, { text: title });
        group.rows.show(desk.model.rows("moments", id));
      }
      inOrder(element, [heading, ...episodes.flatMap(({ id }) => groups.get(id)?.element ?? [])]);
    },
  };
}
