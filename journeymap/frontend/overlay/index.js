/** The picture of an as-is and its to-be as a component: overlay, side by side, on a beamer and on paper. */

import { keepKeys } from "../shared/keyboard.js";
import { query } from "../shared/dom.js";
import { BothMaps } from "./both.js";

/**
 * @param {import("./types.js").Component} first
 * @returns {import("../types.js").Mounted}
 */
export function mount({ parentElement }) {
  const both = new BothMaps(parentElement);
  keepKeys(query(parentElement, ".tools"));
  return {
    /** @param {import("./types.js").Component} component */
    show: (component) => both.show(component),
    close: () => both.close(),
  };
}
