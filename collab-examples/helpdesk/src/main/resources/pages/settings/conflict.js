// Two admins changed the same settings: shows what the other did, and lets this one decide. Nothing is lost either way.
import { el, words } from '../app/dom.js';
import { icon } from '../app/icons.js';
import { diffList } from './diff.js';

export function conflict({ by, differs, mine, keep, drop }) {
  const both = mine.filter(one => differs.some(other => other.path === one.path)).length;
  return el(
    'div',
    { class: 'clash-in' },
    el('p', { class: 'held-title' }, icon('alert'), el('b', {}, words(by?.name ?? 'Somebody'), ' saved something since you began.')),
    differs.length ? diffList(differs) : el('p', { class: 'hint' }, 'The same as before, in the end.'),
    both > 0 && el('p', { class: 'hint' }, `${both} of these you changed too. Keeping yours replaces theirs there, once you save.`),
    el('div', { class: 'held-acts' }, el('button', { type: 'button', class: 'button primary small', data: { testid: 'keep-mine' }, on: { click: keep } }, 'Put my changes on top'), el('button', { type: 'button', class: 'button small', on: { click: drop } }, 'Drop mine')),
  );
}
