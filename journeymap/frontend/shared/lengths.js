/**
 * How long a text is for the person who reads it: the rule of journeymap/domain/text/lengths.py, of which a test holds that
 * it never finds a text longer than this one does. What fits here fits there.
 */

/** So many code points make up a character at most; where there are more, as in a stack of accents, they count. */
const PARTS = 10;

/** Made when it is first needed, for that takes a while. @type {Intl.Segmenter | undefined} */
let characters;

/** Where a text that is pasted goes on in another line: also at the soft break of presentations, and between paragraphs. */
export const BREAKS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/**
 * A text as the server keeps it. What nobody can see and no map can hold goes (bells, nulls); what is half a
 * character, or none, is shown as one that is missing.
 *
 * @param {string} text
 */
export function readable(text) {
  return text
    .replace(new RegExp(BREAKS, "g"), "\n")
    .replace(/[\p{Cs}\p{NChar}]/gu, "\ufffd")
    .replace(/(?![\n\t])\p{Cc}/gu, "")
    .normalize("NFC");
}

/** The same in one line, without what surrounds it. @param {string} text */
export function inOneLine(text) {
  return readable(text).replace(/\s+/g, " ").trim();
}

/**
 * Characters as a person sees them: a family, a flag or a letter with its accents is one.
 *
 * @param {string} text
 */
export function lengthOf(text) {
  const whole = text.normalize("NFC");
  let seen = 0;
  characters ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  for (const _one of characters.segment(whole)) seen += 1;
  return Math.max(seen, Math.ceil([...whole].length / PARTS));
}
