// The button that prints the consent text.
document.querySelector("[data-print]")?.addEventListener("click", () => window.print());
