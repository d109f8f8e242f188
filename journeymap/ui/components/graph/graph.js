/** Read vis-network once; it comes from this very server. @type {Promise<any> | undefined} */
let reading;

/** @param {string} address */
function visNetwork(address) {
  reading ??= import(new URL(address, document.baseURI).href).then(() => globalThis.vis);
  reading.catch(() => (reading = undefined));
  return reading;
}

/** One graph on one page: built once, then only what changed is changed, so that nobody loses their place. */
class Graph {
  /** @param {HTMLElement | ShadowRoot} root */
  constructor(root) {
    /** @param {string} name @returns {HTMLElement} */
    const part = (name) => root.querySelector(`.${name}`);
    this.root = part("graph");
    [this.tools, this.episodes, this.stage, this.strip, this.paths, this.live] =
      ["tools", "episodes", "stage", "strip", "paths", "live"].map(part);
    this.hidden = new Set();
    this.overview = new Strip(this.strip, (x) => this.eye?.look({ x, y: this.eye.here().y }, false));
    this.stage.onkeydown = (event) => this.press(event);
    // The wheel scrolls the page; with Ctrl (as a pinch on a trackpad says, too) it zooms, sideways it walks along.
    this.stage.addEventListener("wheel", (event) => this.wheel(event), { capture: true, passive: false });
  }

  /** @param {{data: Data, setTriggerValue: (name: string, value: unknown) => void}} component */
  async show(component) {
    this.component = component;
    this.data = component.data;
    this.words = this.data.words;
    this.theme = themeOf(this.root);
    this.drawAround();
    try {
      const vis = await visNetwork(this.data.vis);
      if (!this.gone) this.eye ? this.update() : this.build(vis);
    } catch (problem) {
      console.warn("vis-network", problem);
      this.stage.replaceChildren(make("p", { class: "failed" }, this.words.failed));
    }
  }

  /** @param {any} vis */
  build(vis) {
    const canvas = make("div", { class: "canvas" });
    this.stage.replaceChildren(canvas);
    [this.nodes, this.edges] = [new vis.DataSet(), new vis.DataSet()];
    const options = this.data.options;
    this.network = new vis.Network(canvas, { nodes: this.nodes, edges: this.edges }, {
      ...options,
      nodes: { ...options.nodes, widthConstraint: { maximum: WIDEST } },
      interaction: { ...options.interaction, dragNodes: false, keyboard: false, hoverConnectedEdges: false },
    });
    canvas.querySelector(".vis-network").tabIndex = -1;
    this.network.on("click", ({ nodes }) => this.pick(this.isMoment(nodes[0]) ? nodes[0] : "", false));
    this.network.on("beforeDrawing", (context) => this.ruled(context));
    this.network.on("afterDrawing", () => this.drawn());
    this.eye = new Eye(this.network, this.stage, () => this.put());
    this.update();
    this.eye.begin(this.data);
  }

  /** Bring nodes, edges and the selection up to date. */
  update() {
    this.put();
    const moments = this.data.moments;
    if (moments.length) this.overview.draw(moments, Math.max(1, ...moments.map((moment) => Math.abs(moment.y))));
    if (this.given !== this.data.selected) {
      this.given = this.data.selected;
      if (this.at !== this.given) this.choose(this.given, true);
    }
    this.drawn();
  }

  put() {
    const faded = this.faded();
    put(this.nodes, this.data.nodes.map((node) => themedNode(node, this.theme, this.eye.level, faded.has(node.id))));
    put(this.edges, this.data.edges.map((edge) => themedEdge(edge, this.eye.level, this.hidden.has(edge.path ?? ""))));
  }

  /** Moments on none of the ways that are shown, while some are hidden. @returns {Set<string>} */
  faded() {
    if (!this.hidden.size) return new Set();
    const shown = this.data.edges.filter((edge) => !this.hidden.has(edge.path ?? ""));
    const passed = new Set(shown.flatMap((edge) => [edge.from, edge.to]));
    return new Set(this.data.moments.map((moment) => moment.id).filter((id) => !passed.has(id)));
  }

  /** Before each drawing: a line for every step of the emotion scale. @param {CanvasRenderingContext2D} context */
  ruled(context) {
    if (!this.eye) return;
    const scale = this.network.getScale();
    const half = this.stage.clientWidth / scale / 2;
    const left = this.network.getViewPosition().x - half;
    context.save();
    context.lineWidth = 1 / scale;
    context.font = `${11 / scale}px ${getComputedStyle(this.root).fontFamily}`;
    for (const step of [2, 1, 0, -1, -2]) {
      const y = -step * this.data.step * TALLER[this.eye.level];
      context.strokeStyle = step ? this.theme.edge : this.theme.quiet;
      context.beginPath();
      context.moveTo(left, y);
      context.lineTo(left + 2 * half, y);
      context.stroke();
      context.fillStyle = this.theme.quiet;
      context.fillText(step > 0 ? `+${step}` : String(step).replace("-", "−"), left + 6 / scale, y - 4 / scale);
    }
    context.restore();
  }

  /** After each drawing: what is in sight, and how far away one stands. */
  drawn() {
    if (!this.eye || !this.overview.width) return;
    this.overview.show(this.network.getViewPosition().x, this.stage.clientWidth / this.network.getScale());
    this.eye.settle();
  }

  /** @param {unknown} id */
  isMoment(id) {
    return this.data.moments.some((moment) => moment.id === id);
  }

  /** Mark a moment and say it. @param {string} id @param {boolean} bring it into sight */
  choose(id, bring) {
    this.at = this.isMoment(id) ? id : "";
    this.at ? this.network.selectNodes([this.at]) : this.network.unselectAll();
    const moment = this.data.moments.find((one) => one.id === this.at);
    this.live.textContent = moment?.told ?? "";
    if (moment && bring) this.eye.bring(moment);
  }

  /** A moment is picked for good: Python shows it. @param {string} id @param {boolean} bring */
  pick(id, bring) {
    // Python will say so too; whoever has walked on by then is not called back.
    this.given = id;
    this.choose(id, bring);
    this.component.setTriggerValue("picked", id);
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (!this.eye || event.ctrlKey || event.metaKey || event.altKey) return;
    const ids = this.data.moments.map((moment) => moment.id);
    const here = ids.indexOf(this.at);
    const to = { ArrowRight: here + 1, ArrowLeft: here < 0 ? 0 : here - 1, Home: 0, End: ids.length - 1 }[event.key];
    if (to !== undefined && ids[to] !== undefined) this.choose(ids[to], true);
    else if (event.key === "Enter" || event.key === " ") this.pick(this.at, true);
    else if (event.key === "Escape" && this.at) this.pick("", false);
    else if (event.key === "+" || event.key === "=") this.eye.zoom(1.3);
    else if (event.key === "-") this.eye.zoom(1 / 1.3);
    else if (event.key === "0") this.eye.all(this.data);
    else return;
    event.preventDefault();
  }

  /** @param {WheelEvent} event */
  wheel(event) {
    if (event.ctrlKey || event.metaKey || !this.eye) return;
    event.stopImmediatePropagation();
    const along = event.shiftKey ? event.deltaY : Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : 0;
    if (!along) return;
    event.preventDefault();
    const here = this.eye.here();
    this.eye.look({ x: here.x + along / this.network.getScale(), y: here.y }, false);
  }

  /** Toolbar, episodes to jump to, and paths to show or hide. */
  drawAround() {
    this.stage.setAttribute("aria-label", this.words.stage);
    this.paths.setAttribute("aria-label", this.words.paths);
    this.episodes.setAttribute("aria-label", this.words.episodes);
    this.tools.setAttribute("aria-label", this.words.tools);
    const [nearer, farther, all] = [() => this.eye.zoom(1.4), () => this.eye.zoom(1 / 1.4), () => this.eye.all(this.data)];
    const does = { in: nearer, out: farther, fit: all, full: () => this.full() };
    refill(this.tools, Object.entries(does), ([name, act]) => {
      const button = make("button", { type: "button", title: this.words[name], "aria-label": this.words[name] });
      button.append(iconOf(name));
      button.onclick = () => this.eye && act();
      return button;
    });
    refill(this.episodes, this.data.episodes, (episode) => {
      const button = make("button", { type: "button", class: "episode", title: episode.label });
      button.append(make("i", { style: `background:${episode.color}` }), make("span", { dir: "auto" }, episode.label));
      button.onclick = () => this.eye?.first(this.data.moments.find((moment) => moment.episode === episode.id));
      return button;
    });
    refill(this.paths, this.data.paths, (path) => {
      const shown = String(!this.hidden.has(path.id));
      const button = make("button", { type: "button", class: "path", "aria-pressed": shown, title: this.words.toggle });
      button.append(lineOf(path), make("span", { dir: "auto" }, path.label), make("small", {}, path.kind));
      button.onclick = () => this.toggle(path.id, button);
      return button;
    });
  }

  /** @param {string} path @param {HTMLElement} button */
  toggle(path, button) {
    this.hidden.has(path) ? this.hidden.delete(path) : this.hidden.add(path);
    button.setAttribute("aria-pressed", String(!this.hidden.has(path)));
    if (this.eye) this.update();
  }

  full() {
    document.fullscreenElement ? document.exitFullscreen() : this.root.requestFullscreen?.();
  }

  destroy() {
    this.gone = true;
    this.eye?.close();
    this.network?.destroy();
  }
}

/** Put rows into a set: new and changed ones in, missing ones out. @param {any} set @param {{id: string}[]} rows */
function put(set, rows) {
  const ids = new Set(rows.map((row) => row.id));
  set.remove(set.getIds().filter((id) => !ids.has(id)));
  set.update(rows);
}

/** Fill a place anew, and leave the focus where it was. @param {HTMLElement} place @param {any[]} items @param {(item: any) => Element} make */
function refill(place, items, make) {
  const at = [...place.children].indexOf(place.getRootNode().activeElement);
  place.replaceChildren(...items.map(make));
  place.children[at]?.focus();
}

/** @type {WeakMap<Node, Graph>} */
const graphs = new WeakMap();

/** @param {{data: Data, parentElement: HTMLElement | ShadowRoot, setTriggerValue: (name: string, value: unknown) => void}} component */
export default function (component) {
  const root = component.parentElement;
  let graph = graphs.get(root);
  if (!graph || !graph.root.isConnected) {
    graph?.destroy();
    graph = new Graph(root);
    graphs.set(root, graph);
  }
  graph.show(component);
  return () => {
    graph.destroy();
    graphs.delete(root);
  };
}
