/** How wide a column of the overlay is: by the button, the wheel, two fingers or a key; "the whole journey" goes on fitting. */

import { byHand, clamp, fitting, FACE_WIDTH, NARROWEST, TEXT_WIDTH, WIDEST, WORDS_WIDTH } from "../board/layout.js";

const KEPT_AS = "journeymap-compare-width";
const FIT = "fit";
/** Without anybody having asked: as wide as there is room for, and never so narrow that words are cut. */
const COMFORTABLE = 138;
const ON_A_PHONE = 116;

export class Zoom {
  /**
   * @param {HTMLElement} scroll
   * @param {HTMLElement} plane
   */
  constructor(scroll, plane) {
    this.scroll = scroll;
    this.plane = plane;
    this.columns = 1;
    /** What a beamer asks for, which is nobody's own wish. @type {number | null} */
    this.forced = null;
    /** @type {number | typeof FIT | null} */
    this.asked = remembered();
    this.width = COMFORTABLE;
    this.#listen();
  }

  /** How much of the picture is seen, without the labels at the left. */
  get sight() {
    const label = this.plane.querySelector(/** @type {"div"} */ (".label"));
    return Math.max(1, this.scroll.clientWidth - (label?.offsetWidth ?? 0));
  }

  /** The width at which all columns fit. */
  get fits() {
    return fitting(this.columns, 1, this.sight);
  }

  /** As wide as it should be now. @param {number} [columns] */
  apply(columns = this.columns) {
    this.columns = columns;
    this.width = this.forced ?? this.#wished();
    this.plane.style.setProperty("--column", `${this.width}px`);
    this.plane.dataset.shows = this.plane.dataset.view === "side" ? "words" : tier(this.width);
  }

  #wished() {
    if (this.asked === FIT) return this.fits;
    return this.asked ?? Math.max(this.scroll.clientWidth < 600 ? ON_A_PHONE : COMFORTABLE, this.fits);
  }

  /**
   * Another width; what is at a place of the screen stays there.
   *
   * @param {number} width
   * @param {number} [at] pixels from the left edge of the sight
   */
  to(width, at = this.sight / 2) {
    const next = clamp(byHand(width, this.width), NARROWEST, WIDEST);
    const share = (this.scroll.scrollLeft + at) / Math.max(1, this.columns * this.width);
    this.#ask(next);
    this.scroll.scrollTo({ left: share * this.columns * this.width - at, behavior: "instant" });
  }

  larger() {
    this.to(this.width * 1.25);
  }

  smaller() {
    this.to(this.width / 1.25);
  }

  /** The whole journey in the width there is, also when that or the journey changes. */
  fit() {
    this.#ask(FIT);
    this.scroll.scrollTo({ left: 0, behavior: "instant" });
  }

  /** @param {number | typeof FIT} wish */
  #ask(wish) {
    this.asked = wish;
    keep(wish);
    this.apply();
  }

  #listen() {
    const { scroll } = this;
    const across = (/** @type {number} */ x) => clamp(x - scroll.getBoundingClientRect().left - (scroll.clientWidth - this.sight), 0, this.sight);
    scroll.addEventListener("wheel", (event) => {
      // A pinch on a touchpad comes as a wheel with Ctrl.
      if ((!event.ctrlKey && !event.metaKey) || this.plane.dataset.view !== "overlay") return;
      event.preventDefault();
      this.to(this.width * Math.exp(-clamp(event.deltaY, -60, 60) / 200), across(event.clientX));
    }, { passive: false });
    /** @type {{ apart: number, width: number } | null} */
    let pinch = null;
    scroll.addEventListener("touchmove", (event) => {
      if (event.touches.length !== 2 || this.plane.dataset.view !== "overlay") return;
      event.preventDefault();
      const [one, other] = event.touches;
      const apart = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
      pinch ??= { apart, width: this.width };
      this.to((pinch.width * apart) / Math.max(1, pinch.apart), across((one.clientX + other.clientX) / 2));
    }, { passive: false });
    for (const name of /** @type {const} */ (["touchend", "touchcancel"])) scroll.addEventListener(name, () => (pinch = null));
  }
}

/** What there is room for: all words, the card's own in small letters, a sign, or no more than a colour. @param {number} width */
export function tier(width) {
  if (width >= TEXT_WIDTH) return "words";
  if (width >= WORDS_WIDTH) return "few";
  return width >= FACE_WIDTH / 2 ? "signs" : "bars";
}

/** @returns {number | typeof FIT | null} */
function remembered() {
  try {
    const kept = localStorage.getItem(KEPT_AS);
    const width = Number(kept);
    return kept === FIT ? FIT : kept && Number.isFinite(width) ? clamp(width, NARROWEST, WIDEST) : null;
  } catch {
    return null;
  }
}

/** @param {number | string} wish */
function keep(wish) {
  try {
    localStorage.setItem(KEPT_AS, String(wish));
  } catch {
    // A browser that keeps nothing still zooms.
  }
}
