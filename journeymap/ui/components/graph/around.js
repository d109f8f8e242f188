/** What stands around the picture: paths to choose, tools, episodes to jump to, and what signs mean. */
class Around {
  /** @param {Graph} graph @param {(name: string) => HTMLElement} part */
  constructor(graph, part) {
    this.graph = graph;
    [this.paths, this.acts, this.tools, this.episodes, this.legend, this.notice] =
      ["paths", "acts", "tools", "episodes", "legend", "notice"].map(part);
    this.finding = new Finding(graph, part("search"));
  }

  draw() {
    const { data, words } = this.graph;
    const named = { paths: words.paths, acts: words.acts, tools: words.tools, episodes: words.episodes, legend: words.legend };
    for (const [name, label] of Object.entries(named)) this[name].setAttribute("aria-label", label);
    this.finding.named(words);
    const tool = ([name, label, act, text, on]) => {
      const button = buttonOf(name, label, () => this.graph.eye && act());
      if (text) button.append(make("span", { class: "text" }, text));
      if (on !== undefined) button.setAttribute("aria-pressed", String(on));
      return button;
    };
    refill(this.acts, this.wanted(), tool);
    refill(this.tools, this.zooms(), tool);
    refill(this.paths, data.paths, (path) => this.path(path));
    refill(this.episodes, data.episodes, (episode) => this.episode(episode));
    refill(this.legend, data.legend, signOf);
    this.legend.hidden = !data.legend.length;
    this.paths.hidden = !data.paths.length;
    this.episodes.hidden = !data.episodes.length;
    this.drawNotice();
  }

  /** What one does with the picture. @returns {[string, string, () => void, string, boolean?][]} */
  wanted() {
    const { graph } = this;
    const { data, words } = graph;
    const found = [];
    if (data.paths.length) found.push(["play", words.play, () => graph.walk.open(graph.way ?? data.paths[0]), words.playshort]);
    if (data.draws && data.links) found.push(["draw", words.draw, () => graph.linking.toggle(), words.drawshort, graph.linking.on]);
    if (data.may) found.push(["tidy", words.tidy, () => graph.tidy(), words.tidyshort]);
    return found;
  }

  /** How one looks at it. @returns {[string, string, () => void, string?, boolean?][]} */
  zooms() {
    const { graph } = this;
    const { data, words } = graph;
    return [
      ["in", words.in, () => graph.eye.zoom(1.4)], ["out", words.out, () => graph.eye.zoom(1 / 1.4)],
      ["fit", words.fit, () => graph.eye.all(data.nodes)], ["full", words.full, () => graph.full(), "", isFull()],
    ];
  }

  /** @param {Path} path */
  path(path) {
    const chosen = String(this.graph.data.way === path.id);
    const button = make("button", { type: "button", class: "path", "aria-pressed": chosen, title: path.told });
    button.append(lineOf(path), make("span", { dir: "auto" }, path.label), make("small", {}, path.kind));
    button.onclick = () => this.graph.goAlong(this.graph.data.way === path.id ? "" : path.id);
    return button;
  }

  /** @param {Episode} episode */
  episode(episode) {
    const button = make("button", { type: "button", class: "episode", title: episode.label });
    button.append(make("i", { style: `background:${episode.color}` }), make("span", { dir: "auto" }, episode.label));
    button.onclick = () => this.graph.eye?.first(this.graph.node(episode.first));
    return button;
  }

  /** What is going on over the picture: drawing steps, showing what stands out, or nothing to see; with a way to end it. */
  drawNotice() {
    const found = this.notices();
    this.notice.hidden = !found;
    if (!found) return this.notice.replaceChildren();
    const buttons = found.acts.map(([label, act]) => {
      const button = make("button", { type: "button" }, label);
      button.onclick = act;
      return button;
    });
    this.notice.replaceChildren(...(found.line ? [lineOf(found.line)] : []), make("span", { dir: "auto" }, found.said), ...buttons);
  }

  /** @returns {{said: string, acts: [string, () => void][], line?: Path} | undefined} */
  notices() {
    const { graph } = this;
    const { linking, words, data } = graph;
    const clear = [words.clear, () => graph.sender.act({ do: "clear" })];
    if (linking.on) {
      const [from, line] = [graph.node(linking.from), graph.way ?? data.paths[0]];
      const linked = from ? filled(words.linkfrom, { moment: nameOf(from) }) : words.link;
      return { said: line ? `${line.label}: ${linked}` : linked, acts: [[words.linkdone, () => linking.stop()]], line };
    }
    if (graph.pointing) {
      const { hidden, words: said } = data.shown;
      const all = [words.shownall, () => graph.rest()];
      if (!hidden) return { said, acts: [all] };
      return { said: `${said} ${filled(words.hidden, { n: hidden })}`, acts: [clear, all] };
    }
    return data.filter && !graph.walkable().length ? { said: words.nothing, acts: [clear] } : undefined;
  }
}

/** @param {Sign} sign */
function signOf(sign) {
  const item = make("span", { role: "listitem", class: "sign" });
  if (sign.shape) item.append(shapeOf(sign));
  else if (sign.color) item.append(lineOf(sign));
  item.append(make("span", { dir: "auto" }, sign.label));
  return item;
}

const SHAPES = {
  dot: "M7 1a6 6 0 1 0 0 12A6 6 0 1 0 7 1", square: "M2 2h10v10H2z", diamond: "M7 0l7 7-7 7-7-7z", triangle: "M7 1l6.5 12H.5z",
  triangleDown: "M7 13L.5 1h13z", hexagon: "M4 1h6l3.5 6L10 13H4L.5 7z", box: "M1 3h12v8H1z",
  star: "M7 0l2 4.6 5 .5-3.8 3.3L11.400 14 7 11 2.700 14l1.100-5.600L0 5.100l5-.500z",
};

/** @param {Sign} sign */
function shapeOf(sign) {
  const svg = drawn("svg", { width: 14, height: 14, viewBox: "-1 -1 16 16", "aria-hidden": "true" });
  const hollow = sign.hollow ? { fill: "none", "stroke-dasharray": "3 2" } : { fill: sign.color };
  svg.append(drawn("path", { d: SHAPES[sign.shape] ?? SHAPES.dot, stroke: sign.color, "stroke-width": 1.5, ...hollow }));
  return svg;
}

/** Fill a place anew, and leave the focus where it was. @param {HTMLElement} place @param {any[]} items @param {(item: any) => Element} make */
function refill(place, items, make) {
  const at = [...place.children].indexOf(place.getRootNode().activeElement);
  place.replaceChildren(...items.map(make));
  place.children[at]?.focus();
}
