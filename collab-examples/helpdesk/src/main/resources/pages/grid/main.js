// One conversation, entry by entry, and for each person whether they see it. The cells are the library's own decision,
// asked once for each viewer; nothing is worked out here.
import { base, part, read } from '../app/api.js';
import { debounce, el, put, words } from '../app/dom.js';
import { icon } from '../app/icons.js';
import { listen } from '../app/live.js';
import { asked, avatar } from '../app/people.js';
import { shell } from '../app/shell.js';
import { empty, failed, skeleton } from '../app/states.js';
import { fullTime, timeOfDay } from '../app/time.js';
import { CHANNEL, CHANNEL_ICON, count, firstName } from '../app/words.js';
import { readers } from '../console/entry.js';
import { eventIcon, eventWords } from '../console/events.js';

const ROLE = { customer: 'Customer', assignee: 'Assignee', collaborator: 'Collaborator', supervisor: 'Supervisor', admin: 'Admin', group: 'Same group', other: 'Other agent' };
const ORDER = Object.keys(ROLE);
const main = document.querySelector('main');

async function start() {
  const { me, all } = await shell('who-sees-what');
  const home = `${base('admins', me)}/inboxes/${part(all.inboxes[0].id)}`;
  const ctx = { me: undefined, all, nameOf: all.nameOf };
  const choice = el('select', { id: 'which', data: { testid: 'grid-conversation' }, on: { change: event => show(event.target.value, true) } });
  const events = el('input', { type: 'checkbox', checked: true, data: { testid: 'grid-events' }, on: { change: () => draw() } });
  const place = el('div', { class: 'grid-place' }, skeleton('row', 6));
  const sums = el('ul', { class: 'sums', data: { testid: 'grid-sums' } });
  let shown;
  let current;
  put(
    main,
    el('div', { class: 'page-head' }, el('h1', {}, 'Who can see what'), el('p', { class: 'lead' }, 'Every entry of one conversation, and every person who could be looking. The customer’s column never holds a note; a collaborator’s begins to fill when they are added, and empties when they go.')),
    el('div', { class: 'grid-tools' }, el('div', { class: 'grid-which' }, el('label', { class: 'label', for: 'which' }, 'Conversation'), choice), el('label', { class: 'check-line' }, events, 'Show events'), legend()),
    sums,
    place,
  );

  async function show(id, push = false) {
    current = id;
    choice.value = id;
    if (push) {
      const address = new URL(location.href);
      address.searchParams.set('conversation', id);
      address.searchParams.set('as', me);
      history.pushState({}, '', address);
    }
    try {
      const grid = await read(`${home}/grid/${part(id)}`);
      if (current !== id) return;
      shown = grid;
      draw();
    } catch (problem) {
      if (current === id) put(place, failed(problem, () => show(id)));
    }
  }

  function draw() {
    if (!shown) return;
    const order = shown.viewers.map((viewer, index) => ({ viewer, index })).sort((one, other) => ORDER.indexOf(one.viewer.role) - ORDER.indexOf(other.viewer.role));
    const rows = shown.rows.filter(row => events.checked || row.entry.type !== 'EVENT');
    const { scrollLeft = 0, scrollTop = 0 } = place.firstElementChild ?? {};
    put(sums, order.slice(0, 3).map(({ viewer, index }) => sum(viewer, rows, index)), rest(order.slice(3), rows));
    put(
      place,
      el('div', { class: 'grid-scroll card', tabindex: '0', role: 'region', 'aria-label': 'Entries and viewers' },
        el('table', { class: 'grid', data: { testid: 'grid' } },
          el('caption', { class: 'off-screen' }, 'Rows are entries, columns are people; a cell says whether the person sees the entry.'),
          el('thead', {}, el('tr', {}, el('th', { scope: 'col', class: 'corner' }, 'Entry'), order.map(({ viewer, index }) => column(viewer, rows.filter(row => row.sees[index]).length, rows.length)))),
          el('tbody', {}, rows.map(row => line(row, order))))),
    );
    place.firstElementChild.scrollTo(scrollLeft, scrollTop);
  }

  const sum = (viewer, rows, index) => {
    const sees = rows.filter(row => row.sees[index]);
    const notes = sees.filter(row => row.entry.type === 'NOTE').length;
    const there = rows.some(row => row.entry.type === 'NOTE');
    return el('li', { class: 'sum card' }, avatar(viewer), el('span', {}, el('b', {}, words(viewer.name)), el('span', { class: 'hint block' }, `${ROLE[viewer.role]} sees ${sees.length} of ${rows.length}${notes ? `, ${count(notes, 'note')} among them` : there ? ', and no note' : ''}`)));
  };
  const rest = (order, rows) => {
    const blind = order.filter(({ index }) => !rows.some(row => row.sees[index]));
    return blind.length ? el('li', { class: 'sum card' }, el('span', { class: 'avatar', 'aria-hidden': 'true' }, icon('hidden')), el('span', {}, el('b', {}, `${blind.length} ${blind.length === 1 ? 'person sees' : 'people see'} nothing`), el('span', { class: 'hint block' }, blind.map(({ viewer }) => firstName(viewer.name)).join(', ')))) : undefined;
  };
  const column = (viewer, sees, of) =>
    el('th', { scope: 'col', class: `viewer ${viewer.role}`, data: { viewer: viewer.id } },
      el('span', { class: 'viewer-in' }, avatar(viewer, { bot: all.agent(viewer.id)?.bot }), el('span', { class: 'viewer-name words', title: viewer.name }, viewer.name), el('span', { class: 'viewer-role' }, ROLE[viewer.role]), el('span', { class: `chip ${sees ? 'accent' : ''}` }, `${sees} of ${of}`)));

  function line({ entry, sees }, order) {
    const picture = { MESSAGE: CHANNEL_ICON[shown.conversation.channel], REPLY: 'send', NOTE: 'lock', EVENT: eventIcon(entry.kind) }[entry.type];
    const kind = { MESSAGE: 'Customer message', REPLY: 'Reply', NOTE: 'Internal note', EVENT: 'Event' }[entry.type];
    const head =
      entry.type === 'EVENT'
        ? el('span', { class: 'what-text words' }, eventWords(entry, ctx, shown.conversation.customerName))
        : [el('span', { class: 'what-head' }, el('b', {}, kind), ' by ', words(entry.author.name), entry.type === 'NOTE' && `, ${readers(entry, ctx)}`, ' ', el('time', { datetime: entry.at, title: fullTime(entry.at) }, timeOfDay(entry.at))), el('span', { class: 'what-text words', dir: 'auto' }, entry.redacted ? 'Taken back' : entry.text)];
    return el('tr', { class: entry.type.toLowerCase(), data: { sequence: entry.sequence, type: entry.type } },
      el('th', { scope: 'row' }, el('span', { class: 'what' }, icon(picture), el('span', { class: 'what-words' }, head))),
      order.map(({ viewer, index }) =>
        el('td', { class: `${sees[index] ? 'sees' : 'blind'} ${viewer.role}`, data: { viewer: viewer.id } }, icon(sees[index] ? 'check' : 'hidden'), el('span', { class: 'off-screen' }, sees[index] ? 'visible' : 'hidden'))));
  }

  const { rows } = await read(`${home}/conversations`);
  if (!rows.length) {
    put(place, empty('grid', 'There are no conversations yet', 'Write one as a customer, then come back.'));
    return;
  }
  put(choice, rows.map(row => el('option', { value: row.id }, `${row.customerName}: ${row.subject ?? CHANNEL[row.channel]}`)));
  const wanted = asked('conversation');
  await show(rows.some(row => row.id === wanted) ? wanted : rows[0].id);
  addEventListener('popstate', () => show(asked('conversation') ?? rows[0].id));
  const again = debounce(250, () => show(current));
  listen(`${base('agents', me)}/events`, kind => kind !== 'notice' && again());
}

const legend = () =>
  el('ul', { class: 'legend', 'aria-label': 'Legend' },
    el('li', {}, el('span', { class: 'swatch sees' }, icon('check')), 'sees it'),
    el('li', {}, el('span', { class: 'swatch blind' }, icon('hidden')), 'does not'),
    el('li', {}, el('span', { class: 'swatch note' }, icon('lock')), 'internal note'));

start().catch(problem => put(main, failed(problem, () => location.reload(), 'h1')));
