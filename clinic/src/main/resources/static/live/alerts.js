// The alert bar. Priority is said by mark, place, word and colour; an acknowledged alert stays in
// sight; one that concerns the record or the line and not the patient is worded apart.

import { ageWords } from "./clock.js";
import { el, find, findAll, setAttribute, setText, show } from "./dom.js";

const WORDS = { high: "High priority", medium: "Medium priority", low: "Low priority" };
const STEPS = { none: "", watch: "advice: watch", hold: "advice: hold", stop: "advice: stop" };
const ORDER = ["high", "medium", "low"];

export class Alerts {
  #shown = "";
  #known = null;
  #alerts = [];

  constructor(root, clock, onAcknowledge) {
    this.root = root;
    this.clock = clock;
    this.onAcknowledge = onAcknowledge;
    this.list = find("#alert-list", root);
    this.title = document.title;
    this.#watchPlace();
  }

  show(picture) {
    this.#alerts = picture.alerts;
    const shown = JSON.stringify([picture.alerts, picture.can.acknowledge]);
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.#build(picture);
      this.#announce(picture.alerts);
    }
    this.#advice(picture);
  }

  /** The most urgent alert nobody has acknowledged, or null. */
  get pressing() {
    const open = this.#alerts.filter((alert) => alert.acknowledged === null);
    return ORDER.map((priority) => open.find((alert) => alert.priority === priority)).find(Boolean) ?? null;
  }

  tick(linked) {
    for (const node of findAll("[data-since]", this.list)) setText(node, `for ${ageWords(this.clock.age(node.dataset.since))}`);
    const worst = linked ? this.pressing : { mark: "!!!", text: "MONITORING LOST" };
    const title = worst === null ? this.title : `${worst.mark} ${worst.text} – ${this.title}`;
    if (document.title !== title) document.title = title;
  }

  #build(picture) {
    const focused = document.activeElement?.closest?.("[data-alert]")?.dataset.alert;
    const open = new Set(findAll("details[open]", this.list).map((node) => node.closest("[data-alert]").dataset.alert));
    const rows = picture.alerts.map((alert) => this.#row(alert, picture.can.acknowledge, open.has(alert.id)));
    this.list.replaceChildren(...rows);
    show(this.list, rows.length > 0);
    if (focused) (rows.find((row) => row.dataset.alert === focused)?.querySelector("button, summary") ?? this.list).focus();
    this.#chip();
  }

  #row(alert, can, open) {
    const acknowledged = alert.acknowledged !== null;
    const names = ["alert", `alert-${alert.priority}`, acknowledged ? "alert-acknowledged" : "alarm-flashing", alert.technical ? "alert-technical" : ""];
    if (!acknowledged) names.push("alarm", `alarm-${alert.priority}`);
    return el(
      "li",
      { class: names.filter(Boolean).join(" "), "data-alert": alert.id },
      el("span", { class: "alarm-mark", "aria-hidden": "true" }, alert.mark),
      el(
        "div",
        { class: "alert-words" },
        el("p", { class: "alert-text" }, el("span", { class: "visually-hidden" }, `${WORDS[alert.priority]}. `), alert.technical ? el("span", { class: "alert-kind" }, "Technical") : null, alert.text),
        el("p", { class: "alert-facts" }, ...this.#facts(alert)),
      ),
      el("details", { class: "alert-basis", open }, el("summary", {}, "Basis"), el("p", {}, alert.basis, " ", el("a", { href: alert.href }, `Rule ${alert.rule}`))),
      acknowledged ? el("span", { class: "alert-done" }, `Acknowledged ${this.clock.time(alert.acknowledged.at)} by ${alert.acknowledged.by}`) : this.#button(alert, can),
    );
  }

  #facts(alert) {
    const parts = [];
    if (alert.observedText && alert.observedAt) parts.push(`observed ${alert.observedText} at ${this.clock.time(alert.observedAt)}`);
    parts.push(el("span", { "data-since": alert.since }, `for ${ageWords(this.clock.age(alert.since))}`));
    if (!alert.active) parts.push("over; stays until acknowledged");
    if (STEPS[alert.step]) parts.push(el("strong", {}, STEPS[alert.step]));
    return parts.flatMap((part, at) => (at === 0 ? [part] : [" · ", part]));
  }

  #button(alert, can) {
    if (can && !can.now) return el("span", { class: "alert-done" }, can.because);
    const button = el("button", { type: "button", class: "alert-acknowledge" }, "Acknowledge", el("span", { class: "visually-hidden" }, `: ${alert.text}`));
    button.addEventListener("click", async () => {
      button.disabled = true;
      await this.onAcknowledge(alert.id);
      button.disabled = false;
    });
    return button;
  }

  /** New alerts are spoken once: high at once, the others when there is a pause. */
  #announce(alerts) {
    const fresh = alerts.filter((alert) => alert.acknowledged === null && this.#known !== null && !this.#known.has(alert.id));
    this.#known = new Set(alerts.map((alert) => alert.id));
    const say = (node, list) => list.length > 0 && setText(node, list.map((alert) => `${WORDS[alert.priority]}: ${alert.text}.`).join(" "));
    say(find("#say-now"), fresh.filter((alert) => alert.priority === "high"));
    say(find("#say-later"), fresh.filter((alert) => alert.priority !== "high"));
  }

  #advice(picture) {
    const line = find("#advice", this.root);
    setAttribute(line, "data-kind", picture.advice.kind);
    setText(find("[data-advice-missing]", line), picture.advice.missing.length === 0 ? "" : `Not known: ${picture.advice.missing.join("; ")}`);
    setText(find("[data-advice-as-of]", line), `as of ${this.clock.seconds(picture.advice.asOf)}`);
  }

  /** While the bar is scrolled out of sight, the state strip carries the worst alert. */
  #watchPlace() {
    const chip = find("#alert-chip");
    new IntersectionObserver(([entry]) => {
      this.away = !entry.isIntersecting;
      this.#chip();
    }).observe(this.root);
    chip.addEventListener("click", () => this.root.scrollIntoView({ block: "center" }));
  }

  #chip() {
    const chip = find("#alert-chip");
    const worst = this.#alerts[0] ?? null;
    show(chip, Boolean(this.away && worst));
    if (worst === null) return;
    chip.className = `alert-chip alarm-${worst.priority}`;
    setText(find("[data-chip-mark]", chip), worst.mark);
    setText(find("[data-chip-text]", chip), this.#alerts.length === 1 ? worst.text : `${worst.text} (and ${this.#alerts.length - 1} more)`);
  }
}
