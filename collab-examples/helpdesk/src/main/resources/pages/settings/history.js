// Who changed what when.
import { read } from '../app/api.js';
import { el, put, words } from '../app/dom.js';
import { avatar } from '../app/people.js';
import { empty, failed, skeleton } from '../app/states.js';
import { time } from '../app/time.js';
import { diffList } from './diff.js';
import { differences } from './model.js';

export function history(all, home) {
  const list = el('ol', { class: 'changes', data: { testid: 'history' } });
  const rest = el('div', {}, skeleton('row', 2));
  const node = el('section', { id: 'history', class: 'setting-section card', 'aria-labelledby': 'history-title' }, el('div', { class: 'section-head' }, el('h2', { id: 'history-title' }, 'Changes'), el('p', { class: 'hint' }, 'Who changed what when, newest first.')), list, rest);
  const SIZE = 20;
  let below;

  const one = change => {
    const differs = differences(change.before ?? {}, change.after);
    return el('li', { class: 'change' }, avatar(change.by, { size: 'small' }), el('div', { class: 'change-words' }, el('p', {}, el('b', {}, words(change.by.name)), ' ', time(change.at, undefined, 'row-time'), el('span', { class: 'chip' }, `revision ${change.revision}`)), differs.length ? diffList(differs) : el('p', { class: 'hint' }, 'Saved without a difference.')));
  };
  async function load(more = false) {
    try {
      const { changes } = await read(`${home}/history`, { limit: SIZE, below: more ? below : undefined });
      if (!more) list.replaceChildren();
      list.append(...changes.map(one));
      below = changes.at(-1)?.revision;
      put(rest, list.childElementCount ? changes.length === SIZE && el('button', { type: 'button', class: 'button', on: { click: () => load(true) } }, 'Show older') : empty('clock', 'Nothing was changed yet', 'The first change shows here.'));
    } catch (problem) {
      put(rest, failed(problem, () => load(more)));
    }
  }
  return { node, load: () => load() };
}
