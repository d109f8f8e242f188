/**
 * How things look: the colours of the theme, nodes and edges as vis-network takes them, and small drawings.
 * This file, strip.js, eye.js and graph.js are one module: Python puts them one behind the other.
 *
 * @typedef {{id: string, x: number, y: number, kind: string, episode: string, size?: number, label: string, color: any,
 *   font: any, shapeProperties?: any}} Node   as journeymap.graph.drawing makes it
 * @typedef {{id: string, from: string, to: string, kind: string, path: string | null, width: number}} Edge
 * @typedef {{id: string, label: string, color: string}} Episode
 * @typedef {{id: string, label: string, kind: string, color: string, dashes: number[]}} Path   `id` is "" for the plain order
 * @typedef {{id: string, episode: string, told: string, x: number, y: number, color: string}} Moment   in the order of the journey
 * @typedef {{text: string, ground: string, quiet: string, edge: string}} Theme
 * @typedef {{nodes: Node[], edges: Edge[], options: any, moments: Moment[], episodes: Episode[], paths: Path[],
 *   selected: string, step: number, words: Record<string, string>, vis: string}} Data
 */

const SVG = "http://www.w3.org/2000/svg";
const FONT = 18;
const WIDEST = 142;

/** @param {string} name @param {Record<string, string | number>} [attributes] @param {string} [text] */
function make(name, attributes = {}, text) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text !== undefined) element.textContent = text;
  return element;
}

/** @param {string} name @param {Record<string, string | number>} [attributes] */
function drawn(name, attributes = {}) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** @param {Element} element @returns {Theme} */
function themeOf(element) {
  const style = getComputedStyle(element);
  const of = (name) => style.getPropertyValue(`--st-${name}`).trim();
  return { text: of("text-color"), ground: of("background-color"), quiet: of("gray-color"), edge: of("border-color") };
}

/** Seen from afar, everything is drawn larger and the scale of feelings taller, so that the whole journey can be told
 * at a glance: level 0 is close by. @param {number} scale */
const levelOf = (scale) => (scale < 0.2 ? 2 : scale < 0.38 ? 1 : 0);
const LARGER = [1, 2, 4];
const TALLER = [1, 2, 4];

/** @param {Node} node @param {Theme} theme @param {number} level @param {boolean} faded */
function themedNode(node, theme, level, faded) {
  const y = node.y * TALLER[level];
  if (node.kind === "episode") return { ...node, y, font: { ...node.font, size: 20 * LARGER[level] } };
  const hollow = Boolean(node.shapeProperties?.borderDashes);
  const background = hollow ? theme.ground : node.color.background;
  const chosen = { background, border: theme.text };
  return {
    ...node,
    y,
    size: node.size * LARGER[level],
    opacity: faded ? 0.22 : 1,
    borderWidthSelected: 5 * LARGER[level],
    color: { ...node.color, background, highlight: chosen, hover: chosen },
    font: { ...node.font, size: FONT, color: faded ? theme.quiet : theme.text, strokeColor: theme.ground },
  };
}

/** @param {Edge} edge @param {number} level @param {boolean} hidden */
const themedEdge = (edge, level, hidden) => ({ ...edge, hidden, width: edge.width * LARGER[level] });

/** @param {Path} path */
function lineOf(path) {
  const svg = drawn("svg", { width: 30, height: 10, viewBox: "0 0 30 10", "aria-hidden": "true" });
  svg.append(drawn("line", { x1: 0, x2: 30, y1: 5, y2: 5, stroke: path.color, "stroke-width": 3, "stroke-dasharray": path.dashes.join(" ") || "none" }));
  return svg;
}

/** What the toolbar's buttons show. */
const ICONS = {
  in: "M12 5v14M5 12h14",
  out: "M5 12h14",
  fit: "M3 12h18M6 9l-3 3 3 3M18 9l3 3-3 3",
  full: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
};

/** @param {string} name */
function iconOf(name) {
  const svg = drawn("svg", { width: 18, height: 18, viewBox: "0 0 24 24", "aria-hidden": "true" });
  svg.append(drawn("path", { d: ICONS[name], fill: "none", stroke: "currentColor", "stroke-width": 2, "stroke-linecap": "round", "stroke-linejoin": "round" }));
  return svg;
}
