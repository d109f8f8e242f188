/** When two names mean the same. */

/** A name without case, accents and spaces. @param {string} name */
export function plain(name) {
  return name.normalize("NFKD").replace(/[\p{M}\s]/gu, "").toLowerCase();
}

/**
 * The channel that goes by this name, and that I can see.
 *
 * @param {import("../desk.js").Desk} desk
 * @param {string} name
 */
export function channelCalled({ model }, name) {
  const wanted = plain(name);
  return model.rows("channels").find((row) => plain(row.name) === wanted);
}
