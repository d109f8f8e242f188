/** The words on the screen: what is asked, how long, and how much there is. */

import { asked, isAsking } from "../room/desk.js";

/** @typedef {import("../room/desk.js").Desk} Desk */

/** What is asked, and the clock, in parts of their full size: the largest at which all is seen. */
const ASKED = [1, 0.9, 0.8, 0.7, 0.6, 0.5];
/** What is made in a step and is counted by its own name. */
const NAMED = new Set(["moments", "proposals", "answers"]);

/** What is written large. @param {Desk} desk */
export function title(desk) {
  if (desk.isClosed) return desk.say("screen-thanks");
  if (!desk.begun) return desk.now?.workshop?.title || desk.given.workshop;
  return asked(desk);
}

/** Which step of how many; none any more at the end. @param {Desk} desk */
export function placed({ begun: step, isClosed, say }) {
  return step && !isClosed ? say("step-of", { n: step.number, of: step.of }) : "";
}

/** What stands under the title: the prompt, as long as the step asks for what it says. @param {Desk} desk */
export function under(desk) {
  const { begun: step, say } = desk;
  if (desk.isClosed) return [say("screen-kept"), kept(desk)].join("\n");
  if (!step) return say("screen-welcome-hint");
  if (step.state === "paused") return say("screen-paused");
  return isAsking(step) ? (step.prompt ?? "") : "";
}

/** What is on the map at the end, in numbers. @param {Desk} desk */
function kept({ model, decided, say }) {
  const truths = model.moments().filter((moment) => moment.moment_of_truth).length;
  const found = { episodes: model.rows("episodes").length, moments: model.moments().length, channels: model.rows("channels").length, truths, decisions: decided.n };
  return Object.entries(found).flatMap(([what, n]) => (n ? [say(`screen-kept-${what}`, { n })] : [])).join(" · ");
}

/** “43 micro-moments by 15 people · 2 have not started”: how much, never what. @param {Desk} desk */
export function counted({ begun: step, now, say }) {
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

/**
 * Whether people are still to come in: before the first step and in it, and when those who lead say so. After that the
 * screen is for the work, and the way in stands small in its foot.
 *
 * @param {Desk} desk
 * @param {string} view
 */
export function isInviting(desk, view) {
  if (desk.isClosed) return false;
  if (view !== "step") return view === "join";
  const { begun: step } = desk;
  return !step || (step.number === 1 && step.state !== "done");
}

/** What is asked and how long it takes stays beside what is large there and above the counts, on every screen. */
export function fitAsking() {
  const asking = /** @type {HTMLElement} */ (document.querySelector(".asking"));
  const stage = /** @type {HTMLElement} */ (asking.parentElement).getBoundingClientRect();
  const parts = /** @type {HTMLElement[]} */ ([...asking.children]);
  const prompt = /** @type {HTMLElement} */ (document.getElementById("under"));
  for (const size of ASKED) {
    asking.style.setProperty("--asks", String(size));
    // By their boxes: letters reach a little beyond their lines.
    const boxes = parts.filter((part) => part.getClientRects().length).map((part) => part.getBoundingClientRect());
    const inside = boxes.every(({ top, bottom }) => top >= stage.top - 1 && bottom <= stage.bottom + 1);
    const wide = parts.some((part) => part.scrollWidth > asking.clientWidth + 1);
    // Above the work the prompt is two lines at most, and is not what the title gives way to.
    if (inside && !wide && (prompt.hidden || document.body.classList.contains("walled") || prompt.scrollHeight <= prompt.clientHeight + 2)) break;
  }
}
