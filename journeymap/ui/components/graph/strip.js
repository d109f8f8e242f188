/** The whole journey in a strip: where one looks now, and a way to look elsewhere. */
class Strip {
  /** @param {HTMLElement} place @param {(x: number) => void} look */
  constructor(place, look) {
    this.svg = drawn("svg", { preserveAspectRatio: "none", "aria-hidden": "true" });
    this.view = drawn("rect", { class: "view", y: -2, height: 4, "vector-effect": "non-scaling-stroke" });
    place.replaceChildren(this.svg);
    const to = (event) => {
      const box = this.svg.getBoundingClientRect();
      look(this.left + ((event.clientX - box.left) / box.width) * this.width);
    };
    this.svg.onpointerdown = (event) => {
      this.svg.setPointerCapture(event.pointerId);
      to(event);
    };
    this.svg.onpointermove = (event) => event.buttons && to(event);
  }

  /** @param {Moment[]} moments @param {number} highest the largest distance from the middle */
  draw(moments, highest) {
    const xs = moments.map((moment) => moment.x);
    const margin = xs.length > 1 ? (Math.max(...xs) - Math.min(...xs)) / (xs.length - 1) : 100;
    this.left = Math.min(...xs) - margin;
    this.width = Math.max(...xs) + margin - this.left;
    this.svg.setAttribute("viewBox", `${this.left} -2.4 ${this.width} 4.8`);
    const marks = moments.map((moment) => {
      const y = (moment.y / highest) * 1.6;
      return drawn("line", { x1: moment.x, x2: moment.x, y1: y - 0.001, y2: y + 0.001, stroke: moment.color, class: "mark", "vector-effect": "non-scaling-stroke" });
    });
    const line = moments.map((moment) => `${moment.x},${(moment.y / highest) * 1.6}`).join(" ");
    this.svg.replaceChildren(drawn("polyline", { points: line, class: "wave", "vector-effect": "non-scaling-stroke" }), ...marks, this.view);
  }

  /** @param {number} middle @param {number} width of what is seen now */
  show(middle, width) {
    const left = Math.max(this.left, middle - width / 2);
    this.view.setAttribute("x", String(left));
    this.view.setAttribute("width", String(Math.max(0, Math.min(this.left + this.width, middle + width / 2) - left)));
  }
}
