import { filled } from "../shared/sayer.js";
import { nameOf } from "./theme.js";

/** @import { Graph } from "./graph.js" */

/** Drawing a step: from one node to another, by dragging, by two clicks, or by keyboard. */
export class StepPen {
  /** @param {Graph} graph */
  constructor(graph) {
    this.graph = graph;
    this.on = false;
    this.from = "";
    /** Where the line begins that is being dragged. */
    this.held = "";
    /** @type {import("./types.js").Place | undefined} */
    this.pointer = undefined;
    const stage = graph.stage;
    // Before vis-network hears of it: what starts on a node draws a line, all else still moves the picture.
    stage.addEventListener("pointerdown", (event) => this.down(event), { capture: true });
    stage.addEventListener("pointermove", (event) => this.move(event), { capture: true });
    stage.addEventListener("pointerup", (event) => this.up(event), { capture: true });
    stage.addEventListener("pointercancel", () => this.let(), { capture: true });
  }

  /** @param {string} [from] begin at this node */
  start(from = "") {
    if (!this.graph.data.draws || !this.graph.data.links) return;
    this.on = true;
    this.from = from;
    this.graph.stage.classList.add("linking");
    this.graph.controls.draw();
    this.say();
    this.graph.update();
  }

  stop() {
    this.on = false;
    this.let();
    this.from = "";
    this.graph.stage.classList.remove("linking");
    this.graph.controls.draw();
    this.graph.update();
  }

  toggle() {
    this.on ? this.stop() : this.start();
  }

  say() {
    const { words, live } = this.graph;
    const from = this.graph.node(this.from);
    live.textContent = from ? filled(words.linkfrom, { moment: nameOf(from) }) : words.link;
  }

  /** @param {PointerEvent} event */
  at(event) {
    const box = this.graph.stage.getBoundingClientRect();
    const place = { x: event.clientX - box.left, y: event.clientY - box.top };
    return { place, id: this.graph.linkable(this.graph.network.getNodeAt(place)) };
  }

  /** @param {PointerEvent} event */
  down(event) {
    if (!this.on || event.button || !this.graph.isBuilt) return;
    const { id, place } = this.at(event);
    if (!id) return;
    event.stopPropagation();
    event.preventDefault();
    this.graph.stage.setPointerCapture(event.pointerId);
    this.held = id;
    this.pointer = place;
  }

  /** @param {PointerEvent} event */
  move(event) {
    if (!this.on || !this.graph.isBuilt) return;
    this.pointer = this.at(event).place;
    if (this.held) event.stopPropagation();
    if (this.held || this.from) this.graph.redraw();
  }

  /** @param {PointerEvent} event */
  up(event) {
    if (!this.on || !this.held) return;
    event.stopPropagation();
    const [held, { id }] = [this.held, this.at(event)];
    this.let();
    if (id && id !== held) this.join(held, id);
    else if (!id) this.graph.redraw();
    else if (this.from) this.join(this.from, id);
    else this.begin(id);
  }

  let() {
    this.held = "";
    this.pointer = undefined;
  }

  /** @param {string} id */
  begin(id) {
    this.from = id;
    this.say();
    this.graph.controls.draw();
    this.graph.redraw();
  }

  /** From one node to the other, on the path one works on; the next step begins where this one ended.
   * @param {string} from @param {string} to */
  join(from, to) {
    const { graph } = this;
    if (from === to) return this.stop();
    const line = graph.way ?? graph.data.paths[0];
    const n = graph.sender.act({ do: "link", from, to, path: line?.id ?? "" });
    graph.expect({
      id: `new:${n}`, from, to, n, kind: "new", width: 3, dashes: [6, 5], arrows: { to: { enabled: true, scaleFactor: 0.6 } },
      color: { color: line?.color ?? graph.theme.accent, inherit: false }, smooth: false,
    });
    this.begin(to);
    graph.live.textContent = filled(graph.words.linked, { from: nameOf(graph.node(from)), to: nameOf(graph.node(to)) });
  }

  /** The line that is being drawn. @param {CanvasRenderingContext2D} context */
  draw(context) {
    const id = this.held || this.from;
    if (!this.on || !id || !this.graph.node(id)) return;
    const { network, theme } = this.graph;
    const start = network.getPosition(id);
    const scale = network.getScale();
    context.save();
    [context.strokeStyle, context.lineWidth] = [theme.accent, 3 / scale];
    context.beginPath();
    context.arc(start.x, start.y, 24, 0, 2 * Math.PI);
    context.stroke();
    if (this.pointer) {
      const end = network.DOMtoCanvas(this.pointer);
      context.setLineDash([8 / scale, 6 / scale]);
      context.beginPath();
      context.moveTo(start.x, start.y);
      context.lineTo(end.x, end.y);
      context.stroke();
    }
    context.restore();
  }
}
