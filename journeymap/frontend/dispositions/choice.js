/** A list to choose from that acts once somebody has chosen: walking through it with the arrows decides nothing yet. */

import { onKeys } from "../shared/keyboard.js";

/** Keys that open the list, in which Enter chooses. @param {KeyboardEvent} event */
const opens = (event) => event.key === " " || event.key === "F4" || (event.altKey && event.key.startsWith("Arrow"));

/**
 * @param {HTMLSelectElement} box
 * @param {() => void} act
 */
export function choosing(box, act) {
  let walks = false;
  const at = box.value;
  box.addEventListener("pointerdown", () => (walks = false));
  box.addEventListener("blur", () => {
    if (walks) box.value = at;
    walks = false;
  });
  onKeys(box, (event) => {
    if (event.key === "Enter" && walks) act();
    if (event.key !== "Tab") walks = !opens(event) && event.key !== "Enter";
  });
  box.addEventListener("change", () => {
    if (!walks) act();
  });
}
