// What a customer gets: a window for chats, a mailbox for tickets. Nothing here knows of notes or collaborators, and
// nothing that the server says to a customer could tell.
import { base, part, read } from '../app/api.js';
import { debounce, el, keyed, put, words } from '../app/dom.js';
import { icon } from '../app/icons.js';
import { listen } from '../app/live.js';
import { asked } from '../app/people.js';
import { shell } from '../app/shell.js';
import { empty, failed, skeleton } from '../app/states.js';
import { time } from '../app/time.js';
import { CHANNEL_ICON, STATUS, count } from '../app/words.js';
import { chatWindow } from './chat.js';
import { mailbox } from './mail.js';
import { startForm } from './start.js';

const main = document.querySelector('main');

async function start() {
  const { me, person, all } = await shell('customer');
  document.title = `${person.name} · Lark & Lane`;
  const home = base('customers', me);
  const ctx = { me, person, all, home, path: id => `${home}/conversations/${part(id)}`, shop: all.inboxes[0]?.name ?? 'the shop' };
  const listPane = main.querySelector('.customer-list');
  const pane = main.querySelector('.customer-conversation');
  const rows = el('ul', { class: 'mine', data: { testid: 'rows' } });
  const rest = el('div', {}, skeleton('row', 2));
  let open;
  let turn = 0;

  put(
    listPane,
    el('div', { class: 'mine-head' }, el('h2', {}, 'Your conversations'), el('button', { type: 'button', class: 'button small', data: { testid: 'write-new' }, on: { click: () => show('new') } }, icon('plus'), 'Write to us')),
    rows,
    rest,
  );

  async function refresh() {
    try {
      const page = await read(`${home}/conversations`);
      keyed(rows, page.rows, { key: row => row.id, make: rowNode, print: row => JSON.stringify([row, row.id === open?.id]) });
      put(rest, !page.rows.length && empty('chat', 'Nothing here yet', `Write to ${ctx.shop}: as a chat, or as an e-mail.`));
      return page.rows;
    } catch (problem) {
      if (!rows.childElementCount) put(rest, failed(problem, refresh));
      return [];
    }
  }

  function rowNode(row) {
    const from = row.preview?.type === 'REPLY' ? row.preview.from : 'You';
    return el('li', {}, el(
      'a',
      {
        class: `mine-row ${row.unread ? 'is-unread' : ''}`, href: `/customer?as=${me}&conversation=${encodeURIComponent(row.id)}`, 'aria-current': row.id === open?.id ? 'true' : undefined,
        data: { testid: 'row', conversation: row.id }, on: { click: event => (event.preventDefault(), show(row.id)) },
      },
      el('span', { class: 'mine-icon' }, icon(CHANNEL_ICON[row.channel])),
      el('span', { class: 'row-words' },
        el('span', { class: 'row-top' }, words(row.subject ?? `Chat with ${ctx.shop}`, 'row-name'), time(row.lastActivityAt, undefined, 'row-time')),
        el('span', { class: 'row-preview' }, row.preview ? [`${from}: `, el('bdi', {}, row.preview.text ?? 'taken back')] : ''),
        (row.status !== 'OPEN' || row.unread > 0) && el('span', { class: 'row-foot' }, row.status !== 'OPEN' && el('span', {}, STATUS[row.status]), row.unread > 0 && el('span', { class: 'badge', role: 'img', 'aria-label': count(row.unread, 'unread message') }, row.unread))),
    ));
  }

  async function show(id, push = true) {
    if (id && id === open?.id) return;
    const mine = ++turn;
    open?.view?.leave?.();
    open = id ? { id } : undefined;
    const address = new URL(location.href);
    address.searchParams.set('as', me);
    if (id && id !== 'new') address.searchParams.set('conversation', id);
    else address.searchParams.delete('conversation');
    if (push) history.pushState({}, '', address);
    main.dataset.pane = id ? 'conversation' : 'list';
    refresh();
    const back = el('button', { type: 'button', class: 'icon-button back', 'aria-label': 'Back to your conversations', on: { click: () => show(undefined) } }, icon('back'));
    if (!id) {
      put(pane, empty('chat', `Hello, ${person.name.split(' ')[0]}`, 'Choose a conversation, or write to us.'));
      return;
    }
    if (id === 'new') {
      put(pane, startForm(ctx, back, made => show(made)));
      return;
    }
    put(pane, skeleton('entry', 3));
    try {
      const head = await read(ctx.path(id));
      if (mine !== turn) return;
      open.view = head.channel === 'LIVE_CHAT' ? chatWindow(ctx, head, back) : mailbox(ctx, head, back);
      put(pane, open.view.node);
      await open.view.refresh();
      if (push) pane.querySelector('textarea')?.focus({ preventScroll: true });
    } catch (problem) {
      if (mine !== turn) return;
      put(pane, back, problem.gone ? empty('door', 'There is no such conversation', 'Or it is not yours.') : failed(problem, () => ((open = undefined), show(id, false))));
    }
  }

  const refreshSoon = debounce(100, refresh);
  listen(`${home}/events`, (kind, data) => {
    if (kind === 'ready' || data.conversation === open?.id) open?.view?.refresh();
    refreshSoon();
  });
  addEventListener('popstate', () => show(asked('conversation'), false));
  const known = await refresh();
  await show(asked('conversation') ?? (matchMedia('(min-width: 56rem)').matches ? known[0]?.id : undefined), false);
}

start().catch(problem => put(main, failed(problem, () => location.reload(), 'h1')));
