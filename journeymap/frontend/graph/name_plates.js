import { el } from "../shared/dom.js";
import { LARGER, boxed, nameOf } from "./theme.js";

/** So many are named at most: of more, one could not tell which name is whose. */
const NAMED = 60;
/** Between a node and its name, and between two names. */
const APART = 5;

/**
 * @import { Graph } from "./graph.js"
 * @import { Box } from "./types.js"
 */

/** From afar no label can be read: what one is shown or has found is named over the picture, as far as there is room. */
export class NamePlates {
  /** @param {Graph} graph */
  constructor(graph) {
    this.graph = graph;
    this.place = el("div", { class: "names", "aria-hidden": "true" });
    /** @type {Map<string, {text: string, element: HTMLElement, width: number, height: number}>} */
    this.plates = new Map();
  }

  /** After each drawing; whether it names anything. @param {CanvasRenderingContext2D} context */
  draw(context) {
    const { graph, plates } = this;
    const ids = graph.camera.isFar(graph.network.getScale()) ? graph.named().filter((/** @type {string} */ id) => graph.nodes.get(id)) : [];
    const wanted = new Set(ids.length > NAMED ? [] : ids);
    for (const [id, { element }] of plates) {
      if (wanted.has(id)) continue;
      element.remove();
      plates.delete(id);
    }
    if (wanted.size) this.put([...wanted], context);
    return wanted.size > 0;
  }

  /** @param {string[]} ids @param {CanvasRenderingContext2D} context */
  put(ids, context) {
    const { graph } = this;
    const stage = { left: APART, right: graph.stage.clientWidth - APART, top: this.top(), bottom: graph.stage.clientHeight - APART };
    const plates = ids.map((id) => this.write(id));
    const dots = ids.map((id) => this.dot(id));
    const taken = [...dots];
    plates.forEach(({ element, width, height }, n) => {
      const free = (/** @type {Box} */ one) => within(one, stage) && !taken.some((other) => meet(one, other));
      const box = within(dots[n], stage) ? places(dots[n], width, height, stage).find(free) : undefined;
      element.hidden = !box;
      if (!box) return;
      taken.push(box);
      element.style.transform = `translate(${box.left}px, ${box.top}px)`;
      this.join(dots[n], box, context);
    });
  }

  /** A name is measured once, when it is new. @param {string} id */
  write(id) {
    const text = nameOf(this.graph.node(id));
    const known = this.plates.get(id);
    if (known?.text === text) return known;
    known?.element.remove();
    const element = el("span", { class: "name", dir: "auto" }, text);
    this.place.append(element);
    const plate = { text, element, width: element.offsetWidth, height: element.offsetHeight };
    this.plates.set(id, plate);
    return plate;
  }

  /** Below what is said over the picture. */
  top() {
    const { notice } = this.graph.controls;
    return notice.hidden ? APART : notice.offsetTop + notice.offsetHeight + APART;
  }

  /** Where a node is on the stage. @param {string} id @returns {Box} */
  dot(id) {
    const { network, camera } = this.graph;
    const node = this.graph.node(id);
    const at = network.canvasToDOM(network.getPosition(id));
    const radius = (!node || boxed(node) ? 20 : (node.size ?? 13) * LARGER[camera.level]) * network.getScale() + 2;
    return { left: at.x - radius, right: at.x + radius, top: at.y - radius, bottom: at.y + radius };
  }

  /** A line from a node to a name that could not stand right beside it.
   * @param {Box} dot @param {Box} box @param {CanvasRenderingContext2D} context */
  join(dot, box, context) {
    const above = box.bottom < dot.top;
    // Right beside it, or close above or below: that needs no line.
    if ((above ? dot.top - box.bottom : box.top - dot.bottom) <= APART) return;
    const { network, theme } = this.graph;
    const x = (dot.left + dot.right) / 2;
    const start = network.DOMtoCanvas({ x, y: above ? dot.top : dot.bottom });
    const end = network.DOMtoCanvas({ x: Math.min(box.right - APART, Math.max(box.left + APART, x)), y: above ? box.bottom : box.top });
    context.save();
    [context.strokeStyle, context.lineWidth] = [theme.quiet, 1.5 / network.getScale()];
    context.beginPath();
    context.moveTo(start.x, start.y);
    context.lineTo(end.x, end.y);
    context.stroke();
    context.restore();
  }
}

/** Where a name may stand, the best first: right below or above its node, beside it, else farther away.
 * @param {Box} dot @param {number} width @param {number} height @param {Box} stage @returns {Box[]} */
function places(dot, width, height, stage) {
  const middle = (dot.left + dot.right) / 2;
  const left = Math.max(stage.left, Math.min(stage.right - width, middle - width / 2));
  const at = (/** @type {number} */ top, x = left) => ({ left: x, right: x + width, top, bottom: top + height });
  const level = (dot.top + dot.bottom - height) / 2;
  const beside = [at(level, dot.right + APART), at(level, dot.left - APART - width)];
  const rows = [0, 1, 2, 3].map((row) => {
    const away = APART + row * (height + APART);
    return [at(dot.bottom + away), at(dot.top - away - height)];
  });
  return [...rows[0], ...beside, ...rows.slice(1).flat()];
}

/** @param {Box} one @param {Box} other */
const meet = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** @param {Box} inner @param {Box} outer */
const within = (inner, outer) =>
  inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
