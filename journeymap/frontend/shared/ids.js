/** Names for what is made here. */

/** An id nobody else has: 80 random bits in the alphabet of ids. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
