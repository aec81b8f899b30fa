// Finds rows by the words they show. Without script the table stands there whole.
const field = document.querySelector("#find");
const count = document.querySelector("#found");
const rows = [...document.querySelectorAll("[data-row]")];

function show() {
  const wanted = field.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const row of rows) {
    const words = row.textContent.toLowerCase();
    row.hidden = !wanted.every((word) => words.includes(word));
    if (!row.hidden) found++;
  }
  count.textContent = wanted.length === 0 ? `${rows.length} in all` : `${found} of ${rows.length}`;
}

field.closest("form").addEventListener("submit", (event) => event.preventDefault());
field.addEventListener("input", show);
show();
