import { el, svg, still } from "../shared/dom.js";
import { runsOf, spot, waveOf } from "./overview.js";
import { filled } from "../shared/sayer.js";
import { buttonOf, iconOf, isPhone, lineOf, nameOf, rounded } from "./theme.js";

/**
 * @import { Graph } from "./graph.js"
 * @import { Path, Point } from "./types.js"
 */

/** A slow walk along a path: where one is lights up, and the curve of feelings below fills. */
export class Walkthrough {
  /**
   * @param {Graph} graph
   * @param {HTMLElement} place
   */
  constructor(graph, place) {
    this.graph = graph;
    this.place = place;
    this.speed = 1;
    this.at = 0;
    this.playing = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** @type {Path | undefined} */
    this.path = undefined;
    /** @type {string | undefined} the step one stands on */
    this.step = undefined;
    /** What the bar was built of. */
    this.built = "";
    this.toggle = el("button");
    this.count = el("span");
    this.said = el("span");
    /** The curve as far as one has walked. */
    this.area = svg("path");
    this.gone = svg("path");
    this.dot = svg("g");
    /** @type {Point[]} */
    this.points = [];
    place.hidden = true;
  }

  /** What one walks: the steps that a filter leaves. */
  get steps() {
    return this.path ? this.graph.stepsOf(this.path) : [];
  }

  /** @param {Path | undefined} path */
  open(path) {
    if (!path?.steps.length) return this.path ? this.close() : undefined;
    const { graph } = this;
    // On a phone the panel would lie over the walk.
    if (isPhone() && graph.data.open) graph.pick("", false);
    this.path = path;
    this.place.hidden = false;
    graph.root.classList.add("walking");
    this.at = 0;
    this.build(path);
    graph.toTop();
    // Who asked for less motion steps by hand.
    still() ? this.go(0) : this.play();
  }

  close() {
    this.pause();
    this.graph.lit = "";
    this.path = undefined;
    this.place.hidden = true;
    this.graph.root.classList.remove("walking");
    this.graph.update();
    this.graph.stage.focus({ preventScroll: true });
  }

  /** After new data: the same path as it is now; gone with it. @param {Path[]} paths */
  renew(paths) {
    if (!this.path) return;
    const now = paths.find((path) => path.id === this.path?.id);
    if (!now?.steps.length) return this.close();
    if (this.built === JSON.stringify([now, this.graph.stepsOf(now)])) return;
    const stood = this.step;
    this.path = now;
    const at = this.steps.findIndex((step) => step.step === stood);
    this.at = Math.max(0, at < 0 ? Math.min(this.at, this.steps.length - 1) : at);
    this.build(now);
  }

  play() {
    if (!this.steps.length) return;
    if (this.at >= this.steps.length - 1) this.at = 0;
    this.playing = true;
    this.go(this.at);
  }

  pause() {
    this.playing = false;
    clearTimeout(this.timer);
    this.showButton();
  }

  /** @param {number} at */
  go(at) {
    clearTimeout(this.timer);
    const { graph, steps } = this;
    if (!steps.length) return;
    this.at = Math.max(0, Math.min(steps.length - 1, at));
    const step = steps[this.at];
    graph.lit = step.id;
    const node = graph.node(step.id);
    if (node) graph.camera.bring(node);
    graph.redraw();
    graph.live.textContent = filled(graph.words.walked, { n: this.at + 1, all: steps.length, told: step.told });
    this.show();
    if (this.playing && this.at < steps.length - 1) {
      this.timer = setTimeout(() => this.go(this.at + 1), 1800 / this.speed);
    } else this.playing = false;
    this.showButton();
  }

  /** @param {Path} path */
  build(path) {
    const { words } = this.graph;
    const { steps } = this;
    this.path = path;
    this.built = JSON.stringify([path, steps]);
    const step = (/** @type {number} */ by) => () => {
      this.pause();
      this.go(this.at + by);
    };
    this.toggle = buttonOf("play", words.play, () => (this.playing ? this.pause() : this.play()));
    this.count = el("span", { class: "count" });
    this.said = el("span", { class: "said", dir: "auto" });
    const bar = el("div", { class: "bar", role: "group", "aria-label": path.label });
    const [back, next] = [buttonOf("back", words.stepback, step(-1)), buttonOf("next", words.stepon, step(1))];
    const buttons = still() ? [back, next] : [back, this.toggle, next, this.speedButton()];
    const hidden = path.steps.length - steps.length;
    const less = hidden ? [el("small", { class: "less" }, filled(words.hidden, { n: hidden }))] : [];
    const close = buttonOf("close", words.walkclose, () => this.close());
    bar.append(lineOf(path), ...(steps.length ? buttons : []), this.count, this.said, ...less, close);
    this.place.replaceChildren(bar, ...(steps.length ? [this.curve(path)] : []));
    this.show();
    this.showButton();
  }

  speedButton() {
    const { words } = this.graph;
    const button = el("button", { type: "button", class: "speed", title: words.speed });
    const named = () => {
      button.textContent = `${this.speed}×`;
      button.setAttribute("aria-label", `${words.speed}: ${this.speed}×`);
    };
    button.onclick = () => {
      this.speed = this.speed === 1 ? 2 : this.speed === 2 ? 0.5 : 1;
      named();
    };
    named();
    return button;
  }

  showButton() {
    const name = this.playing ? "pause" : "play";
    this.toggle.replaceChildren(iconOf(name));
    this.toggle.title = this.graph.words[name];
    this.toggle.setAttribute("aria-label", this.graph.words[name]);
  }

  /** @param {Path} path */
  curve(path) {
    const last = Math.max(1, this.steps.length - 1);
    const points = this.steps.map((step, n) => ({ x: (n / last) * 100, y: -(step.feels ?? 0) * 10, said: step.feels !== null }));
    const unsaid = points.filter((point) => !point.said).flatMap((point) => spot(point, "currentColor"));
    const picture = svg("svg", { viewBox: "-1 -23 102 46", preserveAspectRatio: "none", "aria-hidden": "true", class: "curve" });
    const same = { "vector-effect": "non-scaling-stroke" };
    picture.append(svg("line", { x1: 0, x2: 100, y1: 0, y2: 0, class: "nought", ...same }));
    picture.append(svg("path", { d: waveOf(points), class: "ahead", ...same }));
    this.area = svg("path", { class: "area", fill: path.color });
    this.gone = svg("path", { class: "gone", stroke: path.color, ...same });
    this.dot = svg("g", { class: "here" });
    picture.append(this.area, this.gone, ...unsaid, this.dot);
    this.points = points;
    picture.onclick = (event) => {
      const box = picture.getBoundingClientRect();
      this.pause();
      this.go(Math.round((((event.clientX - box.left) / box.width) * 102 - 1) / 100 * last));
    };
    return picture;
  }

  show() {
    const step = this.steps[this.at];
    this.step = step?.step;
    this.graph.lit = step?.id ?? "";
    if (!step || !this.path) return;
    const points = this.points.slice(0, this.at + 1);
    this.gone.setAttribute("d", waveOf(points));
    const areas = runsOf(points).map((run) => `${waveOf(run)}L${run[run.length - 1].x},0L${run[0].x},0Z`);
    this.area.setAttribute("d", areas.join(""));
    this.dot.replaceChildren(...spot(points[this.at], this.path.color));
    this.count.textContent = `${this.at + 1} / ${this.steps.length}`;
    const feels = step.feels === null ? this.graph.words.unsaid : rounded(step.feels);
    this.said.textContent = `${nameOf(this.graph.node(step.id))} (${feels})`;
  }
}
