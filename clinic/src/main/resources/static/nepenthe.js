// What every page does in the browser: theme, menus, one sending for each form, the idle lock, and
// saying so when something was not stored. Access and locking are decided by the server.

const root = document.documentElement;
root.classList.add("scripted");

const csrf = () => document.querySelector("input[name=_csrf]")?.value ?? "";
const send = (path, fields = {}) =>
  fetch(path, {
    method: "POST",
    body: new URLSearchParams({ _csrf: csrf(), ...fields }),
    redirect: "manual",
  });

// ---- Theme -----------------------------------------------------------------------------------
for (const choice of document.querySelectorAll("[data-theme-choice]")) {
  choice.addEventListener("change", () => {
    root.dataset.theme = choice.value;
    document.cookie = `theme=${choice.value}; path=/; max-age=31536000; samesite=strict`;
  });
}

// ---- Menus -----------------------------------------------------------------------------------
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// ---- Forms -----------------------------------------------------------------------------------
// The list of what needs mending is read first.
document.querySelector("[data-focus]")?.focus();

// A plain form is sent once; the key inside it is the real protection.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.matches("[hx-post], [hx-put], [hx-patch], [hx-delete]")) return;
  if (form.classList.contains("sending")) event.preventDefault();
  form.classList.add("sending");
});
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form.sending")) form.classList.remove("sending");
});

// ---- Not stored ------------------------------------------------------------------------------
function unsaved(sentence) {
  let bar = document.querySelector("[data-unsaved]");
  if (!bar) {
    bar = document.createElement("p");
    bar.className = "unsaved";
    bar.dataset.unsaved = "";
    bar.setAttribute("role", "alert");
    document.querySelector("main").prepend(bar);
  }
  bar.textContent = sentence;
}
document.addEventListener("htmx:error", (event) => {
  const method = event.detail.ctx?.request?.method ?? "GET";
  unsaved(
    method === "GET"
      ? "No connection to the clinic: what you see may be out of date."
      : "Not stored: no connection to the clinic. Look whether it arrived, then send it again.",
  );
});
document.addEventListener("htmx:after:request", (event) => {
  const status = event.detail.ctx?.response?.status;
  if (status === 423) lockHere();
  else if (status === 401) location.reload();
  else if (status < 400) document.querySelector("[data-unsaved]")?.remove();
});

// ---- Idle lock -------------------------------------------------------------------------------
// Every tab of one browser shares the clock of the last touch. A tab that shows a running infusion
// stays readable; any other is covered, with what was typed kept underneath.
const LAST_TOUCH = "nepenthe.last-touch";
const LOCKED = "nepenthe.locked";
const limit = Number(document.body.dataset.idleLock ?? 0) * 60_000;
const curtain = document.querySelector("[data-lock-curtain]");
const bar = document.querySelector("[data-lock-bar]");
const live = /^\/infusions\/[^/]+\/live$/.test(location.pathname);
let told = 0;

function lockHere() {
  if (!curtain) return;
  if (live) {
    bar.hidden = false;
    document.querySelector("main").inert = true;
  } else if (!curtain.open) {
    openCurtain();
  }
}
function openCurtain() {
  curtain.showModal();
  curtain.querySelector("[name=password]").value = "";
  curtain.querySelector("[name=password]").focus();
}
function unlockHere() {
  if (curtain?.open) curtain.close();
  if (bar) bar.hidden = true;
  document.querySelector("main").inert = false;
}

if (limit > 0 && curtain) {
  if (document.body.hasAttribute("data-locked")) {
    localStorage.setItem(LOCKED, "yes");
  } else {
    localStorage.setItem(LAST_TOUCH, String(Date.now()));
    localStorage.removeItem(LOCKED);
  }
  const touch = () => {
    if (localStorage.getItem(LOCKED)) return;
    const now = Date.now();
    localStorage.setItem(LAST_TOUCH, String(now));
    if (now - told > Math.min(60_000, limit / 4)) {
      told = now;
      send("/activity").then((answer) => answer.status === 423 && lockHere(), () => {});
    }
  };
  for (const kind of ["pointerdown", "keydown", "wheel", "touchmove"]) {
    addEventListener(kind, touch, { passive: true });
  }
  const check = () => {
    if (localStorage.getItem(LOCKED)) return;
    if (Date.now() - Number(localStorage.getItem(LAST_TOUCH)) >= limit) {
      localStorage.setItem(LOCKED, "yes");
      lockHere();
      send("/lock").catch(() => {});
    }
  };
  setInterval(check, Math.min(5_000, limit / 4));
  document.addEventListener("visibilitychange", check);
  addEventListener("storage", (event) => {
    if (event.key !== LOCKED) return;
    if (event.newValue) lockHere();
    else unlockHere();
  });
  document.querySelector("[data-unlock]")?.addEventListener("click", (event) => {
    event.preventDefault();
    openCurtain();
  });
  curtain.addEventListener("cancel", (event) => {
    if (!live) event.preventDefault();
  });
  curtain.querySelector("[data-unlock-form]").addEventListener("submit", async (event) => {
    event.preventDefault();
    const message = curtain.querySelector("[data-unlock-message]");
    const field = event.target.querySelector("[name=password]");
    try {
      const answer = await send("/unlock", { password: field.value });
      if (answer.status === 204) {
        message.textContent = "";
        localStorage.setItem(LAST_TOUCH, String(Date.now()));
        localStorage.removeItem(LOCKED);
        unlockHere();
      } else if (answer.status === 422) {
        message.textContent = (await answer.text()).trim();
      } else {
        location.reload();
      }
    } catch {
      message.textContent = "No connection to the clinic. Try again.";
    }
    field.value = "";
    event.target.classList.remove("sending");
  });
}
