/** Labels over the picture, drawn by us: never smaller than can be read, and none over another (`label_places.js`). */

import { LEADING, LEAST, inside, placed } from "./label_places.js";
import { FEW_FONT, FEW_WIDEST, FONT, LARGER, WIDEST, boxed, isFew } from "./theme.js";

/**
 * @import { Box, Node } from "./types.js"
 * @import { Graph } from "./graph.js"
 * @import { Placed, Wish } from "./label_places.js"
 * @typedef {{node: Node, at: {x: number, y: number}, box: Box}} InSight a node with its middle and its box on the stage
 */

/** So large letters become at most, however near one is. */
const LARGEST = 20;
/** So wide a label is at least, on the screen: what is narrower breaks every word. */
const NARROWEST = 84;
/** Between the edge of a box and its words, as it was made; and how round a box is that says nothing of it. */
const [MARGIN, ROUND] = [8, 6];
/** Of more nodes in sight only these are thought of: nobody reads more at once. */
const MOST = 400;
/** Teams, systems, channels: what a picture is about beside its micro-moments. */
const MAIN = new Set(["team", "system", "channel"]);

export class Labels {
  /** @type {Placed[]} the ones of the last drawing, in the stage's pixels */
  shown = [];
  /** @type {Set<string> | null} what stays bright in this drawing */
  bright = null;
  /** @type {Map<string, number>} */
  #widths = new Map();

  /** @param {Graph} graph */
  constructor(graph) {
    this.graph = graph;
  }

  /** After each drawing. @param {CanvasRenderingContext2D} context */
  draw(context) {
    const { network, stage } = this.graph;
    const scale = network.getScale();
    this.bright = this.graph.bright();
    const sight = { left: 0, top: 0, right: stage.clientWidth, bottom: stage.clientHeight };
    context.save();
    context.textBaseline = "top";
    const measure = (/** @type {string} */ text, /** @type {number} */ size) => this.#wide(context, text, size);
    const inSight = this.#inSight(sight, scale);
    const outside = this.#fill(context, inSight, scale, measure);
    const wishes = [...outside, ...this.#wishes(inSight, scale)];
    this.shown = placed(wishes, inSight.map(({ box }) => box), measure, sight);
    for (const label of this.shown) this.#write(context, label, scale);
    context.restore();
  }

  /** The node whose label is at this point of the stage, if there is one. @param {{x: number, y: number}} point */
  at({ x, y }) {
    return this.shown.find(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom)?.id;
  }

  /** @param {Box} sight @param {number} scale */
  #inSight(sight, scale) {
    const { network, nodes, camera } = this.graph;
    const found = [];
    for (const node of this.graph.data.nodes) {
      if (!nodes.get(node.id)) continue;
      const at = network.canvasToDOM(network.getPosition(node.id));
      const box = boxed(node) ? this.#boxOf(node.id) : around(at, (node.size ?? 13) * LARGER[camera.level] * scale + 1);
      if (box.right < sight.left || box.left > sight.right || box.bottom < sight.top - 80 || box.top > sight.bottom) continue;
      found.push({ node, at, box });
    }
    return found;
  }

  /** @param {string} id @returns {Box} */
  #boxOf(id) {
    const { network } = this.graph;
    const { left, right, top, bottom } = network.getBoundingBox(id);
    const [start, end] = [network.canvasToDOM({ x: left, y: top }), network.canvasToDOM({ x: right, y: bottom })];
    return { left: start.x, top: start.y, right: end.x, bottom: end.y };
  }

  /** @param {InSight[]} inSight @param {number} scale @returns {Wish[]} */
  #wishes(inSight, scale) {
    const few = isFew(this.graph.data);
    const [font, widest] = few ? [FEW_FONT, FEW_WIDEST] : [FONT, WIDEST];
    const size = Math.round(2 * Math.max(LEAST + 0.5, Math.min(LARGEST, font * scale))) / 2;
    const width = Math.max(NARROWEST, widest * scale);
    const wishes = inSight
      .filter(({ node }) => !boxed(node))
      .map(({ node, at, box }) => ({
        id: node.id, text: node.label, x: at.x, y: at.y, radius: (box.right - box.left) / 2, size, width, rank: this.#rank(node),
      }));
    return wishes.length > MOST ? wishes.sort((one, other) => other.rank - one.rank).slice(0, MOST) : wishes;
  }

  /** How important a label is: where one stands, what stands out, then what the picture is about. @param {Node} node */
  #rank(node) {
    const { at, lit, hovered } = this.graph;
    const strong = (node.borderWidth ?? 2) > 2;
    const asked = [at, lit, hovered].includes(node.id);
    const first = Number(asked) * 1e6 + Number(this.bright?.has(node.id) ?? false) * 1e3;
    return first + Number(strong) * 200 + Number(MAIN.has(node.kind)) * 100 + (node.size ?? 13) / 10 - (node.order ?? 0) / 1e9;
  }

  /** A label with a halo, so that no line runs through its words.
   * @param {CanvasRenderingContext2D} context @param {Placed} label @param {number} scale */
  #write(context, label, scale) {
    const { network, theme } = this.graph;
    const faded = this.bright?.has(label.id) === false;
    const { x, y } = network.DOMtoCanvas({ x: (label.left + label.right) / 2, y: label.top });
    context.font = this.#font(label.size / scale);
    context.textAlign = "center";
    [context.lineJoin, context.lineWidth, context.strokeStyle] = ["round", 4 / scale, theme.ground];
    context.fillStyle = faded ? theme.quiet : theme.text;
    label.lines.forEach((line, n) => {
      const top = y + (n * label.size * LEADING) / scale;
      context.strokeText(line, x, top);
      context.fillText(line, x, top);
    });
  }

  /** Words in boxes: as they were made where they can be read like that, else as much as has room. A heading for which
   * there is none would like to stand beside its box.
   * @param {CanvasRenderingContext2D} context @param {InSight[]} inSight @param {number} scale
   * @param {(text: string, size: number) => number} measure @returns {Wish[]} */
  #fill(context, inSight, scale, measure) {
    const { level } = this.graph.camera;
    context.textAlign = "center";
    /** @type {Wish[]} */
    const outside = [];
    for (const { node, at, box } of inSight) {
      if (!boxed(node)) continue;
      const edge = cornerOf(node) * scale;
      const width = box.right - box.left - 2 * edge - Math.max(6, 2 * MARGIN * scale);
      const height = box.bottom - box.top - 2 * edge - 2;
      const wanted = Math.max(LEAST, writtenAt(node, level) * scale);
      const size = inside(node.label, width, height, measure, wanted).length ? wanted : LEAST;
      const lines = inside(node.label, width, height, measure, size);
      if (lines.length) this.#writeInside(context, node, box, { lines, size }, scale);
      else if (isHeading(node)) outside.push(headline(node, at, box));
    }
    return outside;
  }

  /** @param {CanvasRenderingContext2D} context @param {Node} node @param {Box} box
   * @param {{lines: string[], size: number}} words @param {number} scale */
  #writeInside(context, node, box, { lines, size }, scale) {
    const tall = lines.length * size * LEADING;
    const middle = (box.left + box.right) / 2;
    const top = this.graph.network.DOMtoCanvas({ x: middle, y: (box.top + box.bottom - tall) / 2 + 1 });
    context.font = this.#font(size / scale);
    context.fillStyle = isHeading(node) ? (node.font.color ?? this.graph.theme.text) : this.#ink(node);
    lines.forEach((line, n) => context.fillText(line, top.x, top.y + (n * size * LEADING) / scale));
  }

  /** @param {Node} node */
  #ink(node) {
    const { theme } = this.graph;
    return this.bright?.has(node.id) === false ? theme.quiet : (node.font.color ?? theme.text);
  }

  /** @param {number} size */
  #font(size) {
    return `${size}px ${this.graph.data.options.nodes.font.face}`;
  }

  /** A text is measured once, at one size: it grows with its letters.
   * @param {CanvasRenderingContext2D} context @param {string} text @param {number} size */
  #wide(context, text, size) {
    let width = this.#widths.get(text);
    if (width === undefined) {
      if (this.#widths.size > 20_000) this.#widths.clear();
      context.font = this.#font(100);
      width = context.measureText(text).width / 100;
      this.#widths.set(text, width);
    }
    return width * size;
  }
}

/** How much vis-network adds to a box on each side when asked how large it is: the radius of its corners. @param {Node} node */
const cornerOf = ({ shapeProperties }) => shapeProperties?.borderRadius ?? ROUND;

/** @param {Node} node */
const isHeading = (node) => !node.table && Boolean(node.fixed);

/** How large vis-network writes in a box. @param {Node} node @param {number} level */
const writtenAt = (node, level) => (isHeading(node) ? FONT * LARGER[level] : (node.font.size ?? FONT));

/** What a heading would like where its box is too low for words. @param {Node} node @param {{x: number, y: number}} at @param {Box} box @returns {Wish} */
const headline = (node, at, box) => ({
  id: node.id, text: node.label, x: at.x, y: at.y, radius: (box.bottom - box.top) / 2, size: LEAST, rank: 500, width: Math.max(40, box.right - box.left),
});

/** @param {{x: number, y: number}} at @param {number} radius @returns {Box} */
const around = ({ x, y }, radius) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
