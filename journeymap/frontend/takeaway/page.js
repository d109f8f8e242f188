/**
 * What moves in the page that is taken away: the graph, its table with the same selection, the filter by path. It stands
 * in the page itself, and what it imports stands there before it (journeymap.graph.takeaway).
 */

import { LEADING, LEAST, placed } from "../graph/label_places.js";

/**
 * @typedef {import("../graph/types.js").Node} Node
 * @typedef {import("../graph/types.js").Edge} Edge
 * @typedef {import("../graph/types.js").Options} Options
 * @typedef {{ text: string, halo: string }} Ground what its words are written with, and what surrounds them
 * @typedef {{ nodes: (Node & { order: number })[], edges: Edge[], options: Options, grounds: Record<string, Ground>,
 *   letters: { size: number, width: number }, whole: boolean, below: boolean }} Data as journeymap.graph.takeaway makes it
 */

const root = document.documentElement;

/** @param {string} id @returns {HTMLElement} */
const byId = (id) => {
  const found = document.getElementById(id);
  if (!found) throw new TypeError(`There is no #${id}.`);
  return found;
};
/** @type {Data} */
const data = JSON.parse(byId("graph-data").textContent ?? "");

/* Its letters are in this file; the canvas measures words before it draws them. */
const signs = new Set(data.nodes.flatMap((node) => [...node.label]));
await document.fonts.load(`16px ${data.options.nodes.font.face}`, [...signs].join("")).catch(() => []);

for (const thing of [...data.nodes, ...data.edges]) thing.title = thing.told; // shown as text
data.options.nodes.widthConstraint = { maximum: data.letters.width };
data.options.nodes.scaling = { label: { drawThreshold: LEAST } };
for (const node of data.nodes) {
  node.font = { size: data.letters.size * (node.fit ?? 1), ...node.font };
  // What stands below a node is written by `write`, where it has room.
  if (node.shape !== "box") node.scaling = { label: { drawThreshold: 1e6 } };
}
fade();
const nodes = new vis.DataSet(data.nodes);
const edges = new vis.DataSet(data.edges);
const walk = data.nodes.filter((node) => node.order >= 0).sort((one, other) => one.order - other.order);
const graph = new vis.Network(byId("graph"), { nodes, edges }, data.options);
/** @type {string | null} */
let chosen = null;

/** What is no step of a path is the fainter the less it weighs: hundreds of lines are no knot then. */
function fade() {
  const widest = Math.max(1, ...data.edges.map((edge) => edge.width));
  if (widest < 2) return;
  for (const edge of data.edges) {
    if (edge.path) continue;
    edge.color = { ...edge.color, opacity: 0.35 + 0.65 * Math.min(1, (1.4 * (edge.width - 1)) / (widest - 1)) };
  }
}

/** Text and edges of text follow the ground; colours of things stay. @param {string} name */
function ground(name) {
  root.dataset.ground = name;
  const now = data.grounds[name];
  const was = Object.values(data.grounds);
  const painted = (/** @type {string} */ color) => {
    if (was.some((known) => known.text === color)) return now.text;
    return was.some((known) => known.halo === color) ? now.halo : color;
  };
  nodes.update(data.nodes.map((node) => ({
    id: node.id,
    color: {
      border: node.color.border,
      background: painted(node.color.background),
      highlight: { background: painted(node.color.highlight.background), border: now.text },
      hover: { background: painted(node.color.hover.background), border: now.text },
    },
    font: node.kind === "episode" ? node.font : { ...node.font, color: now.text, strokeColor: now.halo },
  })));
}

/** @type {Map<string | null | undefined, HTMLTableRowElement>} */
const rows = new Map();
for (const row of document.querySelectorAll("tr")) if (row.dataset.node !== undefined) rows.set(row.dataset.node, row);

/** @param {string | null} id @param {boolean} look at it from near by */
function choose(id, look) {
  rows.get(chosen)?.removeAttribute("aria-selected");
  chosen = id;
  rows.get(id)?.setAttribute("aria-selected", "true");
  byId("told").textContent = nodes.get(id)?.told ?? "";
  graph.selectNodes(id === null ? [] : [id]);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (look && id !== null) graph.focus(id, { scale: Math.max(0.8, graph.getScale()), animation: !calm });
}

/** Arrows walk along all nodes. @param {KeyboardEvent} event */
function step(event) {
  if (event.isComposing || event.keyCode === 229 || !walk.length) return;
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by) return;
  event.preventDefault();
  const at = walk.findIndex((node) => node.id === chosen);
  choose(walk[at < 0 ? 0 : (at + by + walk.length) % walk.length].id, true);
}

/** A long journey is a thread where all of it is shown: begin where it begins, near enough to be read. */
function begin() {
  const start = walk[0];
  const scale = 0.8;
  if (!start || data.whole || graph.getScale() >= 0.4) return;
  const { clientWidth, clientHeight } = byId("graph");
  const down = data.below ? (0.3 * clientHeight) / scale : 0;
  graph.moveTo({ position: { x: start.x + (0.4 * clientWidth) / scale, y: start.y + down }, scale });
}

/** Labels below nodes: never smaller than can be read, none over another, the chosen one first. @param {CanvasRenderingContext2D} context */
function write(context) {
  const { size, width } = data.letters;
  const scale = graph.getScale();
  const face = data.options.nodes.font.face;
  const { clientWidth, clientHeight } = byId("graph");
  const measure = (/** @type {string} */ text, /** @type {number} */ letters) => {
    context.font = `${letters}px ${face}`;
    return context.measureText(text).width;
  };
  context.save();
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  const seen = data.nodes.map((node) => ({ node, ...reach(node, scale) }));
  const wishes = seen.filter(({ node }) => node.shape !== "box").map(({ node, left, right, top, bottom }) => ({
    id: node.id, text: node.label, x: (left + right) / 2, y: (top + bottom) / 2, radius: (right - left) / 2,
    size: Math.max(LEAST, Math.min(20, size * scale)), width: Math.max(84, width * scale), rank: node.id === chosen ? 1e6 : (node.size ?? 13),
  }));
  const now = data.grounds[root.dataset.ground ?? "light"];
  [context.textBaseline, context.textAlign, context.lineJoin, context.lineWidth] = ["top", "center", "round", 4];
  [context.strokeStyle, context.fillStyle] = [now.halo, now.text];
  for (const label of placed(wishes, seen, measure, { left: 0, top: 0, right: clientWidth, bottom: clientHeight })) {
    context.font = `${label.size}px ${face}`;
    label.lines.forEach((line, n) => {
      const at = /** @type {[string, number, number]} */ ([line, (label.left + label.right) / 2, label.top + n * label.size * LEADING]);
      context.strokeText(...at);
      context.fillText(...at);
    });
  }
  context.restore();
}

/** Where a node is in the picture, in pixels. @param {Node} node @param {number} scale */
function reach(node, scale) {
  const { x, y } = graph.canvasToDOM(graph.getPosition(node.id));
  if (node.shape !== "box") {
    const radius = (node.size ?? 13) * scale + 1;
    return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
  }
  const { left, right, top, bottom } = graph.getBoundingBox(node.id);
  const [start, end] = [graph.canvasToDOM({ x: left, y: top }), graph.canvasToDOM({ x: right, y: bottom })];
  return { left: start.x, right: end.x, top: start.y, bottom: end.y };
}

graph.on("afterDrawing", write);
graph.on("selectNode", ({ nodes: [id] }) => choose(id, false));
graph.on("deselectNode", () => choose(null, false));
graph.once("afterDrawing", () => { byId("graph").dataset.drawn = String(data.nodes.length); });
for (const [id, row] of rows) row.querySelector("button")?.addEventListener("click", () => choose(id ?? null, true));
byId("graph").addEventListener("keydown", step);
for (const box of document.querySelectorAll("input")) {
  const { path } = box.dataset;
  if (path === undefined) continue;
  box.addEventListener("change", () => {
    edges.update(data.edges.filter((edge) => edge.path === path).map((edge) => ({ id: edge.id, hidden: !box.checked })));
  });
}
byId("whole").addEventListener("click", () => graph.fit());
byId("ground").addEventListener("click", () => ground(root.dataset.ground === "dark" ? "light" : "dark"));
begin();
ground(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
