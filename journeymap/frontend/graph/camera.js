import { still } from "../shared/dom.js";
import { FEW_FONT, FEW_WIDEST, TALLER, boxed, levelOf } from "./theme.js";

/** From here on labels can be read. */
const CLOSE = 0.55;
/** A flat journey is not looked at from nearer: its words are as large as those of the page. */
const NEAR = 0.72;
const GLIDE = 250;
const [NEAREST, FARTHEST] = [2.5, 0.03];
/** Pixels beside, and above and below, for what is named from afar. */
const NAMES = { wide: 50, high: 80 };

/** @import { Box, Data, Network, Node, Place } from "./types.js" */

/** Where one looks, from how far, and how one gets there. Places are as they are close by: `levelOf` says the rest. */
export class Camera {
  /** @type {Network | null} */
  #network = null;

  /**
   * @param {HTMLElement} stage
   * @param {() => void} put draws everything anew, for this level
   */
  constructor(stage, put) {
    this.stage = stage;
    this.put = put;
    this.level = 0;
    this.tall = true;
    this.few = false;
    this.close = CLOSE;
    /** Whether it is on its way to where it looks. */
    this.moving = false;
    this.frame = 0;
  }

  /** There is none before the first picture; nothing is looked at then. */
  get network() {
    if (!this.#network) throw new Error("There is no picture yet.");
    return this.#network;
  }

  set network(network) {
    this.#network = network;
  }

  /** @param {number} scale */
  levelAt(scale) {
    return this.tall ? levelOf(scale) : 0;
  }

  here() {
    const { x, y } = this.network.getViewPosition();
    return { x, y: y / TALLER[this.level] };
  }

  /** @param {Place} at @param {boolean} [gliding] @param {number} [scale] */
  look(at, gliding = true, scale = this.network.getScale()) {
    const level = this.levelAt(scale);
    // What is put is drawn at once: until we are there, drawing must not settle elsewhere.
    this.moving = true;
    if (level !== this.level) {
      this.level = level;
      this.put();
    }
    this.glide({ x: at.x, y: at.y * TALLER[level], scale }, gliding && !still() ? GLIDE : 0);
  }

  /** vis-network counts frames for its own animations, which take seconds where drawing is slow; this keeps time.
   * @param {Place & { scale: number }} to @param {number} lasting milliseconds */
  glide(to, lasting) {
    cancelAnimationFrame(this.frame);
    const from = { ...this.network.getViewPosition(), scale: this.network.getScale() };
    const start = performance.now();
    const step = () => {
      const part = lasting ? Math.min(1, (performance.now() - start) / lasting) : 1;
      const eased = part * (2 - part);
      const between = (/** @type {"x" | "y"} */ name) => from[name] + (to[name] - from[name]) * eased;
      const scale = from.scale * (to.scale / from.scale) ** eased;
      this.network.moveTo({ position: { x: between("x"), y: between("y") }, scale, animation: false });
      if (part < 1) this.frame = requestAnimationFrame(step);
      else this.moving = false;
    };
    step();
  }

  /** After somebody zoomed by hand: draw for this distance. */
  settle() {
    const scale = this.network.getScale();
    if (!this.moving && this.levelAt(scale) !== this.level) this.look(this.here(), false, scale);
  }

  /** @param {number} factor */
  zoom(factor) {
    this.look(this.here(), true, Math.min(NEAREST, Math.max(FARTHEST, this.network.getScale() * factor)));
  }

  /** The first picture: all of it where that can be read; else its height, from the first node on. @param {Data} data */
  begin(data) {
    if (!data.nodes.length) return;
    const { left, right, top, bottom } = boxOf(data.nodes, this.few);
    const [wide, high] = [this.stage.clientWidth / (right - left), this.stage.clientHeight / (bottom - top)];
    const whole = Math.min(1.2, wide, high);
    const middle = (top + bottom) / 2;
    // What is written in boxes is smaller.
    this.close = data.nodes.some((node) => boxed(node) && !node.fixed) ? 0.94 : CLOSE;
    if (whole >= this.close - 0.13) return this.look({ x: (left + right) / 2, y: middle }, false, whole);
    // On a phone, farther away: otherwise two moments would be all there is to see.
    const scale = Math.max(this.close - 0.08, Math.min(NEAR, this.stage.clientWidth / 620, high));
    const height = this.stage.clientHeight / scale;
    // What is too high for a low window begins at its top: a bar of an episode that is cut through says nothing.
    const y = height >= bottom - top ? middle : top + height / 2;
    const chosen = data.nodes.find((node) => node.id === data.selected);
    if (chosen) return this.look({ x: chosen.x, y: y === middle ? middle : chosen.y }, false, scale);
    this.look({ x: left + this.half(scale), y }, false, scale);
  }

  /** These nodes at a glance. @param {Node[]} nodes @param {boolean} [gliding] @param {number} [nearest] */
  all(nodes, gliding = true, nearest = 1) {
    if (!nodes.length) return;
    const { left, right, top, bottom } = boxOf(nodes, this.few);
    const fits = (/** @type {number} */ width, /** @type {number} */ height) => {
      const wide = width / (right - left);
      const high = height / ((bottom - top) * TALLER[this.levelAt(wide)]);
      return Math.min(nearest, wide, Math.max(high, FARTHEST));
    };
    const { clientWidth, clientHeight } = this.stage;
    const near = fits(clientWidth, clientHeight);
    const scale = this.isFar(near) ? fits(clientWidth - NAMES.wide, clientHeight - NAMES.high) : near;
    this.look({ x: (left + right) / 2, y: (top + bottom) / 2 }, gliding, scale);
  }

  /** Whether labels are too small to be read. @param {number} scale */
  isFar(scale) {
    return scale < this.close - 0.15;
  }

  /** Whether a node is in sight. @param {Node} node */
  sees(node) {
    const here = this.here();
    const scale = this.network.getScale();
    const [width, height] = [this.stage.clientWidth / scale, this.stage.clientHeight / scale / TALLER[this.level]];
    return Math.abs(node.x - here.x) < width / 2 && Math.abs(node.y - here.y) < height / 2;
  }

  /** From this node on. @param {Node | undefined} node */
  first(node) {
    if (!node) return;
    const scale = Math.max(this.close, this.network.getScale());
    this.look({ x: node.x + this.half(scale), y: this.tall ? this.here().y : node.y }, true, scale);
  }

  /** Bring a node into sight, unless it is. @param {Node} node */
  bring(node) {
    const now = this.network.getScale();
    const scale = Math.max(this.close, now);
    const here = this.here();
    const [width, height] = [this.stage.clientWidth / scale, this.stage.clientHeight / scale];
    // Up and down no farther than must be: what is above and below it stays in sight.
    const reach = Math.max(0, height / 2 - 80);
    const y = Math.max(node.y - reach, Math.min(node.y + reach, here.y));
    const aside = Math.abs(node.x - here.x) >= width / 2 - 90;
    if (!aside && y === here.y && scale === now) return;
    this.look({ x: aside || scale !== now ? node.x : here.x, y }, true, scale);
  }

  /** From the left edge, with some room, to the middle. @param {number} scale */
  half(scale) {
    return this.stage.clientWidth / scale / 2 - 10;
  }

  shut() {
    cancelAnimationFrame(this.frame);
  }
}

/** Where everything stands, with room for what is written below it; few nodes have larger words.
 * @param {Node[]} nodes @param {boolean} [few] */
function boxOf(nodes, few = false) {
  const least = nodes.every(boxed) ? 50 : 100;
  const below = (/** @type {Node} */ node) => (few ? Math.max(least, (node.size ?? 13) + 1.25 * FEW_FONT * linesOf(node) + 20) : least);
  const half = (/** @type {Node} */ node) => (node.widthConstraint?.minimum ?? 160) / 2 + 20;
  const ys = nodes.map((node) => node.y);
  return {
    left: Math.min(...nodes.map((node) => node.x - half(node))),
    right: Math.max(...nodes.map((node) => node.x + half(node))),
    top: Math.min(...ys) - 50,
    bottom: Math.max(...nodes.map((node) => node.y + below(node))),
  };
}

/** On how many lines a label of few stands, at most: words are not broken. @param {Node} node */
function linesOf(node) {
  const lines = Math.ceil((node.label.length * FEW_FONT * 0.55) / FEW_WIDEST);
  return lines > 1 ? lines + 1 : lines;
}
