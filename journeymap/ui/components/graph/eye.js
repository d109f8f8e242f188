/** From here on labels can be read. */
const CLOSE = 0.55;
const GLIDE = 250;
const [NEAREST, FARTHEST] = [2.5, 0.03];

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Where one looks, from how far, and how one gets there. Places are as they are close by: `levelOf` says the rest. */
class Eye {
  /** `network` is given as soon as there is one. @param {HTMLElement} stage @param {() => void} put draws everything anew, for this level */
  constructor(stage, put) {
    [this.stage, this.put] = [stage, put];
    this.level = 0;
    this.tall = true;
    this.close = CLOSE;
  }

  /** @param {number} scale */
  levelAt(scale) {
    return this.tall ? levelOf(scale) : 0;
  }

  here() {
    const { x, y } = this.network.getViewPosition();
    return { x, y: y / TALLER[this.level] };
  }

  /** @param {{x: number, y: number}} at @param {boolean} [gliding] @param {number} [scale] */
  look(at, gliding = true, scale = this.network.getScale()) {
    const level = this.levelAt(scale);
    // What is put is drawn at once: until we are there, drawing must not settle elsewhere.
    this.moving = true;
    if (level !== this.level) {
      this.level = level;
      this.put();
    }
    this.glide({ x: at.x, y: at.y * TALLER[level], scale }, gliding && !calm() ? GLIDE : 0);
  }

  /** vis-network counts frames for its own animations, which take seconds where drawing is slow; this keeps time.
   * @param {{x: number, y: number, scale: number}} to @param {number} lasting milliseconds */
  glide(to, lasting) {
    cancelAnimationFrame(this.frame);
    const from = { ...this.network.getViewPosition(), scale: this.network.getScale() };
    const start = performance.now();
    const step = () => {
      const part = lasting ? Math.min(1, (performance.now() - start) / lasting) : 1;
      const eased = part * (2 - part);
      const between = (name) => from[name] + (to[name] - from[name]) * eased;
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
    const { left, right, top, bottom } = boxOf(data.nodes);
    const [wide, high] = [this.stage.clientWidth / (right - left), this.stage.clientHeight / (bottom - top)];
    const whole = Math.min(1.2, wide, high);
    const middle = (top + bottom) / 2;
    // What is written in boxes is smaller.
    this.close = data.nodes.some((node) => boxed(node) && !node.fixed) ? 0.8 : CLOSE;
    if (whole >= this.close - 0.13) return this.look({ x: (left + right) / 2, y: middle }, false, whole);
    // On a phone, farther away: otherwise two moments would be all there is to see.
    const scale = Math.max(this.close - 0.08, Math.min(0.9, this.stage.clientWidth / 620, high));
    const height = this.stage.clientHeight / scale;
    const y = this.tall || height >= bottom - top ? middle : top + height / 2;
    const chosen = data.nodes.find((node) => node.id === data.selected);
    if (chosen) return this.look({ x: chosen.x, y: y === middle ? middle : chosen.y }, false, scale);
    this.look({ x: left + this.half(scale), y }, false, scale);
  }

  /** These nodes at a glance. @param {Node[]} nodes @param {boolean} [gliding] @param {number} [nearest] */
  all(nodes, gliding = true, nearest = 1) {
    if (!nodes.length) return;
    const { left, right, top, bottom } = boxOf(nodes);
    const wide = this.stage.clientWidth / (right - left);
    const high = this.stage.clientHeight / ((bottom - top) * TALLER[this.levelAt(wide)]);
    this.look({ x: (left + right) / 2, y: (top + bottom) / 2 }, gliding, Math.min(nearest, wide, Math.max(high, FARTHEST)));
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
    const seen = Math.abs(node.y - here.y) < height / 2 - 70;
    if (seen && scale === now && Math.abs(node.x - here.x) < width / 2 - 90) return;
    this.look({ x: node.x, y: seen ? here.y : node.y }, true, scale);
  }

  /** From the left edge, with some room, to the middle. @param {number} scale */
  half(scale) {
    return this.stage.clientWidth / scale / 2 - 10;
  }

  shut() {
    cancelAnimationFrame(this.frame);
  }
}

/** Where everything stands, with room for what is written below it. @param {Node[]} nodes */
function boxOf(nodes) {
  const half = (node) => (node.widthConstraint?.minimum ?? 160) / 2 + 20;
  const ys = nodes.map((node) => node.y);
  return {
    left: Math.min(...nodes.map((node) => node.x - half(node))),
    right: Math.max(...nodes.map((node) => node.x + half(node))),
    top: Math.min(...ys) - 50,
    bottom: Math.max(...ys) + (nodes.every(boxed) ? 50 : 100),
  };
}
