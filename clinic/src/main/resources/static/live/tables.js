// The tables behind the chart, rebuilt whole when the picture changed: every observation, every
// event. They are what a screen reader reads and what the downtime sheet prints.

import { el, find } from "./dom.js";
import { reasonsOf, valueWords } from "./readings.js";

const SOURCES = { "by-hand": "by hand", simulated: "simulated", device: "device" };

export class Tables {
  #shown = "";

  constructor(root, clock, onStrike) {
    this.root = root;
    this.clock = clock;
    this.onStrike = onStrike;
  }

  show(picture) {
    const shown = JSON.stringify([picture.observations, picture.markers, picture.can.strike]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    find("#observation-rows", this.root).replaceChildren(...this.#observations(picture));
    find("#event-list", this.root).replaceChildren(...this.#events(picture));
  }

  #observations(picture) {
    const reasons = reasonsOf(picture);
    return [...picture.observations].reverse().map((set) => {
      const struck = set.struck !== null;
      return el(
        "tr",
        { class: struck ? "struck-row" : null },
        el("th", { scope: "row" }, this.clock.time(set.observedAt)),
        ...picture.parameters.map((parameter) =>
          el("td", { class: struck ? "num struck" : "num" }, valueWords(set, parameter.id, reasons), set.values[parameter.id]?.derived ? el("span", { class: "derived" }, " calc.") : null),
        ),
        el("td", {}, `${SOURCES[set.source] ?? set.source}, ${set.by}`, struck ? el("span", { class: "struck-why" }, this.#whyStruck(set.struck)) : null),
        el("td", { class: "no-print" }, struck ? "" : this.#strike(picture, set.eventId, `observations of ${this.clock.time(set.observedAt)}`)),
      );
    });
  }

  #events(picture) {
    return picture.markers.map((marker) => {
      const struck = marker.struck !== null;
      return el(
        "li",
        { value: marker.number, class: struck ? "event event-struck" : "event" },
        el("span", { class: "event-number", "aria-hidden": "true" }, String(marker.number)),
        el("time", { datetime: marker.at }, this.clock.time(marker.at)),
        el(
          "span",
          { class: "event-words" },
          el("span", { class: struck ? "struck" : null }, marker.text),
          el("span", { class: "event-by" }, `${marker.by}${this.#late(marker)}${struck ? `; ${this.#whyStruck(marker.struck)}` : ""}`),
        ),
        marker.canStrike && !struck ? this.#strike(picture, marker.eventId, `event ${marker.number}, ${marker.text}`) : null,
      );
    });
  }

  /** Two clocks: what was recorded well after it happened says so. */
  #late(marker) {
    return Date.parse(marker.recordedAt) - Date.parse(marker.at) < 60000 ? "" : `, recorded ${this.clock.time(marker.recordedAt)}`;
  }

  #whyStruck(struck) {
    return `struck ${this.clock.time(struck.at)} by ${struck.by}: ${struck.reason}`;
  }

  #strike(picture, eventId, what) {
    if (!picture.can.strike?.now) return "";
    const button = el("button", { type: "button", class: "button button-quiet button-small", "aria-label": `Strike ${what}` }, "Strike");
    button.addEventListener("click", () => this.onStrike(eventId, what));
    return button;
  }
}
