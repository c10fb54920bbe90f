// A search field with a list below it, as the ARIA practices describe: arrows move, Enter chooses, Escape closes.
import { el, fresh, put } from './dom.js';
import { icon } from './icons.js';

/**
 * @param label what the field is called; shown above it unless `hideLabel`
 * @param search given the text, promises sections `[{title?, options: [{id, label, node}], note?}]`
 * @param choose called with the option that was chosen
 */
export function combobox({ label, hideLabel = false, placeholder, search, choose, testid, clearAfter = true }) {
  const listId = fresh('list');
  const inputId = fresh('search');
  const input = el('input', {
    id: inputId, type: 'text', role: 'combobox', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', placeholder,
    'aria-expanded': 'false', 'aria-controls': listId, 'aria-autocomplete': 'list', data: { testid },
  });
  const list = el('div', { id: listId, role: 'listbox', 'aria-label': label, class: 'listbox', hidden: true });
  const note = el('div', { class: 'listbox-note', role: 'status', hidden: true });
  const node = el(
    'div',
    { class: 'combobox' },
    el('label', { for: inputId, class: hideLabel ? 'off-screen' : 'label' }, label),
    el('div', { class: 'search-field' }, icon('search'), input),
    el('div', { class: 'listbox-place' }, list, note),
  );
  let options = [];
  let active = -1;
  let asked = 0;
  let timer;
  // The text the list was made for: while another is being looked up, keys choose nothing, or Enter would take a stranger.
  let shownFor;

  const isCurrent = () => shownFor === input.value.trim();
  // The names stay as they can be read: only a ring turns beside the text.
  const looking = is => {
    node.classList.toggle('is-looking', is);
    list.setAttribute('aria-busy', String(is));
  };
  const isOpen = () => input.getAttribute('aria-expanded') === 'true';
  const close = () => {
    asked += 1;
    clearTimeout(timer);
    looking(false);
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    list.hidden = true;
    note.hidden = true;
    node.classList.remove('is-open');
    active = -1;
  };
  const mark = index => {
    options[active]?.node.setAttribute('aria-selected', 'false');
    active = index;
    const option = options[active];
    option?.node.setAttribute('aria-selected', 'true');
    option?.node.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.node.id);
    else input.removeAttribute('aria-activedescendant');
  };
  const take = option => {
    if (clearAfter) input.value = '';
    else input.value = option.label;
    close();
    choose(option);
  };
  const show = sections => {
    options = [];
    const parts = sections.map(section => {
      const nodes = section.options.map(option => {
        const made = el(
          'div',
          { role: 'option', id: fresh('option'), class: 'option', 'aria-selected': 'false', data: { id: option.id }, on: { pointerdown: event => event.preventDefault(), click: () => take(option) } },
          option.node ?? option.label,
        );
        options.push({ ...option, node: made });
        return made;
      });
      if (!section.title) return nodes;
      const title = fresh('section');
      return nodes.length ? el('div', { role: 'group', 'aria-labelledby': title }, el('div', { class: 'option-group', id: title, role: 'presentation' }, section.title), nodes) : [];
    });
    put(list, parts);
    const said = sections.map(section => section.note).filter(Boolean).join(' ');
    list.hidden = !options.length;
    note.hidden = Boolean(options.length) && !said;
    note.textContent = said || (options.length ? '' : 'Nobody fits.');
    input.setAttribute('aria-expanded', String(Boolean(options.length)));
    node.classList.add('is-open');
    mark(-1);
  };
  const look = async () => {
    const mine = ++asked;
    const text = input.value.trim();
    try {
      const sections = await search(text);
      if (mine !== asked || document.activeElement !== input) return;
      shownFor = text;
      looking(!isCurrent());
      show(sections);
    } catch (problem) {
      const { explain } = await import('./reasons.js');
      if (mine !== asked) return;
      looking(false);
      show([{ options: [], note: explain(problem) }]);
    }
  };
  input.addEventListener('input', () => {
    mark(-1);
    looking(!isCurrent());
    clearTimeout(timer);
    timer = setTimeout(look, 140);
  });
  input.addEventListener('focus', look);
  input.addEventListener('click', () => isOpen() || look());
  input.addEventListener('blur', () => setTimeout(() => document.activeElement === input || close(), 80));
  input.addEventListener('keydown', event => {
    const last = options.length - 1;
    const moves = { ArrowDown: () => (active >= last ? 0 : active + 1), ArrowUp: () => (active <= 0 ? last : active - 1) };
    if (moves[event.key]) {
      event.preventDefault();
      if (!isOpen()) look();
      else if (isCurrent()) mark(moves[event.key]());
    } else if (event.key === 'Enter' && isOpen()) {
      event.preventDefault();
      const option = options[active] ?? (options.length === 1 ? options[0] : undefined);
      if (option && isCurrent()) take(option);
    } else if (event.key === 'Escape' && (isOpen() || !note.hidden)) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  return { node, input, close };
}
