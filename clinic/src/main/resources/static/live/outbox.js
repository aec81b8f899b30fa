// What could not be stored yet. It is counted in sight, kept with the time at which it was entered
// and the key under which it will have one effect, and sent again until the server answers.

import { el, find, setText, show } from "./dom.js";

export class Outbox {
  #waiting = [];
  #busy = false;

  constructor(root, api, { onStored, onReopen, clock }) {
    this.root = root;
    this.api = api;
    this.onStored = onStored;
    this.onReopen = onReopen;
    this.clock = clock;
    find("[data-outbox-retry]", root).addEventListener("click", () => this.retry());
    window.addEventListener("beforeunload", (event) => {
      if (this.#waiting.length > 0) event.preventDefault();
    });
  }

  get count() {
    return this.#waiting.length;
  }

  /** Keeps an entry. Whatever meant "now" when it was entered keeps that clock time. */
  keep({ path, title, fields }) {
    const entered = this.clock.time(this.clock.now());
    const kept = fields.map(([name, value]) => (name === "at" && value === "" ? [name, entered] : [name, value]));
    this.#waiting.push({ path, title, fields: kept, entered, trouble: "" });
    this.#draw();
  }

  /** Tries all in the order in which they were entered; stops at the first silence. */
  async retry() {
    if (this.#busy || this.#waiting.length === 0) return;
    this.#busy = true;
    try {
      for (const entry of [...this.#waiting]) {
        if (!(await this.#send(entry))) break;
      }
    } finally {
      this.#busy = false;
      this.#draw();
    }
  }

  async #send(entry) {
    if (entry.trouble !== "") return true;
    try {
      await this.api.send(entry.path, entry.fields);
      this.#drop(entry);
      this.onStored(entry);
      return true;
    } catch (refused) {
      if (refused.kind === "unreachable" || refused.kind === "signed-out" || refused.kind === "locked") return false;
      entry.trouble = refused.message;
      return true;
    }
  }

  #drop(entry) {
    this.#waiting = this.#waiting.filter((other) => other !== entry);
    this.#draw();
  }

  #draw() {
    show(this.root, this.#waiting.length > 0);
    const count = this.#waiting.length;
    setText(find("[data-outbox-count]", this.root), `NOT SAVED: ${count} ${count === 1 ? "entry waits" : "entries wait"} on this screen`);
    find("[data-outbox-list]", this.root).replaceChildren(...this.#waiting.map((entry) => this.#line(entry)));
  }

  #line(entry) {
    const again = el("button", { type: "button", class: "button button-secondary button-small" }, "Open again");
    again.addEventListener("click", () => {
      this.#drop(entry);
      this.onReopen(entry);
    });
    return el("li", {}, el("strong", {}, entry.title), ` entered ${entry.entered}`, entry.trouble ? el("span", { class: "mend" }, ` ${entry.trouble}`) : null, " ", again);
  }
}
