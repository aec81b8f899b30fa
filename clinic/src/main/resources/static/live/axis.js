// The one time axis under all strips: 5-minute and 15-minute lines, the clock on top, the now-line.
// The span only ever grows, in whole quarters of an hour: the past is not re-scaled in silence.

import { Pen, colour } from "./ink.js";

const MINUTE = 60000;
const QUARTER = 15 * MINUTE;

export class TimeAxis {
  #from = null;
  #to = null;

  constructor(clock) {
    this.clock = clock;
  }

  /** Takes a picture in; true when the span had to grow. */
  cover(picture) {
    const now = this.clock.now();
    const start = picture.startedAt === null ? now : Date.parse(picture.startedAt);
    const first = picture.observations.length === 0 ? start : Date.parse(picture.observations[0].observedAt);
    const forecastEnd = picture.forecast?.times?.length ? Date.parse(picture.forecast.times.at(-1)) : 0;
    const planned = start + (picture.order.minutes + 30) * MINUTE;
    const from = Math.floor((Math.min(start, Math.max(first, start - 30 * MINUTE)) - 2 * MINUTE) / (5 * MINUTE)) * 5 * MINUTE;
    const to = Math.ceil(Math.max(planned, now + 10 * MINUTE, Math.min(forecastEnd, planned)) / QUARTER) * QUARTER;
    const before = this.#to;
    this.#from = this.#from === null ? from : Math.min(this.#from, from);
    this.#to = this.#to === null ? to : Math.max(this.#to, to);
    return before !== null && this.#to > before;
  }

  get range() {
    return [this.#from / 1000, this.#to / 1000];
  }

  get from() {
    return this.#from;
  }

  get to() {
    return this.#to;
  }

  /** Every quarter of an hour, in seconds as uPlot counts. */
  quarters() {
    const list = [];
    for (let at = Math.ceil(this.#from / QUARTER) * QUARTER; at <= this.#to; at += QUARTER) list.push(at / 1000);
    return list;
  }

  /** Clock times that fit side by side. */
  labels(u, splits) {
    const room = u.bbox.width / uPlot.pxRatio / ((this.#to - this.#from) / QUARTER);
    const every = room >= 44 ? 1 : room >= 22 ? 2 : 4;
    const edge = (17 * uPlot.pxRatio * (this.#to - this.#from)) / u.bbox.width;
    return splits.map((second) => {
      const at = second * 1000;
      const fits = at - this.#from >= edge && this.#to - at >= edge;
      return fits && Math.round(at / QUARTER) % every === 0 ? this.clock.time(at) : "";
    });
  }

  /** The ground of one strip, with level lines at the given values. */
  drawGround(u, levels) {
    const pen = new Pen(u);
    const { box, ctx, px } = pen;
    ctx.save();
    const now = Math.min(Math.max(pen.x(this.clock.now()), box.left), box.right);
    ctx.fillStyle = colour("sunken");
    ctx.globalAlpha = 0.55;
    ctx.fillRect(now, box.top, box.right - now, box.height);
    ctx.globalAlpha = 1;
    for (const level of levels) {
      const y = Math.round(pen.y(level)) + 0.5;
      pen.line([[box.left, y], [box.right, y]], { tint: "line", width: 0.8 });
    }
    const room = box.width / ((this.#to - this.#from) / (5 * MINUTE));
    for (let at = this.#from; at <= this.#to; at += 5 * MINUTE) {
      const major = at % QUARTER === 0;
      if (!major && room < 8 * px) continue;
      const x = Math.round(pen.x(at)) + 0.5;
      pen.line([[x, box.top], [x, box.bottom]], { tint: major ? "strong" : "line", width: major ? 0.6 : 0.7 });
    }
    ctx.restore();
  }

  drawNow(u) {
    const pen = new Pen(u);
    const x = Math.round(pen.x(this.clock.now()));
    if (x < pen.box.left || x > pen.box.right) return;
    pen.line([[x, pen.box.top], [x, pen.box.bottom]], { tint: "ink", width: 1.75 });
  }
}
