// Draws the forecast: one colour a model, plasma thin, effect site bold, the band between them.
// The numbers come with the page; nothing is computed here.

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** A canvas cannot read light-dark(): an element takes the colour on and says what it came to. */
function colour(name) {
  const probe = document.createElement("span");
  probe.className = "visually-hidden";
  document.body.append(probe);
  probe.style.setProperty("color", css(name));
  const resolved = getComputedStyle(probe).color;
  probe.remove();
  return resolved;
}

function series(picture) {
  const data = [picture.minutes];
  const lines = [{ label: "Minute" }];
  const bands = [];
  picture.models.forEach((model, index) => {
    const stroke = colour(`--series-${index + 1}`);
    lines.push({ label: `${model.name}, plasma`, stroke, width: 1, dash: [4, 4], points: { show: false } });
    data.push(model.plasma);
    lines.push({ label: `${model.name}, effect site`, stroke, width: 2.5, points: { show: false } });
    data.push(model.effect);
  });
  if (picture.effectBand) {
    const [lower, upper] = picture.effectBand;
    lines.push({ label: "Band, upper", stroke: "transparent", points: { show: false } });
    data.push(upper);
    lines.push({ label: "Band, lower", stroke: "transparent", points: { show: false } });
    data.push(lower);
    const fill = colour("--line");
    bands.push({ series: [data.length - 2, data.length - 1], fill });
  }
  return { data, lines, bands };
}

function endOfInfusion(minute) {
  return {
    hooks: {
      draw: (plot) => {
        const x = plot.valToPos(minute, "x", true);
        const { ctx, bbox } = plot;
        ctx.save();
        ctx.strokeStyle = colour("--ink-2");
        ctx.setLineDash([2, 4]);
        ctx.beginPath();
        ctx.moveTo(x, bbox.top);
        ctx.lineTo(x, bbox.top + bbox.height);
        ctx.stroke();
        ctx.restore();
      },
    },
  };
}

function draw(place) {
  const picture = JSON.parse(place.dataset.forecast);
  const { data, lines, bands } = series(picture);
  const axis = { stroke: colour("--ink-2"), grid: { stroke: colour("--line"), width: 1 }, ticks: { stroke: colour("--line") } };
  place.replaceChildren();
  const plot = new uPlot(
    {
      width: place.clientWidth || 600,
      height: 280,
      series: lines,
      bands,
      scales: { x: { time: false }, y: { range: (_, __, max) => [0, max * 1.05 || 1] } },
      axes: [{ ...axis, label: "minutes from the start" }, { ...axis, label: "ng/mL", size: 60 }],
      legend: { live: true },
      plugins: [endOfInfusion(picture.end)],
    },
    data,
    place,
  );
  place.plot?.destroy();
  place.plot = plot;
}

function drawAll() {
  document.querySelectorAll("[data-forecast]").forEach((place) => {
    if (place.childElementCount === 0) draw(place);
  });
}

drawAll();
new MutationObserver(drawAll).observe(document.body, { childList: true, subtree: true });
addEventListener("resize", () => document.querySelectorAll("[data-forecast]").forEach(draw));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => document.querySelectorAll("[data-forecast]").forEach(draw));
