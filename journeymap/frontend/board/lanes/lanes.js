/** All lanes, in the order in which they stand by default. */

import { BackstageLane, NeedsLane } from "./notes.js";
import { ChannelsLane } from "./channels.js";
import { CommunicationLane } from "./communication.js";
import { EmotionLane } from "./emotion.js";
import { EpisodesLane } from "./episodes.js";
import { InsightLane } from "./insight.js";
import { MomentsLane } from "./moments.js";

/** @param {import("../board.js").Board} board */
export function makeLanes(board) {
  return [
    new EpisodesLane(board),
    new MomentsLane(board),
    new ChannelsLane(board),
    new NeedsLane(board),
    new EmotionLane(board),
    new BackstageLane(board),
    new InsightLane(board),
    new CommunicationLane(board),
  ];
}
