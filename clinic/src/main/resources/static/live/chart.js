// The chart: strips that share one time axis, one cursor and one now-line. uPlot keeps the scales,
// the canvas and the cursor; what each strip draws stands in its own module.

import { TimeAxis } from "./axis.js";
import { find } from "./dom.js";
import { mixColours } from "./ink.js";
import { drugStrip } from "./strip-drug.js";
import { forecastStrip } from "./strip-forecast.js";
import { markersStrip } from "./strip-markers.js";
import { rowsStrip } from "./strip-rows.js";
import { saturationStrip, vitalsStrip } from "./strip-vitals.js";

const STRIPS = [drugStrip, vitalsStrip, saturationStrip, rowsStrip, markersStrip, forecastStrip];
const GUTTER = 38;
const TOP_AXIS = 20;
const PAPER_WIDTH = 760;

export class Chart {
  #plots = [];
  #picture = null;
  #painted = 0;

  constructor(root, clock, onCursor) {
    this.root = root;
    this.clock = clock;
    this.onCursor = onCursor;
    this.axis = new TimeAxis(clock);
    this.slider = find("#chart-time", root);
    this.slider.addEventListener("input", () => this.#moveTo(Number(this.slider.value) * 60000));
    this.slider.addEventListener("focus", () => this.#moveTo(Number(this.slider.value) * 60000));
    this.#listen();
  }

  /** Shows a picture; true when the time axis had to grow. */
  show(picture) {
    this.#picture = picture;
    const grown = this.axis.cover(picture);
    const [from, to] = this.axis.range;
    this.slider.min = String(from / 60);
    this.slider.max = String(to / 60);
    if (this.#plots.length === 0) {
      this.slider.value = String(Math.floor(this.clock.now() / 60000));
      this.#build();
    } else {
      this.#paint();
    }
    return grown;
  }

  /** The now-line moves on by itself; a second is less than a pixel, so not each one is painted. */
  tick() {
    if (this.#picture !== null && performance.now() - this.#painted > 5000) this.#paint();
  }

  #paint() {
    this.#painted = performance.now();
    for (const plot of this.#plots) plot.redraw(true, true);
  }

  #build() {
    mixColours(this.root);
    for (const plot of this.#plots) plot.destroy();
    this.#plots = STRIPS.map((strip) => {
      const place = find(`[data-strip="${strip.id}"] .strip-plot`, this.root);
      return new uPlot(this.#options(strip, place.clientWidth), [this.axis.range, [null, null]], place);
    });
    this.#painted = performance.now();
  }

  #options(strip, width) {
    const scale = () => (typeof strip.scale === "function" ? strip.scale(this.#picture) : strip.scale);
    const ticks = () => (typeof strip.ticks === "function" ? strip.ticks(this.#picture) : strip.ticks);
    const label = { font: "12px sans-serif", stroke: () => getComputedStyle(this.root).color };
    return {
      width,
      height: strip.height + (strip.axisOnTop ? TOP_AXIS : 0),
      padding: [0, 0, 0, 0],
      legend: { show: false },
      cursor: {
        sync: { key: "infusion", scales: ["x", null] },
        y: false,
        points: { show: false },
        drag: { x: false, y: false, setScale: false },
      },
      scales: {
        x: { time: true, range: () => this.axis.range },
        y: { range: scale },
      },
      axes: [
        strip.axisOnTop
          ? { ...label, side: 0, size: TOP_AXIS, gap: 3, grid: { show: false }, ticks: { show: false }, splits: () => this.axis.quarters(), values: (u, splits) => this.axis.labels(u, splits) }
          : { show: false },
        {
          ...label,
          size: GUTTER,
          gap: 4,
          splits: () => (strip.ticks ? ticks() : []),
          values: (_, splits) => splits.map(String),
          grid: { show: false },
          ticks: { show: false },
        },
      ],
      series: [{}, { show: true, paths: () => null, points: { show: false } }],
      hooks: {
        drawClear: [(u) => this.axis.drawGround(u, [...(strip.lines ?? []), ...(strip.ticks ? ticks() : [])])],
        draw: [
          (u) => strip.draw(u, this.#picture, this.clock),
          (u) => this.axis.drawNow(u),
        ],
        setCursor: [(u) => strip.id === "vitals" && this.#cursorMoved(u)],
      },
    };
  }

  #cursorMoved(u) {
    if (u.cursor.left < 0 || u.cursor.left === null || u.cursor.left === undefined) {
      this.onCursor(null);
      return;
    }
    const instant = u.posToVal(u.cursor.left, "x") * 1000;
    this.slider.value = String(Math.round(instant / 60000));
    this.onCursor(instant);
  }

  #moveTo(instant) {
    const vitals = this.#plots[STRIPS.indexOf(vitalsStrip)];
    vitals?.setCursor({ left: vitals.valToPos(instant / 1000, "x"), top: 1 }, true, true);
  }

  #listen() {
    const again = () => {
      if (this.#picture === null) return;
      mixColours(this.root);
      this.#paint();
    };
    const fit = () => {
      for (const [at, plot] of this.#plots.entries()) {
        const place = find(`[data-strip="${STRIPS[at].id}"] .strip-plot`, this.root);
        if (place.clientWidth > 0 && place.clientWidth !== plot.width) plot.setSize({ width: place.clientWidth, height: plot.height });
      }
    };
    new ResizeObserver(fit).observe(find('[data-strip="vitals"] .strip-plot', this.root));
    new MutationObserver(again).observe(document.documentElement, { attributeFilter: ["data-theme"] });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
    window.addEventListener("beforeprint", () => {
      mixColours(this.root, true);
      for (const plot of this.#plots) plot.setSize({ width: PAPER_WIDTH, height: plot.height });
      this.#paint();
    });
    window.addEventListener("afterprint", () => {
      mixColours(this.root);
      fit();
      this.#paint();
    });
  }
}
