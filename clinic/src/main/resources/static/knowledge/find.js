// Narrows the list as one types. Without script the form finds the same on the server.
const field = document.querySelector("#find");
const count = document.querySelector("#found");
const areas = [...document.querySelectorAll("[data-area]")];
const whole = count.textContent;
const total = document.querySelectorAll("[data-words]").length;

function show() {
  const wanted = field.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const area of areas) {
    let here = 0;
    for (const line of area.querySelectorAll("[data-words]")) {
      line.hidden = !wanted.every((word) => line.dataset.words.includes(word));
      if (!line.hidden) here++;
    }
    area.hidden = here === 0 && wanted.length > 0;
    found += here;
  }
  count.textContent = wanted.length === 0 ? whole : `${found} of ${total} entries shown`;
}

field.addEventListener("input", show);
