// @ts-check
/** The room's screen: how to join, what is asked, how long, how much there is; after the reveal what was made. */

import { el, furnish, onceAFrame } from "../board/dom.js";
import { sayer } from "../board/texts.js";
import { Clock, GENTLE_MS, spell } from "../board/clock.js";
import { Desk, asked } from "../room/desk.js";
import { Session } from "../room/session.js";
import { ANSWERED, wallOf } from "./wall.js";

const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

const given = JSON.parse(find("given").textContent ?? "{}");
const say = sayer(given.texts, given.language);
const { you, map, language, room, now: at } = given;
const session = new Session({ person: you.id, map, language, room, now: at, open: true });
const desk = new Desk(session, given, say, () => {});
let drawn = "";

const clock = new Clock(
  (left) => {
    const words = left === null ? "" : spell(left);
    furnish(find("clock"), { text: words, hidden: left === null });
    find("clock").classList.toggle("soon", left !== null && left <= GENTLE_MS);
  },
  (what) => furnish(find("said"), { text: say(what) }),
);

/** What is written large. */
function title() {
  const { step, now } = desk;
  if (now?.workshop?.closed) return say("screen-thanks");
  if (!step || step.state === "waiting") return now?.workshop?.title || given.workshop;
  return asked(desk);
}

/** “43 micro-moments by 15 people · 2 have not started”: how much, never what. */
function counted() {
  const { step, now } = desk;
  const counts = now?.counts;
  if (!step || !counts || ["waiting", "break", "talk", "scope"].includes(step.state === "waiting" ? "waiting" : step.kind)) return "";
  const kind = step.kind === "moments" || step.kind === "to-be" ? "moments" : ANSWERED.has(step.kind) ? "answers" : "things";
  const made = [say(`screen-made-${kind}`, { n: counts.rows }), counts.people ? say("screen-by", { n: counts.people }) : ""].filter(Boolean).join(" ");
  return [made, counts.waiting && step.state === "running" ? say("screen-waiting", { n: counts.waiting }) : ""].filter(Boolean).join(" · ");
}

function draw() {
  if (!session.model) return;
  const { step, now } = desk;
  furnish(find("workshop"), { text: now?.workshop?.title || given.workshop });
  furnish(find("place"), { text: step && step.state !== "waiting" ? say("step-of", { n: step.number, of: step.of }) : "" });
  furnish(find("prompt"), { text: title() });
  const begun = step && step.state !== "waiting";
  const under = now?.workshop?.closed ? "" : !begun ? say("screen-welcome-hint") : step.state === "paused" ? say("screen-paused") : (step.prompt ?? "");
  furnish(find("under"), { text: under, hidden: !under });
  furnish(find("counts"), { text: counted() });
  const shut = (now?.workshop?.door ?? given.now?.workshop?.door) === false;
  find("joining").hidden = !!now?.workshop?.closed;
  for (const way of find("joining").querySelectorAll("[data-way]")) way.toggleAttribute("hidden", shut);
  find("door").hidden = !shut;
  furnish(find("people"), { text: say("screen-people", { n: desk.headcount }) });
  furnish(find("state"), { text: session.status === "live" ? "" : say(`status-${session.status}`) });
  const parts = wallOf(desk);
  const key = parts ? parts.key : "";
  document.body.classList.toggle("walled", !!parts);
  find("wall").hidden = !parts;
  if (parts && key !== drawn) {
    find("wall").replaceChildren(...parts.draw());
    fit();
  }
  drawn = key;
}

/** Few cards are large, many are small, none is too small for the last row of the room. @param {HTMLElement} wall */
function size(wall) {
  const most = Math.max(0, ...[...wall.querySelectorAll("[data-column]")].map((column) => column.querySelectorAll("[data-card]").length));
  wall.style.setProperty("--size", `${most <= 5 ? 3.6 : most <= 8 ? 2.9 : 2.3}vmin`);
}

/** As many cards as fit the wall; how many more there are is said, for nobody scrolls a beamer. */
function fit() {
  const wall = find("wall");
  size(wall);
  const bottom = wall.getBoundingClientRect().bottom;
  for (const column of /** @type {NodeListOf<HTMLElement>} */ (wall.querySelectorAll("[data-column]"))) {
    const cards = [...column.querySelectorAll("[data-card]")];
    const rest = Number(column.dataset.rest ?? 0);
    const more = el("p", { class: "more", text: "…" });
    column.append(more);
    // All is measured before anything is changed: a thousand cards are laid out once.
    const line = more.getBoundingClientRect().height + 8;
    const ends = cards.map((card) => card.getBoundingClientRect().bottom);
    const all = !rest && (ends.at(-1) ?? 0) <= bottom;
    const shown = all ? cards.length : ends.filter((end) => end <= bottom - line).length;
    cards.forEach((card, at) => card.toggleAttribute("hidden", at >= shown));
    const hidden = cards.length - shown + rest;
    if (hidden) furnish(more, { text: say("screen-more", { n: hidden }) });
    else more.remove();
  }
}

const later = onceAFrame(draw);
function arrived() {
  const { step, now } = desk;
  clock.set(now?.workshop?.closed ? null : (step?.left_ms ?? null), step?.state === "running" || step?.state === "revealed");
  later();
}
session.addEventListener("step", arrived);
for (const name of ["map", "change", "presence", "status"]) session.addEventListener(name, later);
addEventListener("resize", () => {
  drawn = "";
  later();
});
find("qr").addEventListener("error", () => find("qr").remove());
if (session.now) arrived();
/** For those who test the page. */
Object.assign(window, { room: { session, desk } });
