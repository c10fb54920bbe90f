// The bell: what the host's notifier was handed for this agent.
import { read } from '../app/api.js';
import { el, put, words } from '../app/dom.js';
import { icon } from '../app/icons.js';
import { avatar } from '../app/people.js';
import { time } from '../app/time.js';
import { toast } from '../app/toast.js';
import { NOTICE } from '../app/words.js';

// Those a person has to know of at once; the rest shows in the list and the bell.
const SPOKEN = new Set(['ADDED', 'REMOVED', 'INVITED', 'ANSWERED', 'EXPIRED', 'MENTIONED', 'LEVEL_CHANGED', 'ASSIGNED', 'UNATTENDED']);
const ALONE = new Set(['EXPIRED', 'UNATTENDED']);


export function noticesButton(ctx) {
  const who = notice => (notice.actor ? ctx.nameOf(notice.actor) : 'Somebody');
  const sentence = notice => (ALONE.has(notice.kind) ? NOTICE[notice.kind] : `${who(notice)} ${NOTICE[notice.kind] ?? 'did something'}`);
  const mark = `notices seen ${ctx.me}`;
  let notices = [];
  let invitations = [];
  const number = el('span', { class: 'bell-count', hidden: true, 'aria-hidden': 'true' });
  const list = el('ul', { class: 'notices' });
  const menu = el('div', { id: 'notices', class: 'notices-menu', popover: 'auto', 'aria-label': 'Notices', role: 'dialog' }, el('h2', {}, 'Notices'), list);
  const button = el('button', { type: 'button', class: 'icon-button', popovertarget: 'notices', 'aria-label': 'Notices', data: { testid: 'notices' } }, icon('bell'), number);
  menu.addEventListener('toggle', event => {
    if (event.newState !== 'open' || !notices.length) return;
    localStorage.setItem(mark, notices[0].at);
    showCount();
  });

  function showCount() {
    const seen = localStorage.getItem(mark) ?? '';
    const unseen = notices.filter(notice => notice.at > seen).length;
    number.hidden = !unseen;
    number.textContent = unseen > 9 ? '9+' : unseen;
    button.setAttribute('aria-label', unseen ? `Notices, ${number.textContent} new` : 'Notices');
  }
  function show() {
    showCount();
    put(
      list,
      notices.length
        ? notices.slice(0, 40).map(notice =>
            el('li', {}, el(
              'button',
              { type: 'button', class: 'notice', on: { click: () => (menu.hidePopover(), ctx.show(notice.conversation)) } },
              avatar({ name: who(notice) }, { size: 'small' }),
              words(sentence(notice), 'notice-words'),
              time(notice.at, undefined, 'row-time'),
            )))
        : el('li', { class: 'hint' }, 'Nothing yet. Mentions, invitations and replies show here.'),
    );
  }

  return {
    node: el('div', { class: 'bell' }, button, menu),
    async refresh() {
      const all = await read(`${ctx.home}/notices`);
      notices = all.notices;
      invitations = all.invitations;
      show();
      return invitations;
    },
    invitation: id => invitations.find(one => one.conversation === id),
    came(notice) {
      if (SPOKEN.has(notice.kind)) toast(`${sentence(notice)}.`);
    },
  };
}
