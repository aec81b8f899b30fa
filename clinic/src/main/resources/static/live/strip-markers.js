// Numbered events at their times; the list below the chart says what each number is.

import { Pen, colour } from "./ink.js";

const ROOM = 11;

export const markersStrip = {
  id: "markers",
  height: 46,
  scale: [0, 1],
  draw(u, picture) {
    const pen = new Pen(u);
    const { ctx, box, px } = pen;
    const ends = [-Infinity, -Infinity];
    pen.inside(() => {
      for (const marker of picture.markers) {
        const x = Math.min(Math.max(pen.x(marker.at), box.left + ROOM * px), box.right - ROOM * px);
        const row = x - ends[0] >= 2 * ROOM * px || ends[0] <= ends[1] ? 0 : 1;
        ends[row] = x;
        const y = box.top + (13 + row * 22) * px;
        pen.line([[pen.x(marker.at), box.top], [x, y]], { tint: "soft", width: 1 });
        ctx.beginPath();
        ctx.arc(x, y, 9.5 * px, 0, 2 * Math.PI);
        ctx.fillStyle = colour(marker.struck ? "surface" : "ink");
        ctx.fill();
        ctx.strokeStyle = colour(marker.struck ? "strong" : "ink");
        ctx.lineWidth = px;
        ctx.stroke();
        pen.text(String(marker.number), x, y + 0.5 * px, { size: 11, weight: 700, align: "center", tint: marker.struck ? "soft" : "surface" });
        if (marker.struck) pen.cross(x, y, 7);
      }
    });
  },
};
