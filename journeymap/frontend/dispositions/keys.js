/** What a key means in the list of dispositions. */

const ACTS = /** @type {Record<string, string>} */ ({
  ArrowDown: "next",
  ArrowUp: "previous",
  Enter: "confirm",
  c: "confirm",
  r: "reason",
  g: "give",
  0: "undecided",
});

/** Whether a key asks to take back what was done last. @param {Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey" | "shiftKey">} event */
export function isUndo(event) {
  return event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
}

/**
 * The act of a key, or "": with Ctrl, Alt or Cmd it is the browser's. The numbers are the kinds, in their order.
 *
 * @param {Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey" | "shiftKey">} event
 * @param {readonly string[]} kinds
 * @returns {string}
 */
export function actOf(event, kinds) {
  if (isUndo(event)) return "undo";
  if (event.ctrlKey || event.altKey || event.metaKey) return "";
  return ACTS[event.key] ?? (/^[1-9]$/.test(event.key) ? (kinds[Number(event.key) - 1] ?? "") : "");
}
