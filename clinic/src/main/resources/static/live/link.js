// The line to the server: events as they come, and the certainty that it is still there.
// A silent line is a danger of its own: after LOST without a sign of life the page says so itself.

const SLOW = 6000;
const LOST = 10000;
const AGAIN = 2000;

export class Link {
  #source = null;
  #closed = null;
  #opened = 0;
  #heard = { monotonic: performance.now(), wall: Date.now() };

  constructor(address, onEvent) {
    this.address = address;
    this.onEvent = onEvent;
  }

  open() {
    if (this.#closed) return;
    this.#source?.close();
    this.#opened = performance.now();
    const source = new EventSource(this.address);
    this.#source = source;
    for (const name of ["changed", "heartbeat"]) {
      source.addEventListener(name, (event) => {
        if (source !== this.#source) return;
        this.heard();
        this.onEvent(name, JSON.parse(event.data));
      });
    }
    source.addEventListener("bye", () => {
      this.close("closed");
      this.onEvent("bye", {});
    });
    source.onerror = () => {
      if (source !== this.#source || this.#closed) return;
      source.close();
      this.#source = null;
      this.onEvent("broken", {});
      setTimeout(() => this.open(), AGAIN);
    };
  }

  /** Any answer of the server proves the line. */
  heard() {
    this.#heard = { monotonic: performance.now(), wall: Date.now() };
  }

  /** For good: the infusion is closed, or the login ended. */
  close(why) {
    this.#closed = why;
    this.#source?.close();
    this.#source = null;
  }

  reopen() {
    this.#closed = null;
    this.open();
  }

  /** A tablet that slept stops its monotonic clock, but not its wall clock: the longer one counts. */
  get silence() {
    return Math.max(performance.now() - this.#heard.monotonic, Date.now() - this.#heard.wall);
  }

  get heardAt() {
    return this.#heard.monotonic;
  }

  /** live | slow | lost | closed | signed-out */
  get state() {
    if (this.#closed) return this.#closed;
    if (this.silence > LOST) {
      if (this.#source && performance.now() - this.#opened > LOST) this.open();
      return "lost";
    }
    return this.silence > SLOW ? "slow" : "live";
  }
}
