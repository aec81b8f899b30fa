// Colours and pens for the canvases. Colours come from the tokens of the style sheet, resolved by
// the browser; on paper everything is black. Shape and label always say the same as the colour.

const NAMES = {
  ink: "--ink", soft: "--ink-2", line: "--line", strong: "--line-strong", surface: "--surface",
  sunken: "--sunken", accent: "--accent", accentSoft: "--accent-soft", pulse: "--vital-pulse",
  pressure: "--vital-pressure", oxygen: "--vital-oxygen", drug: "--drug",
  plasma: "--series-2", effect: "--series-3",
};
const PAPER = {
  ink: "#000", soft: "#222", line: "#ccc", strong: "#777", surface: "#fff", sunken: "#f4f4f4",
  accent: "#000", accentSoft: "#e4e4e4", pulse: "#000", pressure: "#000", oxygen: "#000",
  drug: "#000", plasma: "#000", effect: "#555",
};

let colours = PAPER;
let family = "sans-serif";

export function mixColours(root, onPaper = false) {
  family = getComputedStyle(root).fontFamily || family;
  if (onPaper) {
    colours = PAPER;
    return;
  }
  const probe = document.createElement("span");
  probe.hidden = true;
  root.append(probe);
  colours = {};
  for (const [name, token] of Object.entries(NAMES)) {
    probe.style.color = `var(${token})`;
    colours[name] = getComputedStyle(probe).color;
  }
  probe.remove();
}

export const colour = (name) => colours[name];

/** A pen on one strip: sizes in CSS pixels, positions in canvas pixels. */
export class Pen {
  constructor(u) {
    this.u = u;
    this.ctx = u.ctx;
    this.px = uPlot.pxRatio;
    const { left, top, width, height } = u.bbox;
    this.box = { left, top, right: left + width, bottom: top + height, width, height };
  }

  x(instant) {
    return this.u.valToPos((typeof instant === "number" ? instant : Date.parse(instant)) / 1000, "x", true);
  }

  y(value) {
    return this.u.valToPos(value, "y", true);
  }

  /** Draws inside the plot only, and leaves the pen as it was. */
  inside(draw) {
    const { ctx, box } = this;
    ctx.save();
    ctx.beginPath();
    ctx.rect(box.left, box.top, box.width, box.height);
    ctx.clip();
    draw();
    ctx.restore();
  }

  font(size, weight = 400) {
    this.ctx.font = `${weight} ${size * this.px}px ${family}`;
  }

  text(words, x, y, { size = 12, weight = 400, tint = "ink", align = "left", halo = false } = {}) {
    const { ctx } = this;
    this.font(size, weight);
    ctx.textAlign = align;
    ctx.textBaseline = "middle";
    if (halo) {
      ctx.lineWidth = 4 * this.px;
      ctx.lineJoin = "round";
      ctx.strokeStyle = colours.surface;
      ctx.strokeText(words, x, y);
    }
    ctx.fillStyle = colours[tint];
    ctx.fillText(words, x, y);
  }

  width(words, size = 12, weight = 400) {
    this.font(size, weight);
    return this.ctx.measureText(words).width;
  }

  line(points, { tint = "ink", width = 1, dash = [] } = {}) {
    const { ctx } = this;
    ctx.beginPath();
    points.forEach(([x, y], at) => (at === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)));
    ctx.strokeStyle = colours[tint];
    ctx.lineWidth = width * this.px;
    ctx.setLineDash(dash.map((part) => part * this.px));
    ctx.stroke();
    ctx.setLineDash([]);
  }

  /** Slanted lines: nothing is known or nothing runs here. `crossed` is the other hatch. */
  hatch(x, y, width, height, { tint = "strong", gap = 7, crossed = false, frame = true } = {}) {
    const { ctx, px } = this;
    if (width <= 0) return;
    ctx.save();
    ctx.beginPath();
    ctx.rect(x, y, width, height);
    ctx.clip();
    ctx.beginPath();
    for (let at = -height; at < width + height; at += gap * px) {
      ctx.moveTo(x + at, y + height);
      ctx.lineTo(x + at + height, y);
      if (crossed) {
        ctx.moveTo(x + at, y);
        ctx.lineTo(x + at + height, y + height);
      }
    }
    ctx.strokeStyle = colours[tint];
    ctx.lineWidth = px;
    ctx.stroke();
    ctx.restore();
    if (frame) {
      ctx.strokeStyle = colours[tint];
      ctx.lineWidth = px;
      ctx.setLineDash([4 * px, 3 * px]);
      ctx.strokeRect(x, y, width, height);
      ctx.setLineDash([]);
    }
  }

  cross(x, y, size = 6) {
    const reach = size * this.px;
    this.line([[x - reach, y - reach], [x + reach, y + reach]], { tint: "soft", width: 1.5 });
    this.line([[x - reach, y + reach], [x + reach, y - reach]], { tint: "soft", width: 1.5 });
  }
}
