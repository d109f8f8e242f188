
/** The agenda as a row of cards: done, now with the time that is left, next. A card opens what can be done with it. */
const strips = new WeakMap();

/** @param {any} step */
function card(step, data, choose) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `step ${step.look}`;
  made.title = step.help;
  made.disabled = !data.opens;
  if (step.look === "now") made.setAttribute("aria-current", "step");
  const title = document.createElement("b");
  title.textContent = `${step.number} ${step.title}`;
  const below = document.createElement("span");
  below.textContent = step.below;
  made.append(title, below);
  if (step.clock) {
    const clock = document.createElement("span");
    clock.className = "left";
    below.append(step.below ? " · " : "", clock);
  }
  made.addEventListener("click", () => choose(step.id));
  return made;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const row = parentElement.querySelector(".strip");
  let strip = strips.get(parentElement);
  if (!strip) {
    strip = { drawn: "", at: "", ticking: new Ticking((left) => {
      const clock = row.querySelector(".left");
      if (clock) clock.textContent = strip.words.replace("{time}", spell(left));
    }) };
    strips.set(parentElement, strip);
    keepKeys(row);
  }
  strip.words = data.words.left;
  const { left, runs, ...same } = data;
  const drawn = JSON.stringify(same);
  if (drawn !== strip.drawn) {
    const focus = [...row.children].indexOf(parentElement.activeElement ?? row.getRootNode().activeElement);
    row.setAttribute("aria-label", data.words.label);
    row.replaceChildren(...data.steps.map((step) => card(step, data, (id) => setTriggerValue("chosen", id))));
    row.children[focus]?.focus();
    strip.drawn = drawn;
  }
  if (data.at !== strip.at) {
    strip.at = data.at;
    const now = row.querySelector(".now") ?? row.querySelector(".next");
    if (now) row.scrollTo({ left: now.offsetLeft - row.offsetLeft - row.clientWidth / 4 });
  }
  strip.ticking.set({ step: data.at, left: left ?? 0, runs });
  return () => {
    strip.ticking.close();
    strips.delete(parentElement);
  };
}
