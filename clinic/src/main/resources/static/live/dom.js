// Small builders for the live page. Text only ever enters the page as text.

/** el("button", { type: "submit", class: "button" }, "Record") */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export const find = (selector, root = document) => root.querySelector(selector);
export const findAll = (selector, root = document) => [...root.querySelectorAll(selector)];

/** Touches the page only where the words differ, so that nothing is announced or repainted twice. */
export function setText(node, words) {
  if (node && node.textContent !== words) node.textContent = words;
}

export function setAttribute(node, name, value) {
  if (!node) return;
  if (value === null || value === false) {
    if (node.hasAttribute(name)) node.removeAttribute(name);
  } else if (node.getAttribute(name) !== String(value)) {
    node.setAttribute(name, value);
  }
}

export function show(node, visible) {
  if (node && node.hidden === visible) node.hidden = !visible;
}

/** Fills every `data-bind="delivered.words"` from the picture; null becomes an empty string. */
export function bind(root, picture) {
  for (const node of findAll("[data-bind]", root)) {
    const value = node.dataset.bind
      .split(".")
      .reduce((part, name) => (part === null || part === undefined ? part : part[name]), picture);
    setText(node, value === null || value === undefined ? "" : String(value));
  }
}

/** A key for one effect of one form. Also without a secure context, where randomUUID is absent. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
