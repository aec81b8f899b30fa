// The live page: takes the picture the page was made with, keeps it current, and gives it to the
// parts. Everything here is in the page without script as well, as it was when the page was made.

import { Alerts } from "./alerts.js";
import { Api } from "./api.js";
import { Chart } from "./chart.js";
import { Clock } from "./clock.js";
import { find, newKey, setText, show } from "./dom.js";
import { Link } from "./link.js";
import { Outbox } from "./outbox.js";
import { Readings } from "./readings.js";
import { Readout } from "./readout.js";
import { Sheets } from "./sheets.js";
import { Sound } from "./sound.js";
import { LinkLine, StateStrip } from "./state.js";
import { Tables } from "./tables.js";

const FRESHEN = 15000;

const root = find("#live");
let picture = JSON.parse(root.dataset.live);
const clock = new Clock(picture.zone);
clock.hear(picture.asOf);

const api = new Api(`/infusions/${picture.infusionId}`);
const link = new Link(`${api.base}/events`, heard);
const say = (words) => setText(find("#say-later"), words);
const outbox = new Outbox(find("#outbox"), api, { clock, onStored: refresh, onReopen: (entry) => sheets.reopen(entry) });
const sheets = new Sheets(find("#dock"), api, { outbox, clock, say, onStored: refresh, onPicture: take, onBarred: bar });
const state = new StateStrip(find("#state"), clock);
const line = new LinkLine(root, clock);
const alerts = new Alerts(find("#alerts"), clock, acknowledge);
const sound = new Sound(find("#sound"), find("#sound-state"));
const readings = new Readings(find("#chart"), clock);
const readout = new Readout(find("#readout"), find("#chart-time"), clock);
const tables = new Tables(root, clock, (eventId, about) => sheets.open("strike", { fields: { eventId }, about }));
show(find("#chart"), true);
const chart = new Chart(find("#chart"), clock, (instant) => readout.at(instant));

let asking = null;
let shownAt = performance.now();
let linked = true;

/** Shows a picture, unless it is older than the one shown. */
function take(next) {
  if (next.version < picture.version) return;
  picture = next;
  shownAt = performance.now();
  clock.hear(picture.asOf);
  paint();
}

function paint() {
  state.show(picture);
  alerts.show(picture);
  if (chart.show(picture)) say("The time axis was extended.");
  readings.show(picture, linked);
  readout.show(picture);
  tables.show(picture);
  sheets.show(picture);
  tick();
}

/** One question at a time; a change during the question asks once more. */
async function refresh() {
  if (asking !== null) {
    asking.again = true;
    return;
  }
  asking = { again: false };
  try {
    const next = await api.picture();
    link.heard();
    take(next);
  } catch (refused) {
    if (refused.kind === "signed-out") bar("signed-out");
  } finally {
    const again = asking.again;
    asking = null;
    if (again) refresh();
  }
}

function heard(name, message) {
  if (name === "broken" || name === "bye") {
    refresh();
    return;
  }
  clock.hear(message.asOf);
  if (outbox.count > 0) outbox.retry();
  const old = performance.now() - shownAt > FRESHEN;
  if (name === "changed" || message.picture !== picture.picture || old) refresh();
}

/** The layout locks: it hears of it as of a lock in another tab. */
function bar(why) {
  if (why === "signed-out") link.close("signed-out");
  if (why === "locked") window.dispatchEvent(new StorageEvent("storage", { key: "nepenthe.locked", newValue: "yes" }));
  tick();
}

async function acknowledge(alertId) {
  try {
    await api.send("acknowledge", [
      ["_csrf", root.dataset.csrf],
      ["patientId", picture.patientId],
      ["version", String(picture.version)],
      ["formKey", newKey()],
      ["alertId", alertId],
    ]);
    await refresh();
  } catch (refused) {
    if (refused.answer?.now) take(refused.answer.now);
    if (refused.kind === "signed-out" || refused.kind === "locked") bar(refused.kind);
    setText(find("#say-now"), `Not acknowledged: ${refused.message}`);
    setText(find("[data-alert-trouble]"), `Not acknowledged: ${refused.message}`);
  }
}

function tick() {
  const was = linked;
  linked = line.tick(link);
  if (was && !linked && link.state === "lost") setText(find("#say-now"), find("[data-lost-words]").textContent);
  state.tick(linked);
  alerts.tick(linked);
  readings.show(picture, linked);
  chart.tick();
  sheets.tick();
  sound.tick(linked ? (alerts.pressing?.priority ?? null) : "high");
}

/** The strip below the banner stands right under it, however high the banner is. */
function measure() {
  const banner = find(".banner");
  const below = (banner ? banner.offsetHeight : 0) + find("#state").offsetHeight;
  document.documentElement.style.setProperty("--banner-height", `${banner ? banner.offsetHeight : 0}px`);
  document.documentElement.style.setProperty("--top-height", `${below}px`);
  fitDock();
}

/** The dock ends above the lower edge of the window wherever the page stands: Stop is never below it. */
function fitDock() {
  const dock = find("#dock");
  const beside = matchMedia("(min-width: 60.01rem)").matches;
  dock.style.maxHeight = beside ? `${Math.max(320, innerHeight - Math.max(dock.getBoundingClientRect().top, 0) - 10)}px` : "";
}

window.addEventListener("scroll", fitDock, { passive: true });
window.addEventListener("resize", fitDock);
const sizes = new ResizeObserver(measure);
for (const node of [find(".banner"), find("#state")]) if (node) sizes.observe(node);
measure();
find("#print").addEventListener("click", () => window.print());
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && refresh());
window.addEventListener("online", () => {
  refresh();
  outbox.retry();
});

// A locked screen stays readable and audible, though its page can no longer be touched.
document.body.append(find("#say-now"), find("#say-later"));
paint();
link.open();
setInterval(tick, 1000);
