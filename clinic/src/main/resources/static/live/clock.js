// The server's clock as this browser knows it, and how times and ages are written.
// Ages count on the browser's monotonic clock from the server's `asOf`, so a wrong or changed
// clock of the tablet cannot make an old value look new.

export class Clock {
  #offset = null;
  #formats = null;

  constructor(zone) {
    const parts = { timeZone: zone, hourCycle: "h23", hour: "2-digit", minute: "2-digit" };
    this.#formats = {
      minute: new Intl.DateTimeFormat("en-GB", parts),
      second: new Intl.DateTimeFormat("en-GB", { ...parts, second: "2-digit" }),
    };
  }

  /** Takes the server's time. The least delayed message wins, unless the server's clock was set. */
  hear(asOf) {
    const offset = Date.parse(asOf) - performance.now();
    const stepped = this.#offset === null || Math.abs(offset - this.#offset) > 2000;
    this.#offset = stepped ? offset : Math.max(this.#offset, offset);
  }

  /** Milliseconds since the epoch, by the server. */
  now() {
    return this.#offset + performance.now();
  }

  /** Milliseconds since an instant of the server; below zero for one that is yet to come. */
  age(instant) {
    return this.now() - Date.parse(instant);
  }

  time(instant) {
    return this.#formats.minute.format(typeof instant === "number" ? instant : Date.parse(instant));
  }

  seconds(instant) {
    return this.#formats.second.format(typeof instant === "number" ? instant : Date.parse(instant));
  }
}

/** `45 s`, `3 min`, `1 h 12 min` */
export function ageWords(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** `04:12`, `1:04:12` */
export function countWords(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (number) => String(number).padStart(2, "0");
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return seconds < 3600 ? rest : `${Math.floor(seconds / 3600)}:${rest}`;
}
