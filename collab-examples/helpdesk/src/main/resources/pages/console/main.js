// The console of an agent: a list, one conversation, its details. What happens elsewhere comes by the stream.
import { act, base, part } from '../app/api.js';
import { debounce, el, put } from '../app/dom.js';
import { listen } from '../app/live.js';
import { asked } from '../app/people.js';
import { explain } from '../app/reasons.js';
import { shell } from '../app/shell.js';
import { failed } from '../app/states.js';
import { toast } from '../app/toast.js';
import { conversationPane } from './conversation.js';
import { detailsPane } from './details.js';
import { listPane } from './list.js';

const main = document.querySelector('main');

async function start() {
  const { me, person, all } = await shell('console');
  document.title = `${person.name} · Console`;
  const home = base('agents', me);
  const ctx = { me, person, all, home, nameOf: all.nameOf, path: id => `${home}/conversations/${part(id)}` };
  const narrow = matchMedia('(max-width: 56rem)');

  ctx.pane = name => (main.dataset.pane = name);
  ctx.show = (id, { push = true, focus = true } = {}) => {
    const address = new URL(location.href);
    if (id) address.searchParams.set('conversation', id);
    else address.searchParams.delete('conversation');
    address.searchParams.set('as', me);
    if (push && address.href !== location.href) history.pushState({ id }, '', address);
    main.toggleAttribute('data-details', false);
    ctx.pane(id ? 'conversation' : 'list');
    list.mark(id);
    conversation.open(id, { focus: focus && Boolean(id) });
    if (!id && narrow.matches && focus) list.focus();
  };
  /** Does a command on a conversation; what comes of it is read again at once, not only when the stream says so. */
  ctx.command = async (id, what, body, said) => {
    const done = await act(`${ctx.path(id)}/${what}`, body);
    if (said) toast(...[said].flat());
    conversation.changed(id);
    list.refresh();
    return done;
  };
  ctx.tryCommand = async (...given) => {
    try {
      return await ctx.command(...given);
    } catch (problem) {
      toast(explain(problem, ctx.nameOf), { kind: 'error' });
      return undefined;
    }
  };
  ctx.toggleDetails = on => {
    main.toggleAttribute('data-details', on);
    if (narrow.matches) ctx.pane((on ?? main.hasAttribute('data-details')) ? 'details' : 'conversation');
    conversation.detailsShown(main.hasAttribute('data-details'));
    if (main.hasAttribute('data-details')) details.focus();
  };

  const list = listPane(ctx, document.querySelector('.list-pane'));
  const details = detailsPane(ctx, document.querySelector('.details-pane'));
  const conversation = conversationPane(ctx, document.querySelector('.conversation-pane'), details);
  ctx.lists = list;

  let anew = false;
  const refreshList = debounce(120, () => {
    list.refresh({ anew });
    anew = false;
  });
  listen(
    `${home}/events`,
    (kind, data) => {
      if (kind === 'changed') conversation.changed(data.conversation);
      else if (kind === 'gone') conversation.gone(data.conversation);
      else if (kind === 'notice') list.notice(data);
      else if (kind === 'ready' || kind === 'refresh') {
        anew = true;
        conversation.readAgain();
      }
      refreshList();
    },
    list.live,
  );
  addEventListener('popstate', () => ctx.show(asked('conversation'), { push: false }));
  addEventListener('keydown', event => {
    if (event.key === 'Escape' && main.hasAttribute('data-details') && !event.defaultPrevented) ctx.toggleDetails(false);
  });
  ctx.show(asked('conversation'), { push: false, focus: false });
  list.refresh();
}

start().catch(problem => put(main, el('div', { class: 'whole' }, failed(problem, () => location.reload(), 'h1'))));
