/** Our texts, in the person's language: they come from the catalogue with the page. */

/** @typedef {(key: string, values?: Record<string, any>) => string} Say */

/**
 * @param {Record<string, string>} texts keys without `board-`; `{name}` is filled; a key with `-one`
 *   and `-other` behind it is chosen by `n`
 * @param {string} language
 * @returns {Say}
 */
export function sayer(texts, language) {
  const plural = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const chosen = "n" in values ? (texts[`${key}-${plural.select(Number(values.n))}`] ?? texts[`${key}-other`]) : undefined;
    return filled(chosen ?? texts[key] ?? key, values);
  };
}

/**
 * A text with its placeables filled in.
 *
 * @param {string} text
 * @param {Record<string, any>} values
 */
export function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
