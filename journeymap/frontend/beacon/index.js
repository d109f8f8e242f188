/** A beacon as a component: it tells the page when a map that it shows has moved on. */

import { watch } from "./beacon.js";

/**
 * @typedef {import("../types.js").Component<{ revisions: Record<string, number>, least: number }>} Component
 *
 * @param {Component} first
 * @returns {import("../types.js").Mounted}
 */
export function mount({ data, setTriggerValue }) {
  const beacon = watch(data.revisions, (revisions) => setTriggerValue("moved", revisions), data.least);
  return {
    /** @param {Component} now */
    show: (now) => beacon.show(now.data.revisions),
    close: () => beacon.close(),
  };
}
