// Completes names after an @ in a note. The note says @Name; who is meant goes along as ids.
import { read } from '../app/api.js';
import { debounce, el, fresh, put } from '../app/dom.js';
import { avatar } from '../app/people.js';

export function mentioning(ctx, text, state) {
  const listId = fresh('mentions');
  const node = el('div', { id: listId, class: 'listbox mentions', role: 'listbox', 'aria-label': 'Whom to mention', hidden: true });
  let options = [];
  let active = 0;
  let from = -1;

  const close = () => {
    node.hidden = true;
    from = -1;
    text.removeAttribute('aria-activedescendant');
    text.removeAttribute('aria-controls');
  };
  const mark = index => {
    active = index;
    [...node.children].forEach((child, at) => child.setAttribute('aria-selected', String(at === index)));
    if (node.children[index]) {
      text.setAttribute('aria-activedescendant', node.children[index].id);
      node.children[index].scrollIntoView({ block: 'nearest' });
    }
  };
  const take = person => {
    const end = text.selectionStart;
    text.setRangeText(`@${person.name} `, from, end, 'end');
    close();
    text.dispatchEvent(new Event('input', { bubbles: true }));
    text.focus();
  };

  const look = debounce(120, async () => {
    const { id, view, on } = state();
    const before = text.value.slice(0, text.selectionStart);
    const found = on && /(?:^|\s)@([\p{L}\p{N}-]*(?: [\p{L}-]*)?)$/u.exec(before);
    if (!found) {
      close();
      return;
    }
    from = before.length - found[1].length - 1;
    const query = found[1].toLowerCase();
    const here = [...(view.assignee ? [view.assignee] : []), ...view.field.collaborators.map(one => one.agent)].filter(one => one.id !== ctx.me);
    const fits = here.filter(one => one.name.toLowerCase().includes(query)).map(one => ({ ...one, says: 'on the conversation' }));
    let more = [];
    if (view.field.editable && fits.length < 6) {
      try {
        more = (await read(`${ctx.path(id)}/candidates`, { q: query })).candidates.filter(one => !here.some(other => other.id === one.id)).map(one => ({ ...one, says: 'cannot read this yet' }));
      } catch {
        // Those on the conversation can be mentioned all the same.
      }
    }
    if (from < 0) return;
    options = [...fits, ...more].slice(0, 7);
    if (!options.length) {
      close();
      return;
    }
    put(node, options.map(one => el('div', { role: 'option', id: fresh('mention'), class: 'option', on: { pointerdown: event => event.preventDefault(), click: () => take(one) } }, avatar(one, { size: 'small' }), el('span', { class: 'option-words' }, el('span', { class: 'option-name' }, one.name), el('span', { class: 'option-says' }, one.says)))));
    node.hidden = false;
    text.setAttribute('aria-controls', listId);
    mark(0);
  });

  text.addEventListener('input', look);
  text.addEventListener('blur', close);
  text.addEventListener('keydown', event => {
    if (node.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) mark((active + step + options.length) % options.length);
    else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab') take(options[active]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  return {
    node,
    close,
    /** Who is still named in the text: also those whose name was typed in full. */
    of(value) {
      const named = ctx.all.agents.filter(agent => value.includes(`@${agent.name}`) && agent.id !== ctx.me).map(agent => agent.id);
      return named.length ? { mentioned: named } : {};
    },
  };
}
