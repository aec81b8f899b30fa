// Pressures and pulse on 0 to 220, oxygen saturation on 80 to 100. Nothing is joined or smoothed:
// between two observations nobody looked. By hand is outlined, by device small and filled.

import { Pen, colour } from "./ink.js";

const PAIR_ROOM = 11;

const byHand = (set) => set.source === "by-hand";
const valueOf = (set, id) => {
  const entry = set.values[id];
  return entry && entry.value !== undefined && entry.value !== null ? entry.value : null;
};

export const vitalsStrip = {
  id: "vitals",
  height: 212,
  scale: [-8, 224],
  ticks: [0, 40, 80, 120, 160, 200],
  lines: [20, 60, 100, 140, 180],
  draw(u, picture) {
    const pen = new Pen(u);
    pen.inside(() => {
      const dense = closest(pen, picture.observations) < PAIR_ROOM * pen.px;
      for (const set of picture.observations) drawPressure(pen, set, dense);
      for (const set of picture.observations) drawPulse(pen, set);
    });
  },
};

export const saturationStrip = {
  id: "saturation",
  height: 74,
  scale: [78, 102],
  ticks: [80, 90, 100],
  lines: [85, 95],
  draw(u, picture) {
    const pen = new Pen(u);
    pen.inside(() => {
      for (const set of picture.observations) {
        const value = valueOf(set, "saturation");
        if (value === null) continue;
        const x = pen.x(set.observedAt);
        diamond(pen, x, within(pen, value, 80, 100), byHand(set), set.struck ? "soft" : "oxygen");
        if (value < 80) pen.text(`▾ ${set.values.saturation.text}`, x + 7 * pen.px, pen.y(80), { size: 11, weight: 600, halo: true });
        if (set.struck) pen.cross(x, within(pen, value, 80, 100));
      }
    });
  },
};

function drawPressure(pen, set, dense) {
  const x = pen.x(set.observedAt);
  const tint = set.struck ? "soft" : "pressure";
  const high = valueOf(set, "systolic");
  const low = valueOf(set, "diastolic");
  const mean = valueOf(set, "mean-pressure");
  if (high !== null && low !== null) {
    pen.line([[x, within(pen, high, 0, 220)], [x, within(pen, low, 0, 220)]], { tint, width: dense ? 3 : 1 });
  }
  if (!dense) {
    if (high !== null) caret(pen, x, within(pen, high, 0, 220), -1, byHand(set), tint);
    if (low !== null) caret(pen, x, within(pen, low, 0, 220), 1, byHand(set), tint);
  }
  if (mean !== null) {
    const reach = (dense ? 3 : 5) * pen.px;
    const y = within(pen, mean, 0, 220);
    pen.line([[x - reach, y], [x + reach, y]], { tint, width: 2 });
  }
  if (set.struck && high !== null) pen.cross(x, within(pen, high, 0, 220));
}

function drawPulse(pen, set) {
  const value = valueOf(set, "heart-rate");
  if (value === null) return;
  const { ctx, px } = pen;
  const x = pen.x(set.observedAt);
  const y = within(pen, value, 0, 220);
  const tint = set.struck ? "soft" : "pulse";
  ctx.beginPath();
  ctx.arc(x, y, (byHand(set) ? 5 : 3.5) * px, 0, 2 * Math.PI);
  ctx.fillStyle = byHand(set) ? colour("surface") : colour(tint);
  ctx.fill();
  ctx.strokeStyle = colour(tint);
  ctx.lineWidth = 2 * px;
  ctx.stroke();
  if (set.struck) pen.cross(x, y);
}

/** Systolic points down on its value (-1), diastolic points up on its value (1). */
function caret(pen, x, y, way, hand, tint) {
  const { ctx, px } = pen;
  const reach = (hand ? 6.5 : 5) * px;
  ctx.beginPath();
  ctx.moveTo(x - reach, y + way * reach * 1.3);
  ctx.lineTo(x, y);
  ctx.lineTo(x + reach, y + way * reach * 1.3);
  ctx.lineWidth = 2 * px;
  ctx.lineJoin = "miter";
  ctx.strokeStyle = colour(tint);
  ctx.fillStyle = hand ? colour("surface") : colour(tint);
  ctx.closePath();
  ctx.fill();
  ctx.stroke();
}

function diamond(pen, x, y, hand, tint) {
  const { ctx, px } = pen;
  const reach = (hand ? 6 : 4.5) * px;
  ctx.beginPath();
  ctx.moveTo(x, y - reach);
  ctx.lineTo(x + reach, y);
  ctx.lineTo(x, y + reach);
  ctx.lineTo(x - reach, y);
  ctx.closePath();
  ctx.fillStyle = hand ? colour("surface") : colour(tint);
  ctx.fill();
  ctx.lineWidth = 2 * px;
  ctx.strokeStyle = colour(tint);
  ctx.stroke();
}

/** A value beyond the scale stands at its edge; its number stands in the table and the readout. */
const within = (pen, value, low, high) => pen.y(Math.min(Math.max(value, low), high));

function closest(pen, sets) {
  let least = Infinity;
  for (let at = 1; at < sets.length; at++) {
    const room = pen.x(sets[at].observedAt) - pen.x(sets[at - 1].observedAt);
    if (room > 0) least = Math.min(least, room);
  }
  return least;
}
