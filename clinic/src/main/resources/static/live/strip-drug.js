// The drug bar: what ran, at which rate, since when; what was held; what nobody knows. Below it
// the rescue drugs, each as its amount at its time.

import { Pen, colour } from "./ink.js";

const BAR = 30;

export const drugStrip = {
  id: "drug",
  height: 70,
  scale: [0, 1],
  axisOnTop: true,
  draw(u, picture, clock) {
    const pen = new Pen(u);
    const { box, px } = pen;
    const top = box.top + 5 * px;
    const height = BAR * px;
    pen.inside(() => {
      for (const segment of picture.segments) {
        const from = pen.x(segment.from);
        const to = segment.to === null ? pen.x(clock.now()) : pen.x(segment.to);
        drawSegment(pen, segment, from, top, Math.max(to - from, px), height);
      }
      drawRest(pen, picture, clock, top, height);
      for (const segment of picture.segments) nameSegment(pen, segment, clock, picture.delivered.projectedEnd, top + height / 2);
      drawRescues(pen, picture.rescues, top + height + 17 * px);
    });
  },
};

function drawSegment(pen, segment, x, y, width, height) {
  const { ctx, px } = pen;
  if (segment.kind === "running") {
    ctx.fillStyle = colour("accentSoft");
    ctx.fillRect(x, y, width, height);
    ctx.strokeStyle = colour("drug");
    ctx.lineWidth = 1.5 * px;
    ctx.strokeRect(x, y, width, height);
    ctx.fillStyle = colour("drug");
    ctx.fillRect(x, y, 4 * px, height);
  } else {
    pen.hatch(x, y, width, height, { crossed: segment.kind === "unknown" });
  }
}

/** Where the name of the running rate ends. */
function nameEnd(pen, picture, clock) {
  const segment = picture.segments.at(-1);
  return pen.x(segment.from) + 14 * pen.px + pen.width(nameOf(pen, segment, clock, picture.delivered.projectedEnd), 12, 600);
}

/** The rate that runs now may stand on into the dashed rest; every other name stays in its bar. */
function nameSegment(pen, segment, clock, projectedEnd, y) {
  const { ctx, px } = pen;
  const x = pen.x(segment.from);
  const words = nameOf(pen, segment, clock, projectedEnd);
  if (words === "") return;
  if (segment.kind !== "running") {
    ctx.fillStyle = colour("surface");
    ctx.fillRect(x + 5 * px, y - 9 * px, pen.width(words, 12, 600) + 8 * px, 18 * px);
  }
  pen.text(words, x + 9 * px, y, { weight: 600 });
}

/** The longest words that fit, and none rather than some cut off. */
function nameOf(pen, segment, clock, projectedEnd) {
  const end = segment.to ?? projectedEnd ?? clock.now();
  const room = Math.max(pen.x(end), pen.x(segment.to ?? clock.now())) - pen.x(segment.from);
  const choices = {
    running: [`${segment.rateText} (${segment.doseRateText})`, segment.rateText, segment.rateText.split(/\s/)[0]],
    held: ["held at the pump", "held"],
    unknown: ["pump state unknown", "unknown"],
  };
  return choices[segment.kind].find((text) => pen.width(text, 12, 600) + 14 * pen.px <= room) ?? "";
}

/** What is still to come at the present rate: an empty dashed bar. */
function drawRest(pen, picture, clock, y, height) {
  const end = picture.delivered.projectedEnd;
  if (end === null) return;
  const { ctx, px } = pen;
  const from = pen.x(clock.now());
  const to = pen.x(end);
  if (to <= from) return;
  ctx.setLineDash([4 * px, 3 * px]);
  ctx.strokeStyle = colour("drug");
  ctx.lineWidth = px;
  ctx.strokeRect(from, y, to - from, height);
  ctx.setLineDash([]);
  const words = `ends ${clock.time(end)}`;
  if (pen.width(words, 12) + 5 * px <= to - Math.max(from, nameEnd(pen, picture, clock))) pen.text(words, to - 5 * px, y + height / 2, { tint: "soft", align: "right" });
}

function drawRescues(pen, rescues, y) {
  const { px } = pen;
  let free = -Infinity;
  for (const rescue of rescues) {
    const x = pen.x(rescue.at);
    const width = pen.width(rescue.text, 12, 600);
    const left = Math.max(Math.min(x + 5 * px, pen.box.right - width - 4 * px), free);
    pen.line([[x, y - 9 * px], [x, y + 9 * px]], { tint: rescue.struck ? "strong" : "ink", width: 2 });
    pen.text(rescue.text, left, y, { weight: 600, tint: rescue.struck ? "soft" : "ink", halo: true });
    if (rescue.struck) pen.line([[left, y], [left + width, y]], { tint: "soft", width: 1.5 });
    free = left + width + 10 * px;
  }
}
