// The dock's sheets: native <details> with plain forms, which work without this script. Here they
// are sent without leaving the chart, and nothing typed is lost whatever the server answers.

import { el, find, findAll, newKey, setAttribute, setText, show } from "./dom.js";

export class Sheets {
  #picture = null;
  #asked = false;

  constructor(root, api, { outbox, clock, onStored, onPicture, onBarred, say }) {
    Object.assign(this, { root, api, outbox, clock, onStored, onPicture, onBarred, say });
    this.wide = matchMedia("(min-width: 60.01rem)");
    for (const sheet of findAll("[data-sheet]", root)) this.#prepare(sheet);
    if (!find(".sheet-refused", root)) this.#rest();
    this.wide.addEventListener("change", () => this.#rest());
  }

  show(picture) {
    const first = this.#picture === null;
    this.#picture = picture;
    for (const sheet of findAll("[data-sheet]", this.root)) {
      const can = picture.can[sheet.dataset.sheet] ?? { now: true, because: "" };
      setAttribute(sheet, "data-now", can.now ? "yes" : "no");
      setText(find(".sheet-because", sheet), can.now ? "" : can.because);
      const submit = find(".sheet-submit", sheet);
      if (submit) setAttribute(submit, "aria-disabled", can.now ? null : "true");
      setText(find("[data-form-because]", sheet), can.now ? "" : `Not now: ${can.because}`);
      show(find("[data-form-because]", sheet), !can.now);
      if (first) this.#takeVersion(sheet);
    }
    const increase = picture.can["rate-increase"] ?? { now: true, because: "" };
    const asked = picture.can.confirm?.now ?? false;
    if (asked !== this.#asked) this.#rest();
    this.#asked = asked;
    setText(find("[data-increase]", this.root), increase.now ? "" : `No increase now: ${increase.because}`);
  }

  tick() {
    const now = this.clock.time(this.clock.now());
    for (const input of findAll('input[name="at"]', this.root)) setAttribute(input, "placeholder", `now, ${now}`);
  }

  /** Opens a sheet, with hidden fields such as the entry to strike set before. */
  open(key, preset = {}) {
    const sheet = find(`[data-sheet="${key}"]`, this.root);
    show(sheet, true);
    for (const [name, value] of Object.entries(preset.fields ?? {})) find(`[name="${name}"]`, sheet).value = value;
    if (preset.about) setText(find("[data-about]", sheet), preset.about);
    sheet.open = true;
    this.#takeVersion(sheet);
    find("input:not([type=hidden]), select, textarea", sheet)?.focus();
  }

  /** Puts back what waited unsent, so that it can be mended. */
  reopen(entry) {
    const sheet = find(`[data-sheet="${entry.path}"]`, this.root);
    if (!sheet) return;
    this.open(entry.path);
    const form = find("form", sheet);
    form.reset();
    for (const [name, value] of entry.fields) fill(form, name, value);
    if (entry.trouble) this.#say(form, entry.trouble);
  }

  #prepare(sheet) {
    const form = find("form", sheet);
    const title = find(".sheet-title", sheet).textContent.trim();
    sheet.addEventListener("toggle", () => {
      if (sheet.open) this.#takeVersion(sheet);
    });
    form.elements.formKey.value = newKey();
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      event.stopPropagation();
      this.#submit(sheet, form, title, event.submitter);
    });
    for (const input of findAll('input[name="at"]', form)) input.addEventListener("change", () => (input.value = clockTime(input.value)));
    for (const choice of findAll(".scale input", form)) untick(choice);
    form.elements.namedItem("drug")?.addEventListener("change", (event) => this.#unitOf(form, event.target.value));
    const calm = find("[data-calm]", form);
    if (calm) {
      show(calm, true);
      calm.addEventListener("click", () => {
        for (const pair of calm.dataset.calm.split(" ")) fill(form, ...pair.split(":"));
      });
    }
    const close = find("[data-close]", form);
    if (close) {
      show(close, true);
      close.addEventListener("click", () => {
        this.#clear(form);
        this.#done(sheet);
      });
    }
  }

  /** The unit a drug is given in; it stays in sight and can be changed. */
  #unitOf(form, drug) {
    const known = this.#picture?.choices.rescueDrugs.find(([id]) => id === drug);
    if (known) form.elements.namedItem("unit").value = known[2];
  }

  /** The version the person was looking at when the form was opened: a later change is a conflict. */
  #takeVersion(sheet) {
    if (this.#picture !== null) find('input[name="version"]', sheet).value = String(this.#picture.version);
  }

  async #submit(sheet, form, title, submitter) {
    if (form.classList.contains("sending") || submitter?.getAttribute("aria-disabled") === "true") return;
    const path = submitter?.dataset.path ?? sheet.dataset.sheet;
    const own = [...new FormData(form)].filter(([name]) => name !== "").map(([name, value]) => [name, String(value).trim()]);
    clearErrors(form);
    form.classList.add("sending");
    try {
      await this.api.send(path, own);
      this.#clear(form);
      this.#done(sheet);
      const words = `${title}: stored ${this.clock.time(this.clock.now())}`;
      setText(find("[data-stored]", this.root), words);
      this.say(words);
      this.onStored();
    } catch (refused) {
      this.#refused(sheet, form, { path, title, own }, refused);
    } finally {
      form.classList.remove("sending");
    }
  }

  #refused(sheet, form, { path, title, own }, refused) {
    const mayWait = path !== NOW_ONLY && !own.some(([name, value]) => SECRET.test(name) && value !== "");
    if (refused.kind === "unreachable" && mayWait) {
      this.outbox.keep({ path, title, fields: own });
      this.#clear(form);
      this.#done(sheet);
      return;
    }
    sheet.open = true;
    if (refused.kind === "conflict") {
      if (refused.answer.now) this.onPicture(refused.answer.now);
      this.#takeVersion(sheet);
      this.#say(form, `${refused.message} What you typed is still here: look at the chart as it is now, then record again.`);
      return;
    }
    if (refused.kind === "signed-out" || refused.kind === "locked") this.onBarred(refused.kind);
    const lead = refused.kind === "unreachable" ? "NOT SAVED. " : "";
    this.#say(form, `${lead}${refused.message}${lead ? " What you typed is still here: try again." : ""}`);
    for (const [name, message] of Object.entries(refused.answer.errors ?? {})) fieldError(form, name, message);
    (find('[aria-invalid="true"]', form) ?? find(".sheet-message", form)).focus();
  }

  #say(form, message) {
    const box = find(".sheet-message", form);
    setText(box, message);
    show(box, true);
    box.scrollIntoView({ block: "nearest" });
  }

  #clear(form) {
    form.reset();
    clearErrors(form);
    form.elements.formKey.value = newKey();
    for (const asked of findAll("[data-when-asked]", form)) show(asked, false);
  }

  #done(sheet) {
    if (sheet.contains(document.activeElement)) find("summary", sheet).focus({ preventScroll: true });
    sheet.open = false;
    find(".dock-sheets", this.root).scrollTop = 0;
    if (sheet.hasAttribute("data-only-when-asked")) show(sheet, false);
    this.#rest();
  }

  /** With room beside the chart what is asked for next stands open; on a small screen the chart does. */
  #rest() {
    const next = this.#picture?.can.confirm?.now ? "confirm" : "observations";
    const sheets = findAll("[data-sheet]", this.root);
    const resting = (sheet) => ["confirm", "observations"].includes(sheet.dataset.sheet);
    if (sheets.some((sheet) => sheet.open && !resting(sheet))) return;
    for (const sheet of sheets.filter(resting)) sheet.open = this.wide.matches && sheet.dataset.sheet === next;
  }
}

/** A password never waits on this screen, and a reading of the monitor is of now or of never. */
const SECRET = /password/i;
const NOW_ONLY = "simulated-reading";

function fill(form, name, value) {
  const field = form.elements.namedItem(name);
  if (field === null) return;
  if (field instanceof RadioNodeList) {
    for (const radio of field) radio.checked = radio.value === value;
  } else field.value = value;
}

/** A chosen step of a scale can be taken back by touching it again. */
function untick(radio) {
  let was = false;
  const label = radio.closest("label");
  label.addEventListener("pointerdown", () => (was = radio.checked));
  radio.addEventListener("click", () => {
    if (was) radio.checked = false;
    was = false;
  });
}

/** `1405` and `14.05` as a numeric keypad gives them → `14:05`; anything else stays as typed. */
function clockTime(typed) {
  const parts = /^\s*(\d{1,2})[:.,h ]?(\d{2})\s*$/.exec(typed);
  return parts ? `${parts[1].padStart(2, "0")}:${parts[2]}` : typed;
}

function fieldError(form, name, message) {
  const field = find(`[name="${CSS.escape(name)}"]`, form);
  const box = field?.closest(".field");
  if (!box) {
    const general = find(".sheet-message", form);
    general.append(el("span", { class: "sheet-more" }, ` ${message}`));
    return;
  }
  show(box, true);
  box.classList.add("field-mend");
  const id = `${form.dataset.form}-${name}-mend`;
  box.append(el("p", { class: "mend", id, "data-mend": true }, message));
  for (const input of findAll("input, select, textarea", box)) {
    setAttribute(input, "aria-invalid", "true");
    setAttribute(input, "aria-describedby", id);
  }
}

function clearErrors(form) {
  for (const note of findAll("[data-mend]", form)) note.remove();
  for (const box of findAll(".field-mend", form)) box.classList.remove("field-mend");
  for (const input of findAll("[aria-invalid]", form)) input.removeAttribute("aria-invalid");
  const message = find(".sheet-message", form);
  setText(message, "");
  show(message, false);
}
