// The controls of the form. Each shows the draft and writes to it.
import { el, fresh } from '../app/dom.js';
import { seconds } from '../app/time.js';
import { get, set } from './model.js';

const UNITS = [['day', 86_400, 'days'], ['hour', 3600, 'hours'], ['minute', 60, 'minutes'], ['second', 1, 'seconds']];

/** A number and a unit, for a length of time in ISO-8601. */
export function durationField(value, change, label, test) {
  const total = seconds(value) ?? 0;
  const [, size] = UNITS.find(([, one]) => total > 0 && total % one === 0) ?? UNITS[2];
  const number = el('input', { type: 'number', min: 0, step: 1, value: String(total / size), 'aria-label': label, data: { testid: test } });
  const unit = el('select', { 'aria-label': `${label}: unit` }, UNITS.map(([, one, name]) => el('option', { value: one, selected: one === size }, name)));
  const changed = () => change(`PT${Math.max(0, Math.round(Number(number.value) || 0)) * Number(unit.value)}S`);
  number.addEventListener('input', changed);
  unit.addEventListener('change', changed);
  return el('span', { class: 'duration', role: 'group', 'aria-label': label }, number, unit);
}

export function settingRow(field, state) {
  const id = fresh('field');
  const value = get(state.draft, field.path);
  const test = `setting-${field.path.split('.').slice(-2).join('-')}`;
  const write = next => {
    set(state.draft, field.path, next);
    state.changed();
  };
  let control;
  if (field.type === 'switch') control = el('input', { id, type: 'checkbox', role: 'switch', class: 'switch', checked: value, data: { testid: test }, on: { change: event => write(event.target.checked) } });
  else if (field.type === 'choice') control = el('select', { id, data: { testid: test }, on: { change: event => write(event.target.value) } }, Object.entries(field.options).map(([one, name]) => el('option', { value: one, selected: one === value }, name)));
  else if (field.type === 'number') control = el('input', { id, type: 'number', min: field.min, max: field.max, step: 1, value: String(value), data: { testid: test }, on: { input: event => event.target.value && write(Number(event.target.value)) } });
  else if (field.type === 'duration') control = durationField(value, write, field.label, test);
  else control = el('input', { id, type: 'text', value, maxlength: 200, dir: 'auto', data: { testid: test }, on: { input: event => write(event.target.value) } });
  return el(
    'div',
    { class: `setting is-${field.type}`, data: { words: `${field.label} ${field.says ?? ''} ${Object.values(field.options ?? {}).join(' ')}`.toLowerCase() } },
    el('div', { class: 'setting-words' }, field.type === 'duration' ? el('span', { class: 'setting-label' }, field.label) : el('label', { class: 'setting-label', for: id }, field.label), field.says && el('p', { class: 'hint' }, field.says)),
    el('div', { class: 'setting-control' }, control),
  );
}

/** Boxes to tick, shown as chips. */
export function picks(legend, all, chosen, change, hint) {
  const now = new Set(chosen);
  return el(
    'fieldset',
    { class: 'picks' },
    el('legend', { class: 'label' }, legend),
    el('div', { class: 'pick-row' }, all.map(([value, name]) =>
      el('label', { class: 'pick' }, el('input', {
        type: 'checkbox', value, checked: now.has(value), on: {
          change: event => {
            if (event.target.checked) now.add(value);
            else now.delete(value);
            change(all.map(([one]) => one).filter(one => now.has(one)));
          },
        },
      }), name))),
    hint && el('p', { class: 'hint' }, hint),
  );
}

export const splitWords = text => text.split(',').map(one => one.trim()).filter(Boolean);
