/** The quarters of the impact–effort grid. Held to `domain/workshop/grid.py`. */

const MIDDLE = 3;

/** In which quarter this stands; what is on the line is given the benefit of the doubt. @param {number} impact @param {number} effort */
export function quadrant(impact, effort) {
  if (impact >= MIDDLE) return effort <= MIDDLE ? "quick" : "big";
  return effort <= MIDDLE ? "fill" : "leave";
}
