// Everything on these pages is built here. Text only ever becomes a text node, so nothing that people wrote can be markup.

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an element. `on` holds listeners, `data` data attributes; false and undefined leave an attribute out. */
export function el(tag, props = {}, ...children) {
  return fill(document.createElement(tag), props, children);
}

export function svg(tag, props = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

function fill(node, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'on') {
      for (const [type, listener] of Object.entries(value)) node.addEventListener(type, listener);
    } else if (name === 'data') {
      for (const [key, data] of Object.entries(value)) node.dataset[key] = data;
    } else if (name === 'value' || name === 'checked' || name === 'selected' || name === 'indeterminate') {
      node[name] = value;
    } else {
      node.setAttribute(name, value === true ? '' : String(value));
    }
  }
  add(node, children);
  return node;
}

export function add(node, children) {
  for (const child of [children].flat(Infinity)) {
    if (child === undefined || child === null || child === false) continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return node;
}

/** Puts other children into a node. */
export function put(node, ...children) {
  node.replaceChildren();
  return add(node, children);
}

/** Sets a text only if it differs: a live region must not speak the same again, a selection must not be lost. */
export function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Text that somebody wrote: its direction is its own, and it never widens the page. */
export function words(text, className = '') {
  return el('span', { class: `words ${className}`.trim(), dir: 'auto' }, text);
}

/**
 * Makes the children of a node follow a list, and keeps the nodes of items that stay. Focus and scroll position survive,
 * because a node that has not changed is not touched. `print` says what an item looks like; only if that differs is it made anew.
 */
export function keyed(parent, items, { key, make, print = JSON.stringify }) {
  const old = new Map([...parent.children].map(node => [node.dataset.key, node]));
  let next = parent.firstElementChild;
  for (const item of items) {
    const id = String(key(item));
    const look = print(item);
    let node = old.get(id);
    if (node && node.look !== look) {
      const hadFocus = node.contains(document.activeElement);
      const made = mark(make(item), id, look);
      if (next === node) next = made;
      node.replaceWith(made);
      if (hadFocus) (made.matches('a,button,[tabindex]') ? made : made.querySelector('a,button,select,[tabindex]'))?.focus();
      node = made;
    } else if (!node) {
      node = mark(make(item), id, look);
    }
    old.delete(id);
    if (node === next) next = next.nextElementSibling;
    else parent.insertBefore(node, next);
  }
  for (const node of old.values()) node.remove();
}

function mark(node, id, look) {
  node.dataset.key = id;
  node.look = look;
  return node;
}

let drawn = 0;
/** Draws an id for label and control to meet at. */
export const fresh = prefix => `${prefix}-${++drawn}`;

export function debounce(wait, act) {
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...given), wait);
  };
}
