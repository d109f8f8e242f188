/**
 * What the room's screen can draw, in one place.
 *
 * `WALLS` are results by the `wall` that a step's kind names (`domain/workshop/step_kinds.py`). A further one is a
 * module of its own here, a line below, and the name in `Wall` there. A view answers with what it drew, or null where
 * there is nothing to show yet. What holds `data-card`s below a `data-column` is fitted by the page: the words get as
 * large as all can be seen, and what finds no place is counted.
 */

import { answers } from "./answers.js";
import { backstage } from "./backstage.js";
import { channels } from "./channels.js";
import { compare } from "./compare.js";
import { episodes } from "./episodes.js";
import { columns } from "./moments.js";
import { paths } from "./paths.js";
import { stories } from "./stories.js";
import { talk } from "./talk.js";
import { validate } from "./validate.js";
import { vote } from "./vote.js";

/** @typedef {import("../../room/desk.js").Desk} Desk */
/** @typedef {(desk: Desk) => Node[] | null} View */

/** @type {Record<string, View>} */
export const WALLS = {
  episodes,
  moments: (desk) => columns(desk),
  channels,
  paths,
  answers,
  vote,
  backstage,
  validate,
  compare,
  stories,
  talk,
};
