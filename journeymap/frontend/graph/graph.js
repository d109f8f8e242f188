import { el, query, still } from "../shared/dom.js";
import { keepKeys } from "../shared/keyboard.js";
import { Camera } from "./camera.js";
import { Controls } from "./controls.js";
import { ringed, ruled } from "./marks.js";
import { Labels } from "./labels.js";
import { NamePlates } from "./name_plates.js";
import { Overview } from "./overview.js";
import { Sender } from "./sender.js";
import { Shortcuts } from "./shortcuts.js";
import { StepPen } from "./step_pen.js";
import { FEW_WIDEST, MANY, TALLER, WIDEST, isFew, isFull, isPhone, themeOf, themedEdge, themedNode } from "./theme.js";
import { Walkthrough } from "./walkthrough.js";

/** @import { Act, Data, DataSet, Edge, ExpectedEdge, Network, Node, Path, Place, Pointed, Theme, Vis } from "./types.js" */

/** Read vis-network once; it comes from this very server. @type {Promise<Vis> | undefined} */
let reading;

/** @param {string} address */
function visNetwork(address) {
  reading ??= import(new URL(address, document.baseURI).href).then(() => globalThis.vis);
  reading.catch(() => (reading = undefined));
  return reading;
}

/** Signs whose letters have been waited for. @type {Set<string>} */
const lettered = new Set();

/** The signs of labels that nobody has waited for yet. @param {Data} data */
const newSigns = ({ nodes }) => [...new Set(nodes.flatMap((node) => [...node.label]))].filter((sign) => !lettered.has(sign));

/** The letters of these signs are here, as far as they can be had: the canvas measures words before it draws them.
 * @param {string[]} signs @param {string} face */
async function lettersOf(signs, face) {
  await document.fonts.load(`16px ${face}`, signs.join("")).catch(() => []);
  for (const sign of signs) lettered.add(sign);
}

/** What is there as soon as the first picture is. @template T @param {T | null} it @returns {T} */
function there(it) {
  if (it === null) throw new Error("There is no picture yet.");
  return it;
}

/** One graph on one page: built once, then only what changed is changed, so that nobody loses their place. */
export class Graph {
  /** @type {Data | null} */
  #data = null;
  /** @type {Theme | null} */
  #theme = null;
  /** @type {{ nodes: DataSet<Node>, edges: DataSet<Edge> } | null} */
  #sets = null;
  /** @type {Network | null} */
  #network = null;

  /** @param {HTMLElement | ShadowRoot} root */
  constructor(root) {
    const part = (/** @type {string} */ name) => query(root, `.${name}`);
    this.root = part("graph");
    keepKeys(this.root);
    this.stage = part("stage");
    this.strip = part("strip");
    this.live = part("live");
    /** The node one stands on, the edge that is chosen, and the node that a walk has come to. */
    this.at = "";
    this.edge = "";
    this.lit = "";
    /** Whether something stands out, and the node that is seen with what hangs together with it. */
    this.pointing = false;
    this.centred = "";
    /** @type {Record<string, string>} */
    this.words = {};
    /** @type {Map<unknown, Node>} */
    this.byId = new Map();
    /** @type {Map<string, Place & { n: number }>} what was moved here and Python has not answered yet */
    this.moved = new Map();
    /** @type {ExpectedEdge[]} the same of steps that were drawn */
    this.expected = [];
    /** @type {Map<string, string>} the nodes as they were put into the picture before */
    this.putNodes = new Map();
    /** @type {Map<string, string>} the same of the edges */
    this.putEdges = new Map();
    /** @type {Data | undefined} what came last, whether it is shown yet or not */
    this.latest = undefined;
    /** @type {string | undefined} which choice Python spoke of last */
    this.given = undefined;
    /** @type {string | undefined} the path that was followed before */
    this.followed = undefined;
    /** @type {number | undefined} what stood out last: its number, and how much of it was hidden */
    this.seen = undefined;
    this.hidden = 0;
    this.viewed = "";
    this.filter = "";
    this.dragging = "";
    this.gone = false;
    this.sender = new Sender();
    this.camera = new Camera(this.stage, () => this.put());
    this.overview = new Overview(this.strip, (x) => this.isBuilt && this.camera.look({ x, y: this.camera.here().y }, false));
    this.walk = new Walkthrough(this, part("walk"));
    this.controls = new Controls(this, part);
    this.pen = new StepPen(this);
    this.keys = new Shortcuts(this);
    this.plates = new NamePlates(this);
    this.labels = new Labels(this);
    /** The node that is pointed at. */
    this.hovered = "";
    // The wheel scrolls the page; with Ctrl (as a pinch on a trackpad says, too) it zooms, sideways it walks along.
    this.stage.addEventListener("wheel", (event) => this.wheel(event), { capture: true, passive: false });
    this.resized = () => this.drawFull();
    document.addEventListener("fullscreenchange", this.resized);
  }

  /** Whether there is a picture: before, there is nothing to act on. */
  get isBuilt() {
    return this.#network !== null;
  }

  get network() {
    return there(this.#network);
  }

  get nodes() {
    return there(this.#sets).nodes;
  }

  get edges() {
    return there(this.#sets).edges;
  }

  get data() {
    return there(this.#data);
  }

  get theme() {
    return there(this.#theme);
  }

  /** @param {import("../types.js").Component<Data>} component */
  async show({ data, setTriggerValue }) {
    if (!this.#data) performance.mark("graph-data");
    this.latest = data;
    this.#data = data;
    this.words = data.words;
    this.#theme = themeOf(this.root);
    this.byId = new Map(data.nodes.map((node) => [node.id, node]));
    this.sender.through(setTriggerValue);
    this.sender.heard(data.acked);
    // Whoever has gone along another path since is not called back to this one.
    const gone = this.sender.waiting.findLast((act) => act.do === "way");
    if (gone) this.#data = { ...data, way: gone.path ?? "" };
    this.controls.draw();
    this.controls.search.renew();
    try {
      await this.showPicture(data);
    } catch (problem) {
      console.warn("vis-network", problem);
      this.stage.replaceChildren(el("p", { class: "failed" }, this.words.failed));
    }
  }

  /** @param {Data} data */
  async showPicture(data) {
    const vis = await visNetwork(data.vis);
    const signs = newSigns(data);
    if (signs.length) {
      await lettersOf(signs, data.options.nodes.font.face);
      if (this.latest !== data) return; // what came meanwhile is shown by whoever brought it
    }
    if (this.gone) return;
    if (!this.isBuilt) this.build(vis);
    else if (this.viewed !== this.data.view) this.turn();
    else if (!this.dragging) this.update();
  }

  /** @param {Vis} vis */
  build(vis) {
    const canvas = el("div", { class: "canvas" });
    this.stage.replaceChildren(canvas, this.plates.place);
    this.#sets = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
    this.viewed = this.data.view;
    [this.camera.tall, this.camera.few] = [this.data.tall, isFew(this.data)];
    this.filter = this.data.filter;
    this.put();
    // All at once is one drawing, where a set that grows is many.
    this.#network = new vis.Network(canvas, this.#sets, this.options());
    this.camera.network = this.#network;
    query(canvas, ".vis-network").tabIndex = -1;
    this.listen();
    this.camera.begin(this.data);
    this.update();
    this.#network.once("afterDrawing", () => performance.mark("graph-drawn"));
  }

  listen() {
    const { network } = this;
    network.on("click", ({ nodes, edges, pointer }) => this.click(nodes[0] ?? (pointer && this.labels.at(pointer.DOM)), edges[0]));
    network.on("hoverNode", ({ node }) => this.hover(node ?? ""));
    network.on("blurNode", () => this.hover(""));
    network.on("beforeDrawing", (context) => ruled(this, context));
    network.on("afterDrawing", (context) => this.drawn(context));
    network.on("dragStart", ({ nodes }) => (this.dragging = nodes[0] ?? ""));
    network.on("dragEnd", ({ nodes }) => this.dropped(nodes[0]));
  }

  options() {
    const { options, edges } = this.data;
    const many = edges.length > MANY;
    // All words are ours (`labels.js`): vis-network neither looks whether they have room nor keeps them large enough to be
    // read, and those that are nearly too small it makes pale.
    const scaling = { label: { drawThreshold: 1e6 } };
    return {
      ...options,
      nodes: { ...options.nodes, widthConstraint: { maximum: isFew(this.data) ? FEW_WIDEST : WIDEST }, scaling },
      interaction: {
        ...options.interaction, dragNodes: this.data.may, keyboard: false, hoverConnectedEdges: false,
        selectConnectedEdges: false, hover: !many, hideEdgesOnDrag: many, hideEdgesOnZoom: many,
      },
    };
  }

  /** Another view of the map: all of it is new, and one looks at it from the beginning. */
  turn() {
    [this.at, this.edge, this.given, this.pointing, this.lit] = ["", "", undefined, false, ""];
    this.moved.clear();
    if (this.pen.on) this.pen.stop();
    if (this.walk.path) this.walk.close();
    this.controls.search.look();
    this.network.setOptions(this.options());
    this.viewed = this.data.view;
    [this.camera.tall, this.camera.few] = [this.data.tall, isFew(this.data)];
    this.filter = this.data.filter;
    this.camera.level = 0;
    this.put();
    this.camera.begin(this.data);
    this.update();
  }

  /** Bring nodes, edges, what is pointed at and the selection up to date. */
  update() {
    if (!this.isBuilt) return;
    if (!this.sender.waiting.length) this.makeRoom(this.data.open);
    this.walk.renew(this.data.paths);
    this.follow();
    this.point();
    this.put();
    this.drawStrip();
    this.sift();
    const given = `${this.data.selected} ${this.data.edge}`;
    // An answer to what was chosen before calls nobody back who has chosen something else since.
    const waits = this.sender.waiting.some((act) => act.do === "pick" || act.do === "edge");
    if (this.given !== given && !waits) {
      this.given = given;
      this.edge = this.data.edge;
      if (this.at !== this.data.selected || this.edge) this.choose(this.data.selected, true);
    }
    this.redraw();
  }

  /** Another path is followed than before: what stood out no longer does, and who walks goes along the new one. */
  follow() {
    if (this.data.way === this.followed) return;
    this.followed = this.data.way;
    if (!this.way) return;
    if (this.pointing) this.rest();
    if (this.walk.path && this.walk.path.id !== this.way.id) this.walk.open(this.way);
  }

  /** What stands out is shown: once when it is asked for, and again when the filter no longer hides some of it. */
  point() {
    const { n, ids, hidden } = this.data.shown;
    const [asked, known] = [n !== this.seen, this.seen !== undefined];
    if (!asked && (hidden === this.hidden || !this.pointing)) return;
    [this.seen, this.hidden] = [n, hidden];
    this.pointing = ids.length + hidden > 0;
    this.controls.drawNotice();
    if (!this.pointing) return;
    if (known) this.stage.parentElement?.scrollIntoView({ block: "nearest", behavior: still() ? "auto" : "smooth" });
    this.camera.all(this.data.nodes.filter((node) => ids.includes(node.id)), true, 0.9);
  }

  /** Another filter: when next to nothing of what is left is in sight, one looks at all of that. */
  sift() {
    if (this.data.filter === this.filter) return;
    this.filter = this.data.filter;
    const nodes = this.walkable();
    if (nodes.filter((node) => this.camera.sees(node)).length < Math.min(3, nodes.length)) this.camera.all(nodes);
  }

  /** On a phone the panel lies over the lower half: the picture keeps to the rest, and stays as large as it is drawn.
   * @param {boolean} open */
  makeRoom(open) {
    if (this.root.classList.contains("beside") === open) return;
    this.root.classList.toggle("beside", open);
    if (open) this.toTop();
    if (!this.isBuilt) return;
    const [here, scale] = [this.camera.here(), this.network.getScale()];
    this.network.setSize("100%", "100%");
    this.camera.look(here, false, scale);
  }

  /** On a phone, the picture goes to the upper half of the page. */
  toTop() {
    if (isPhone()) this.stage.parentElement?.scrollIntoView({ behavior: still() ? "auto" : "smooth" });
  }

  drawStrip() {
    const nodes = this.walkable().sort((one, other) => one.x - other.x);
    this.strip.hidden = !this.data.tall || !nodes.length;
    if (this.strip.hidden) return;
    const marks = nodes.map((node) => ({ x: node.x, y: node.y, color: node.color.border, said: node.feels !== null }));
    this.overview.draw(marks, Math.max(1, ...marks.map((mark) => Math.abs(mark.y))));
  }

  put() {
    const { theme, data, sender } = this;
    const { level } = this.camera;
    const bright = this.bright();
    const few = isFew(data);
    const nodes = data.nodes.map((node) => {
      const moved = this.moved.get(node.id);
      if (moved && sender.isDone(moved.n)) this.moved.delete(node.id);
      const faded = bright !== null && !bright.has(node.id);
      const placed = this.moved.has(node.id) && moved ? { ...node, x: moved.x, y: moved.y } : node;
      return themedNode(placed, theme, { level, faded, may: data.may && !node.fixed, few });
    });
    this.expected = this.expected.filter((edge) => !sender.isDone(edge.n) && this.node(edge.from) && this.node(edge.to));
    const plain = data.edges.length > MANY && (level > 0 || data.edges.length > 2 * MANY);
    const widest = Math.max(1, ...data.edges.map((edge) => edge.width));
    const edges = data.edges.map((edge) => themedEdge(edge, theme, { level, faded: this.isFaded(edge, bright), plain, widest }));
    put(this.nodes, this.putNodes, nodes);
    put(this.edges, this.putEdges, [...edges, ...this.expected]);
  }

  /** @param {Edge} edge @param {Set<string> | null} bright */
  isFaded(edge, bright) {
    const way = this.way;
    if (way && !this.pointing) return edge.path !== way.id;
    if (this.centred) return edge.from !== this.centred && edge.to !== this.centred;
    return bright !== null && !(bright.has(edge.from) && bright.has(edge.to));
  }

  /** What stays bright while the rest steps back, or null where all does. @returns {Set<string> | null} */
  bright() {
    this.centred = "";
    if (this.pointing && this.data.shown.ids.length) return new Set(this.data.shown.ids);
    const found = this.controls.search.ids;
    if (found) return found;
    const way = this.way;
    if (way && !this.pen.on) return new Set(way.steps.map((step) => step.id));
    if (this.data.paths.length || !this.at) return null;
    // Where there are no paths, a node is seen with all that hangs together with it.
    this.centred = this.at;
    const beside = this.data.edges.filter((edge) => edge.from === this.at || edge.to === this.at);
    return new Set([this.at, ...beside.flatMap((edge) => [edge.from, edge.to])]);
  }

  /** What can be read from afar too: what is shown or was found, or all that a filter leaves. @returns {string[]} */
  named() {
    if (this.walk.path) return [];
    if (this.pointing) return this.data.shown.ids;
    const found = this.controls.search.ids;
    if (found) return [...found];
    return this.data.filter ? this.walkable().map((node) => node.id) : [];
  }

  /** The steps of a path that are drawn: a filter may hide some. @param {Path} path */
  stepsOf(path) {
    return path.steps.filter((step) => this.node(step.id));
  }

  /** The path one works on. @returns {Path | undefined} */
  get way() {
    return this.data.paths.find((path) => path.id === this.data.way);
  }

  /** @param {unknown} id */
  node(id) {
    return this.byId.get(id);
  }

  /** The nodes one can go to, in their order; bands and headings are none. @returns {Node[]} */
  walkable() {
    const nodes = this.data.nodes.filter((node) => !node.fixed);
    return nodes.sort((one, other) => (one.order ?? 0) - (other.order ?? 0));
  }

  /** The node's id where a step can begin or end there. @param {unknown} id @returns {string} */
  linkable(id) {
    const node = this.node(id);
    return node?.table === "moments" && node.kind !== "removed" ? node.id : "";
  }

  /** After each drawing: where one stands, what is in sight, and how far away one is. @param {CanvasRenderingContext2D} context */
  drawn(context) {
    if (!this.isBuilt) return;
    this.pen.draw(context);
    ringed(this, context, this.walk.path ? this.lit : this.at);
    if (this.overview.width) this.overview.show(this.network.getViewPosition().x, this.stage.clientWidth / this.network.getScale());
    if (!this.plates.draw(context)) this.labels.draw(context);
    this.camera.settle();
  }

  /** What is pointed at shows its label, however little room there is. @param {string} id */
  hover(id) {
    this.hovered = id;
    this.redraw();
  }

  redraw() {
    this.#network?.redraw();
  }

  /** Mark a node and say it. @param {string} id @param {boolean} bring it into sight */
  choose(id, bring) {
    const node = this.node(id);
    const here = node && !node.fixed ? node : undefined;
    this.at = here ? id : "";
    this.select();
    this.live.textContent = here ? (here.told ?? here.label) : "";
    if (here && bring) this.camera.bring(here);
    this.put();
    this.redraw();
  }

  /** What is marked in the picture: an edge that was chosen, else where one stands. */
  select() {
    this.network.unselectAll();
    if (this.edge && this.edges.get(this.edge)) this.network.selectEdges([this.edge]);
    else if (this.at) this.network.selectNodes([this.at], false);
  }

  /** @param {string | undefined} node @param {string | undefined} edge */
  click(node, edge) {
    if (this.pen.on) return;
    if (node !== undefined) return this.pick(this.node(node)?.fixed && !this.node(node)?.table ? "" : node, false);
    const found = this.data.edges.find((one) => one.id === edge);
    if (!found) return this.pick("", false);
    this.edge = found.id;
    this.given = ` ${found.id}`;
    this.choose("", false);
    this.sender.act({ do: "edge", edge: found.id, step: found.step?.[1] ?? "" });
  }

  /** A node is picked for good: Python shows it. @param {string} id @param {boolean} bring */
  pick(id, bring) {
    this.edge = "";
    if (this.pointing && !id) this.rest();
    // Python will say so too; whoever has walked on by then is not called back.
    this.given = `${id} `;
    this.makeRoom(Boolean(id));
    if (id) this.toTop();
    this.choose(id, bring || isPhone());
    const { table, row } = this.node(id) ?? {};
    this.sender.act({ do: "pick", node: id, table: table ?? "", row: row ?? "" });
  }

  /** From now on this path is the one that is walked, edited and drawn on. @param {string} path */
  goAlong(path) {
    this.#data = { ...this.data, way: path };
    this.keys.step = -1;
    this.controls.draw();
    this.makeRoom(Boolean(path));
    this.update();
    this.sender.act({ do: "way", path });
  }

  /** Nothing stands out any more. */
  rest() {
    this.pointing = false;
    this.controls.drawNotice();
    this.update();
  }

  /** A node was let go of: there it stands from now on, for everybody. @param {string | undefined} id */
  dropped(id) {
    const held = this.dragging;
    this.dragging = "";
    if (!id || !held || !this.data.may || this.pen.on) return held ? this.update() : undefined;
    const at = this.network.getPosition(id);
    const place = { x: Math.round(at.x), y: Math.round(at.y / TALLER[this.camera.level]) };
    const n = this.sender.act({ do: "place", node: id, view: this.data.view, ...place });
    this.moved.set(id, { ...place, n });
    this.putNodes.delete(id);
    this.update();
  }

  tidy() {
    this.moved.clear();
    this.putNodes.clear();
    this.sender.act({ do: "tidy", view: this.data.view });
  }

  /** A step that was drawn shows at once. @param {any} edge */
  expect(edge) {
    this.expected.push(edge);
    this.put();
  }

  /** @param {WheelEvent} event */
  wheel(event) {
    if (event.ctrlKey || event.metaKey || !this.isBuilt) return;
    event.stopImmediatePropagation();
    const along = event.shiftKey ? event.deltaY : Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : 0;
    if (!along) return;
    event.preventDefault();
    const here = this.camera.here();
    this.camera.look({ x: here.x + along / this.network.getScale(), y: here.y }, false);
  }

  /** The whole page, of which the picture and its panel then fill the screen: what opens over them is seen there too. */
  full() {
    document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
  }

  drawFull() {
    this.root.classList.toggle("full", isFull());
    if (this.#data) this.controls.draw();
  }

  destroy() {
    this.gone = true;
    document.removeEventListener("fullscreenchange", this.resized);
    this.walk.pause();
    this.camera.shut();
    this.#network?.destroy();
  }
}

/**
 * Put rows into a set: new and changed ones in, missing ones out, the others are left alone.
 *
 * @template {{ id: string }} T
 * @param {DataSet<T>} set
 * @param {Map<string, string>} known what was put before
 * @param {T[]} rows
 */
function put(set, known, rows) {
  const ids = new Set(rows.map((row) => row.id));
  const missing = set.getIds().filter((id) => !ids.has(id));
  for (const id of missing) known.delete(id);
  if (missing.length) set.remove(missing);
  const changed = rows.filter((row) => {
    const text = JSON.stringify(row);
    if (known.get(row.id) === text) return false;
    known.set(row.id, text);
    return true;
  });
  if (changed.length) set.update(changed);
}
