/** For pages that show a map but are no board: says when it has changed, at most once a second. */

import { paced } from "../shared/throttle.js";
import { Socket } from "../live/socket.js";

/**
 * @param {Record<string, number>} shown the revision that the page shows, by map
 * @param {(maps: Record<string, number>) => void} moved
 * @param {number} [least] milliseconds between two times that it says so
 */
export function watch(shown, moved, least) {
  let known = { ...shown };
  const now = { ...shown };
  /** @type {Record<string, number>} */
  const erasures = {};
  // Names were taken out of the map: the page is drawn anew though no revision says so.
  let reworded = false;
  const news = paced(() => {
    if (!reworded && !Object.keys(now).some((map) => now[map] > known[map])) return;
    reworded = false;
    moved({ ...now });
  }, least);
  const sockets = Object.keys(shown).map((map) => {
    const socket = new Socket(`live/maps/${encodeURIComponent(map)}`);
    socket.addEventListener("open", () => socket.send({ type: "hello", since: now[map], erasures: erasures[map] ?? 0, watching: true }));
    socket.addEventListener("frame", (event) => {
      const { type, revision, to, fresh, ...frame } = /** @type {CustomEvent} */ (event).detail;
      if (type === "bye" && fresh) {
        reworded = true;
        news.ask();
      }
      if (typeof frame.erasures === "number") erasures[map] = frame.erasures;
      if (!["operations", "welcome", "snapshot"].includes(type)) return;
      now[map] = Math.max(now[map], revision ?? to ?? 0);
      if (now[map] > known[map]) news.ask();
    });
    socket.open();
    return socket;
  });
  return {
    /** @param {Record<string, number>} revisions what the page shows now */
    show(revisions) {
      known = { ...revisions };
      for (const map of Object.keys(now)) now[map] = Math.max(now[map], known[map] ?? 0);
    },
    close() {
      news.close();
      for (const socket of sockets) socket.close();
    },
  };
}
