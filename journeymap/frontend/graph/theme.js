/** How things look: the colours of the theme, nodes and edges as vis-network takes them, and small drawings. */

/** @import { Data, Edge, Node, Sign, Theme } from "./types.js" */

import { el, svg } from "../shared/dom.js";
import { signed } from "../shared/numbers.js";

export const FONT = 20;
export const WIDEST = 142;
/** Few nodes have room for larger words. */
const FEW = 40;
export const FEW_FONT = 25;
export const FEW_WIDEST = 190;
/** From so many edges on, what is slow to draw is left away. */
export const MANY = 900;

/** What a node is called, whole. @param {Node | undefined} node */
export const nameOf = (node) => (node?.told ?? node?.label ?? "").split("\n")[0];

/** @param {number} valence */
export const rounded = (valence) => signed(Math.round(valence * 10) / 10);

/** @param {Element} element @returns {Theme} */
export function themeOf(element) {
  const style = getComputedStyle(element);
  const of = (/** @type {string} */ name) => style.getPropertyValue(`--st-${name}`).trim();
  return {
    text: of("text-color"), ground: of("background-color"), quiet: of("gray-color"), edge: of("border-color"),
    accent: of("primary-color"),
  };
}

/** Seen from afar, everything is drawn larger and the scale of feelings taller, so that the whole journey can be told
 * at a glance: level 0 is close by. @param {number} scale */
export const levelOf = (scale) => (scale < 0.2 ? 2 : scale < 0.38 ? 1 : 0);
export const LARGER = [1, 2, 4];
export const TALLER = [1, 2, 4];

/** Whether a text stands in the node's form, and not below it. @param {Node} node */
export const boxed = (node) => node.shape === "box" || node.shape === "ellipse";

export const isPhone = () => innerWidth <= 640;
export const isFull = () => document.fullscreenElement === document.documentElement;

/** Whether this is a picture of few nodes, far from each other. @param {Data} data */
export const isFew = ({ nodes, view }) => view === "channels" && nodes.length < FEW;

/** What is written below a node; in a box it is as it was made. @param {Node} node @param {Theme} theme @param {{faded: boolean, few: boolean}} how */
function themedFont(node, theme, { faded, few }) {
  if (boxed(node)) return node.font;
  const size = (few ? FEW_FONT : FONT) * (node.fit ?? 1);
  return { ...node.font, size, color: faded ? theme.quiet : theme.text, strokeColor: theme.ground };
}

/** @param {Node} node @param {Theme} theme @param {{level: number, faded: boolean, may: boolean, few: boolean}} how */
export function themedNode(node, theme, { level, faded, may, few }) {
  const y = node.y * TALLER[level];
  const title = node.told ?? node.title;
  if (!node.table && node.fixed) return { ...node, title, y, font: { ...node.font, size: 20 * LARGER[level] } };
  const hollow = Boolean(node.shapeProperties?.borderDashes) && !boxed(node);
  const background = hollow ? theme.ground : node.color.background;
  const chosen = { background, border: theme.text };
  return {
    ...node,
    title,
    y,
    fixed: !may,
    size: (node.size ?? 13) * LARGER[level],
    opacity: faded ? 0.2 : 1,
    borderWidthSelected: node.borderWidth ?? 2,
    chosen: false,
    color: { ...node.color, background, highlight: chosen, hover: chosen },
    font: themedFont(node, theme, { faded, few }),
  };
}

/** A line; one that is no step of a path is the fainter the less it weighs, but for the plain order, which is faint already.
 * @param {Edge} edge @param {Theme} theme @param {{level: number, faded: boolean, plain: boolean, widest: number}} how */
export function themedEdge(edge, theme, { level, faded, plain, widest }) {
  const plainly = edge.kind === "order";
  const weighs = edge.path || plainly || widest < 2 ? 1 : 0.35 + 0.65 * Math.min(1, (1.4 * (edge.width - 1)) / (widest - 1));
  const color = { ...edge.color, opacity: faded ? 0.1 : weighs, highlight: theme.text };
  const simple = plain || level === 2 ? { smooth: false, dashes: false } : {};
  const width = Math.max(edge.width, plainly ? 2 : 0) * LARGER[level];
  return { ...edge, title: edge.told ?? edge.title, width, color: plainly ? { ...color, color: theme.quiet } : color, ...simple };
}

/** @param {{color?: string, dashes?: number[]}} line */
export function lineOf(line) {
  const picture = svg("svg", { width: 30, height: 10, viewBox: "0 0 30 10", "aria-hidden": "true" });
  const dashes = (line.dashes ?? []).join(" ") || "none";
  picture.append(svg("line", { x1: 0, x2: 30, y1: 5, y2: 5, stroke: line.color ?? "currentColor", "stroke-width": 3, "stroke-dasharray": dashes }));
  return picture;
}

/** What the buttons show. @type {Record<string, string>} */
const ICONS = {
  in: "M12 5v14M5 12h14",
  out: "M5 12h14",
  fit: "M3 12h18M6 9l-3 3 3 3M18 9l3 3-3 3",
  full: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
  tidy: "M4 6h16M4 12h10M4 18h16M18 9.5v5M15.5 12h5",
  draw: "M5 19a2 2 0 1 0 0-.01M19 5a2 2 0 1 0 0-.01M6.5 17.5l11-11M17 13v6M14 16h6",
  play: "M8 5l11 7-11 7z",
  pause: "M8 5v14M16 5v14",
  back: "M18 6l-8 6 8 6zM6 6v12",
  next: "M6 6l8 6-8 6zM18 6v12",
  close: "M6 6l12 12M18 6L6 18",
  find: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5L20 20",
};

/** @param {string} name */
export function iconOf(name) {
  const picture = svg("svg", { width: 18, height: 18, viewBox: "0 0 24 24", "aria-hidden": "true" });
  picture.append(svg("path", { d: ICONS[name], fill: "none", stroke: "currentColor", "stroke-width": 2, "stroke-linecap": "round", "stroke-linejoin": "round" }));
  return picture;
}

/** A button with an icon, and a name for who does not see it. @param {string} name @param {string} label @param {() => void} act */
export function buttonOf(name, label, act) {
  const button = el("button", { type: "button", title: label, "aria-label": label, class: `do-${name}` });
  button.append(iconOf(name));
  button.onclick = act;
  return button;
}
