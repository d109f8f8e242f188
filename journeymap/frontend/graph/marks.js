/** What is drawn on the canvas besides nodes and edges. */

import { LARGER, TALLER, boxed, rounded } from "./theme.js";

/** @import { Graph } from "./graph.js" */

/** Before each drawing: a line for every step of the emotion scale.
 * @param {Graph} graph @param {CanvasRenderingContext2D} context */
export function ruled(graph, context) {
  const { camera, data, network, stage, root, theme } = graph;
  if (!data.tall) return;
  const scale = network.getScale();
  const half = stage.clientWidth / scale / 2;
  const left = network.getViewPosition().x - half;
  context.save();
  context.lineWidth = 1 / scale;
  context.font = `${11 / scale}px ${getComputedStyle(root).fontFamily}`;
  for (const step of [2, 1, 0, -1, -2]) {
    const y = -step * data.step * TALLER[camera.level];
    context.strokeStyle = step ? theme.edge : theme.quiet;
    context.beginPath();
    context.moveTo(left, y);
    context.lineTo(left + 2 * half, y);
    context.stroke();
    context.fillStyle = theme.quiet;
    context.fillText(rounded(step), left + 6 / scale, y - 4 / scale);
  }
  context.restore();
}

/** After each drawing: a ring around one node. @param {Graph} graph @param {CanvasRenderingContext2D} context @param {string} id */
export function ringed(graph, context, id) {
  const node = graph.node(id);
  if (!node || !graph.nodes.get(id)) return;
  const { network, theme, camera } = graph;
  const { left, right, top, bottom } = network.getBoundingBox(id);
  const { x, y } = network.getPosition(id);
  const scale = network.getScale();
  const radius = boxed(node) ? 0 : (node.size ?? 13) * LARGER[camera.level] + 7 / scale + 3;
  context.save();
  [context.strokeStyle, context.lineWidth] = [theme.accent, 3.5 / Math.max(scale, 0.4)];
  context.beginPath();
  if (radius) context.arc(x, y, radius, 0, 2 * Math.PI);
  else context.roundRect(left - 5, top - 5, right - left + 10, bottom - top + 10, 8);
  context.stroke();
  context.restore();
}
