/** The board with its panel, in any element on a page of ours. */

import { Board } from "./board.js";
import { ChoiceReport, listen } from "./choice_report.js";
import { counts } from "./counts.js";
import { LeftToday } from "./left_today.js";
import { keeping } from "../live/outbox.js";
import { BoardModel } from "../live/model.js";
import { onceIn, paced } from "../shared/throttle.js";
import { activeIn } from "../shared/dom.js";
import { asking } from "../panel/questions.js";
import { sayer } from "../shared/sayer.js";

/**
 * @typedef {{ table: string, id: string }} Picked
 * @typedef {import("../panel/panel.js").Panel} Panel
 * @typedef {{ map_id: string, texts: Record<string, string>, language: string, colours: string[], inks: string[],
 *   rows: import("../live/schema.js").Fields, scale: string[], selected: Picked | null, said?: number, beside?: string, panel?: import("../panel/panel.js").Facts, leads?: boolean,
 *   go?: Go, felt_before?: import("./ghost.js").Felt, customers?: Customers, sent?: Items }} Given
 * @typedef {Readonly<Record<string, import("./customers.js").Count>>} Customers
 * @typedef {import("./sent.js").Items} Items
 * @typedef {{ n: number, what: string }} Go
 * @typedef {{ selected: Picked | null, said: number, beside: string, go?: Go, answer?: any, felt_before?: import("./ghost.js").Felt, customers?: Customers, sent?: Items }} Now
 * @typedef {{ picked?: (what: { table: string | null, id: string | null, said: number, rested?: boolean }) => void,
 *   moved?: (revision: number | null) => void, counted?: (counts: import("./counts.js").Counts) => void, asked?: (what: any) => void }} Told
 */

/** A panel that opens makes the board narrower: the second press of a double click has to meet the card of the first. */
const OPENS_MS = 300;
const COUNT_MS = 250;

/**
 * Put the board of a map into an element; it opens its own connection.
 *
 * @param {HTMLElement} element
 * @param {Given} given `beside`: what the page shows of this map besides, an id or the name of a panel
 * @param {Told} [told] what the page wants to hear: another row is chosen, what it shows beside has changed,
 *   or there is more or less of something in the map, or the panel asks for something
 */
export function mountBoard(element, given, told = {}) {
  const model = new BoardModel({ url: `live/maps/${encodeURIComponent(given.map_id)}`, language: given.language });
  const leave = keeping(model, given.map_id);
  // The answer is on its way while all else is put up.
  model.open();
  const say = sayer(given.texts, given.language);
  let beside = given.beside ?? "";
  // What the page shows beside gives way at once; all else of a choice is here already.
  const atOnce = (/** @type {Picked | null} */ row) => !given.panel || !!beside || row?.table === "channels";
  const report = new ChoiceReport(element, model, given.said ?? 0, atOnce, told.picked);
  const onSelect = (/** @type {string | null} */ table, /** @type {string | null} */ id) => {
    report.tell(table && id ? { table, id } : null);
    opener?.sync();
  };
  const board = new Board(element, { ...given, model, say, remember: "journeymap-board", onSelect });
  const questions = asking((what) => told.asked?.({ ...what, window: model.window }));
  const opener = given.panel ? new PanelOpener(element, board, given.go?.n ?? 0) : null;
  const facts = given.panel;
  if (opener && facts) bringPanel(opener, board, (/** @type {typeof import("../panel/panel.js")} */ { Panel }) => panelOf(Panel, board, given, facts, questions.ask));
  const news = paced(() => told.moved?.(model.revision));
  const count = onceIn(COUNT_MS, () => told.counted?.(counts(model)));

  const changed = (/** @type {Event} */ event) => {
    report.renew();
    count.ask();
    opener?.keepWritten();
    opener?.sync();
    if (beside && concerns(/** @type {CustomEvent} */ (event).detail, beside)) news.ask();
  };
  model.addEventListener("change", changed);
  if (given.selected) board.pick(given.selected.table, given.selected.id, { quiet: true });
  board.compareWith(given.felt_before);
  board.hearCustomers(given.customers);
  board.hearSent(given.sent);
  element.classList.add("desk");
  return {
    board,
    model,
    /** Whether all of it has come. */
    get isWhole() {
      return !opener || !!opener.panel;
    },
    /** What stands beside it, once it has come. */
    get panel() {
      return opener?.panel ?? null;
    },
    /**
     * What the page says now: it may have chosen another row. What it says about a choice of mine that is
     * not my last one is old.
     *
     * @param {Now} now
     */
    show(now) {
      beside = now.beside;
      board.compareWith(now.felt_before);
      board.hearCustomers(now.customers);
      board.hearSent(now.sent);
      report.hear(now.said);
      questions.hear(now.answer);
      if (now.said >= report.said && !report.waiting) {
        // Another panel was asked for, and came late: whoever writes in this one by now stays, and the page is told so.
        if (opener?.isWritten && now.selected?.id !== board.picked?.id) report.tell(board.picked);
        else choose(board, now.selected);
        opener?.sync();
      }
      opener?.follow(now.go);
    },
    close() {
      model.removeEventListener("change", changed);
      news.close();
      count.close();
      report.close();
      questions.close();
      opener?.close();
      board.close();
      leave();
    },
  };
}

/** Whether somebody writes in this panel now. @param {HTMLElement} panel */
function isWriting(panel) {
  const at = activeIn(panel);
  return !!at && panel.contains(at) && at.matches("textarea, input:not([type=checkbox], [type=radio])");
}

/** The page has chosen this row, or none. @param {Board} board @param {Picked | null} selected */
function choose(board, selected) {
  if (selected?.id === board.picked?.id) return;
  board.pick(selected?.table ?? null, selected?.id ?? null, { quiet: true });
  if (selected) board.revealRow(selected.table, selected.id);
}

/**
 * Fetch the panel: nothing waits for it, and the board comes first. Where something is chosen already it is wanted at once.
 *
 * @param {PanelOpener} opener
 * @param {Board} board
 * @param {(module: typeof import("../panel/panel.js")) => Panel} make
 */
function bringPanel(opener, board, make) {
  const fetchIt = () =>
    import("../panel/panel.js").then(
      (module) => opener.take(() => make(module)),
      (problem) => {
        console.error(problem);
        board.notice({ text: board.say("failed"), kind: "warning", stays: true });
      },
    );
  if (board.picked) fetchIt();
  else board.model.addEventListener("change", fetchIt, { once: true });
}

/** Shows the row that is chosen on a board in the panel beside it. */
class PanelOpener {
  #pressedAt = -OPENS_MS;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #opening;
  #closed = false;
  /** @type {Go | undefined} where the page sends one, before there is a panel */
  #later;

  /**
   * @param {HTMLElement} element
   * @param {Board} board
   * @param {number} gone to how many places the page has sent one already
   */
  constructor(element, board, gone) {
    this.element = element;
    this.board = board;
    /** @type {Panel | null} */
    this.panel = null;
    this.gone = gone;
    const left = new LeftToday(board, () => this.panel);
    this.came = () => left.follow();
    this.stop = listen(element, "pointerdown", () => (this.#pressedAt = performance.now()));
  }

  /** Whether somebody writes in the panel now. */
  get isWritten() {
    return !!this.panel && isWriting(this.panel.element);
  }

  /** The panel has come. @param {() => Panel} make */
  take(make) {
    if (this.#closed) return;
    this.panel = make();
    this.element.append(this.panel.element);
    this.sync();
    this.follow(this.#later);
    this.came();
  }

  sync() {
    clearTimeout(this.#opening);
    const { board, panel } = this;
    if (!panel) return;
    const { picked: row } = board;
    // A row that is still being written has nothing yet to be shown beside it.
    if (row && board.editing.draft?.id === row.id) return;
    const early = row && panel.element.hidden ? this.#pressedAt + OPENS_MS - performance.now() : 0;
    if (early > 0) this.#opening = setTimeout(() => this.sync(), early);
    else if (row) panel.show(row.table, row.id);
    else panel.show(null, null);
  }

  /**
   * Whoever writes in a panel stays in it for as long as its row is there: others may have taken away the note that was
   * chosen, or put it under another moment, and half a word would be kept.
   */
  keepWritten() {
    const { board } = this;
    const { picked, panel } = board;
    const subject = panel?.writtenIn;
    const above = picked && board.model.row(picked.table, picked.id)?.parent;
    if (subject && picked && picked.id !== subject.id && above !== subject.id) board.pick(subject.table, subject.id);
  }

  /** The page sends one to a part of the panel. @param {Go | undefined} go */
  follow(go) {
    this.#later = go;
    if (!this.panel || !go || go.n <= this.gone) return;
    this.gone = go.n;
    this.panel.goTo(go.what);
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#opening);
    this.stop();
    this.panel?.end();
  }
}

/**
 * The panel beside a board.
 *
 * @param {typeof import("../panel/panel.js").Panel} Kind
 * @param {Board} board
 * @param {Given} given
 * @param {import("../panel/panel.js").Facts} facts
 * @param {(what: any) => Promise<any>} ask
 */
function panelOf(Kind, board, given, facts, ask) {
  const panel = new Kind({
    model: board.model,
    say: board.say,
    language: given.language,
    scale: given.scale,
    facts,
    leads: !!given.leads,
    ask,
    choose(table, id) {
      board.pick(table, id);
      if (table && id) board.revealRow(table, id);
    },
    back: () => board.focusRow(board.picked),
    notice: board.notice,
    announce: board.announce,
    customers: (id) => board.customers.said(id),
    sent: (id) => board.sent.of(id),
  });
  board.panel = panel;
  return panel;
}

/** What a panel about one row shows besides that row: how many there are, and their names. */
const EVERYWHERE = new Set(["channels", "episodes", "moments"]);

/**
 * Whether a change is about what the page shows beside the board.
 *
 * @param {{ ids: Set<string> | null, tables: Set<string> | null, structure: boolean, confirmed: boolean }} change
 * @param {string} beside
 */
function concerns({ ids, tables, structure, confirmed }, beside) {
  if (!confirmed) return false;
  if (!ids || !tables || ids.has(beside)) return true;
  const panel = ["scope", "channels", "paths", "open"].includes(beside);
  return panel || tables.has("channels") || (structure && [...tables].some((table) => EVERYWHERE.has(table)));
}
