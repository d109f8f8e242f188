/** Numbers as people read them. */

/** A valence with its sign. @param {number} value */
export function signed(value) {
  return (value > 0 ? "+" : "") + String(value).replace("-", "−");
}
