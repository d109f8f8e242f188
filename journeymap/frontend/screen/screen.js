/** The room's screen: how to join, what is asked, how long, how much there is; after the reveal what was made. */

import { el, furnish, onceAFrame } from "../shared/dom.js";
import { sayer } from "../shared/sayer.js";
import { Countdown, GENTLE_MS, spell } from "../shared/countdown.js";
import { Desk, asked, isAsking } from "../room/desk.js";
import { Session } from "../room/session.js";
import { wallOf } from "./wall.js";

/** The tab is called so, that the facilitator's page finds it. */
window.name = "journeymap-screen";

const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

const given = JSON.parse(find("given").textContent ?? "{}");
const say = sayer(given.texts, given.language);
const { you, map, language, room, now: at } = given;
const session = new Session({ person: you.id, map, language, room, now: at, open: true });
const desk = new Desk(session, given, say, () => {});
/** @type {string | null} what the wall was drawn from */
let drawn = null;
/** The sizes of a card's words, in hundredths of the screen's shorter side: the largest at which all is seen. */
const SIZES = [3.6, 3.2, 2.9, 2.6, 2.3];

/** What is asked, and the clock, in parts of their full size: the largest at which all is seen. */
const ASKED = [1, 0.9, 0.8, 0.7, 0.6, 0.5];
/** What is made in a step and is counted by its own name. */
const NAMED = new Set(["moments", "answers"]);
let long = false;

const clock = new Countdown(
  (left) => {
    const words = left === null ? "" : spell(left);
    furnish(find("clock"), { text: words, hidden: left === null });
    // An hour takes more room than minutes do.
    if (find("clock").toggleAttribute("data-long", words.length > 5) !== long) fitAsking();
    long = words.length > 5;
    find("clock").classList.toggle("soon", left !== null && left <= GENTLE_MS);
  },
  (what) => furnish(find("said"), { text: say(what) }),
  () => furnish(find("said"), { text: "" }),
);

/** What is written large. */
function title() {
  if (desk.isClosed) return say("screen-thanks");
  if (!desk.begun) return desk.now?.workshop?.title || given.workshop;
  return asked(desk);
}

/** “43 micro-moments by 15 people · 2 have not started”: how much, never what. */
function counted() {
  const { begun: step, now } = desk;
  const counts = now?.counts;
  const what = step?.rules.made;
  if (!step || !counts || !what) return "";
  const rows = say(countOf(what), { n: counts.rows });
  const made = counts.people ? `${rows} ${say("screen-by", { n: counts.people })}` : rows;
  // Where nothing is asked of anybody, nobody is late.
  const waiting = now.asks !== false && step.state === "running" ? counts.waiting : 0;
  return [made, waiting ? say("screen-waiting", { n: waiting }) : ""].filter(Boolean).join(" · ");
}

/** How what is made in a step is counted. @param {string} made */
function countOf(made) {
  if (made === "dots") return "dots-n";
  return `screen-made-${NAMED.has(made) ? made : "things"}`;
}

function draw() {
  if (!session.model) return;
  const { begun: step, now } = desk;
  furnish(find("workshop"), { text: now?.workshop?.title || given.workshop });
  furnish(find("place"), { text: step ? say("step-of", { n: step.number, of: step.of }) : "" });
  furnish(find("prompt"), { text: title() });
  const words = under();
  furnish(find("under"), { text: words, hidden: !words });
  furnish(find("counts"), { text: counted() });
  drawDoor();
  furnish(find("people"), { text: say("screen-people", { n: desk.headcount }) });
  furnish(find("state"), { text: session.status === "live" ? "" : say(`status-${session.status}`) });
  fitAsking();
  drawWall();
}

/** The way in, while there is one. */
function drawDoor() {
  const shut = (desk.now?.workshop?.door ?? given.now?.workshop?.door) === false;
  find("joining").hidden = desk.isClosed;
  for (const way of find("joining").querySelectorAll("[data-way]")) way.toggleAttribute("hidden", shut);
  find("door").hidden = !shut;
}

/** What was made, drawn anew where it is another one than before. */
function drawWall() {
  const wall = wallOf(desk);
  const key = wall?.key ?? "";
  if (key === drawn) return;
  drawn = key;
  const parts = wall?.draw() ?? null;
  document.body.classList.toggle("walled", !!parts);
  fitAsking();
  find("wall").hidden = !parts;
  find("wall").replaceChildren(...(parts ?? []));
  if (parts) fit();
}

/** What is asked and how long it takes stays beside the code and above the counts, on every screen. */
function fitAsking() {
  const asking = /** @type {HTMLElement} */ (document.querySelector(".asking"));
  const stage = /** @type {HTMLElement} */ (asking.parentElement).getBoundingClientRect();
  const parts = /** @type {HTMLElement[]} */ ([...asking.children]);
  const prompt = find("under");
  for (const size of ASKED) {
    asking.style.setProperty("--asks", String(size));
    // By their boxes: letters reach a little beyond their lines.
    const boxes = parts.filter(({ hidden }) => !hidden).map((part) => part.getBoundingClientRect());
    const inside = boxes.every(({ top, bottom }) => top >= stage.top - 1 && bottom <= stage.bottom + 1);
    const wide = parts.some((part) => part.scrollWidth > asking.clientWidth + 1);
    if (inside && !wide && (prompt.hidden || prompt.scrollHeight <= prompt.clientHeight + 2)) break;
  }
}

/** What stands under the title: the prompt, as long as the step asks for what it says. */
function under() {
  const { begun: step } = desk;
  if (desk.isClosed) return "";
  if (!step) return say("screen-welcome-hint");
  if (step.state === "paused") return say("screen-paused");
  return isAsking(step) ? (step.prompt ?? "") : "";
}

/** As many cards as fit the wall; how many more there are is said, for nobody scrolls a beamer. */
function fit() {
  const wall = find("wall");
  const columns = /** @type {HTMLElement[]} */ ([...wall.querySelectorAll("[data-column]")]);
  const bottom = wall.getBoundingClientRect().bottom;
  const endOf = (/** @type {Element[]} */ cards) => Math.max(0, ...cards.slice(-4).map((card) => card.getBoundingClientRect().bottom));
  for (const size of SIZES) {
    wall.style.setProperty("--size", `${size}vmin`);
    if (columns.every((column) => !Number(column.dataset.rest ?? 0) && endOf([...column.querySelectorAll("[data-card]")]) <= bottom)) break;
  }
  for (const column of columns) {
    const cards = [...column.querySelectorAll("[data-card]")];
    const rest = Number(column.dataset.rest ?? 0);
    const more = el(column.matches("ol, ul") ? "li" : "p", { class: "more", text: "…" });
    column.append(more);
    // All is measured before anything is changed: a thousand cards are laid out once.
    const line = more.getBoundingClientRect().height + 8;
    const ends = cards.map((card) => card.getBoundingClientRect().bottom);
    const all = !rest && Math.max(0, ...ends) <= bottom;
    const shown = all ? cards.length : ends.filter((end) => end <= bottom - line).length;
    cards.forEach((card, at) => card.toggleAttribute("hidden", at >= shown));
    const hidden = cards.length - shown + rest;
    if (hidden) furnish(more, { text: say("screen-more", { n: hidden }) });
    else more.remove();
  }
}

const later = onceAFrame(draw);
function arrived() {
  const { step } = desk;
  clock.set(desk.isClosed ? null : (step?.left_ms ?? null), ["running", "revealed"].includes(step?.state));
  later();
}
session.addEventListener("step", arrived);
for (const name of ["map", "change", "presence", "status"]) session.addEventListener(name, later);
addEventListener("resize", () => {
  drawn = null;
  fitAsking();
  later();
});
find("qr").addEventListener("error", () => find("qr").remove());
if (session.now) arrived();
/** For those who test the page. */
Object.assign(window, { room: { session, desk } });
