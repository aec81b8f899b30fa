// A tone beside the alarm bar, for high and medium alerts nobody has acknowledged. It is off until
// somebody turns it on by hand, because a browser may refuse it otherwise; the screen says which.

const PULSES = { high: [0, 0.22, 0.44, 0.86, 1.08], medium: [0, 0.3, 0.6] };
const PITCH = { high: 880, medium: 660 };
const AGAIN = { high: 8000, medium: 24000 };

export class Sound {
  #context = null;
  #last = 0;
  #sounding = null;

  constructor(button, line) {
    this.button = button;
    this.line = line;
    button.addEventListener("click", () => this.#turn());
    this.#say();
  }

  get on() {
    return this.#context !== null && this.#context.state === "running";
  }

  /** Called each second with the most urgent unacknowledged priority, or null. */
  tick(priority) {
    this.#say();
    if (!this.on || !(priority in PULSES)) {
      this.#sounding = null;
      return;
    }
    const now = performance.now();
    if (priority === this.#sounding && now - this.#last < AGAIN[priority]) return;
    this.#sounding = priority;
    this.#last = now;
    for (const at of PULSES[priority]) this.#pulse(at, PITCH[priority]);
  }

  async #turn() {
    if (this.#context === null) {
      this.#context = new AudioContext();
      await this.#context.resume().catch(() => undefined);
      if (this.on) this.#pulse(0, PITCH.medium);
    } else {
      await this.#context.close();
      this.#context = null;
    }
    this.#say();
  }

  #pulse(after, pitch) {
    const start = this.#context.currentTime + after;
    const tone = this.#context.createOscillator();
    const volume = this.#context.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.25, start + 0.02);
    volume.gain.setValueAtTime(0.25, start + 0.12);
    volume.gain.linearRampToValueAtTime(0, start + 0.16);
    tone.connect(volume).connect(this.#context.destination);
    tone.start(start);
    tone.stop(start + 0.18);
  }

  #say() {
    const words = this.on ? "AUDIO ON" : "AUDIO OFF";
    if (this.line.textContent === words) return;
    this.line.textContent = words;
    this.button.textContent = this.on ? "Turn off" : "Turn on";
  }
}
