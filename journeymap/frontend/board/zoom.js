/** Zooming with the wheel (and Ctrl), on a touchpad, and with two fingers. */

import { byHand, clamp } from "./layout.js";

/** @param {import("./board.js").Board} board */
export function listenToZoom(board) {
  const { scroll } = board;
  const across = (/** @type {number} */ clientX) => Math.max(0, clientX - scroll.getBoundingClientRect().left - board.labelWidth);

  scroll.addEventListener(
    "wheel",
    (event) => {
      board.follow(null);
      // A pinch on a touchpad comes as a wheel with Ctrl.
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const by = clamp(event.deltaY, -60, 60);
      board.zoomTo(byHand(board.columnWidth * Math.exp(-by / 200), board.columnWidth), across(event.clientX));
    },
    { passive: false },
  );

  /** @type {{ apart: number, width: number } | null} */
  let pinch = null;
  scroll.addEventListener(
    "touchmove",
    (event) => {
      if (event.touches.length !== 2) return;
      const [one, other] = event.touches;
      const apart = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
      event.preventDefault();
      pinch ??= { apart, width: board.columnWidth };
      board.follow(null);
      const width = (pinch.width * apart) / Math.max(1, pinch.apart);
      board.zoomTo(byHand(width, board.columnWidth), across((one.clientX + other.clientX) / 2));
    },
    { passive: false },
  );
  for (const name of /** @type {const} */ (["touchend", "touchcancel"])) scroll.addEventListener(name, () => (pinch = null));
}
