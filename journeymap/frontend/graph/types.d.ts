/** The graph as Python hands it over (`ui.screens.graph.picture`, `graph.pyvis_network`), and as much of vis-network as is used. */

export interface Colour {
  background: string;
  border: string;
  highlight: { background: string; border: string };
  hover: { background: string; border: string };
}

export interface Font {
  face?: string;
  size?: number;
  color?: string;
  strokeColor?: string;
}

export interface Node {
  id: string;
  x: number;
  y: number;
  kind: string;
  label: string;
  shape: string;
  color: Colour;
  font: Font;
  /** The row that it stands for. */
  table?: string;
  row?: string;
  /** Where it comes as one walks through all. */
  order?: number;
  /** All that is said of it; `title` shows it when one points at it. */
  told?: string;
  title?: string;
  feels?: number | null;
  size?: number;
  /** How much smaller its words are, so that they fit. */
  fit?: number;
  /** A band or a heading: nothing one can go to. */
  fixed?: boolean;
  borderWidth?: number;
  /** From which size on vis-network writes its label. */
  scaling?: unknown;
  shapeProperties?: { borderDashes?: number[] | boolean; borderRadius?: number };
  widthConstraint?: { minimum?: number; maximum?: number };
}

export interface EdgeColour {
  color?: string;
  inherit?: boolean;
  opacity?: number;
  highlight?: string;
}

export interface Edge {
  id: string;
  from: string;
  to: string;
  kind: string;
  width: number;
  path?: string | null;
  /** Both ends of a step of a path. */
  step?: [string, string] | null;
  told?: string;
  title?: string;
  dashes?: number[] | boolean;
  color?: EdgeColour;
  smooth?: unknown;
  hidden?: boolean;
  arrows?: unknown;
}

/** A step that was drawn here and that Python has not answered yet: `n` is the number of the act. */
export interface ExpectedEdge extends Edge {
  n: number;
}

export interface Episode {
  id: string;
  label: string;
  color: string;
  /** Its first node. */
  first: string;
}

export interface Step {
  step: string;
  id: string;
  feels: number | null;
  told: string;
}

/** A path with the nodes it passes. */
export interface Path {
  id: string;
  label: string;
  kind: string;
  color: string;
  dashes: number[];
  told: string;
  steps: Step[];
}

/** What a sign means. */
export interface Sign {
  label: string;
  color?: string;
  dashes?: number[];
  shape?: string;
  hollow?: boolean;
}

export interface Theme {
  text: string;
  ground: string;
  quiet: string;
  edge: string;
  accent: string;
}

export interface Data {
  view: string;
  nodes: Node[];
  edges: Edge[];
  options: Options;
  episodes: Episode[];
  paths: Path[];
  legend: Sign[];
  selected: string;
  edge: string;
  /** The path one works on. */
  way: string;
  shown: { ids: string[]; hidden: number; n: number; words: string };
  /** Whether its panel is open. */
  open: boolean;
  filter: string;
  /** Whether height is feeling. */
  tall: boolean;
  /** How high a step of the emotion scale is. */
  step: number;
  may: boolean;
  draws: boolean;
  links: boolean;
  acked: { client: string; n: number };
  words: Record<string, string>;
  /** Where vis-network is. */
  vis: string;
}

/** What was done, until Python has heard of it. */
export interface Act {
  n: number;
  do: string;
  path?: string;
}

export interface Place {
  x: number;
  y: number;
}

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A point of a curve; `said`: somebody said how it feels there. */
export interface Point extends Place {
  said: boolean;
}

export interface Options {
  nodes: { font: { face: string }; widthConstraint?: { maximum: number } } & Record<string, unknown>;
  interaction?: Record<string, unknown>;
  [name: string]: unknown;
}

export interface DataSet<T extends { id: string }> {
  get(id: unknown): T | null;
  getIds(): string[];
  update(rows: (Partial<T> & { id: string })[]): void;
  remove(ids: string[]): void;
}

/** What vis-network tells of a click, of dragging, and of a node that is pointed at. */
export interface Pointed {
  nodes: string[];
  edges: string[];
  node?: string;
  pointer?: { DOM: Place; canvas: Place };
}

export interface Network {
  on(event: "beforeDrawing" | "afterDrawing", listener: (context: CanvasRenderingContext2D) => void): void;
  on(event: string, listener: (pointed: Pointed) => void): void;
  once(event: string, listener: () => void): void;
  destroy(): void;
  redraw(): void;
  fit(): void;
  focus(id: string, options: { scale: number; animation: boolean }): void;
  getBoundingBox(id: string): Box;
  getNodeAt(place: Place): string | undefined;
  getPosition(id: string): Place;
  getScale(): number;
  getViewPosition(): Place;
  canvasToDOM(place: Place): Place;
  DOMtoCanvas(place: Place): Place;
  moveTo(to: { position: Place; scale: number; animation?: boolean }): void;
  selectEdges(ids: string[]): void;
  selectNodes(ids: string[], withEdges?: boolean): void;
  setOptions(options: unknown): void;
  setSize(width: string, height: string): void;
  unselectAll(): void;
}

export interface Vis {
  DataSet: new <T extends { id: string }>(rows?: T[]) => DataSet<T>;
  Network: new (
    place: HTMLElement,
    data: { nodes: DataSet<Node>; edges: DataSet<Edge> },
    options: unknown,
  ) => Network;
}

declare global {
  /** vis-network puts itself there. */
  var vis: Vis;
}
