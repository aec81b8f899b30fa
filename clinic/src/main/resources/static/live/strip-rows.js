// Numbers under their times. Where two would overlap the later one stays and the other becomes a
// dot: it is in the table. What could not be taken is hatched, with its reason where there is room.

import { Pen, colour } from "./ink.js";

export const ROWS = ["saturation", "respiratory-rate", "sedation", "dissociation", "nausea", "pain"];
export const ROW = 23;

export const rowsStrip = {
  id: "rows",
  height: ROWS.length * ROW,
  scale: [0, 1],
  draw(u, picture, clock) {
    const pen = new Pen(u);
    const { box, px } = pen;
    const reasons = new Map(picture.choices.absent);
    ROWS.forEach((id, row) => {
      const y = box.top + (row + 0.5) * ROW * px;
      if (row > 0) {
        const edge = Math.round(box.top + row * ROW * px) + 0.5;
        pen.line([[box.left, edge], [box.right, edge]], { tint: "line", width: 1 });
      }
      pen.inside(() => drawRow(pen, picture, id, y, reasons));
    });
    pen.inside(() => drawOverdue(pen, picture, clock));
  },
};

function drawRow(pen, picture, id, y, reasons) {
  const { px } = pen;
  let free = Infinity;
  for (const set of [...picture.observations].reverse()) {
    const entry = set.values[id];
    if (!entry) continue;
    const x = pen.x(set.observedAt);
    if (entry.absent !== undefined && entry.absent !== null) {
      const words = (reasons.get(entry.absent) ?? entry.absent).toLowerCase();
      const width = pen.width(words, 10);
      const room = x + width / 2 + 3 * px < free;
      const half = (room ? width / 2 + 4 * px : 8 * px);
      pen.hatch(x - half, y - 9 * px, half * 2, 18 * px, { gap: 5, frame: false, tint: "line" });
      if (room) pen.text(words, x, y, { size: 10, tint: "soft", align: "center", halo: true });
      free = x - half;
      continue;
    }
    const words = id === "nausea" ? String(entry.value) : entry.text;
    const width = pen.width(words, 13, 500);
    const hand = set.source === "by-hand";
    const reach = width / 2 + (hand ? 3 : 1) * px;
    if (x + reach > free) {
      pen.text("·", x, y, { tint: "soft", align: "center" });
      continue;
    }
    if (hand) outline(pen, x, y, reach, set.struck);
    pen.text(words, x, y, { size: 13, weight: 500, align: "center", tint: set.struck ? "soft" : "ink" });
    if (set.struck) pen.line([[x - reach, y], [x + reach, y]], { tint: "soft", width: 1.5 });
    free = x - reach - px;
  }
}

function outline(pen, x, y, reach, struck) {
  const { ctx, px } = pen;
  ctx.beginPath();
  ctx.roundRect(x - reach, y - 10 * px, reach * 2, 20 * px, 4 * px);
  ctx.strokeStyle = colour(struck ? "line" : "strong");
  ctx.lineWidth = px;
  ctx.stroke();
}

/** From the moment a set fell due until now nobody looked. */
function drawOverdue(pen, picture, clock) {
  if (picture.due.overdueSince === null) return;
  const { box, px } = pen;
  const from = pen.x(picture.due.overdueSince);
  const width = pen.x(clock.now()) - from;
  pen.hatch(from, box.top, width, box.height, { frame: true });
  const words = "overdue";
  if (pen.width(words, 11, 600) + 8 * px < width) {
    pen.text(words, from + width / 2, box.top + box.height / 2, { size: 11, weight: 600, align: "center", halo: true });
  }
}
