/**
 * What Streamlit is handed as the script of each component of ours: it fetches the component's own module from this
 * very server, mounts it once, and tells it of every run of the page after that.
 *
 * @typedef {import("./types.js").Component} Component
 * @typedef {{ identity: string, now: Component, show: () => void, close: () => void }} Running
 */

/** @type {WeakMap<Node, Running>} */
const running = new WeakMap();

/**
 * Fetch the module and mount it in this place.
 *
 * @param {Component} first
 * @returns {Running}
 */
function start(first) {
  const place = first.parentElement;
  /** @type {import("./types.js").Mounted | null} */
  let mounted = null;
  let gone = false;
  /** @type {Running} */
  const one = {
    identity: first.data.identity,
    now: first,
    show: () => mounted?.show(one.now),
    close() {
      gone = true;
      mounted?.close();
      if (running.get(place) === one) running.delete(place);
    },
  };
  import(new URL(first.data.script, document.baseURI).href)
    .then(({ mount }) => {
      if (gone) return;
      mounted = mount(one.now);
      one.show();
    })
    .catch((problem) => {
      console.error(problem);
      if (!first.data.failed) return;
      const sentence = document.createElement("p");
      sentence.textContent = first.data.failed;
      place.append(sentence);
    });
  return one;
}

/** @param {Component} component */
export default function (component) {
  const { data, parentElement: place } = component;
  let one = running.get(place);
  if (one && one.identity !== data.identity) {
    one.close();
    one = undefined;
  }
  if (one) {
    one.now = component;
    one.show();
  } else {
    one = start(component);
    running.set(place, one);
  }
  return one.close;
}
