// Differences of settings, readable: what it was, what it is.
import { el, words } from '../app/dom.js';
import { icon } from '../app/icons.js';
import { labelOf, ruleChanges, show } from './model.js';

export const diffList = differs =>
  el('ul', { class: 'diff' }, differs.map(one =>
    one.path === 'collaboration.rules'
      ? el('li', {}, el('span', { class: 'diff-name' }, 'Rules'), el('ul', { class: 'diff-rules' }, ruleChanges(one.before, one.after).map(said => el('li', {}, el('span', { class: 'sign', 'aria-hidden': 'true' }, said.sign), words(said.text)))))
      : el('li', {}, el('span', { class: 'diff-name' }, labelOf(one.path)), el('span', { class: 'diff-values' }, el('del', {}, show(one.path, one.before)), el('span', { class: 'off-screen' }, ' became '), icon('arrow'), el('ins', {}, show(one.path, one.after))))));
