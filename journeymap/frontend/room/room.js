/** The light page for people who take part: what this step asks, and nothing else. */

import { el, furnish, onceAFrame } from "../shared/dom.js";
import { sayer } from "../shared/sayer.js";
import { Countdown, GENTLE_MS, spell } from "../shared/countdown.js";
import { Desk, asked, isAsking } from "./desk.js";
import { askedMeanwhile, claims, met, notice, promoted, refusal, sent, withdraw } from "./notices.js";
import { folded } from "./prompt_fold.js";
import { Session } from "./session.js";
import { spotlight } from "./steps/reading.js";
import { pageOf, viewOf } from "./steps/index.js";
import { tools } from "./tools.js";

/** The tab is called so, that “to my page” on another one finds it: see ui/components/tab.py. */
window.name = "journeymap-room";

const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

const given = JSON.parse(find("given").textContent ?? "{}");
const say = sayer(given.texts, given.language);
const [main, state, place, clockFace] = [find("main"), find("state"), find("place"), find("clock")];

/** Pages on which there is nothing to write: all of the prompt is shown. */
const READING = new Set(["scope", "look", "break", "free"]);

let saying = 0;
/** Said to those who listen; twice the same is said twice. @param {string} text */
function announce(text) {
  saying += 1;
  find("said").textContent = text + (saying % 2 ? "" : "\u00a0");
}

// A language that was chosen is remembered; in the address it would come back with every reload, whatever is chosen since.
const address = new URL(location.href);
if (address.searchParams.has("lang")) {
  address.searchParams.delete("lang");
  history.replaceState(null, "", address);
}

const { you, map, language, room, now: at } = given;
const session = new Session({ person: you.id, map, language, room, now: at });
const desk = new Desk(session, given, say, announce);
const bar = tools(desk);
const light = spotlight(desk);
find("tools").replaceWith(bar.element);

/** @type {import("./desk.js").View | null} */
let view = null;
let page = "";
let shown = "";

const clock = new Countdown(
  (left) => {
    const words = left === null ? "" : spell(left);
    clockFace.hidden = left === null;
    furnish(clockFace, { text: words });
    clockFace.classList.toggle("soon", left !== null && left <= GENTLE_MS);
    for (const other of document.querySelectorAll("[data-clock]")) other.textContent = words;
  },
  (what) => {
    announce(say(what));
    notice(say(what), say("close"), { id: "time" });
  },
  () => {
    withdraw("time");
    find("said").textContent = "";
  },
);

/** The step's page: drawn anew where another one is asked for, else changed in place. */
function draw() {
  if (!session.model) return;
  if (session.now && pageOf(desk) !== page) turn();
  if (!view) return;
  light.show();
  view.show();
  bar.show();
  promoted(desk);
  head();
  status();
}

function turn() {
  const within = main.contains(document.activeElement);
  const before = page;
  page = pageOf(desk);
  view = viewOf(desk);
  const heading = el("h1", { tabindex: "-1", dir: "auto" });
  const under = el("p", { class: "under", hidden: true });
  main.replaceChildren(light.element, heading, under, prompt(), view.element);
  main.dataset.step = desk.isClosed ? "" : (desk.begun?.kind ?? "");
  for (const other of main.querySelectorAll("[data-clock]")) other.textContent = clockFace.textContent;
  head();
  if (within) heading.focus();
  if (before) scrollTo({ top: 0 });
}

/** The facilitator's words. Where one writes, the first sentences are enough to begin with. */
function prompt() {
  const { step } = desk;
  const text = isAsking(step) && !desk.isClosed ? (step.prompt ?? "") : "";
  const [first, rest] = folded(text);
  if (!text) return el("p", { class: "prompt", hidden: true });
  if (!rest || READING.has(step.rules.page)) return el("p", { class: "prompt", dir: "auto", text });
  return el("details", { class: "prompt" }, el("summary", { dir: "auto" }, `${first} `, el("span", { class: "rest", text: say("read-on") })), el("p", { dir: "auto", text: rest }));
}

/** What stands above every step: where we are, what is asked, who sees it. */
function head() {
  const { step, now } = desk;
  furnish(find("workshop"), { text: now?.workshop?.title || given.workshop });
  furnish(place, { text: desk.begun ? say("step-of", { n: step.number, of: step.of }) : "" });
  const [, heading, under] = main.children;
  furnish(heading, { text: title() });
  const words = below();
  furnish(under, { text: words, hidden: !words });
  hear(words);
}

/** Whoever listens hears that it goes on, and what was just revealed; not what the page began with. @param {string} words */
function hear(words) {
  const { step } = desk;
  const state = `${step?.id}|${step?.state}`;
  if (state === shown) return;
  const before = shown;
  shown = state;
  if (before) announce(before.startsWith(`${step?.id}|`) && words ? words : title());
}

function title() {
  if (desk.isClosed) return say("thanks", { name: apart(desk.you.name) });
  if (!desk.begun) return say("welcome", { name: apart(desk.you.name) });
  return asked(desk);
}

/** A name that is written from right to left does not turn the full stop behind it round. @param {string} name */
function apart(name) {
  return /[\u0590-\u08ff]/.test(name) ? `\u2068${name}\u2069` : name;
}

/** What was shown to all, or that there was nothing. @param {any} step */
function revealed(step) {
  return step.rules.made && desk.now?.counts?.rows === 0 ? "revealed-none" : "revealed";
}

function below() {
  const { step } = desk;
  if (desk.isClosed || !step) return "";
  if (step.state === "paused" || step.state === "done") return say(step.state);
  if (desk.observes) return say("observing");
  if (!desk.secret) return step.state === "revealed" ? say(revealed(step)) : "";
  if (!step.ballot) return say("secret");
  return say(step.ballot.hidden ? "secret-votes" : "secret-voters");
}

/** Live, or what is kept meanwhile: said as it is. */
function status() {
  const { queued } = session;
  state.dataset.status = session.status;
  const words = say(`status-${session.status}`);
  furnish(state, { text: queued && session.status !== "live" ? `${words} · ${say("kept", { n: queued })}` : queued ? say("sending", { n: queued }) : words, title: say(`status-${session.status}-help`) });
  const off = !["live", "connecting"].includes(session.status);
  furnish(find("offline"), { hidden: !off, text: off ? [say(`status-${session.status}-help`), queued ? say("kept-long", { n: queued }) : ""].filter(Boolean).join(" ") : "" });
}

const later = onceAFrame(draw);
function arrived() {
  const { step } = desk;
  clock.set(desk.isClosed ? null : (step?.left_ms ?? null), ["running", "revealed"].includes(step?.state));
  sent(desk);
  later();
}
session.addEventListener("step", arrived);
session.addEventListener("map", () => {
  page = "";
  later();
});
for (const name of ["change", "presence", "can"]) session.addEventListener(name, later);
session.addEventListener("status", () => {
  status();
  later();
});
session.addEventListener("caughtup", (event) => {
  const { after, operations } = /** @type {CustomEvent} */ (event).detail;
  if (after !== "network" || operations) announce(say("caught-up", { n: operations }));
  if (after !== "network") askedMeanwhile(desk);
});
session.addEventListener("refused", (event) => {
  const { detail } = /** @type {CustomEvent} */ (event);
  if (!view?.refused?.(detail)) refusal(desk, detail);
});
for (const what of /** @type {const} */ (["lost", "overwritten"])) {
  session.addEventListener(what, (event) => met(desk, what, /** @type {CustomEvent} */ (event).detail));
}
session.addEventListener("claim", (event) => claims(desk, /** @type {CustomEvent} */ (event).detail));
status();
bar.show();
if (session.now) arrived();
askedMeanwhile(desk);
/** For those who test the page. */
Object.assign(window, { room: { session, desk } });
