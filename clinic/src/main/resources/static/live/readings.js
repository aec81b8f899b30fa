// What may still be shown as current, decided each second: a value that grew stale is greyed and
// says so, one beyond its time is "—", and without a line to the server nothing is current.

import { ageWords } from "./clock.js";
import { find, findAll, setAttribute, setText } from "./dom.js";
import { forecastAt } from "./strip-forecast.js";

/** fresh | stale | absent, now. */
export function readingNow(parameter, clock, linked) {
  if (parameter.reading === "absent" || parameter.value === null) return "absent";
  const late = parameter.staleAt !== null && clock.age(parameter.staleAt) >= 0;
  if (!linked) return late ? "absent" : "stale";
  return parameter.reading === "stale" || late ? "stale" : "fresh";
}

const WORSE = ["fresh", "stale", "absent"];
const URGENCY = ["none", "low", "medium", "high"];
const MARKS = { none: "", low: "!", medium: "!!", high: "!!!" };
const worst = (order, values) => order[Math.max(...values.map((value) => order.indexOf(value)))];

export class Readings {
  constructor(root, clock) {
    this.root = root;
    this.clock = clock;
  }

  show(picture, linked) {
    const parameters = new Map(picture.parameters.map((parameter) => [parameter.id, parameter]));
    for (const cell of findAll("[data-parameters]", this.root)) {
      const shown = cell.dataset.parameters.split(" ").map((id) => parameters.get(id)).filter(Boolean);
      if (shown.length > 0) this.#showCell(cell, shown, linked);
    }
    const models = forecastAt(picture.forecast, this.clock.now());
    for (const node of findAll("[data-forecast]", this.root)) setText(node, (linked && models?.[node.dataset.forecast]) || "—");
  }

  #showCell(cell, shown, linked) {
    const readings = shown.map((parameter) => readingNow(parameter, this.clock, linked));
    const reading = worst(WORSE, readings);
    const texts = shown.map((parameter, at) => (readings[at] === "absent" ? "—" : parameter.text));
    const breach = linked ? worst(URGENCY, shown.map((parameter) => parameter.breach)) : "none";
    setAttribute(cell, "data-reading", reading);
    setAttribute(cell, "data-breach", breach === "none" ? null : breach);
    setText(find(".now-figure", cell), texts.every((text) => text === "—") ? "—" : texts.join("/"));
    setText(find(".now-mark", cell), MARKS[breach]);
    setText(find(".now-age", cell), this.#ageOf(shown, reading));
  }

  #ageOf(shown, reading) {
    const seen = shown.map((parameter) => parameter.observedAt).filter((at) => at !== null);
    if (seen.length === 0) return "never observed";
    const oldest = seen.reduce((a, b) => (Date.parse(a) < Date.parse(b) ? a : b));
    if (reading === "absent") return `last ${this.clock.time(oldest)}`;
    const age = ageWords(this.clock.age(oldest));
    return reading === "stale" ? `old ${age}` : age;
  }
}

/** The observation nearest to an instant, struck ones left out. */
export function nearestSet(picture, instant) {
  let best = null;
  for (const set of picture.observations) {
    if (set.struck) continue;
    const away = Math.abs(Date.parse(set.observedAt) - instant);
    if (best === null || away < best.away) best = { set, away };
  }
  return best?.set ?? null;
}

/** The words of one value in a table: its text, why it is missing, or nothing. */
export function valueWords(set, id, reasons) {
  const entry = set?.values[id];
  if (!entry) return "";
  if (entry.absent !== undefined && entry.absent !== null) return (reasons.get(entry.absent) ?? entry.absent).toLowerCase();
  return entry.text;
}

export const reasonsOf = (picture) => new Map(picture.choices.absent);
