/** Where a long prompt is folded: at the end of a sentence, and not before a pattern that one writes by. */

const END = /[.!?]["”’»)]*\s+(?=["“„‘«(\p{Lu}\d])/gu;
/** With less than that one does not know what to do. */
const LEAST = 20;

/**
 * What stands there at once, and what one reads on; the second is empty where all stands there.
 *
 * @param {string} text
 * @returns {[string, string]}
 */
export function folded(text) {
  // “I … through … because I need …” is what one writes by.
  const pattern = text.lastIndexOf("…");
  const ends = [...text.matchAll(END)].map(({ 0: end, index }) => index + end.length);
  const at = ends.find((end) => end >= LEAST && end > pattern) ?? text.length;
  return [text.slice(0, at).trim(), text.slice(at).trim()];
}
