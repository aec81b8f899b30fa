// What the chart says at one instant: the nearest observation, what ran, what the models say.

import { ageWords } from "./clock.js";
import { find, findAll, setAttribute, setText } from "./dom.js";
import { nearestSet, reasonsOf, valueWords } from "./readings.js";
import { forecastAt } from "./strip-forecast.js";

export class Readout {
  #instant = null;
  #picture = null;

  constructor(root, slider, clock) {
    this.root = root;
    this.slider = slider;
    this.clock = clock;
  }

  show(picture) {
    this.#picture = picture;
    this.#fill();
  }

  /** null: the cursor left the chart; the last reading stays until the next. */
  at(instant) {
    if (instant === null) return;
    this.#instant = instant;
    this.#fill();
  }

  #fill() {
    if (this.#picture === null) return;
    const picture = this.#picture;
    const instant = this.#instant ?? this.clock.now();
    const set = nearestSet(picture, instant);
    const reasons = reasonsOf(picture);
    const segment = segmentAt(picture, instant, this.clock.now());
    const forecast = forecastAt(picture.forecast, instant);
    const words = {
      cursor: this.clock.time(instant),
      observed: set === null ? "none" : `${this.clock.time(set.observedAt)}${this.#away(set, instant)}`,
      rate: segment,
      plasma: forecast?.plasma ?? "",
      effect: forecast?.effect ?? "",
    };
    for (const node of findAll("[data-readout]", this.root)) {
      const name = node.dataset.readout;
      setText(node, (name in words ? words[name] : valueWords(set, name, reasons)) || "—");
    }
    setAttribute(find("[data-readout-set]", this.root), "data-source", set?.source ?? null);
    setAttribute(this.slider, "aria-valuetext", this.#spoken(words, picture, set, reasons));
  }

  #away(set, instant) {
    const away = Date.parse(set.observedAt) - instant;
    if (Math.abs(away) < 60000) return "";
    return ` (${ageWords(Math.abs(away))} ${away > 0 ? "later" : "earlier"})`;
  }

  #spoken(words, picture, set, reasons) {
    const values = picture.parameters
      .map((parameter) => [parameter.label, valueWords(set, parameter.id, reasons), set?.values[parameter.id]?.absent ? "" : parameter.unit])
      .filter(([, value]) => value !== "")
      .map((parts) => parts.join(" ").trim());
    return `${words.cursor}. ${words.rate}. Observed ${words.observed}: ${values.join(", ")}`;
  }
}

function segmentAt(picture, instant, now) {
  for (const segment of picture.segments) {
    const to = segment.to === null ? now : Date.parse(segment.to);
    if (instant >= Date.parse(segment.from) && instant <= to) {
      return { running: segment.rateText, held: "held", unknown: "unknown" }[segment.kind];
    }
  }
  return instant > now ? "not yet" : "nothing ran";
}
