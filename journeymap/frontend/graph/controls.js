import { activeIn, el, svg } from "../shared/dom.js";
import { Search } from "./search.js";
import { filled } from "../shared/sayer.js";
import { buttonOf, isFull, lineOf, nameOf } from "./theme.js";

/**
 * @import { Graph } from "./graph.js"
 * @import { Episode, Path, Sign } from "./types.js"
 * @typedef {[name: string, label: string, act: () => void, text?: string, on?: boolean]} Tool
 * @typedef {{ said: string, acts: [label: string, act: () => void][], line?: Path }} Notice
 */

/** What stands around the picture: paths to choose, tools, episodes to jump to, and what signs mean. */
export class Controls {
  /** @param {Graph} graph @param {(name: string) => HTMLElement} part */
  constructor(graph, part) {
    this.graph = graph;
    this.places = { paths: part("paths"), acts: part("acts"), tools: part("tools"), episodes: part("episodes"), legend: part("legend") };
    this.notice = part("notice");
    this.search = new Search(graph, part("search"));
  }

  draw() {
    const { data, words } = this.graph;
    const { paths, acts, tools, episodes, legend } = this.places;
    for (const [name, place] of Object.entries(this.places)) place.setAttribute("aria-label", words[name]);
    this.search.named(words);
    const tool = (/** @type {Tool} */ [name, label, act, text, on]) => {
      const button = buttonOf(name, label, () => this.graph.isBuilt && act());
      if (text) button.append(el("span", { class: "text" }, text));
      if (on !== undefined) button.setAttribute("aria-pressed", String(on));
      return button;
    };
    refill(acts, this.wanted(), tool);
    refill(tools, this.zooms(), tool);
    refill(paths, data.paths, (path) => this.path(path));
    refill(episodes, data.episodes, (episode) => this.episode(episode));
    refill(legend, data.legend, signOf);
    legend.hidden = !data.legend.length;
    paths.hidden = !data.paths.length;
    episodes.hidden = !data.episodes.length;
    this.drawNotice();
  }

  /** What one does with the picture. @returns {Tool[]} */
  wanted() {
    const { graph } = this;
    const { data, words } = graph;
    /** @type {Tool[]} */
    const found = [];
    if (data.paths.length) found.push(["play", words.play, () => graph.walk.open(graph.way ?? data.paths[0]), words.playshort]);
    if (data.draws && data.links) found.push(["draw", words.draw, () => graph.pen.toggle(), words.drawshort, graph.pen.on]);
    if (data.may) found.push(["tidy", words.tidy, () => graph.tidy(), words.tidyshort]);
    return found;
  }

  /** How one looks at it. @returns {Tool[]} */
  zooms() {
    const { graph } = this;
    const { data, words } = graph;
    return [
      ["in", words.in, () => graph.camera.zoom(1.4)], ["out", words.out, () => graph.camera.zoom(1 / 1.4)],
      ["fit", words.fit, () => graph.camera.all(data.nodes)], ["full", words.full, () => graph.full(), "", isFull()],
    ];
  }

  /** @param {Path} path */
  path(path) {
    const chosen = String(this.graph.data.way === path.id);
    const button = el("button", { type: "button", class: "path", "aria-pressed": chosen, title: path.told });
    button.append(lineOf(path), el("span", { dir: "auto" }, path.label), el("small", {}, path.kind));
    button.onclick = () => this.graph.goAlong(this.graph.data.way === path.id ? "" : path.id);
    return button;
  }

  /** @param {Episode} episode */
  episode(episode) {
    const button = el("button", { type: "button", class: "episode", title: episode.label });
    button.append(el("i", { style: `background:${episode.color}` }), el("span", { dir: "auto" }, episode.label));
    button.onclick = () => this.graph.isBuilt && this.graph.camera.first(this.graph.node(episode.first));
    return button;
  }

  /** What is going on over the picture: drawing steps, showing what stands out, or nothing to see; with a way to end it. */
  drawNotice() {
    const found = this.notices();
    this.notice.hidden = !found;
    if (!found) return this.notice.replaceChildren();
    const buttons = found.acts.map(([label, act]) => {
      const button = el("button", { type: "button" }, label);
      button.onclick = act;
      return button;
    });
    this.notice.replaceChildren(...(found.line ? [lineOf(found.line)] : []), el("span", { dir: "auto" }, found.said), ...buttons);
  }

  /** @returns {Notice | undefined} */
  notices() {
    const { graph } = this;
    const { pen, words, data } = graph;
    /** @type {[string, () => void]} */
    const clear = [words.clear, () => graph.sender.act({ do: "clear" })];
    if (pen.on) {
      const [from, line] = [graph.node(pen.from), graph.way ?? data.paths[0]];
      const linked = from ? filled(words.linkfrom, { moment: nameOf(from) }) : words.link;
      return { said: line ? `${line.label}: ${linked}` : linked, acts: [[words.linkdone, () => pen.stop()]], line };
    }
    if (graph.pointing) {
      const { hidden, words: said } = data.shown;
      /** @type {[string, () => void]} */
      const all = [words.shownall, () => graph.rest()];
      if (!hidden) return { said, acts: [all] };
      return { said: `${said} ${filled(words.hidden, { n: hidden })}`, acts: [clear, all] };
    }
    return data.filter && !graph.walkable().length ? { said: words.nothing, acts: [clear] } : undefined;
  }
}

/** @param {Sign} sign */
function signOf(sign) {
  const item = el("span", { role: "listitem", class: "sign" });
  if (sign.shape) item.append(shapeOf(sign));
  else if (sign.color) item.append(lineOf(sign));
  item.append(el("span", { dir: "auto" }, sign.label));
  return item;
}

/** @type {Record<string, string>} */
const SHAPES = {
  dot: "M7 1a6 6 0 1 0 0 12A6 6 0 1 0 7 1", square: "M2 2h10v10H2z", diamond: "M7 0l7 7-7 7-7-7z", triangle: "M7 1l6.5 12H.5z",
  triangleDown: "M7 13L.5 1h13z", hexagon: "M4 1h6l3.5 6L10 13H4L.5 7z", box: "M1 3h12v8H1z",
  star: "M7 0l2 4.6 5 .5-3.8 3.3L11.400 14 7 11 2.700 14l1.100-5.600L0 5.100l5-.500z",
};

/** @param {Sign} sign */
function shapeOf(sign) {
  const picture = svg("svg", { width: 14, height: 14, viewBox: "-1 -1 16 16", "aria-hidden": "true" });
  const hollow = sign.hollow ? { fill: "none", "stroke-dasharray": "3 2" } : { fill: sign.color };
  picture.append(svg("path", { d: SHAPES[sign.shape ?? ""] ?? SHAPES.dot, stroke: sign.color, "stroke-width": 1.5, ...hollow }));
  return picture;
}

/**
 * Fill a place anew, and leave the focus where it was.
 *
 * @template T
 * @param {HTMLElement} place
 * @param {T[]} items
 * @param {(item: T) => Element} make
 */
function refill(place, items, make) {
  const active = activeIn(place);
  const at = [...place.children].findIndex((one) => one === active);
  place.replaceChildren(...items.map(make));
  /** @type {HTMLElement | undefined} */ (place.children[at])?.focus();
}
