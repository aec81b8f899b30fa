// The state strip: what is going on, for how long, how much, and when the next look is due.

import { ageWords, countWords } from "./clock.js";
import { bind, find, setAttribute, setText, show } from "./dom.js";

const ROUND = 2 * Math.PI * 18;

export class StateStrip {
  constructor(root, clock) {
    this.root = root;
    this.clock = clock;
  }

  show(picture) {
    this.picture = picture;
    bind(document, picture);
    setAttribute(this.root, "data-state", picture.state.kind);
    setAttribute(find("#delivered-bar", this.root), "value", Math.min(100, picture.delivered.percent));
    setText(find("[data-certainty]", this.root), picture.delivered.certain ? picture.delivered.mgPerKgText : "not certain: the pump's state was unknown");
    setText(find("[data-end]", this.root), picture.delivered.projectedEnd === null ? "" : `ends ${this.clock.time(picture.delivered.projectedEnd)}`);
    const now = picture.segments.findLast((segment) => segment.to === null) ?? null;
    setText(find("[data-rate]", this.root), rateWords(now));
    setText(find("[data-dose-rate]", this.root), now?.kind === "running" ? now.doseRateText : "");
    show(find("#recovery", this.root), picture.state.kind === "recovering");
    const last = picture.segments.at(-1) ?? null;
    this.ended = now === null && last !== null ? last.to : null;
  }

  tick(linked) {
    const { picture, clock } = this;
    if (!picture) return;
    setAttribute(this.root, "data-linked", linked ? "yes" : "no");
    const upTo = this.ended === null ? clock.now() : Date.parse(this.ended);
    setText(find("[data-elapsed]", this.root), picture.startedAt === null ? "not started" : ageWords(upTo - Date.parse(picture.startedAt)));
    setText(find("[data-elapsed-note]", this.root), picture.startedAt === null ? "" : `started ${clock.time(picture.startedAt)}${this.ended === null ? "" : `, ended ${clock.time(this.ended)}`}`);
    this.#due(picture.due, clock.now());
  }

  #due(due, now) {
    const box = find("#due", this.root);
    const left = due.dueAt === null ? null : Date.parse(due.dueAt) - now;
    const state = left === null ? "none" : left <= 0 ? "overdue" : due.state;
    setAttribute(box, "data-due", state);
    setText(find("[data-due-count]", box), left === null ? "none due" : countWords(Math.abs(left)));
    setText(find("[data-due-sign]", box), state === "overdue" ? "overdue" : "");
    const part = left === null || due.everyMinutes === null ? 0 : Math.min(1, Math.max(0, left / (due.everyMinutes * 60000)));
    setAttribute(find(".ring-rest", box), "stroke-dasharray", `${(part * ROUND).toFixed(1)} ${ROUND.toFixed(1)}`);
  }
}

function rateWords(segment) {
  if (segment === null) return "not running";
  return { running: segment.rateText, held: "held", unknown: "unknown" }[segment.kind];
}

/** The line to the server, in words, and the bar that says nobody is watching here. */
export class LinkLine {
  constructor(root, clock) {
    this.root = root;
    this.clock = clock;
  }

  tick(link) {
    const state = link.state;
    const heard = this.clock.seconds(this.clock.now() - link.silence);
    const words = {
      live: "Link live",
      slow: `Link slow: last heard ${ageWords(link.silence)} ago`,
      lost: "Link lost",
      closed: "Infusion closed: this page no longer changes",
      "signed-out": "Signed out",
    }[state];
    const locked = find("#main").inert ? ". Locked: reading only" : "";
    setText(find("[data-link]", this.root), words + locked);
    setAttribute(find("[data-link]", this.root), "data-link", state);
    const lost = find("#lost");
    show(lost, state === "lost");
    if (state === "lost") setText(find("[data-lost-words]", lost), `MONITORING LOST: link to Nepenthe lost since ${heard}; watch the bedside monitor`);
    show(find("#barred"), state === "signed-out");
    return state === "live" || state === "slow" || state === "closed";
  }
}
