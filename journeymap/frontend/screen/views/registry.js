/**
 * What the room's screen can draw, in one place.
 *
 * `WALLS` are results by the `wall` that a step's kind names (`domain/workshop/step_kinds.py`). A further one is a
 * module of its own here, a line below, and the name in `Wall` there. `VIEWS` are what the screen shows when it is told
 * to (`domain/workshop/room_screen.py`); what is not named in it is no picture, but the words of the step.
 *
 * A view answers with what it drew, or null where there is nothing to show yet. What holds `data-card`s below a
 * `data-column` is fitted by the page: the words get as large as all can be seen, and what finds no place is counted.
 * What has to know its size is marked `data-placed` and listens to `placed`, which it hears when it stands on the screen.
 */

import { answers } from "./answers.js";
import { backstage } from "./backstage.js";
import { board } from "./board.js";
import { channels } from "./channels.js";
import { compare } from "./compare.js";
import { curve } from "./curve.js";
import { decisions } from "./decisions.js";
import { episodes } from "./episodes.js";
import { grid } from "./grid.js";
import { columns } from "./moments.js";
import { paths } from "./paths.js";
import { proposals } from "./proposals.js";
import { reversed } from "./reversed.js";
import { stories } from "./stories.js";
import { talk } from "./talk.js";
import { validate } from "./validate.js";
import { vote } from "./vote.js";

/** @typedef {import("../shown_desk.js").ShownDesk} Desk a desk, with the as-is beside a to-be */
/** @typedef {(desk: Desk) => Node[] | null} View */

/** @type {Record<string, View>} */
export const WALLS = {
  episodes,
  moments: (desk) => columns(desk),
  channels,
  paths,
  answers: (desk) => (asksFeelings(desk) ? curve(desk) : answers(desk)),
  vote,
  grid,
  backstage,
  proposals,
  reversed,
  validate,
  compare,
  stories,
  talk,
  decisions,
};

/** @type {Record<string, View>} */
export const VIEWS = {
  step: (desk) => results(desk),
  results: (desk) => results(desk),
  board,
  curve,
  compare,
  paths,
  stories,
};

/** What the step has made, as soon as everybody may see it. @param {Desk} desk */
function results(desk) {
  const { begun: step, isClosed } = desk;
  const draw = step && !isClosed && !step.private ? WALLS[step.rules.wall ?? ""] : null;
  return draw ? draw(desk) : null;
}

/** @param {Desk} desk */
function asksFeelings({ step }) {
  const { questions = [], items = "moments" } = step.ballot ?? {};
  return items === "moments" && (!questions.length || (questions.length === 1 && questions[0] === "felt"));
}
