/** Making elements, and keeping many of them in step with what should be there. Text is always text. */

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {Node | string | null | undefined | false} Child what is nothing is left out */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, any>} [attributes] `text` is the text; `on…` is a listener; null leaves out
 * @param {Child[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, attributes = {}, ...children) {
  return furnish(document.createElement(tag), attributes, children);
}

/**
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, any>} [attributes]
 * @param {Child[]} children
 * @returns {SVGElementTagNameMap[T]}
 */
export function svg(tag, attributes = {}, ...children) {
  return furnish(document.createElementNS(SVG, tag), attributes, children);
}

/**
 * What has to be there.
 *
 * @template {Element} [E=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @param {{ new (...args: any): E }} [Class]
 * @returns {E}
 */
export function query(root, selector, Class) {
  const found = root.querySelector(selector);
  if (found instanceof (Class ?? HTMLElement)) return /** @type {E} */ (found);
  throw new TypeError(`There is no ${selector}.`);
}

/** What has the keyboard where this element stands. @param {Node} node @returns {Element | null} */
export function activeIn(node) {
  return /** @type {ShadowRoot | Document} */ (node.getRootNode()).activeElement;
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {unknown} value
 */
function attribute(element, name, value) {
  if (value === null || value === undefined || value === false) return element.removeAttribute(name);
  const said = value === true ? "" : String(value);
  if (element.getAttribute(name) !== said) element.setAttribute(name, said);
}

/**
 * @template {Element} E
 * @param {E} element
 * @param {Record<string, any>} attributes
 * @param {Child[]} [children]
 * @returns {E}
 */
export function furnish(element, attributes, children = []) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "text") {
      if (element.textContent !== value) element.textContent = value;
    } else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else attribute(element, name, value);
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

/**
 * Keep the elements of a place in step with a list: made once a key, changed in place, taken away
 * when their item is no longer in the list. Focus and text being typed stay.
 *
 * @template T
 */
export class Keyed {
  /**
   * @param {Element} place
   * @param {(item: T) => string} keyOf
   * @param {(item: T) => Element} make
   * @param {(element: any, item: T) => void} update
   */
  constructor(place, keyOf, make, update) {
    this.place = place;
    this.keyOf = keyOf;
    this.make = make;
    this.update = update;
    /** @type {Map<string, Element>} */
    this.elements = new Map();
    /** @type {WeakMap<Element, number>} which look an element was brought up to */
    this.looks = new WeakMap();
  }

  /**
   * @param {T[]} items
   * @param {number} [look] elements that were brought up to this one are left as they are; without it none are
   */
  show(items, look) {
    const left = new Set(this.elements.keys());
    const focused = activeIn(this.place);
    let next = this.place.firstElementChild;
    for (const item of items) {
      const element = this.#of(item);
      // In the order of the items, for those who read or walk through it; what has the focus is not taken out.
      if (element.parentNode === this.place && element.contains(focused)) next = this.#moveBehind(next, element);
      if (element === next) next = element.nextElementSibling;
      else this.place.insertBefore(element, next);
      left.delete(this.keyOf(item));
      if (look !== undefined && this.looks.get(element) === look) continue;
      if (look !== undefined) this.looks.set(element, look);
      this.update(element, item);
    }
    for (const key of left) {
      this.elements.get(key)?.remove();
      this.elements.delete(key);
    }
  }

  /** The element of an item, made where there is none yet. @param {T} item */
  #of(item) {
    const key = this.keyOf(item);
    const element = this.elements.get(key) ?? this.make(item);
    this.elements.set(key, element);
    return element;
  }

  /**
   * What stands from here up to an element goes to the end.
   *
   * @param {Element | null} next
   * @param {Element} element
   * @returns {Element | null} what stands here then
   */
  #moveBehind(next, element) {
    while (next && next !== element) {
      const after = next.nextElementSibling;
      this.place.append(next);
      next = after;
    }
    return next;
  }

  /** @param {string} key */
  get(key) {
    return this.elements.get(key);
  }
}

/**
 * Put elements into a place in this order, at its end; those that are there already and stand right stay untouched, and
 * what has the keyboard is never taken out: whoever types or tabs there stays where they are.
 *
 * @param {Element} place
 * @param {Element[]} elements
 */
export function inOrder(place, elements) {
  const focused = activeIn(place);
  const held = elements.findIndex((element) => element.parentNode === place && element.contains(focused));
  let next = /** @type {Element | null} */ (null);
  for (let at = elements.length - 1; at >= 0; at -= 1) {
    const element = elements[at];
    const right = element.parentNode === place && element.nextElementSibling === next;
    if (!right && at !== held) place.insertBefore(element, next);
    else if (!right) for (let after = element.nextElementSibling; after && after !== next; after = element.nextElementSibling) place.prepend(after);
    next = element;
  }
}

/** Whether this person asked their machine for less movement. */
export function still() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/**
 * Run at most once a frame.
 *
 * @param {() => void} work
 */
export function onceAFrame(work) {
  let asked = 0;
  return () => {
    if (!asked) {
      asked = requestAnimationFrame(() => {
        asked = 0;
        work();
      });
    }
  };
}
