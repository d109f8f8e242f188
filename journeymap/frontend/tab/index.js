/** A link to another page of ours, in a tab of its own that is used again. */

import { query } from "../shared/dom.js";
import { keepKeys } from "../shared/keyboard.js";

/** Drawn by us, for Streamlit's icons are not to be had in here. @type {Record<string, string>} */
const ICONS = {
  phone: "M8 3h8a1.500 1.500 0 0 1 1.500 1.500v15A1.500 1.500 0 0 1 16 21H8a1.500 1.500 0 0 1-1.500-1.500v-15A1.500 1.500 0 0 1 8 3zM10.500 18h3",
  screen: "M4 5h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM8.500 20.500h7M12 17v3.500",
};

/**
 * @typedef {{ label: string, address: string, tab: string, icon: string, main: boolean, tip: string }} Data
 * @typedef {import("../types.js").Component<Data>} Component
 *
 * @param {Component} first
 * @returns {import("../types.js").Mounted}
 */
export function mount({ parentElement: root }) {
  const link = query(root, "a", HTMLAnchorElement);
  keepKeys(link);
  return {
    /** @param {Component} component */
    show({ data }) {
      link.className = data.main ? "main" : "quiet";
      link.href = new URL(data.address, document.baseURI).href;
      // A tab of this name is used again; with `noopener` there would be a new one each time. The page is our own.
      link.target = data.tab;
      link.title = data.tip;
      query(link, "path", SVGElement).setAttribute("d", ICONS[data.icon]);
      query(link, "span").textContent = data.label;
    },
    close() {},
  };
}
