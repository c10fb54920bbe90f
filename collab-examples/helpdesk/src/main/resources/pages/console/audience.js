// For whom a note is: everyone on the conversation, the assignee, or some of those who take part.
import { el, fresh, keyed } from '../app/dom.js';

export function audienceField(ctx, changed) {
  const id = fresh('audience');
  let view;
  const kind = el('select', { id, class: 'small', data: { testid: 'audience' }, on: { change: () => (show(), changed()) } }, [
    el('option', { value: 'AGENTS' }, 'Everyone on the conversation'),
    el('option', { value: 'ASSIGNEE' }, 'The assignee only'),
    el('option', { value: 'NAMED' }, 'Some people only'),
  ]);
  const people = el('div', { class: 'named', role: 'group', 'aria-label': 'Who will read it' });
  const node = el('div', { class: 'audience' }, el('label', { for: id, class: 'audience-label' }, 'For'), kind, people);
  const chosen = new Set();

  const others = () => [...(view.assignee ? [view.assignee] : []), ...view.field.collaborators.map(one => one.agent)].filter(one => one.id !== ctx.me);

  function show() {
    people.hidden = kind.value !== 'NAMED';
    keyed(people, others(), {
      key: one => one.id,
      make: one => el('label', { class: 'named-one' }, el('input', { type: 'checkbox', checked: chosen.has(one.id), on: { change: event => (event.target.checked ? chosen.add(one.id) : chosen.delete(one.id), changed()) } }), el('span', {}, one.name)),
    });
    if (!others().length && !people.hidden) people.append(el('span', { class: 'hint', data: { key: 'none' } }, 'Nobody else is on it.'));
  }
  return {
    node,
    view(next) {
      view = next;
      show();
    },
    value: () => ({ kind: kind.value, named: view ? others().filter(one => chosen.has(one.id)) : [] }),
  };
}
