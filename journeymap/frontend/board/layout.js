/**
 * Where things stand: a column a micro-moment (an episode without any has one to fill), in the order
 * of the journey. Pure arithmetic, in CSS pixels from the left edge of the canvas.
 *
 * @typedef {import("../live/rows.js").Row} Row
 * @typedef {{ index: number, x: number, moment: Row | null, episode: Row, first: boolean, last: boolean }} Column
 * @typedef {{ episode: Row, position: number, x: number, width: number, from: number, to: number }} Span
 */

/** So narrow where the whole journey has to fit. */
export const NARROWEST = 4;
/** And so narrow by hand, where one stops before nothing can be told apart any more. */
const NARROWEST_BY_HAND = 10;
export const WIDEST = 260;
/** Below these widths a column shows only the words of its card, no words at all, and no more than a mark. */
export const TEXT_WIDTH = 84;
export const WORDS_WIDTH = 52;
export const FACE_WIDTH = 26;
export const EPISODE_GAP = 8;
/** Columns beyond the edge that are drawn too, so that scrolling meets no blank. */
const MARGIN = 4;

export class Layout {
  /**
   * @param {import("../live/model.js").BoardModel} model
   * @param {number} columnWidth
   */
  constructor(model, columnWidth) {
    this.columnWidth = columnWidth;
    /** @type {Column[]} */
    this.columns = [];
    /** @type {Span[]} */
    this.spans = [];
    /** @type {Map<string, Column>} by moment */
    this.byMoment = new Map();
    let x = 0;
    model.rows("episodes").forEach((episode, position) => {
      const moments = model.rows("moments", episode.id);
      const from = this.columns.length;
      const places = moments.length ? moments : [null];
      places.forEach((moment, n) => {
        const column = {
          index: this.columns.length,
          x: x + n * columnWidth,
          moment,
          episode,
          first: n === 0,
          last: n === places.length - 1,
        };
        this.columns.push(column);
        if (moment) this.byMoment.set(moment.id, column);
      });
      const width = places.length * columnWidth;
      this.spans.push({ episode, position, x, width, from, to: this.columns.length - 1 });
      x += width + EPISODE_GAP;
    });
    this.width = Math.max(0, x - EPISODE_GAP);
  }

  /** Whether columns are wide enough for all words. */
  get legible() {
    return this.columnWidth >= TEXT_WIDTH;
  }

  /** What a column has room for: all words, the card's own in small letters, or only its bar. */
  get shows() {
    const worded = !this.legible && this.columnWidth >= WORDS_WIDTH;
    return { legible: this.legible, worded, bars: !this.legible && !worded };
  }

  /**
   * The columns between two places, and some beyond.
   *
   * @param {number} left
   * @param {number} right
   */
  between(left, right) {
    const from = Math.max(0, this.indexAt(left) - MARGIN);
    const to = Math.min(this.columns.length - 1, this.indexAt(right) + MARGIN);
    return { from, to, columns: this.columns.slice(from, to + 1) };
  }

  /**
   * The column at a place; beyond the ends, the first or the last.
   *
   * @param {number} x
   */
  indexAt(x) {
    let low = 0;
    let high = this.columns.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.columns[middle].x <= x) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /**
   * Where a card dropped at this place would go: under which episode, after which moment.
   *
   * @param {number} x
   * @param {Set<string>} moving ids that are being moved, and so do not count as neighbours
   * @returns {{ episode: string, after: string | null, x: number } | null}
   */
  dropAt(x, moving) {
    if (!this.columns.length) return null;
    const span = this.spans.find((one) => x < one.x + one.width + EPISODE_GAP / 2) ?? this.spans[this.spans.length - 1];
    let after = null;
    let edge = span.x;
    for (const column of this.columns.slice(span.from, span.to + 1)) {
      if (!column.moment || x < column.x + this.columnWidth / 2) break;
      if (!moving.has(column.moment.id)) after = column.moment.id;
      edge = column.x + this.columnWidth;
    }
    return { episode: span.episode.id, after, x: edge };
  }
}

/**
 * The width at which all columns fit.
 *
 * @param {number} columns
 * @param {number} episodes
 * @param {number} available
 */
export function fitting(columns, episodes, available) {
  const width = (available - Math.max(0, episodes - 1) * EPISODE_GAP) / Math.max(1, columns);
  return clamp(Math.floor(width * 10) / 10, NARROWEST, WIDEST);
}

/**
 * The width that somebody asks for with the wheel, two fingers or a button; what is narrower already stays.
 *
 * @param {number} width
 * @param {number} now
 */
export function byHand(width, now) {
  return Math.max(width, Math.min(now, NARROWEST_BY_HAND));
}

/**
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
export function clamp(value, low, high) {
  return Math.min(high, Math.max(low, value));
}
