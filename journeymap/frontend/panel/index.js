/** The panel of a row as a component: the board's own modules, with a connection of their own. */

import { mountPanel } from "./alone.js";

/**
 * @typedef {import("../types.js").Component<import("./alone.js").Given>} Component
 *
 * @param {Component} first
 * @returns {import("../types.js").Mounted}
 */
export function mount({ data, parentElement, setTriggerValue }) {
  const place = document.createElement("div");
  parentElement.append(place);
  const mounted = mountPanel(place, data, {
    picked: (what) => setTriggerValue("picked", what),
    asked: (what) => setTriggerValue("asked", what),
  });
  // For whoever looks at the page from a console.
  Object.assign(place, { panel: mounted });
  return {
    /** @param {Component} now */
    show: (now) => mounted.show(now.data),
    close() {
      mounted.close();
      place.remove();
    },
  };
}
