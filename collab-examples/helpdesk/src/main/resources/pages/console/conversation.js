// The middle pane: head, timeline, composer of the conversation that is open.
import { act, read } from '../app/api.js';
import { debounce, el, put, words } from '../app/dom.js';
import { icon } from '../app/icons.js';
import { avatar } from '../app/people.js';
import { empty, failed, skeleton } from '../app/states.js';
import { CHANNEL, CHANNEL_ICON, MINE, STATUS } from '../app/words.js';
import { headActs } from './acts.js';
import { composer } from './composer.js';
import { readDrafts } from './drafts.js';
import { invitationCard } from './invitation.js';
import { timeline } from './timeline.js';

export function conversationPane(ctx, pane, details) {
  let open; // what is shown: {id, view, entries, older, newer, line, writer}
  let reading = Promise.resolve();
  let turn = 0; // answers to what was asked before another conversation was opened are dropped

  function idle() {
    put(pane, empty('chat', 'No conversation is open', 'Choose one from the list, or claim the oldest from the queue.', el('button', { type: 'button', class: 'button', on: { click: () => ctx.lists.choose('queue') } }, 'Look at the queue')));
    details.show(undefined);
  }

  async function openConversation(id, { focus } = {}) {
    if (open?.view && open.id === id) return;
    open?.writer?.leave();
    turn += 1;
    open = undefined;
    delete pane.dataset.testid;
    if (!id) {
      idle();
      return;
    }
    open = { id };
    put(pane, el('div', { class: 'conversation-head' }), skeleton('entry', 4));
    pane.setAttribute('aria-busy', 'true');
    details.show(undefined, true);
    // News that comes meanwhile waits, or the conversation would be built twice.
    reading = load(turn);
    await reading;
    if (focus) pane.querySelector('h2')?.focus({ preventScroll: true });
  }

  async function load(mine) {
    const { id } = open;
    try {
      const [view, page] = await Promise.all([read(ctx.path(id)), read(`${ctx.path(id)}/timeline`, { limit: 40 })]);
      if (mine !== turn) return;
      build(view, page);
    } catch (problem) {
      if (mine !== turn) return;
      if (problem.gone) await notMine(id, mine);
      else put(pane, backButton(), failed(problem, () => openConversation(id)));
    } finally {
      if (mine === turn) pane.removeAttribute('aria-busy');
    }
  }

  /** No access: but there may be an invitation, which is all that an invitee sees. */
  async function notMine(id, mine) {
    open = { id };
    details.show(undefined);
    try {
      const invitation = await read(`${ctx.path(id)}/invitation`);
      if (mine === turn) put(pane, backButton(), el('div', { class: 'whole' }, invitationCard(ctx, { ...invitation, conversation: id })));
    } catch (problem) {
      if (!problem.reason) throw problem;
      if (mine === turn) put(pane, backButton(), closed('There is no such conversation', 'Or there is one, and you are not part of it. Both look the same from here.'));
    }
  }

  const closed = (title, text, more) =>
    empty('door', title, text, [more, el('button', { type: 'button', class: 'button', on: { click: () => ctx.show(undefined) } }, 'Back to the list')]);

  const backButton = () => el('button', { type: 'button', class: 'icon-button back', 'aria-label': 'Back to the list', on: { click: () => ctx.show(undefined) } }, icon('back'));

  function build(view, page) {
    const { id } = open;
    open.view = view;
    open.printed = undefined;
    open.head = el('div', { class: 'conversation-head' });
    open.line = timeline(ctx, { older, seen: sequence => sawUpTo(id, sequence), redact });
    open.writer = composer(ctx, {
      id,
      lastSeen: () => open.line.seen(),
      sent: () => changed(id),
    });
    put(pane, open.head, open.line.node, open.writer.node);
    pane.dataset.channel = view.channel;
    pane.dataset.testid = 'conversation';
    open.newer = page.newer;
    open.older = page.older;
    open.line.set(view, page.entries, Boolean(page.older));
    apply(view);
  }

  function apply(view) {
    open.view = view;
    showHead(view);
    open.line.view(view);
    open.writer.view(view);
    details.show(view);
  }

  function showHead(view) {
    const print = JSON.stringify(view);
    if (open.printed === print) return;
    open.printed = print;
    const hadFocus = open.head.contains(document.activeElement) ? document.activeElement.dataset.act ?? 'h2' : undefined;
    put(
      open.head,
      backButton(),
      avatar(view.customer),
      el(
        'div',
        { class: 'head-words' },
        el('h2', { tabindex: '-1' }, words(view.customer.name)),
        el(
          'p',
          { class: 'head-says' },
          icon(CHANNEL_ICON[view.channel]),
          view.subject ? words(view.subject, 'head-subject') : el('span', {}, CHANNEL[view.channel]),
          el('span', { class: `chip ${view.mine === 'READER' ? '' : 'accent'}`, data: { testid: 'mine' } }, MINE[view.mine]),
          view.status !== 'OPEN' && el('span', { class: 'chip' }, STATUS[view.status]),
        ),
      ),
      headActs(ctx, view),
      el('button', { type: 'button', class: 'icon-button details-button', 'aria-label': 'Details and collaborators', 'aria-expanded': String(document.querySelector('main').hasAttribute('data-details')), data: { testid: 'details', act: 'details' }, on: { click: () => ctx.toggleDetails() } }, icon('panel')),
    );
    if (hadFocus) (open.head.querySelector(`[data-act="${hadFocus}"]`) ?? open.head.querySelector('h2')).focus();
  }

  async function older() {
    const mine = turn;
    const conversation = open;
    const at = open.older;
    const page = await read(`${ctx.path(open.id)}/timeline`, { at, limit: 40 });
    // Another conversation by now, or this one was read anew and begins elsewhere.
    if (mine !== turn || open !== conversation || open.older !== at) return;
    open.older = page.older;
    open.line.before(page.entries, Boolean(page.older));
  }

  // Changes of who takes part may show or hide notes further up, and redaction empties entries: those are read anew.
  const OF_ALL = new Set(['REDACTED', 'ERASED', 'ASSIGNED', 'QUEUED', 'COLLABORATION_STARTED', 'COLLABORATION_RESUMED', 'MERGED_FROM']);

  async function readNewer(mine) {
    const { id } = open;
    const [view, page] = await Promise.all([read(ctx.path(id)), read(`${ctx.path(id)}/timeline`, { at: open.newer, limit: 100 })]);
    if (mine !== turn) return;
    if (page.entries.some(entry => OF_ALL.has(entry.kind))) {
      const newest = await read(`${ctx.path(id)}/timeline`, { limit: 40 });
      if (mine !== turn) return;
      open.newer = newest.newer;
      open.older = newest.older;
      open.line.set(view, newest.entries, Boolean(newest.older));
    } else {
      open.newer = page.newer ?? open.newer;
      open.line.after(page.entries);
    }
    apply(view);
    if (page.entries.length >= 100) await readNewer(mine);
  }

  /** Reads one after another: two answers that cross would put entries twice or lose them. */
  function changed(id) {
    if (open?.id !== id) return reading;
    const mine = turn;
    reading = reading.then(async () => {
      if (mine !== turn) return;
      try {
        if (open.view) await readNewer(mine);
        else await load(mine);
      } catch (problem) {
        if (problem.gone && mine === turn) gone(id);
      }
    });
    return reading;
  }

  function gone(id) {
    ctx.lists.drop(id);
    if (open?.id !== id || !open.view) return;
    turn += 1;
    const drafts = readDrafts(ctx.me, id);
    open.writer.leave();
    open = { id };
    delete pane.dataset.testid;
    const kept = drafts.length
      ? el('div', { class: 'kept-draft' }, el('label', { class: 'label', for: 'kept' }, 'What you were writing is still here:'), el('textarea', { id: 'kept', readonly: true, dir: 'auto', value: drafts.join('\n\n') }))
      : undefined;
    put(pane, backButton(), el('div', { role: 'status', data: { testid: 'gone' } }, closed('You are not part of this conversation any more', 'Your part in it has ended, so it is closed here. If you are needed again, a colleague can add you.', kept)));
    details.show(undefined);
    ctx.pane('conversation');
  }

  const sawUpTo = debounce(400, (id, sequence) => {
    // Another one may be open by now, and what was read there is its own.
    if (!open?.view || open.id !== id) return;
    act(`${ctx.path(id)}/reading`, { sequence }).then(() => ctx.lists.refresh(), () => {});
  });

  const redact = sequence => ctx.tryCommand(open.id, `entries/${sequence}/redaction`, {}, 'Taken back. What was already sent outside stays sent.');

  return {
    open: openConversation,
    changed,
    gone,
    readAgain: () => open && changed(open.id),
    detailsShown: shown => pane.querySelector('.details-button')?.setAttribute('aria-expanded', String(shown)),
  };
}
