/** The panel on a page without a board: with a model, and a place for notices, of its own. */

import { el } from "../shared/dom.js";
import { keeping } from "../live/outbox.js";
import { BoardModel } from "../live/model.js";
import { announcer, notices } from "../shared/notices.js";
import { sayer } from "../shared/sayer.js";
import { asking } from "./questions.js";
import { Panel } from "./panel.js";

/**
 * @typedef {{ map_id: string, texts: Record<string, string>, language: string, scale: string[], panel: import("./panel.js").Facts,
 *   leads: boolean, selected: { table: string, id: string } | null, answer?: any }} Given
 *
 * @param {HTMLElement} element
 * @param {Given} given
 * @param {{ picked: (what: { table: string | null, id: string | null }) => void, asked: (what: any) => void }} told
 */
export function mountPanel(element, given, told) {
  const model = new BoardModel({ url: `live/maps/${encodeURIComponent(given.map_id)}`, language: given.language });
  const leave = keeping(model, given.map_id);
  const say = sayer(given.texts, given.language);
  const questions = asking((what) => told.asked({ ...what, window: model.window }));
  const aloud = el("div", { class: "aloud", "aria-live": "polite", role: "status" });
  const notes = el("div", { class: "notices" });
  let { selected } = given;
  const notice = notices(notes, say("close"), () => panel.element.focus());
  const announce = announcer(aloud);
  const panel = new Panel({
    model,
    say,
    language: given.language,
    scale: given.scale,
    facts: given.panel,
    leads: given.leads,
    ask: questions.ask,
    choose(table, id) {
      selected = table && id ? { table, id } : null;
      told.picked({ table, id });
      panel.show(table, id);
    },
    back: () => /** @type {HTMLElement | null} */ (panel.element.getRootNode() instanceof ShadowRoot ? document.activeElement : null)?.blur(),
    notice,
    announce,
  });
  panel.element.append(notes, aloud);
  panel.element.classList.add("alone");
  element.append(panel.element);
  const sync = () => {
    panel.show(selected?.table ?? null, selected?.id ?? null);
    model.select(selected?.id ?? null, !!panel.open);
  };
  const name = (/** @type {string} */ id) => model.nameOf(id) ?? say("somebody");
  const put = (/** @type {any} */ { table, id, field }, /** @type {any} */ value) => () => model.set(table, id, field, value);
  /** @type {[string, (event: any) => void][]} */
  const heard = [
    ["change", sync],
    ["refused", ({ detail }) => panel.answers(detail.op) || notice({ text: detail.reason ?? say("queue-full"), kind: "warning" })],
    [
      "overwritten",
      ({ detail }) =>
        notice({
          text: say("overwritten", { name: name(detail.by), theirs: String(detail.theirs ?? "") }),
          detail: say("overwritten-yours", { yours: String(detail.yours ?? "") }),
          action: say("put-mine-back"),
          act: put(detail, detail.yours),
          kind: "warning",
          stays: true,
        }),
    ],
    [
      "lost",
      ({ detail }) => notice({ text: say("lost", { name: name(detail.by) }), detail: String(detail.value ?? ""), action: say("use-theirs"), act: put(detail, detail.value), stays: true }),
    ],
  ];
  for (const [event, listener] of heard) model.addEventListener(event, listener);
  model.open();
  return {
    model,
    panel,
    /** @param {{ selected: { table: string, id: string } | null, answer?: any }} now */
    show(now) {
      questions.hear(now.answer);
      selected = now.selected;
      sync();
    },
    close() {
      for (const [event, listener] of heard) model.removeEventListener(event, listener);
      questions.close();
      panel.end();
      leave();
    },
  };
}
