/** Numbers as people read them. */

/** A valence with its sign. @param {number} value @param {string} [language] as it is written there; else as in code */
export function signed(value, language) {
  const size = Math.abs(value);
  return (value > 0 ? "+" : value < 0 ? "−" : "") + (language ? size.toLocaleString(language) : String(size));
}
