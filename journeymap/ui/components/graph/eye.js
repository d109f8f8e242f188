/** From here on labels can be read. */
const CLOSE = 0.55;
const GLIDE = 250;
const [NEAREST, FARTHEST] = [2.5, 0.03];

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Where one looks, from how far, and how one gets there. Places are as they are close by: `levelOf` says the rest. */
class Eye {
  /** @param {any} network @param {HTMLElement} stage @param {() => void} put draws everything anew, for this level */
  constructor(network, stage, put) {
    [this.network, this.stage, this.put] = [network, stage, put];
    this.level = 0;
  }

  here() {
    const { x, y } = this.network.getViewPosition();
    return { x, y: y / TALLER[this.level] };
  }

  /** @param {{x: number, y: number}} at @param {boolean} [gliding] @param {number} [scale] */
  look(at, gliding = true, scale = this.network.getScale()) {
    const level = levelOf(scale);
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
    if (!this.moving && levelOf(scale) !== this.level) this.look(this.here(), false, scale);
  }

  /** @param {number} factor */
  zoom(factor) {
    this.look(this.here(), true, Math.min(NEAREST, Math.max(FARTHEST, this.network.getScale() * factor)));
  }

  /** The first picture: the height of the journey fills the stage, from its first moment on. @param {Data} data */
  begin(data) {
    const { top, bottom } = boxOf(data);
    // On a phone, farther away: otherwise two moments would be all there is to see.
    const nearest = Math.min(0.9, this.stage.clientWidth / 620);
    const scale = Math.max(CLOSE, Math.min(nearest, this.stage.clientHeight / (bottom - top)));
    const chosen = data.moments.find((moment) => moment.id === data.selected);
    const y = (top + bottom) / 2;
    if (chosen) this.look({ x: chosen.x, y }, false, scale);
    else this.look({ x: data.moments[0].x + this.half(scale), y }, false, scale);
  }

  /** The whole journey at a glance. @param {Data} data */
  all(data) {
    const { left, right, top, bottom } = boxOf(data);
    const wide = this.stage.clientWidth / (right - left);
    const high = this.stage.clientHeight / ((bottom - top) * TALLER[levelOf(wide)]);
    this.look({ x: (left + right) / 2, y: (top + bottom) / 2 }, true, Math.min(1, wide, Math.max(high, FARTHEST)));
  }

  /** From this moment on. @param {Moment | undefined} moment */
  first(moment) {
    if (!moment) return;
    const scale = Math.max(CLOSE, this.network.getScale());
    this.look({ x: moment.x + this.half(scale), y: this.here().y }, true, scale);
  }

  /** Bring a moment into sight, unless it is. @param {Moment} moment */
  bring(moment) {
    const now = this.network.getScale();
    const scale = Math.max(CLOSE, now);
    const here = this.here();
    const [width, height] = [this.stage.clientWidth / scale, this.stage.clientHeight / scale];
    const seen = Math.abs(moment.y - here.y) < height / 2 - 70;
    if (seen && scale === now && Math.abs(moment.x - here.x) < width / 2 - 90) return;
    this.look({ x: moment.x, y: seen ? here.y : moment.y }, true, scale);
  }

  /** From the left edge, with some room, to the middle. @param {number} scale */
  half(scale) {
    return this.stage.clientWidth / scale / 2 - 110;
  }

  close() {
    cancelAnimationFrame(this.frame);
  }
}

/** Where everything stands, with room for what is written below it. @param {Data} data */
function boxOf(data) {
  const [xs, ys] = [data.moments.map((moment) => moment.x), data.nodes.map((node) => node.y)];
  return {
    left: Math.min(...xs) - 100, right: Math.max(...xs) + 100, top: Math.min(...ys) - 50, bottom: Math.max(...ys) + 110,
  };
}
