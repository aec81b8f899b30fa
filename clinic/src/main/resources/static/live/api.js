// What the live page asks of and sends to the server.

const TIMEOUT = 8000;

/** How a request ended, where it was not simply answered. */
export class Refused extends Error {
  constructor(kind, message, answer = {}) {
    super(message);
    this.kind = kind; // signed-out | locked | forbidden | gone | mend | conflict | unreachable
    this.answer = answer;
  }
}

export class Api {
  constructor(base) {
    this.base = base;
  }

  async picture() {
    const answer = await request(`${this.base}/live.json`, { headers: { Accept: "application/json" } });
    return read(answer);
  }

  /** Sends one form. `fields` is a list of [name, value]. */
  async send(path, fields) {
    const answer = await request(`${this.base}/${path}`, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams(fields),
    });
    return read(answer);
  }
}

async function request(address, options) {
  try {
    return await fetch(address, {
      ...options,
      cache: "no-store",
      credentials: "same-origin",
      signal: AbortSignal.timeout(TIMEOUT),
    });
  } catch {
    throw new Refused("unreachable", "Nepenthe does not answer.");
  }
}

async function read(answer) {
  const json = (answer.headers.get("Content-Type") ?? "").includes("json");
  if (answer.status === 401 || (answer.redirected && !json)) {
    throw new Refused("signed-out", "You are signed out. Nothing was stored.");
  }
  const body = json ? await answer.json().catch(() => ({})) : {};
  if (answer.ok && json) return body;
  switch (answer.status) {
    case 403:
      throw new Refused("forbidden", body.message ?? "Your role may not record this, or the page is too old. Nothing was stored.");
    case 404:
      throw new Refused("gone", body.message ?? "This does not exist here. Nothing was stored.");
    case 409:
      throw new Refused("conflict", body.message ?? "Something changed meanwhile. Nothing was stored.", body);
    case 400:
    case 422:
      throw new Refused("mend", body.message ?? "Something needs another look. Nothing was stored.", body);
    case 423:
      throw new Refused("locked", "This screen is locked. Nothing was stored.");
    default:
      throw new Refused("unreachable", "Nepenthe could not store this.");
  }
}
