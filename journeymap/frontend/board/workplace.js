/** The board with its panel, in any element on a page of ours. */

import { Board } from "./board.js";
import { counts } from "./counts.js";
import { keeping } from "../live/outbox.js";
import { BoardModel } from "../live/model.js";
import { onceIn, paced } from "../shared/throttle.js";
import { asking } from "../panel/questions.js";
import { Panel } from "../panel/panel.js";
import { sayer } from "../shared/sayer.js";
import { onKeys } from "../shared/keyboard.js";

/**
 * @typedef {{ table: string, id: string }} Picked
 * @typedef {{ map_id: string, texts: Record<string, string>, language: string, colours: string[], inks: string[],
 *   rows: import("../live/schema.js").Fields, scale: string[], selected: Picked | null, said?: number, beside?: string, panel?: import("../panel/panel.js").Facts, leads?: boolean,
 *   go?: Go }} Given
 * @typedef {{ n: number, what: string }} Go
 * @typedef {{ selected: Picked | null, said: number, beside: string, go?: Go, answer?: any }} Now
 * @typedef {{ picked?: (what: { table: string | null, id: string | null, said: number, rested?: boolean }) => void,
 *   moved?: (revision: number | null) => void, counted?: (counts: import("./counts.js").Counts) => void, asked?: (what: any) => void }} Told
 */

/** A panel that opens makes the board narrower: the second press of a double click has to meet the card of the first. */
const OPENS_MS = 300;
const COUNT_MS = 250;
/** The page hears of a choice that has rested so long: nothing is rerun for a card that one walks past. */
const RESTS_MS = 400;
/** A click elsewhere waits no longer than this for the page to hear of the choice before it. */
const HEARS_MS = 5_000;

/**
 * Put the board of a map into an element; it opens its own connection.
 *
 * @param {HTMLElement} element
 * @param {Given} given `beside`: what the page shows of this map besides, an id or the name of a panel
 * @param {Told} [told] what the page wants to hear: another row is chosen, what it shows beside has changed,
 *   or there is more or less of something in the map, or the panel asks for something
 */
export function mountBoard(element, given, { picked, moved = () => {}, counted, asked = () => {} } = {}) {
  const model = new BoardModel({ url: `live/maps/${encodeURIComponent(given.map_id)}`, language: given.language });
  const leave = keeping(model, given.map_id);
  const say = sayer(given.texts, given.language);
  let said = given.said ?? 0;
  let beside = given.beside ?? "";
  /** @type {Picked | null | undefined} chosen here, but the server does not know the row yet */
  let waiting;

  /** @type {{ timer: ReturnType<typeof setTimeout>, say: () => void } | null} a choice of which the page has not heard yet */
  let resting = null;
  /** @type {any} what the page was told last, and whether twice */
  let told = null;
  const pass = (/** @type {any} */ what) => {
    told = { what, again: told?.what.said === what.said };
    picked?.(what);
  };
  const tell = (/** @type {Picked | null} */ row) => {
    clearTimeout(resting?.timer);
    resting = null;
    waiting = row && model.isNew(row.id) ? row : undefined;
    if (waiting) return;
    said += 1;
    if (!picked) return;
    const what = { table: row?.table ?? null, id: row?.id ?? null, said };
    // What the page shows beside gives way at once; all else of a choice is here already.
    if (!given.panel || beside || row?.table === "channels") pass(what);
    else {
      const say = () => {
        resting = null;
        pass({ ...what, rested: true });
      };
      resting = { timer: setTimeout(say, RESTS_MS), say };
    }
  };
  const sayNow = () => {
    if (!resting) return;
    clearTimeout(resting.timer);
    resting.say();
  };
  // Whoever does something elsewhere on the page does it after they chose: the page hears both in this order. Of two
  // things it hears at once it may forget the first, above all where the second leads to another page; so a click waits
  // until the page has said that it knows the choice.
  let heard = said;
  const held = holding(HEARS_MS);
  const elsewhere = (/** @type {Event} */ event) => {
    if (event.composedPath().includes(element)) return;
    sayNow();
    if (picked && heard < said) held.take(event);
  };
  let pressedAt = -OPENS_MS;
  const leaving = listening([
    [element, "pointerdown", () => (pressedAt = performance.now())],
    [document, "pointerdown", elsewhere],
    [document, "click", elsewhere],
    [document, "visibilitychange", sayNow],
    [window, "pagehide", sayNow],
  ]);
  const quiet = onKeys(document, elsewhere, true);
  const onSelect = (/** @type {string | null} */ table, /** @type {string | null} */ id) => {
    tell(table && id ? { table, id } : null);
    sync();
  };
  const board = new Board(element, { ...given, model, say, remember: "journeymap-board", onSelect });
  const questions = asking((what) => asked({ ...what, window: model.window }));
  const panel = given.panel ? panelOf(board, given, given.panel, questions.ask) : null;
  if (panel) element.append(panel.element);
  let gone = given.go?.n ?? 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let opening;
  const sync = () => {
    clearTimeout(opening);
    const { picked: row } = board;
    // A row that is still being written has nothing yet to be shown beside it.
    if (!panel || (row && board.editing.draft?.id === row.id)) return;
    const early = row && panel.element.hidden ? pressedAt + OPENS_MS - performance.now() : 0;
    if (early > 0) opening = setTimeout(sync, early);
    else panel.show(row?.table ?? null, row?.id ?? null);
  };
  const news = paced(() => moved(model.revision));
  const count = onceIn(COUNT_MS, () => counted?.(counts(model)));

  const changed = (/** @type {Event} */ event) => {
    if (waiting && !model.isNew(waiting.id)) tell(waiting);
    count.ask();
    sync();
    if (beside && concerns(/** @type {CustomEvent} */ (event).detail, beside)) news.ask();
  };
  model.addEventListener("change", changed);
  if (given.selected) board.pick(given.selected.table, given.selected.id, { quiet: true });
  element.classList.add("desk");
  model.open();
  return {
    board,
    model,
    panel,
    /**
     * What the page says now: it may have chosen another row. What it says about a choice of mine that is
     * not my last one is old.
     *
     * @param {Now} now
     */
    show(now) {
      beside = now.beside;
      heard = Math.max(heard, now.said);
      if (heard >= said) held.letGo();
      // It was drawn anew by something else, which may have come in place of the choice.
      else if (told?.what.said === said && !told.again) pass(told.what);
      questions.hear(now.answer);
      if (!(now.said < said || waiting)) {
        const { selected } = now;
        if (selected?.id !== board.picked?.id) {
          board.pick(selected?.table ?? null, selected?.id ?? null, { quiet: true });
          if (selected) board.revealRow(selected.table, selected.id);
        }
        sync();
      }
      if (!panel || !now.go || now.go.n <= gone) return;
      gone = now.go.n;
      panel.goTo(now.go.what);
    },
    close() {
      model.removeEventListener("change", changed);
      news.close();
      count.close();
      clearTimeout(resting?.timer);
      clearTimeout(opening);
      held.letGo();
      leaving();
      quiet();
      questions.close();
      panel?.end();
      board.close();
      leave();
    },
  };
}

/**
 * A click of somebody's that is let go later, at the latest after so many milliseconds; of several the last one.
 *
 * @param {number} longest
 * @returns {{ take: (event: Event) => void, letGo: () => void }}
 */
function holding(longest) {
  /** @type {EventTarget[]} where it was clicked: the page may be drawn anew meanwhile */
  let path = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const go = () => {
    const place = path.find((one) => one instanceof Element && one.isConnected);
    path = [];
    place?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true }));
  };
  return {
    take(event) {
      const isClick = event instanceof MouseEvent && event.type === "click" && event.isTrusted;
      if (!isClick || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      path = event.composedPath();
      clearTimeout(timer);
      timer = setTimeout(go, longest);
    },
    letGo() {
      if (!path.length) return;
      clearTimeout(timer);
      timer = setTimeout(go);
    },
  };
}

/**
 * Hear of these before whatever they are meant for does.
 *
 * @param {[EventTarget, string, (event: Event) => void][]} heard
 * @returns {() => void} stop listening
 */
function listening(heard) {
  for (const [place, name, listener] of heard) place.addEventListener(name, listener, true);
  return () => {
    for (const [place, name, listener] of heard) place.removeEventListener(name, listener, true);
  };
}

/**
 * The panel beside a board.
 *
 * @param {Board} board
 * @param {Given} given
 * @param {import("../panel/panel.js").Facts} facts
 * @param {(what: any) => Promise<any>} ask
 */
function panelOf(board, given, facts, ask) {
  const panel = new Panel({
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
