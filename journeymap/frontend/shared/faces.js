/** Our own five faces, from very bad to very good: told apart by the mouth alone. No emoji font is needed. */

import { svg } from "./dom.js";

export const FACE_COLOURS = ["#c8553d", "#e8a07a", "#d9d5cc", "#9cc5c9", "#3f8f8b"];
const MOUTHS = [
  "M9 24.5Q16 14.5 23 24.5",
  "M10.5 23Q16 18 21.5 23",
  "M10.5 21.5H21.5",
  "M10.5 20Q16 25 21.5 20",
  "",
];
const LAUGH = "M8.8 18.2H23.2Q22 26.2 16 26.2 10 26.2 8.8 18.2Z";
const BROWS = "M8 8.6L13 10.8M24 8.6L19 10.8";
const INK = "#23262d";

/**
 * The place on the scale of five that stands for a valence, 0 (very bad) to 4 (very good): halfway between two it is
 * the one farther from neutral, as in journeymap/domain/model/emotions.py.
 *
 * @param {number} valence -2 to 2
 */
export function step(valence) {
  const away = Math.min(2, Math.floor(Math.abs(valence) + 0.5));
  return 2 + (valence > 0 ? away : -away);
}

/**
 * A face to put into another drawing, centred on a place.
 *
 * @param {number} valence
 * @param {number} size
 */
export function face(valence, size) {
  const at = step(valence);
  const scale = size / 32;
  return svg(
    "g",
    { class: "face", transform: `scale(${scale}) translate(-16 -16)`, "data-step": at },
    svg("circle", { cx: 16, cy: 16, r: 15, fill: FACE_COLOURS[at] }),
    svg("circle", { cx: 11, cy: 13, r: 2, fill: INK }),
    svg("circle", { cx: 21, cy: 13, r: 2, fill: INK }),
    at === 4 && svg("path", { d: LAUGH, fill: INK }),
    MOUTHS[at] !== "" &&
      svg("path", {
        d: at === 0 ? `${MOUTHS[at]}${BROWS}` : MOUTHS[at],
        fill: "none",
        stroke: INK,
        "stroke-width": 2.4,
        "stroke-linecap": "round",
      }),
  );
}

/**
 * A face on its own.
 *
 * @param {number} valence
 * @param {number} size
 * @param {string} label what it says to somebody who cannot see it
 */
export function faceIcon(valence, size, label) {
  const half = size / 2;
  const icon = svg("svg", { width: size, height: size, class: "face-icon", role: "img", "aria-label": label });
  const drawn = face(valence, size);
  drawn.setAttribute("transform", `translate(${half} ${half}) ${drawn.getAttribute("transform")}`);
  icon.append(drawn);
  return icon;
}
