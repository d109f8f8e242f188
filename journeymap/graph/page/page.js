"use strict";
/* What moves in the page that is taken away: the graph, its table with the same selection, the filter by path. */
(async () => {
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("graph-data").textContent);
  const root = document.documentElement;
  /* Its letters are in this file; the canvas measures words before it draws them. */
  const signs = new Set(data.nodes.flatMap((node) => [...node.label]));
  await document.fonts.load(`16px ${data.options.nodes.font.face}`, [...signs].join("")).catch(() => []);
  for (const thing of [...data.nodes, ...data.edges]) thing.title = thing.told; // shown as text
  data.options.nodes.widthConstraint = { maximum: data.letters.width };
  for (const node of data.nodes) node.font = { size: data.letters.size * (node.fit ?? 1), ...node.font };
  /* What is no step of a path is the fainter the less it weighs: hundreds of lines are no knot then. */
  const widest = Math.max(1, ...data.edges.map((edge) => edge.width));
  for (const edge of data.edges) {
    if (edge.path || widest < 2) continue;
    edge.color.opacity = 0.35 + 0.65 * Math.min(1, (1.4 * (edge.width - 1)) / (widest - 1));
  }
  const nodes = new vis.DataSet(data.nodes);
  const edges = new vis.DataSet(data.edges);
  const walk = data.nodes.filter((node) => node.order >= 0).sort((one, other) => one.order - other.order);
  const graph = new vis.Network(byId("graph"), { nodes, edges }, data.options);
  let chosen = null;

  /** Text and edges of text follow the ground; colours of things stay. */
  const ground = (name) => {
    root.dataset.ground = name;
    const now = data.grounds[name];
    const was = Object.values(data.grounds);
    const painted = (color) =>
      was.some((known) => known.text === color) ? now.text : was.some((known) => known.halo === color) ? now.halo : color;
    nodes.update(data.nodes.map((node) => ({
      id: node.id,
      color: {
        border: node.color.border,
        background: painted(node.color.background),
        highlight: { background: painted(node.color.highlight.background), border: now.text },
        hover: { background: painted(node.color.hover.background), border: now.text },
      },
      font: node.kind === "episode" ? node.font : { ...node.font, color: now.text, strokeColor: now.halo },
    })));
  };

  const rows = new Map([...document.querySelectorAll("tr[data-node]")].map((row) => [row.dataset.node, row]));

  const choose = (id, look) => {
    rows.get(chosen)?.removeAttribute("aria-selected");
    chosen = id;
    rows.get(id)?.setAttribute("aria-selected", "true");
    byId("told").textContent = nodes.get(id)?.told ?? "";
    graph.selectNodes(id === null ? [] : [id]);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (look && id !== null) graph.focus(id, { scale: Math.max(0.8, graph.getScale()), animation: !calm });
  };

  graph.on("selectNode", ({ nodes: [id] }) => choose(id, false));
  graph.on("deselectNode", () => choose(null, false));
  graph.once("afterDrawing", () => { byId("graph").dataset.drawn = String(data.nodes.length); });
  for (const [id, row] of rows) row.querySelector("button").addEventListener("click", () => choose(id, true));

  byId("graph").addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || !walk.length) return;
    event.preventDefault();
    const at = walk.findIndex((node) => node.id === chosen);
    choose(walk[at < 0 ? 0 : (at + step + walk.length) % walk.length].id, true);
  });

  for (const box of document.querySelectorAll("input[data-path]")) {
    box.addEventListener("change", () => {
      edges.update(data.edges.filter((edge) => edge.path === box.dataset.path)
        .map((edge) => ({ id: edge.id, hidden: !box.checked })));
    });
  }
  byId("whole").addEventListener("click", () => graph.fit());
  byId("ground").addEventListener("click", () => ground(root.dataset.ground === "dark" ? "light" : "dark"));
  /* A long journey is a thread where all of it is shown: begin where it begins, near enough to be read. */
  const start = walk[0];
  const scale = 0.8;
  if (start && !data.whole && graph.getScale() < 0.4) {
    const { clientWidth, clientHeight } = byId("graph");
    const down = data.below ? (0.3 * clientHeight) / scale : 0;
    graph.moveTo({ position: { x: start.x + (0.4 * clientWidth) / scale, y: start.y + down }, scale });
  }
  ground(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
})();
