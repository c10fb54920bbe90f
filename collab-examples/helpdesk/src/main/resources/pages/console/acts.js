// What can be done to a conversation as a whole. Where a button is missing, the reason stands in its place.
import { el, put } from '../app/dom.js';
import { icon } from '../app/icons.js';
import { whyNot } from '../app/reasons.js';
import { transferDialog } from './transfer.js';

const ACTS = [
  ['CLAIM', 'Claim', 'hand', (ctx, view) => ctx.tryCommand(view.id, 'claim', {}, 'It is yours.')],
  ['JOIN', 'Join as a lead', 'users', (ctx, view) => ctx.tryCommand(view.id, 'join', {}, 'You are in.')],
  ['RESOLVE', 'Resolve', 'check', (ctx, view) => ctx.tryCommand(view.id, 'resolution', {}, ['Resolved.', { undo: () => ctx.tryCommand(view.id, 'reopening', {}, 'Open again.') }])],
  ['REOPEN', 'Reopen', 'undo', (ctx, view) => ctx.tryCommand(view.id, 'reopening', {}, 'Open again.')],
  ['TRANSFER', 'Transfer', 'swap', (ctx, view) => transferDialog(ctx, view)],
  ['RELEASE', 'Back to the queue', 'inbox', (ctx, view) => ctx.tryCommand(view.id, 'release', {}, 'It waits in the queue.')],
  ['CLOSE', 'Close for good', 'lock', (ctx, view) => confirmClose(ctx, view)],
];

const button = ([act, name, picture, run], ctx, view, look) =>
  el('button', { type: 'button', class: `button ${look}`, data: { act, testid: `act-${act.toLowerCase()}` }, on: { click: () => run(ctx, view) } }, icon(picture), el('span', {}, name));

/** In the head stands the one thing that is most likely next. */
export function headActs(ctx, view) {
  const next = (!view.assignee && ['CLAIM', 'JOIN']) || ['RESOLVE', 'REOPEN'];
  const act = next.map(id => ACTS.find(([one]) => one === id)).find(([id]) => !view.whyNot[id]);
  if (!act) return undefined;
  const made = button(act, ctx, view, act[0] === 'CLAIM' ? 'primary head-act' : 'head-act');
  made.dataset.testid = `head-${act[0].toLowerCase()}`;
  return made;
}

/** In the details stand all of them, possible or not. */
export function actsSection(ctx, view) {
  const line = act =>
    el('li', { class: 'act' }, view.whyNot[act[0]]
      ? el('p', { class: 'not-possible', data: { testid: `why-not-${act[0].toLowerCase()}` } }, icon(act[2]), el('span', {}, el('span', { class: 'not-name' }, act[1]), el('span', { class: 'not-why' }, whyNot(act[0], view.whyNot[act[0]], view))))
      : button(act, ctx, view, 'wide'));
  const possible = ACTS.filter(([id]) => !view.whyNot[id]);
  const rest = ACTS.filter(([id]) => view.whyNot[id]);
  return el('ul', { class: 'acts' }, [...possible, ...rest].map(line));
}

function confirmClose(ctx, view) {
  const dialog = el('dialog', { 'aria-labelledby': 'close-title' });
  const shut = () => dialog.close();
  put(
    dialog,
    el('div', { class: 'dialog-body' },
      el('h2', { id: 'close-title' }, 'Close it for good?'),
      el('p', {}, 'A closed conversation is never opened again. If the customer writes, that becomes a new one.'),
      el('div', { class: 'dialog-acts' },
        el('button', { type: 'button', class: 'button', on: { click: shut } }, 'Keep it'),
        el('button', { type: 'button', class: 'button danger', on: { click: () => (shut(), ctx.tryCommand(view.id, 'closure', {}, 'Closed.')) } }, 'Close for good'))),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
