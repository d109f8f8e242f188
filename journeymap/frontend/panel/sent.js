/** What a row became in trackers: each item as a link, with the tracker's own word for how far it is. */

import { el } from "../shared/dom.js";

/**
 * @param {import("./panel.js").Panel} panel
 * @param {string} id
 * @returns {import("./panel.js").View[]}
 */
export function sent(panel, id) {
  const { host } = panel;
  if (!host.sent) return [];
  const element = el("p", { class: "hint sent-items", "data-sent": id });
  let said = "";
  return [
    {
      element,
      show() {
        const items = host.sent?.(id) ?? [];
        element.hidden = !items.length;
        const now = JSON.stringify(items);
        if (now === said) return;
        said = now;
        element.replaceChildren(...items.map((item) => one(panel, item)));
      },
    },
  ];
}

/**
 * @param {import("./panel.js").Panel} panel
 * @param {import("../board/sent.js").Item} item
 */
function one(panel, { key, status, url, gone }) {
  if (gone) return el("span", { text: `${key}: ${panel.say("map-sent-gone")}` });
  const link = url ? el("a", { href: url, target: "_blank", rel: "noopener noreferrer", text: key }) : key;
  return el("span", {}, link, ` ${status}`);
}
