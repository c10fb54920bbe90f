// A chat, as it would stand in the corner of a shop's site: one uninterrupted conversation.
import { act, read } from '../app/api.js';
import { el, keyed, put, words } from '../app/dom.js';
import { icon } from '../app/icons.js';
import { avatar } from '../app/people.js';
import { complaint } from '../app/states.js';
import { dayName, fullTime, sameDay, timeOfDay } from '../app/time.js';
import { STATUS } from '../app/words.js';

export function chatWindow(ctx, first, back) {
  const path = ctx.path(first.id);
  const draft = `draft ${ctx.me} ${first.id}`;
  let head = first;
  let entries = [];
  let newer;
  let older;
  const list = el('ol', { class: 'bubbles' });
  const more = el('button', { type: 'button', class: 'button small', hidden: true, on: { click: loadOlder } }, 'Show older');
  const scroller = el('div', { class: 'bubbles-scroll', role: 'log', tabindex: '0', 'aria-label': 'Messages', data: { testid: 'messages' } }, el('div', { class: 'older' }, more), list);
  const state = el('p', { class: 'hint' });
  const trouble = complaint();
  const text = el('textarea', { rows: 2, dir: 'auto', placeholder: 'Write a message', 'aria-label': 'Your message', value: localStorage.getItem(draft) ?? '', data: { testid: 'composer' } });
  const send = el('button', { type: 'submit', class: 'button primary', data: { testid: 'send' } }, icon('send'), el('span', {}, 'Send'));
  const form = el('form', { class: 'say', 'aria-label': 'Write' }, text, send, trouble.node);
  const node = el('div', { class: 'window', data: { testid: 'chat' } }, el('div', { class: 'window-head' }, back, el('img', { src: '/favicon.svg', alt: '', width: 36, height: 36 }), el('div', {}, el('h2', {}, ctx.shop), state)), scroller, form);

  const atEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 60;
  text.addEventListener('input', () => {
    localStorage.setItem(draft, text.value);
    trouble.clear();
  });
  text.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const value = text.value;
    if (!value.trim() || send.disabled) return;
    send.disabled = true;
    trouble.clear();
    try {
      await act(`${path}/messages`, { text: value });
      if (text.value === value) text.value = '';
      localStorage.setItem(draft, text.value);
      await refresh();
    } catch (problem) {
      trouble.say(problem);
    }
    send.disabled = false;
    text.focus();
  });

  function show() {
    const items = [];
    let before;
    for (const entry of entries) {
      if (!before || !sameDay(before.at, entry.at)) items.push({ key: `day ${entry.sequence}`, day: entry.at });
      items.push({ key: entry.sequence, entry, goesOn: before && before.type === entry.type && before.from === entry.from && new Date(entry.at) - new Date(before.at) < 240_000 });
      before = entry;
    }
    keyed(list, items, { key: item => item.key, make: item => (item.day ? el('li', { class: 'day' }, el('span', {}, dayName(item.day))) : bubble(item.entry, item.goesOn)) });
    more.hidden = !older;
    put(state, head.status === 'OPEN' ? 'We usually answer within minutes' : head.status === 'RESOLVED' ? 'Resolved. Write, and it is open again.' : STATUS[head.status]);
    form.hidden = head.status === 'CLOSED';
  }
  const bubble = (entry, goesOn) =>
    el(
      'li',
      { class: `bubble ${entry.type === 'MESSAGE' ? 'is-mine' : ''} ${goesOn ? 'goes-on' : ''}`, data: { testid: 'message', type: entry.type, sequence: entry.sequence } },
      entry.type === 'REPLY' && el('span', { class: 'entry-side' }, !goesOn && avatar({ name: entry.from }, { size: 'small' })),
      el('div', { class: 'bubble-body' },
        !goesOn && el('p', { class: 'entry-head' }, words(entry.type === 'REPLY' ? entry.from : 'You', 'entry-author'), el('time', { class: 'entry-time', datetime: entry.at, title: fullTime(entry.at) }, timeOfDay(entry.at))),
        entry.redacted ? el('p', { class: 'bubble-text is-empty' }, 'This message was taken back') : el('p', { class: 'bubble-text words', dir: 'auto' }, entry.text)));

  let reading = Promise.resolve();
  function refresh() {
    reading = reading.then(readNewer, readNewer);
    return reading;
  }
  async function readNewer() {
    const [now, page] = await Promise.all([read(path), read(`${path}/messages`, { at: newer, limit: 50 })]);
    // A version that moved without a new message means that something changed further up.
    const anew = newer && now.version !== head.version && page.entries.length === 0 ? await read(`${path}/messages`, { limit: 50 }) : undefined;
    const stay = entries.length && !atEnd();
    head = now;
    if (!newer || anew) {
      entries = (anew ?? page).entries;
      older = (anew ?? page).older;
    } else {
      const last = entries.at(-1)?.sequence ?? -1;
      entries = [...entries, ...page.entries.filter(entry => entry.sequence > last)];
    }
    newer = (anew ?? page).newer ?? newer;
    show();
    if (!stay) requestAnimationFrame(() => (scroller.scrollTop = scroller.scrollHeight));
    const last = entries.at(-1);
    if (last && !document.hidden) act(`${path}/reading`, { sequence: last.sequence }).catch(() => {});
  }
  async function loadOlder() {
    if (more.disabled) return;
    more.disabled = true;
    const at = older;
    try {
      const page = await read(`${path}/messages`, { at, limit: 50 });
      // Read anew meanwhile: what is shown begins elsewhere.
      if (older !== at) return;
      const height = scroller.scrollHeight;
      const there = new Set(entries.map(entry => entry.sequence));
      entries = [...page.entries.filter(entry => !there.has(entry.sequence)), ...entries];
      older = page.older;
      show();
      scroller.scrollTop += scroller.scrollHeight - height;
    } finally {
      more.disabled = false;
    }
  }
  return { node, refresh };
}
