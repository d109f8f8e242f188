// @ts-check
/** The board's texts, in the person's language: they come from the catalogue with the page. */

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
    const text = chosen ?? texts[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
  };
}
