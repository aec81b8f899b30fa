// The laboratory's form and charts. Every change is sent at once and the answer drawn into the same
// charts; the models are asked by the clinic, nothing is computed here.
import { Plots } from "./plots.js";

const WAIT = 60;
const form = document.querySelector("[data-lab]");
const plots = new Plots();
let waiting = 0;
let asking = new AbortController();

function picture() {
  const place = document.querySelector("[data-lab-picture]");
  return place ? JSON.parse(place.dataset.labPicture) : null;
}

function draw() {
  const shown = picture();
  document.querySelector(".lab-shown").classList.toggle("lab-stale", shown === null);
  if (shown) plots.draw(shown);
}

function send(address, signal) {
  return fetch(address, {
    method: "POST",
    body: new URLSearchParams(new FormData(form)),
    headers: { "HX-Request": "true" },
    signal,
  });
}

/** 401 and 423 are the session's: the page is read anew and the lock page takes over. */
function sessionIsOver(answer) {
  if (answer.status !== 401 && answer.status !== 423) return false;
  location.reload();
  return true;
}

async function ask() {
  asking.abort();
  asking = new AbortController();
  try {
    const answer = await send("/laboratory/worked", asking.signal);
    if (sessionIsOver(answer) || !answer.ok) return;
    const parts = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of parts.querySelectorAll("[data-lab-part]")) {
      const place = document.getElementById(part.dataset.labPart);
      const open = [...place.querySelectorAll("details")].map((each) => each.open);
      place.replaceChildren(...part.childNodes);
      place.querySelectorAll("details").forEach((each, i) => (each.open = open[i] ?? false));
    }
    draw();
  } catch (failure) {
    if (failure.name !== "AbortError") document.querySelector(".lab-shown").classList.add("lab-stale");
  }
}

function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(ask, WAIT);
}

function addDose() {
  const rows = document.querySelector("[data-lab-doses]");
  rows.append(document.querySelector("[data-lab-empty]").content.cloneNode(true));
  rows.lastElementChild.querySelector("[name=amount]").focus();
}

function removeDose(button) {
  const row = button.closest("li");
  const rows = row.parentElement;
  if (rows.children.length > 1) row.remove();
  else row.querySelectorAll("[name=amount]").forEach((each) => (each.value = ""));
  soon();
}

async function download() {
  const answer = await send("/laboratory/curves.csv");
  if (sessionIsOver(answer) || !answer.ok) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = "curves.csv";
  link.click();
  URL.revokeObjectURL(link.href);
}

form.addEventListener("input", (event) => event.target.name && event.target.name !== "search" && soon());
form.addEventListener("change", (event) => event.target.name && event.target.name !== "search" && soon());
form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask();
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if ("labAdd" in button.dataset) addDose();
  if ("labRemove" in button.dataset) removeDose(button);
  if ("labCsv" in button.dataset) download();
  if ("labPrint" in button.dataset) print();
});
addEventListener("resize", () => plots.fit());
addEventListener("beforeprint", () => plots.fit());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => plots.recolour());
new MutationObserver(() => plots.recolour()).observe(document.documentElement, {
  attributeFilter: ["data-theme"],
});
draw();
