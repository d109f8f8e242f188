/** A slow walk along a path: where one is lights up, and the curve of feelings below fills. */
class Walk {
  /** @param {Graph} graph @param {HTMLElement} place */
  constructor(graph, place) {
    [this.graph, this.place] = [graph, place];
    this.speed = 1;
    this.at = 0;
    place.hidden = true;
  }

  get steps() {
    return this.path?.steps ?? [];
  }

  /** @param {Path | undefined} path */
  open(path) {
    if (!path?.steps.length) return;
    this.path = path;
    this.place.hidden = false;
    this.graph.root.classList.add("walking");
    this.at = 0;
    this.build();
    // Who asked for less motion steps by hand.
    calm() ? this.go(0) : this.play();
  }

  close() {
    this.pause();
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
    if (JSON.stringify(now) === JSON.stringify(this.path)) return;
    this.path = now;
    this.at = Math.min(this.at, now.steps.length - 1);
    this.build();
  }

  play() {
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
    this.at = Math.max(0, Math.min(this.steps.length - 1, at));
    const { graph } = this;
    const step = this.steps[this.at];
    const node = graph.node(step.id);
    graph.lit = step.id;
    if (node) graph.eye.bring(node);
    graph.redraw();
    graph.live.textContent = filled(graph.words.walked, { n: this.at + 1, all: this.steps.length, told: step.told });
    this.show();
    if (this.playing && this.at < this.steps.length - 1) {
      this.timer = setTimeout(() => this.go(this.at + 1), 1800 / this.speed);
    } else this.playing = false;
    this.showButton();
  }

  build() {
    const { words } = this.graph;
    const step = (by) => () => {
      this.pause();
      this.go(this.at + by);
    };
    const speed = make("button", { type: "button", class: "speed", title: words.speed });
    const named = () => {
      speed.textContent = `${this.speed}×`;
      speed.setAttribute("aria-label", `${words.speed}: ${this.speed}×`);
    };
    speed.onclick = () => {
      this.speed = this.speed === 1 ? 2 : this.speed === 2 ? 0.5 : 1;
      named();
    };
    named();
    this.toggle = buttonOf("play", words.play, () => (this.playing ? this.pause() : this.play()));
    this.count = make("span", { class: "count" });
    this.said = make("span", { class: "said", dir: "auto" });
    const bar = make("div", { class: "bar", role: "group", "aria-label": this.path.label });
    const buttons = [buttonOf("back", words.stepback, step(-1))];
    if (!calm()) buttons.push(this.toggle);
    buttons.push(buttonOf("next", words.stepon, step(1)));
    if (!calm()) buttons.push(speed);
    bar.append(lineOf(this.path), ...buttons, this.count, this.said, buttonOf("close", words.walkclose, () => this.close()));
    this.place.replaceChildren(bar, this.curve());
    this.show();
    this.showButton();
  }

  showButton() {
    if (!this.toggle) return;
    const name = this.playing ? "pause" : "play";
    this.toggle.replaceChildren(iconOf(name));
    this.toggle.title = this.graph.words[name];
    this.toggle.setAttribute("aria-label", this.graph.words[name]);
  }

  curve() {
    const last = Math.max(1, this.steps.length - 1);
    const points = this.steps.map((step, n) => [(n / last) * 100, -(step.feels ?? 0) * 10]);
    const line = points.map((point) => point.join(",")).join(" ");
    const svg = drawn("svg", { viewBox: "-1 -23 102 46", preserveAspectRatio: "none", "aria-hidden": "true", class: "curve" });
    const same = { "vector-effect": "non-scaling-stroke" };
    svg.append(drawn("line", { x1: 0, x2: 100, y1: 0, y2: 0, class: "nought", ...same }));
    svg.append(drawn("polyline", { points: line, class: "ahead", ...same }));
    this.area = drawn("polygon", { class: "area", fill: this.path.color });
    this.gone = drawn("polyline", { class: "gone", stroke: this.path.color, ...same });
    this.dot = drawn("line", { class: "dot", stroke: this.path.color, ...same });
    svg.append(this.area, this.gone, this.dot);
    this.points = points;
    svg.onclick = (event) => {
      const box = svg.getBoundingClientRect();
      this.pause();
      this.go(Math.round((((event.clientX - box.left) / box.width) * 102 - 1) / 100 * last));
    };
    return svg;
  }

  show() {
    const points = this.points.slice(0, this.at + 1);
    const text = points.map((point) => point.join(",")).join(" ");
    const [x, y] = points[points.length - 1];
    this.gone.setAttribute("points", text);
    this.area.setAttribute("points", `0,0 ${text} ${x},0`);
    for (const [name, value] of Object.entries({ x1: x, x2: x, y1: y, y2: y + 0.001 })) this.dot.setAttribute(name, String(value));
    const step = this.steps[this.at];
    this.count.textContent = `${this.at + 1} / ${this.steps.length}`;
    const feels = step.feels === null ? "" : ` (${signed(step.feels)})`;
    this.said.textContent = nameOf(this.graph.node(step.id) ?? { label: step.told }) + feels;
  }
}
