/** What the page is asked to do or to say: one thing at a time, each until it is answered. */

const AGAIN_MS = 5_000;
const TRIES = 4;

/**
 * @param {(what: any) => void} tell say it to the page
 * @returns {{ ask: (what: any) => Promise<any>, hear: (answer: any) => void, close: () => void }}
 */
export function asking(tell) {
  const client = crypto.randomUUID?.() ?? String(Math.random());
  /** @type {{ what: any, done: (answer: any) => void, tries: number }[]} */
  const waiting = [];
  let n = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const send = () => {
    clearTimeout(timer);
    const [now] = waiting;
    if (!now) return;
    if (now.tries === TRIES) {
      waiting.shift();
      now.done({});
      n += 1;
      return send();
    }
    now.tries += 1;
    tell({ ...now.what, n, client });
    timer = setTimeout(send, AGAIN_MS);
  };
  return {
    ask(what) {
      return new Promise((done) => {
        waiting.push({ what, done, tries: 0 });
        if (waiting.length === 1) send();
      });
    },
    hear(answer) {
      if (!waiting.length || answer?.client !== client || answer.n !== n) return;
      n += 1;
      waiting.shift()?.done(answer);
      send();
    },
    close() {
      clearTimeout(timer);
    },
  };
}
