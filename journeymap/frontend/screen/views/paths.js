/** The ways through the journey, drawn as lanes below the episodes. */

import { pathBody } from "../../room/steps/paths.js";
import { COLOURS, MOST, cards, vmin } from "../parts.js";

/** @typedef {import("../../room/desk.js").Desk} Desk */

/** @type {typeof import("../../shared/path_chart.js") | null} fetched when there is a way to draw */
let drawn = null;

/** The drawing comes a moment later: then the wall is measured and drawn anew. */
function fetchDrawing() {
  import("../../shared/path_chart.js").then((found) => {
    drawn = found;
    dispatchEvent(new Event("resize"));
  });
}

/** @param {Desk} desk */
export function paths(desk) {
  const { model } = desk;
  const rows = desk.all("paths");
  if (!rows.length) return null;
  if (!drawn) fetchDrawing();
  const ways = rows.map((row) => wayOf(desk, row));
  // Without a drawing their names are enough: forty stops would be all the wall there is.
  if (!drawn || !ways.some(({ stops }) => stops.length)) return cards(rows.map((row) => pathBody(desk, { ...row, id: "" })));
  const episodes = model.rows("episodes").map(({ id, title }) => ({ id, title, moments: model.rows("moments", id).map((one) => one.id) }));
  const textOf = (/** @type {string} */ id) => model.row("moments", id)?.text ?? "…";
  return [drawn.pathChart(episodes, ways.slice(0, MOST), { textOf, vmin, colours: COLOURS })];
}

/** What it is called, how it ends, and the moments on it that are there still. @param {Desk} desk @param {any} row */
function wayOf({ model, say }, { id, name, kind, share }) {
  const stops = model.rows("path_steps", id).flatMap(({ moment }) => (model.row("moments", moment) ? [moment] : []));
  const said = [say(`path-${kind}`), typeof share === "number" ? say("path-share", { n: share }) : "", say("screen-made-moments", { n: stops.length })];
  return { id, name, kind, said: said.filter(Boolean).join(" · "), stops };
}
