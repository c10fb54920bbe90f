import { el } from './dom.js';
import { icon } from './icons.js';
import { explain } from './reasons.js';

/** What stands where there is nothing yet: one sentence, and what to do about it. */
export function empty(picture, title, text, action, heading = 'p') {
  return el('div', { class: 'empty' }, el('span', { class: 'empty-picture' }, icon(picture)), el(heading, { class: 'empty-title' }, title), text && el('p', {}, text), action);
}

/** @param heading `h1` where nothing else of the page is there */
export function failed(problem, again, heading = 'p') {
  const node = empty('alert', 'This could not be read', explain(problem), el('button', { type: 'button', class: 'button', on: { click: again } }, 'Try again'), heading);
  node.setAttribute('role', 'alert');
  node.dataset.testid = 'failed';
  return node;
}

/** Grey shapes of the size of what is to come, so that nothing jumps when it comes. */
export function skeleton(kind, number) {
  const shape = () =>
    el('div', { class: `skeleton ${kind}` }, el('span', { class: 'bone round' }), el('span', { class: 'bones' }, el('span', { class: 'bone' }), el('span', { class: 'bone shorter' })));
  return el('div', { class: 'skeletons', 'aria-hidden': 'true' }, Array.from({ length: number }, shape));
}

/** Shows what a command that failed has to say, next to where it was given. */
export function complaint() {
  const node = el('div', { class: 'complaint', role: 'alert' });
  return {
    node,
    say(problem, nameOf) {
      node.replaceChildren(icon('alert'), el('span', { class: 'words' }, typeof problem === 'string' ? problem : explain(problem, nameOf)));
    },
    add: child => node.append(child),
    clear: () => node.replaceChildren(),
  };
}
