/** What a key means while somebody types: what an input method needs is not ours, and what is ours is not the page's. */

/**
 * Whether a key belongs to an input method: the Enter that confirms Japanese, Chinese or Korean is part of the word.
 * Safari says it after the composition has ended; then only its number tells.
 *
 * @param {KeyboardEvent} event
 */
export function composes(event) {
  return event.isComposing || event.keyCode === 229;
}

/**
 * Hear the keys that are pressed in a place, but for those that belong to an input method.
 * The only way in which any module of ours listens to the keyboard.
 *
 * @param {EventTarget} place
 * @param {(event: KeyboardEvent) => void} hear
 * @param {boolean} [first] before what is inside the place hears of it
 * @returns {() => void} stop listening
 */
export function onKeys(place, hear, first = false) {
  const listen = (/** @type {Event} */ event) => {
    if (!composes(/** @type {KeyboardEvent} */ (event))) hear(/** @type {KeyboardEvent} */ (event));
  };
  place.addEventListener("keydown", listen, first);
  return () => place.removeEventListener("keydown", listen, first);
}

/**
 * Whatever is pressed in this place stays in it: Streamlit runs the page anew at `r`, offers to clear its caches at
 * `c`, and takes Escape for itself.
 *
 * @param {EventTarget} place
 */
export function keepKeys(place) {
  for (const name of ["keydown", "keypress", "keyup"]) place.addEventListener(name, (event) => event.stopPropagation());
}
