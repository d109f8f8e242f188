/** How this person likes to see boards: kept in their browser where it keeps anything, else for the visit. */

/** Of so many maps it is remembered how large one looks at them, and which path. */
const MOST_MAPS = 50;

export class Views {
  /** @param {string} name what it is kept under */
  constructor(name) {
    this.name = name;
    /** @type {Record<string, any>} */
    this.kept = read(name);
  }

  /**
   * @template T
   * @param {string} key
   * @param {T} otherwise
   * @returns {T}
   */
  get(key, otherwise) {
    const found = this.kept[key];
    return typeof found === typeof otherwise ? found : otherwise;
  }

  /**
   * @param {string} key
   * @param {any} value
   */
  set(key, value) {
    this.kept[key] = value;
    try {
      localStorage.setItem(this.name, JSON.stringify(this.kept));
    } catch {
      // A browser that keeps nothing still shows the board.
    }
  }

  /**
   * How wide a map's columns are: each map's own, for what suits a short one shows nothing of a long one, and the other
   * way round.
   *
   * @param {string} map
   * @param {number} otherwise
   */
  width(map, otherwise) {
    const found = this.#of("widths", map);
    return typeof found === "number" && Number.isFinite(found) ? found : otherwise;
  }

  /**
   * @param {string} map
   * @param {number} width
   */
  setWidth(map, width) {
    this.#keep("widths", map, width);
  }

  /**
   * The path of a map that one looks at; "" for none.
   *
   * @param {string} map
   */
  path(map) {
    const found = this.#of("paths", map);
    return typeof found === "string" ? found : "";
  }

  /**
   * @param {string} map
   * @param {string} path
   */
  setPath(map, path) {
    this.#keep("paths", map, path);
  }

  /** What is kept of a map. @param {string} list @param {string} map @returns {unknown} */
  #of(list, map) {
    return this.#all(list).find(([id]) => id === map)?.[1];
  }

  /** Keep this of a map, and forget the map looked at longest ago. @param {string} list @param {string} map @param {string | number} value */
  #keep(list, map, value) {
    const others = this.#all(list).filter(([id]) => id !== map);
    this.set(list, [...others, [map, value]].slice(-MOST_MAPS));
  }

  /** @param {string} list @returns {[string, unknown][]} */
  #all(list) {
    const found = this.get(list, /** @type {[string, unknown][]} */ ([]));
    return Array.isArray(found) ? found.filter((one) => Array.isArray(one)) : [];
  }

  /** @param {string} lane */
  hidden(lane) {
    return this.get("hidden", /** @type {string[]} */ ([])).includes(lane);
  }

  /** @param {string} lane */
  collapsed(lane) {
    return this.get("collapsed", /** @type {string[]} */ ([])).includes(lane);
  }

  /**
   * Put a lane into a list, or take it out.
   *
   * @param {"hidden" | "collapsed"} list
   * @param {string} lane
   */
  toggle(list, lane) {
    const now = this.get(list, /** @type {string[]} */ ([]));
    this.set(list, now.includes(lane) ? now.filter((one) => one !== lane) : [...now, lane]);
  }

  /**
   * The lanes in this person's order; new ones where they stand by default.
   *
   * @template {{ name: string }} L
   * @param {L[]} lanes
   * @returns {L[]}
   */
  ordered(lanes) {
    const order = this.get("order", /** @type {string[]} */ ([]));
    const place = (/** @type {L} */ lane) => (order.includes(lane.name) ? order.indexOf(lane.name) : lanes.indexOf(lane));
    return [...lanes].sort((a, b) => place(a) - place(b));
  }

  /**
   * Move a lane one up or down.
   *
   * @template {{ name: string }} L
   * @param {L[]} lanes
   * @param {string} name
   * @param {number} by
   */
  shift(lanes, name, by) {
    const names = this.ordered(lanes).map((lane) => lane.name);
    const at = names.indexOf(name);
    const to = Math.max(0, Math.min(names.length - 1, at + by));
    names.splice(to, 0, ...names.splice(at, 1));
    this.set("order", names);
  }
}

/** @param {string} name */
function read(name) {
  try {
    const found = JSON.parse(localStorage.getItem(name) ?? "{}");
    return found && typeof found === "object" && !Array.isArray(found) ? found : {};
  } catch {
    return {};
  }
}
