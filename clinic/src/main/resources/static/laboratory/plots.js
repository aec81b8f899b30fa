// The five charts of the laboratory on one cursor, with the numbers under it in words and figures.
const HOUR = 60;
const DAY = 1440;
const STEPS = [1, 2, 5, 10, 15, 20, 30, 60, 120, 240, 360, 720, 1440, 2880, 10080, 20160];
const COLOURS = 4;

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** A canvas cannot read light-dark(): an element takes the colour on and says what it came to. */
function colour(name, alpha = 1) {
  const probe = document.createElement("span");
  probe.className = "visually-hidden";
  document.body.append(probe);
  probe.style.setProperty("color", css(name));
  const resolved = getComputedStyle(probe).color;
  probe.remove();
  const parts = resolved.match(/[\d.]+/g);
  return alpha === 1 || !parts ? resolved : `rgb(${parts[0]} ${parts[1]} ${parts[2]} / ${alpha})`;
}

function time(minutes, span) {
  if (span <= 6 * HOUR) return `${trim(minutes)} min`;
  return span <= 4 * DAY || (minutes % DAY !== 0 && minutes < 7 * DAY)
    ? `${trim(minutes / HOUR)} h`
    : `${trim(minutes / DAY)} d`;
}

const trim = (value) => String(Number(value.toPrecision(4)));

function figure(value) {
  if (value === null || value === undefined) return "";
  if (value >= 100) return Math.round(value).toLocaleString("en");
  return String(Number(value.toPrecision(value >= 1 ? 3 : 2)));
}

/** A line of a chart: one list of values, or two with what lies between them shaded. */
class Chart {
  constructor(id) {
    this.id = id;
    this.place = document.querySelector(`[data-lab-plot="${id}"]`);
    this.key = document.querySelector(`[data-lab-key="${id}"]`);
  }

  /** @param lines {name, values: [list] or [low, high], token, dash, soft, width} */
  draw(minutes, lines, doses, references = []) {
    this.last = [minutes, lines, doses, references];
    this.place.closest(".lab-chart").classList.toggle("lab-empty", lines.length === 0);
    if (lines.length === 0) {
      this.plot?.destroy();
      this.plot = null;
      this.key.replaceChildren();
      return;
    }
    const shape = JSON.stringify([lines.map((l) => [l.name, l.values.length, l.token, l.soft]), minutes.at(-1)]);
    this.lines = lines;
    this.doses = doses;
    this.references = references;
    const data = [minutes, ...lines.flatMap((line) => line.values)];
    if (this.plot && this.shape === shape) this.plot.setData(data);
    else this.build(data);
    this.shape = shape;
    this.showKey();
  }

  build(data) {
    this.plot?.destroy();
    this.place.replaceChildren();
    const span = data[0].at(-1);
    const axis = {
      stroke: colour("--ink-2"),
      font: "12px system-ui, sans-serif",
      grid: { stroke: colour("--line"), width: 1 },
      ticks: { stroke: colour("--line"), size: 4 },
    };
    const series = [{}];
    const bands = [];
    for (const line of this.lines) {
      const stroke = colour(line.token);
      const both = line.values.length === 2;
      for (let i = 0; i < line.values.length; i++) {
        series.push({
          stroke: line.soft ? "transparent" : stroke,
          width: both ? 1 : (line.width ?? 2),
          dash: line.dash,
          points: { show: false },
        });
      }
      if (both) {
        bands.push({ series: [series.length - 1, series.length - 2], fill: colour(line.token, line.alpha ?? 0.16) });
      }
    }
    this.plot = new uPlot(
      {
        width: this.width(),
        height: this.height(),
        series,
        bands,
        padding: [12, 28, 0, 0],
        cursor: { sync: { key: this.id === "relief" ? "weeks" : "lab" }, y: false, points: { size: 7 } },
        scales: { x: { time: false }, y: { range: (_, __, max) => [0, this.top(max)] } },
        axes: [
          { ...axis, size: 34, incrs: STEPS, values: (_, splits) => splits.map((m) => time(m, span)), space: 64 },
          { ...axis, size: 56, values: (_, splits) => splits.map((v) => v.toLocaleString("en")) },
        ],
        legend: { show: false },
        hooks: {
          drawAxes: [() => this.drawDoses(), () => this.drawReferences()],
          setCursor: [() => this.showKey()],
        },
      },
      data,
      this.place,
    );
  }

  top(max) {
    return this.id === "occupancy" || this.id === "relief" ? 100 : (max || 1) * 1.08;
  }

  width() {
    return Math.max(200, this.place.clientWidth);
  }

  height() {
    return this.place.clientHeight || 260;
  }

  /** When drug is given: a tint behind the curves, a stroke for what is given at once. */
  drawDoses() {
    const { ctx, bbox } = this.plot;
    ctx.save();
    for (const [from, until] of this.doses) {
      const left = this.plot.valToPos(from, "x", true);
      const right = this.plot.valToPos(until, "x", true);
      ctx.fillStyle = colour("--accent", until > from ? 0.07 : 0.5);
      ctx.fillRect(left, bbox.top, Math.max(right - left, 2 * devicePixelRatio), bbox.height);
    }
    ctx.restore();
  }

  /** Yardsticks at the right edge: where others saw something clinical. */
  drawReferences() {
    const { ctx, bbox } = this.plot;
    const most = this.plot.scales.y.max;
    ctx.save();
    ctx.font = `${11 * devicePixelRatio}px system-ui, sans-serif`;
    ctx.textAlign = "right";
    ctx.textBaseline = "middle";
    let lane = 0;
    for (const { title, from, to } of this.references) {
      if (from > most) continue;
      const bottom = this.plot.valToPos(from, "y", true);
      const top = this.plot.valToPos(Math.min(to, most), "y", true);
      const x = bbox.left + bbox.width - (6 + 18 * lane) * devicePixelRatio;
      ctx.strokeStyle = ctx.fillStyle = colour("--ink-2", 0.75);
      ctx.lineWidth = 3 * devicePixelRatio;
      ctx.beginPath();
      ctx.moveTo(x, bottom);
      ctx.lineTo(x, top);
      ctx.stroke();
      ctx.fillText(title, x - 6 * devicePixelRatio, top + 6 * devicePixelRatio);
      lane++;
    }
    ctx.restore();
  }

  /** Names with their colour, and the values under the cursor or at the highest point. */
  showKey() {
    if (!this.plot) return;
    const data = this.plot.data;
    const at = this.plot.cursor.idx;
    const items = [];
    let index = 1;
    for (const line of this.lines) {
      const lists = data.slice(index, index + line.values.length);
      index += line.values.length;
      if (line.unnamed) continue;
      const item = document.createElement("li");
      const swatch = document.createElement("span");
      swatch.className = `lab-swatch lab-${line.token.slice(2)}${line.dash ? " lab-dashed" : ""}${line.values.length === 2 ? " lab-shaded" : ""}`;
      const name = document.createElement("span");
      name.textContent = line.name;
      const value = document.createElement("strong");
      const where = at ?? lists.at(-1).indexOf(Math.max(...lists.at(-1)));
      const ends = [...new Set(lists.map((list) => figure(list[where])))];
      value.textContent = ends.join(" to ");
      const when = document.createElement("span");
      when.className = "lab-when";
      when.textContent = at == null ? `highest, ${time(data[0][where], data[0].at(-1))}` : time(data[0][where], data[0].at(-1));
      item.append(swatch, name, value, when);
      items.push(item);
    }
    this.key.replaceChildren(...items);
  }

  fit() {
    this.plot?.setSize({ width: this.width(), height: this.height() });
  }

  recolour() {
    if (!this.last) return;
    this.shape = "";
    this.draw(...this.last);
  }
}

export class Plots {
  constructor() {
    this.charts = Object.fromEntries(
      ["plasma", "effect", "people", "occupancy", "relief"].map((id) => [id, new Chart(id)]),
    );
  }

  draw(picture) {
    const { minutes, doses } = picture;
    this.charts.plasma.draw(
      minutes,
      [...between(picture.plasmaBand), ...curves(picture.lines, "plasma")],
      doses,
      picture.references,
    );
    this.charts.effect.draw(minutes, [...between(picture.effectBand), ...curves(picture.lines, "effect")], doses);
    this.charts.people.draw(minutes, people(picture.people), doses);
    this.charts.occupancy.draw(
      minutes,
      picture.occupancy ? [{ name: "Taken", values: picture.occupancy, token: "--series-1", alpha: 0.25 }] : [],
      doses,
    );
    const { relief } = picture;
    this.charts.relief.draw(
      relief?.minutes ?? [],
      relief
        ? [
            { name: "Spread", values: relief.band, token: "--series-3", soft: true, alpha: 0.25 },
            { name: "Typical", values: [relief.typical], token: "--series-3" },
          ]
        : [],
      doses,
    );
  }

  fit() {
    Object.values(this.charts).forEach((chart) => chart.fit());
  }

  recolour() {
    Object.values(this.charts).forEach((chart) => chart.recolour());
  }
}

function between(band) {
  return band
    ? [{ name: "Between the models", values: band, token: "--ink-2", soft: true, alpha: 0.14, unnamed: true }]
    : [];
}

function curves(lines, kind) {
  return lines
    .map((line, i) => ({
      name: line.name,
      values: line[kind],
      token: `--series-${(i % COLOURS) + 1}`,
      dash: i < COLOURS ? undefined : [8, 4],
    }))
    .filter((line) => line.values);
}

function people(percentiles) {
  if (!percentiles) return [];
  const [low, quarter, median, most, high] = percentiles;
  return [
    { name: "9 of 10", values: [low, high], token: "--series-1", soft: true, alpha: 0.14 },
    { name: "Half", values: [quarter, most], token: "--series-1", soft: true, alpha: 0.24 },
    { name: "Median", values: [median], token: "--series-1" },
  ];
}
