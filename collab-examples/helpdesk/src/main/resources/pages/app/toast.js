import { el } from './dom.js';
import { icon } from './icons.js';

// Regions that are there from the start, or a screen reader would not hear what comes into them.
const shelf = el('div', { class: 'toasts', role: 'status', 'aria-live': 'polite', data: { testid: 'toasts' } });
document.body.append(shelf);

/** Says what was done, and goes by itself; longer if it offers something to do. */
export function toast(text, { kind = 'done', undo } = {}) {
  const node = el('div', { class: `toast ${kind}` }, icon(kind === 'error' ? 'alert' : 'check'), el('span', { class: 'words' }, text));
  const drop = () => node.remove();
  if (undo) {
    node.append(el('button', { type: 'button', class: 'link', on: { click: () => (drop(), undo()) } }, 'Undo'));
  }
  node.append(el('button', { type: 'button', class: 'icon-button small', 'aria-label': 'Dismiss', on: { click: drop } }, icon('close')));
  shelf.append(node);
  while (shelf.childElementCount > 3) shelf.firstElementChild.remove();
  let timer = setTimeout(drop, undo ? 9000 : kind === 'error' ? 9000 : 5000);
  node.addEventListener('pointerenter', () => clearTimeout(timer));
  node.addEventListener('pointerleave', () => (timer = setTimeout(drop, 3000)));
}
