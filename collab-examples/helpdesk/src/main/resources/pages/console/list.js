// The left pane: invitations first, then the conversations of one of four lists.
import { read } from '../app/api.js';
import { el, keyed, put, say, words } from '../app/dom.js';
import { icon } from '../app/icons.js';
import { avatar } from '../app/people.js';
import { empty, failed, skeleton } from '../app/states.js';
import { time } from '../app/time.js';
import { CHANNEL, CHANNEL_ICON, STATUS, count, firstName } from '../app/words.js';
import { invitationCard } from './invitation.js';
import { noticesButton } from './notices.js';

const LISTS = [
  ['mine', 'Mine', 'Nothing is assigned to you', 'Claim something from the queue.'],
  ['collaborating', 'Helping', 'You collaborate nowhere', 'When a colleague adds you, it shows here.'],
  ['queue', 'Queue', 'The queue is empty', 'New conversations of your groups wait here.'],
  ['all', 'All', 'There is nothing you may see', 'What you take part in, lead, or may claim shows here.'],
];

export function listPane(ctx, pane) {
  // Leads look after what others have.
  let chosen = sessionStorage.getItem(`list ${ctx.me}`) ?? (['ADMIN', 'SUPERVISOR'].includes(ctx.person.role) ? 'all' : 'mine');
  let status = 'OPEN';
  let open;
  let rows = [];
  let next;
  let drops = 0;
  let asking = 0;
  let stale = false; // further pages are not to be trusted, until the first was read again

  const tabs = LISTS.map(([id, name]) =>
    el('button', { type: 'button', role: 'tab', id: `tab-${id}`, 'aria-controls': 'rows', data: { list: id, testid: `list-${id}` }, on: { click: () => choose(id), keydown: event => move(event, id) } }, name),
  );
  const live = el('span', { class: 'live', role: 'status', data: { testid: 'live' } }, el('span', { class: 'live-dot' }), el('span', { class: 'live-words' }, 'Connecting'));
  const notices = noticesButton(ctx);
  const filter = el(
    'select',
    { class: 'small', 'aria-label': 'Which state', on: { change: event => ((status = event.target.value), refresh({ anew: true })) } },
    [['OPEN', 'Open'], ['RESOLVED', 'Resolved'], ['CLOSED', 'Closed'], ['', 'Any state']].map(([value, name]) => el('option', { value }, name)),
  );
  const invited = el('div', { class: 'invited', 'aria-live': 'polite' });
  const list = el('ul', { class: 'rows', data: { testid: 'rows' } });
  const rest = el('div', { class: 'rows-rest' });
  const scroller = el('div', { class: 'rows-scroll', id: 'rows', role: 'tabpanel', tabindex: '0', 'aria-labelledby': `tab-${chosen}` }, list, rest);
  put(
    pane,
    el('div', { class: 'list-head' }, el('h2', {}, 'Conversations'), live, notices.node),
    el('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Lists' }, tabs),
    el('div', { class: 'list-filter' }, filter),
    invited,
    scroller,
  );
  put(rest, skeleton('row', 5));

  function choose(id) {
    chosen = id;
    sessionStorage.setItem(`list ${ctx.me}`, id);
    markTabs();
    rows = [];
    list.replaceChildren();
    put(rest, skeleton('row', 4));
    refresh();
  }
  function move(event, id) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const index = (LISTS.findIndex(([one]) => one === id) + step + LISTS.length) % LISTS.length;
    choose(LISTS[index][0]);
    tabs[index].focus();
  }
  function markTabs() {
    for (const tab of tabs) {
      const on = tab.dataset.list === chosen;
      tab.setAttribute('aria-selected', String(on));
      tab.tabIndex = on ? 0 : -1;
    }
    scroller.setAttribute('aria-labelledby', `tab-${chosen}`);
  }

  const ask = cursor => read(`${ctx.home}/conversations`, { list: chosen, status, cursor, limit: 30 });

  /** @param anew whether anything may have changed, so that further pages must be asked for again */
  async function refresh({ anew = false } = {}) {
    const mine = ++asking;
    stale ||= anew;
    notices.refresh().then(showInvitations, () => {});
    try {
      const page = await ask();
      if (mine !== asking) return;
      // Further pages that were opened stay; what moved to the top is not shown twice.
      const fresh = new Set(page.rows.map(row => row.id));
      const further = page.next && !stale ? rows.slice(page.rows.length).filter(row => !fresh.has(row.id)) : [];
      rows = [...page.rows, ...further];
      if (!further.length) next = page.next;
      stale = false;
      show();
    } catch (problem) {
      if (mine !== asking) return;
      if (!rows.length) put(rest, failed(problem, () => refresh()));
    }
  }
  async function more() {
    const mine = asking;
    const before = drops;
    const page = await ask(next);
    // Another list or state by now, read again, or one of these rows may be gone.
    if (mine !== asking || before !== drops) return;
    rows = [...rows, ...page.rows.filter(row => !rows.some(one => one.id === row.id))];
    next = page.next;
    show();
  }
  function show() {
    keyed(list, rows, { key: row => row.id, make: rowNode, print: row => JSON.stringify([row, row.id === open]) });
    if (!rows.length) {
      const [id, , title, text] = LISTS.find(([one]) => one === chosen);
      const other = id === 'queue' ? undefined : el('button', { type: 'button', class: 'button', on: { click: () => choose(id === 'all' ? 'mine' : 'queue') } }, id === 'all' ? 'See mine' : 'Look at the queue');
      put(rest, empty('inbox', status === 'OPEN' ? title : `None that ${status ? `is ${STATUS[status].toLowerCase()}` : 'fits'}`, text, other));
    } else {
      put(rest, next && el('button', { type: 'button', class: 'button quiet wide', on: { click: more } }, 'Show more'));
    }
  }
  function showInvitations(all) {
    keyed(invited, all, { key: one => one.conversation, make: one => invitationCard(ctx, one, { short: true }) });
  }
  function rowNode(row) {
    const unread = row.unread > 0;
    const from = row.preview && (row.preview.type === 'MESSAGE' ? firstName(row.preview.author.name) : row.preview.author.id === ctx.me ? 'You' : firstName(row.preview.author.name));
    return el(
      'li',
      {},
      el(
        'a',
        {
          class: `row ${unread ? 'is-unread' : ''}`,
          href: `/console?as=${ctx.me}&conversation=${encodeURIComponent(row.id)}`,
          'aria-current': row.id === open ? 'true' : undefined,
          data: { testid: 'row', conversation: row.id },
          on: {
            click: event => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              ctx.show(row.id);
            },
          },
        },
        avatar({ name: row.customerName }),
        el(
          'span',
          { class: 'row-words' },
          el('span', { class: 'row-top' }, words(row.customerName, 'row-name'), time(row.lastActivityAt, undefined, 'row-time')),
          row.subject && words(row.subject, 'row-subject'),
          el('span', { class: 'row-preview' }, row.preview ? [el('span', { class: 'row-from' }, `${from}: `), el('bdi', {}, row.preview.text ?? 'taken back')] : 'Nothing to preview'),
          el(
            'span',
            { class: 'row-foot' },
            el('span', { class: 'row-meta' }, icon(CHANNEL_ICON[row.channel]), el('span', {}, CHANNEL[row.channel])),
            row.status === 'OPEN' ? el('span', { class: 'row-meta' }, row.assignee ? (row.assignee.id === ctx.me ? 'You' : firstName(row.assignee.name)) : 'In the queue') : el('span', { class: 'row-meta' }, STATUS[row.status]),
            unread && el('span', { class: 'badge', 'aria-label': count(row.unread, 'unread entry', 'unread entries') , role: 'img' }, row.unread >= 100 ? '99+' : row.unread),
          ),
        ),
      ),
    );
  }

  markTabs();
  return {
    refresh,
    mark(id) {
      open = id;
      if (rows.length) show();
    },
    focus: () => (list.querySelector('a') ?? tabs.find(tab => tab.tabIndex === 0)).focus(),
    notice: notices.came,
    invitation: id => notices.invitation(id),
    drop(id) {
      drops += 1;
      rows = rows.filter(row => row.id !== id);
      show();
    },
    live(state) {
      live.classList.toggle('is-live', state === 'live');
      say(live.lastElementChild, state === 'live' ? 'Live' : 'Reconnecting');
    },
    choose,
  };
}
