// The forecast of plasma and effect-site ketamine: one curve per published model and the band
// between them. What was driven by recorded rates is solid; what lies ahead is dashed and paler.

import { Pen, colour } from "./ink.js";

const KINDS = [
  { name: "plasma", low: "plasmaLow", high: "plasmaHigh", tint: "plasma" },
  { name: "effect", low: "effectLow", high: "effectHigh", tint: "effect" },
];

export const forecastStrip = {
  id: "forecast",
  height: 112,
  scale: (picture) => [-0.06 * ceiling(picture.forecast), 1.08 * ceiling(picture.forecast)],
  ticks: (picture) => [0, ceiling(picture.forecast) / 2, ceiling(picture.forecast)],
  lines: [],
  draw(u, picture, clock) {
    const pen = new Pen(u);
    const forecast = picture.forecast;
    if (!forecast || forecast.unavailable) {
      pen.inside(() => pen.hatch(pen.box.left, pen.box.top, pen.box.width, pen.box.height, { gap: 12, tint: "line", frame: false }));
      pen.text(forecast?.unavailable ?? "No forecast", pen.box.left + 8 * pen.px, pen.box.top + pen.box.height / 2, { halo: true });
      return;
    }
    const xs = forecast.times.map((at) => pen.x(at));
    const now = pen.x(clock.now());
    pen.inside(() => {
      for (const part of ["past", "ahead"]) {
        pen.ctx.save();
        clip(pen, part, now);
        for (const kind of KINDS) drawKind(pen, forecast, kind, xs, part === "ahead");
        pen.ctx.restore();
      }
    });
  },
};

function drawKind(pen, forecast, kind, xs, ahead) {
  const { ctx } = pen;
  const low = forecast.band[kind.low] ?? [];
  const high = forecast.band[kind.high] ?? [];
  if (high.length === xs.length) {
    ctx.beginPath();
    xs.forEach((x, at) => ctx.lineTo(x, pen.y(high[at])));
    for (let at = xs.length - 1; at >= 0; at--) ctx.lineTo(xs[at], pen.y(low[at]));
    ctx.closePath();
    ctx.globalAlpha = ahead ? 0.1 : 0.22;
    ctx.fillStyle = colour(kind.tint);
    ctx.fill();
    ctx.globalAlpha = 1;
  }
  for (const model of forecast.models) {
    const curve = model[kind.name];
    if (curve.length !== xs.length) continue;
    pen.line(xs.map((x, at) => [x, pen.y(curve[at])]), { tint: kind.tint, width: 1.5, dash: ahead ? [4, 4] : [] });
  }
}

function clip(pen, part, now) {
  const { ctx, box } = pen;
  ctx.beginPath();
  if (part === "past") ctx.rect(box.left, box.top, Math.max(0, now - box.left), box.height);
  else ctx.rect(now, box.top, Math.max(0, box.right - now), box.height);
  ctx.clip();
}

/** A round top of the scale that holds every curve. */
function ceiling(forecast) {
  const highest = Math.max(1, ...(forecast?.band?.plasmaHigh ?? []), ...(forecast?.band?.effectHigh ?? []));
  const step = 10 ** Math.floor(Math.log10(highest));
  const factor = [1, 2, 4, 6, 8, 10].find((each) => each * step >= highest) ?? 10;
  return factor * step;
}

/** What a forecast says at one instant: the models' lowest and highest, in whole units. */
export function forecastAt(forecast, instant) {
  if (!forecast || forecast.unavailable || forecast.times.length === 0) return null;
  const first = Date.parse(forecast.times[0]);
  const at = Math.round((instant - first) / 60000);
  if (at < 0 || at >= forecast.times.length) return null;
  const words = (low, high) => {
    if (!low?.length || !high?.length) return "";
    const [a, b] = [Math.round(low[at]), Math.round(high[at])];
    return a === b ? `${a}` : `${a}–${b}`;
  };
  return {
    plasma: words(forecast.band.plasmaLow, forecast.band.plasmaHigh),
    effect: words(forecast.band.effectLow, forecast.band.effectHigh),
  };
}
