/** The graph as a component: the same picture from run to run. */

import { Graph } from "./graph.js";

/**
 * @typedef {import("../types.js").Component<import("./types.js").Data>} Component
 *
 * @param {Component} first
 * @returns {import("../types.js").Mounted}
 */
export function mount({ parentElement: place }) {
  let graph = new Graph(place);
  return {
    /** @param {Component} component */
    show(component) {
      if (!graph.root.isConnected) {
        graph.destroy();
        graph = new Graph(place);
      }
      graph.show(component);
    },
    close: () => graph.destroy(),
  };
}
