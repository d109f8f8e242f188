/** The live board as a component: mounted once, fed by the socket; the page only tells it what is chosen beside it. */

import { mountBoard } from "./workplace.js";

/**
 * @typedef {import("./workplace.js").Given & import("./workplace.js").Now} Data
 * @typedef {import("../types.js").Component<Data>} Component
 */

const root = document.documentElement;

/**
 * As high as the page leaves room for. What lies over its foot, and how low the board may be then, its style says.
 *
 * @param {HTMLElement | ShadowRoot} parent
 * @param {HTMLElement} place
 */
function fit(parent, place) {
  const top = parent.getRootNode();
  const host = /** @type {HTMLElement} */ (top instanceof ShadowRoot ? top.host : parent);
  const page = host.closest("[data-testid=stMain]");
  const from = host.getBoundingClientRect().top + (page?.scrollTop ?? scrollY);
  const high = `100dvh - ${Math.round(from)}px - 1.25rem - var(--board-below, 0px)`;
  place.style.setProperty("--board-height", `max(var(--board-least, 26rem), calc(${high}))`);
}

/** The page's own buttons show these by their style: nothing is rerun for a number. @param {Record<string, number>} counts */
function showCounts(counts) {
  for (const [name, n] of Object.entries(counts)) root.style.setProperty(`--board-${name}`, n ? `"\u2002${n}"` : '""');
}

/**
 * @param {Component} first
 * @returns {import("../types.js").Mounted}
 */
export function mount({ data, parentElement, setTriggerValue }) {
  const place = document.createElement("div");
  parentElement.append(place);
  fit(parentElement, place);
  const mounted = mountBoard(place, data, {
    picked: (what) => setTriggerValue("picked", what),
    moved: (revision) => setTriggerValue("moved", revision),
    asked: (what) => setTriggerValue("asked", what),
    counted: showCounts,
  });
  // For whoever looks at the page from a console.
  Object.assign(place, { board: mounted });
  return {
    /** @param {Component} now */
    show(now) {
      requestAnimationFrame(() => fit(parentElement, place));
      mounted.show(now.data);
    },
    close() {
      mounted.close();
      place.remove();
    },
  };
}
