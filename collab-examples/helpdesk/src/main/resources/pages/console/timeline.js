// The entries of a conversation. It stays at the end only for a reader who is there; who reads further up is told of news.
import { el, keyed, put, words } from '../app/dom.js';
import { icon } from '../app/icons.js';
import { dayName, sameDay } from '../app/time.js';
import { count } from '../app/words.js';
import { entryNode } from './entry.js';

const NEAR = 48;
const SEEN_AFTER = 1200;

export function timeline(ctx, { older, seen: report, redact }) {
  let view;
  let entries = [];
  let more = false;
  let seen = 0;
  let reported = 0;
  let firstNew;
  const list = el('ol', { class: 'entries' });
  const moreButton = el('button', { type: 'button', class: 'button small', on: { click: loadOlder } }, 'Show older');
  const scroller = el('div', { class: 'timeline-scroll', role: 'log', tabindex: '0', 'aria-label': 'Entries', data: { testid: 'timeline' } }, el('div', { class: 'older' }, moreButton), list);
  const pill = el('button', { type: 'button', class: 'pill', hidden: true, data: { testid: 'new-entries' }, on: { click: () => toEnd(true) } });
  const node = el('div', { class: 'timeline' }, scroller, pill);

  const atEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
  const toEnd = smooth => scroller.scrollTo({ top: scroller.scrollHeight, behavior: smooth ? 'smooth' : 'instant' });
  scroller.addEventListener('scroll', () => atEnd() && look(), { passive: true });
  document.addEventListener('visibilitychange', look);
  // A change of width wraps the text anew; whoever was at the end stays there.
  let pinned = true;
  scroller.addEventListener('scroll', () => (pinned = atEnd()), { passive: true });
  new ResizeObserver(() => pinned && toEnd()).observe(scroller);

  // An entry has been seen once it stood on the screen for a moment. The collision guard rests on this: what came in while
  // a reply was being sent was not seen, even though it is in the page.
  let looking;
  function look() {
    clearTimeout(looking);
    if (document.hidden || !node.isConnected || !atEnd()) return;
    pill.hidden = true;
    const last = entries.at(-1)?.sequence ?? 0;
    looking = setTimeout(() => {
      if (document.hidden || !node.isConnected) return;
      seen = Math.max(seen, last);
      if (reported < seen) report((reported = seen));
    }, SEEN_AFTER);
  }

  function show() {
    const items = [];
    let before;
    for (const entry of entries) {
      if (!before || !sameDay(before.at, entry.at)) items.push({ key: `day ${entry.sequence}`, day: entry.at });
      const close = before && sameDay(before.at, entry.at) && new Date(entry.at) - new Date(before.at) < 240_000;
      const goesOn = close && before.type === entry.type && entry.type !== 'EVENT' && entry.type !== 'NOTE' && before.author.id === entry.author.id && !before.redacted;
      if (entry.sequence === firstNew) items.push({ key: 'new' });
      items.push({ key: `entry ${entry.sequence}`, entry, goesOn });
      before = entry;
    }
    keyed(list, items, { key: item => item.key, make, print: item => JSON.stringify([item, item.entry && takeBack(item.entry)]) });
    moreButton.parentElement.hidden = !more;
  }
  const takeBack = entry => entry.type !== 'EVENT' && !entry.redacted && !view.whyNot.REDACT && (entry.author.id === ctx.me || ctx.person.role === 'ADMIN');
  function make(item) {
    if (item.day) return el('li', { class: 'day' }, el('span', {}, dayName(item.day)));
    if (item.key === 'new') return el('li', { class: 'day is-new' }, el('span', {}, 'New'));
    return entryNode(item.entry, ctx, { view, goesOn: item.goesOn, redact: takeBack(item.entry) ? redact : undefined });
  }

  async function loadOlder() {
    moreButton.disabled = true;
    moreButton.textContent = 'Reading';
    try {
      await older();
    } finally {
      moreButton.disabled = false;
      moreButton.textContent = 'Show older';
    }
  }

  return {
    node,
    seen: () => seen,
    view(next) {
      view = next;
      show();
    },
    set(next, all, hasOlder) {
      const stay = entries.length && !atEnd();
      view = next;
      const fresh = entries.length ? all.filter(entry => entry.sequence > entries.at(-1).sequence) : [];
      // Whoever opens it is shown the end.
      if (!entries.length) seen = all.at(-1)?.sequence ?? 0;
      entries = all;
      more = hasOlder;
      show();
      if (!stay) requestAnimationFrame(() => (toEnd(), look()));
      else if (fresh.length) tell(fresh);
    },
    before(all, hasOlder) {
      const height = scroller.scrollHeight;
      const top = scroller.scrollTop;
      entries = [...all, ...entries];
      more = hasOlder;
      show();
      scroller.scrollTop = top + scroller.scrollHeight - height;
    },
    after(all) {
      const last = entries.at(-1)?.sequence ?? -1;
      const fresh = all.filter(entry => entry.sequence > last);
      if (!fresh.length) return;
      const stay = !atEnd();
      entries = [...entries, ...fresh];
      const own = fresh.some(entry => entry.author.id === ctx.me && entry.type !== 'EVENT');
      if (stay && !own) firstNew ??= fresh.find(entry => entry.type !== 'EVENT')?.sequence;
      show();
      if (!stay || own) {
        toEnd(true);
        look();
      } else tell(fresh);
    },
  };

  function tell(fresh) {
    const said = fresh.filter(entry => entry.type !== 'EVENT').length;
    if (!said) return;
    put(pill, icon('down'), words(count(said, 'new entry', 'new entries')));
    pill.hidden = false;
  }
}
