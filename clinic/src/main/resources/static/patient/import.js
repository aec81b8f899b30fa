// Says at once when a chosen file is too large, instead of after it was sent. The server checks again.

const form = document.querySelector("[data-import]");
const files = form.querySelector("input[type=file]");
const error = form.querySelector("#files-error");
const sending = form.querySelector("[data-sending]");
const most = Number(form.dataset.import);

function tooLarge() {
  return [...files.files].filter((file) => file.size > most).map((file) => file.name);
}

files.addEventListener("change", () => {
  const names = tooLarge();
  error.textContent = names.length ? `${names.join(", ")}: larger than 40 MB. Export fewer kinds of resource.` : "";
  error.hidden = names.length === 0;
  if (names.length) files.setAttribute("aria-invalid", "true");
  else files.removeAttribute("aria-invalid");
});

form.addEventListener("submit", (event) => {
  if (tooLarge().length) {
    event.preventDefault();
    files.focus();
    return;
  }
  sending.textContent = "Sending…";
});
