
/** The big clock: the same element from run to run, so that what is read aloud is said once. */
const clocks = new WeakMap();

/** “Two minutes left” is true for a minute. */
const LAST_MS = 60_000;

/** @param {number} left milliseconds */
function isSoon(left) {
  return left <= GENTLE_MS && left > LAST_MS;
}

export default function ({ data, parentElement }) {
  let ticking = clocks.get(parentElement);
  if (!ticking) {
    const face = parentElement.querySelector(".face");
    const aloud = parentElement.querySelector(".aloud");
    ticking = new Ticking((left) => {
      face.textContent = ticking.none ? ticking.words.none : spell(left);
      face.dataset.look = ticking.none ? "none" : left === 0 ? "over" : left <= GENTLE_MS ? "soon" : "";
      const say = ticking.none || !ticking.runs ? "" : left === 0 ? ticking.words.over : isSoon(left) ? ticking.words.soon : "";
      if (aloud.textContent !== say) aloud.textContent = say;
    });
    clocks.set(parentElement, ticking);
  }
  ticking.words = data.words;
  ticking.none = data.left === null;
  parentElement.querySelector(".clock").dataset.size = data.size;
  parentElement.querySelector(".face").setAttribute("aria-label", data.words.label);
  ticking.set({ step: data.step, left: data.left ?? 0, runs: data.runs });
  return () => {
    ticking.close();
    clocks.delete(parentElement);
  };
}
