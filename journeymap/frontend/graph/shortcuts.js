import { onKeys } from "../shared/keyboard.js";

/**
 * @import { Graph } from "./graph.js"
 * @import { Node } from "./types.js"
 */

/** The keyboard on the picture: arrows walk in path order, Enter chooses, Escape leaves. */
export class Shortcuts {
  /** @param {Graph} graph */
  constructor(graph) {
    this.graph = graph;
    /** Where on the path one stands: a loop passes a moment more than once. */
    this.step = -1;
    onKeys(graph.stage, (event) => this.press(event));
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const { graph } = this;
    if (!graph.isBuilt || event.ctrlKey || event.metaKey || event.altKey) return;
    /** @type {Record<string, () => unknown>} */
    const does = {
      ArrowRight: () => this.along(1), ArrowLeft: () => this.along(-1), ArrowDown: () => this.other(1), ArrowUp: () => this.other(-1),
      Home: () => this.to(0), End: () => this.to(this.ids().length - 1), Enter: () => this.enter(), " ": () => this.enter(),
      Escape: () => this.escape(), Delete: () => this.cut(), Backspace: () => this.cut(), e: () => graph.pen.start(graph.at),
      p: () => graph.walk.open(graph.way ?? graph.data.paths[0]), "/": () => graph.controls.search.field.focus(),
      "+": () => graph.camera.zoom(1.3), "=": () => graph.camera.zoom(1.3), "-": () => graph.camera.zoom(1 / 1.3),
      0: () => graph.camera.all(graph.data.nodes),
    };
    const act = does[event.key];
    if (!act || act() === false) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The nodes one walks through: those of the path one works on, else all in their order. */
  ids() {
    const { graph } = this;
    const way = graph.way;
    const ids = way ? graph.stepsOf(way).map((step) => step.id) : [];
    return ids.length ? ids : graph.walkable().map((node) => node.id);
  }

  /** @param {number} by */
  along(by) {
    const ids = this.ids();
    const here = ids[this.step] === this.graph.at ? this.step : ids.indexOf(this.graph.at);
    this.to(here < 0 ? (by > 0 ? 0 : ids.length - 1) : here + by);
  }

  /** @param {number} step */
  to(step) {
    const ids = this.ids();
    if (ids[step] === undefined) return;
    this.step = step;
    this.graph.choose(ids[step], true);
  }

  /** Another path; where there are none, the next node above or below. @param {number} by */
  other(by) {
    const { graph } = this;
    const { paths } = graph.data;
    if (!paths.length) return this.beside(by);
    const at = paths.findIndex((path) => path.id === graph.data.way);
    const path = paths[(at < 0 ? (by > 0 ? 0 : paths.length - 1) : at + by + paths.length) % paths.length];
    graph.goAlong(path.id);
    graph.live.textContent = path.told;
  }

  /** @param {number} by */
  beside(by) {
    const { graph } = this;
    const here = graph.node(graph.at);
    if (!here) return this.to(0);
    const away = (/** @type {Node} */ node) => Math.abs(node.y - here.y) + 3 * Math.abs(node.x - here.x);
    const [next] = graph.walkable().filter((node) => (node.y - here.y) * by > 1).sort((one, other) => away(one) - away(other));
    if (next) graph.choose(next.id, true);
  }

  enter() {
    const { graph } = this;
    const { pen } = graph;
    if (!pen.on) return graph.pick(graph.at, true);
    if (!graph.linkable(graph.at)) return;
    pen.from && pen.from !== graph.at ? pen.join(pen.from, graph.at) : pen.begin(graph.at);
  }

  escape() {
    const { graph } = this;
    if (graph.pen.on) graph.pen.stop();
    else if (graph.walk.path) graph.walk.close();
    else if (graph.pointing) graph.rest();
    else if (graph.at || graph.edge) graph.pick("", false);
    // Not before the key is let go of: it is not the page's.
    else graph.stage.addEventListener("keyup", () => graph.stage.blur(), { once: true });
  }

  /** The step of the path that one stands on. */
  here() {
    const { graph } = this;
    const step = graph.way ? graph.stepsOf(graph.way)[this.step] : undefined;
    return step?.id === graph.at ? step : undefined;
  }

  /** The chosen step, or the one that one stands on along the path, is taken out of the path. */
  cut() {
    const { graph } = this;
    const { data } = graph;
    if (!data.draws) return false;
    const edge = data.edges.find((one) => one.id === graph.edge);
    const step = edge?.step?.[1] ?? this.here()?.step;
    if (!step) return false;
    graph.sender.act({ do: "cut", step });
    graph.live.textContent = graph.words.cut;
    return true;
  }
}
