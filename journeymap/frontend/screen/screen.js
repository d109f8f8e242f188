/** The room's screen: how to join, then the work itself: what is asked, how long, and what was made of it. */

import { furnish, onceAFrame } from "../shared/dom.js";
import { sayer } from "../shared/sayer.js";
import { GENTLE_MS, spell } from "../shared/countdown.js";
import { Desk } from "../room/desk.js";
import { Session } from "../room/session.js";
import { AsIs } from "./as_is.js";
import { onKeys } from "../shared/keyboard.js";
import { Arrivals } from "./arrivals.js";
import { counted, fitAsking, isInviting, placed, title, under } from "./asking.js";
import { fit } from "./fit.js";
import { Overtime } from "./overtime.js";
import { personaCard, personaLine } from "./persona.js";
import { ShownDesk } from "./shown_desk.js";
import { Sound } from "./sound.js";
import { comparesIn, viewOf, wallOf } from "./wall.js";

/** The tab is called so, that the facilitator's page finds it. */
window.name = "journeymap-screen";

const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

const given = JSON.parse(find("given").textContent ?? "{}");
const say = sayer(given.texts, given.language);
const { you, map, language, room, now: at } = given;
const session = new Session({ person: you.id, map: at?.screen?.map ?? map, language, room, now: at, open: true });
const desk = new Desk(session, given, say, () => {});
const shown = new ShownDesk(session, given, say, () => {});
const arrivals = new Arrivals(find("joined"), find("arrived"), given.people, say);
const asIs = new AsIs(language, () => later());
const sound = new Sound(find("sound"), say);
/** @type {string | null} what the wall was drawn from */
let drawn = null;
/** @type {string | null} what the persona was drawn from */
let whose = null;
let long = false;
/** How often the wall was turned to what did not fit. */
let page = 0;

const clock = new Overtime(
  ({ left, over }) => {
    const beyond = left === 0 && over >= 1_000;
    // What goes beyond the time has a sign and words: colour alone says nothing to many.
    const words = left === null ? "" : beyond ? `+${spell(Math.floor(over / 1_000) * 1_000)}` : spell(left);
    furnish(find("clock"), { text: words });
    find("time").hidden = left === null;
    if (find("over").hidden === beyond) {
      find("over").hidden = !beyond;
      fitAsking();
    }
    // An hour takes more room than minutes do.
    if (find("clock").toggleAttribute("data-long", words.length > 5) !== long) fitAsking();
    long = words.length > 5;
    find("clock").classList.toggle("soon", left !== null && left <= GENTLE_MS);
  },
  (what) => {
    furnish(find("said"), { text: say(what) });
    if (what === "time-is-up") sound.play();
  },
  () => furnish(find("said"), { text: "" }),
);

function draw() {
  if (!session.model) return;
  const { now } = desk;
  const view = viewOf(desk);
  furnish(find("workshop"), { text: now?.workshop?.title || given.workshop });
  furnish(find("place"), { text: placed(desk) });
  furnish(find("prompt"), { text: title(desk) });
  drawUnder(under(desk));
  furnish(find("counts"), { text: counted(desk) });
  furnish(find("people"), { text: say("screen-people", { n: desk.headcount }) });
  drawStatus();
  drawWall();
  const walled = document.body.classList.contains("walled");
  if (!walled && isBare(view)) drawUnder(under(desk) || say("screen-nothing"));
  drawBeside(isInviting(desk, view) && !walled);
  fitAsking();
  arrivals.fit();
}

function drawStatus() {
  furnish(find("state"), { text: session.status === "live" ? "" : say(`status-${session.status}`) });
}

/** @param {string} words */
function drawUnder(words) {
  furnish(find("under"), { text: words, hidden: !words });
}

/** After a reveal nothing is asked any more: where nothing was made, that is said. @param {string} view */
function isBare(view) {
  if (desk.isClosed) return false;
  if (view !== "step") return !["join", "prompt"].includes(view);
  const step = desk.begun;
  return ["revealed", "done"].includes(step?.state ?? "") && !!step?.rules.made;
}

/** The way in, large while people come, and small from then on; whose journey it is stands where it stood. @param {boolean} inviting */
function drawBeside(inviting) {
  const shut = isShut();
  find("joining").hidden = !inviting;
  for (const way of document.querySelectorAll("[data-way]")) way.toggleAttribute("hidden", shut);
  showCode(desk.now?.code);
  find("door").hidden = !shut;
  find("way").hidden = shut || inviting || desk.isClosed;
  document.body.classList.toggle("inviting", inviting);
  arrivals.show(desk.now?.joined ?? 0, inviting);
  drawPersona();
  const walled = document.body.classList.contains("walled");
  find("persona").hidden = inviting || desk.isClosed || walled || !find("persona").childElementCount;
}

/** The code there is now: another one may have been made since this page was opened. @param {string} [code] */
function showCode(code) {
  const places = [...document.querySelectorAll("[data-code]")];
  if (!code || places.every((place) => place.textContent === code)) return;
  for (const place of places) furnish(/** @type {HTMLElement} */ (place), { text: code });
  const qr = /** @type {HTMLImageElement} */ (find("qr"));
  qr.src = `${qr.src.split("&")[0]}&of=${encodeURIComponent(code)}`;
}

/** Whether nobody new can join now. */
function isShut() {
  return (desk.now?.workshop ?? given.now?.workshop)?.door === false;
}

function drawPersona() {
  const persona = JSON.stringify([desk.model.persona() ?? null, desk.persona]);
  if (persona === whose) return;
  whose = persona;
  find("persona").replaceChildren(...(personaCard(desk) ?? []));
  find("whose").replaceChildren(...personaLine(desk));
}

/** What was made, drawn anew where it is another one than before. */
function drawWall() {
  asIs.follow(comparesIn(desk) ? (desk.now?.screen?.as_is ?? null) : null);
  shown.before = asIs.known;
  const wall = wallOf(desk, shown);
  const key = wall?.key ?? "";
  if (key === drawn) return;
  drawn = key;
  put(wall?.draw() ?? null);
}

/** Only the work, or nothing of it. @param {Node[] | null} parts */
function put(parts) {
  const wall = find("wall");
  document.body.classList.toggle("walled", !!parts);
  wall.hidden = !parts;
  wall.replaceChildren(...(parts ?? []));
  if (!parts) return;
  for (const beside of ["joining", "persona"]) find(beside).hidden = true;
  fitAsking();
  for (const part of wall.querySelectorAll("[data-placed]")) part.dispatchEvent(new Event("placed"));
  page = 0;
  fit(wall, say);
}

/** To what did not fit, and back: by the arrow keys, or with what one clicks on slides. @param {KeyboardEvent} event */
function turn({ key, target }) {
  const by = ["ArrowRight", "PageDown"].includes(key) ? 1 : ["ArrowLeft", "PageUp"].includes(key) ? -1 : 0;
  if (!by || find("wall").hidden || target === find("sound")) return;
  page = Math.max(0, page + by);
  if (!fit(find("wall"), say, page)) {
    page = 0;
    fit(find("wall"), say);
  }
}

const later = onceAFrame(draw);
function arrived() {
  const { step } = desk;
  const runs = ["running", "revealed"].includes(step?.state);
  clock.set(desk.isClosed ? null : (step?.left_ms ?? null), step?.over_ms ?? 0, runs);
  later();
}
session.addEventListener("step", arrived);
for (const name of ["map", "change", "presence", "status"]) session.addEventListener(name, later);
onKeys(document, turn);
addEventListener("resize", () => {
  drawn = null;
  later();
});
document.fonts?.ready.then(() => {
  drawn = null;
  later();
});
find("qr").addEventListener("error", () => find("qr").remove());
if (session.now) arrived();
/** For those who test the page. */
Object.assign(window, { room: { session, desk } });
