// A ticket, as it looks in the customer's mail program: exactly what the host would send out, and what they sent.
import { act, read } from '../app/api.js';
import { el, keyed, put, words } from '../app/dom.js';
import { icon } from '../app/icons.js';
import { avatar } from '../app/people.js';
import { complaint } from '../app/states.js';
import { fullTime, time } from '../app/time.js';

export function mailbox(ctx, first, back) {
  const path = ctx.path(first.id);
  const draft = `draft ${ctx.me} ${first.id}`;
  let head = first;
  const list = el('ol', { class: 'mails', data: { testid: 'mails' } });
  const trouble = complaint();
  const text = el('textarea', { rows: 5, dir: 'auto', placeholder: 'Write an answer', 'aria-label': 'Your answer', value: localStorage.getItem(draft) ?? '', data: { testid: 'composer' } });
  const send = el('button', { type: 'submit', class: 'button primary', data: { testid: 'send' } }, icon('send'), 'Send e-mail');
  const form = el('form', { class: 'answer', 'aria-label': 'Answer' }, text, trouble.node, send);
  const final = el('p', { class: 'hint', hidden: true }, 'This ticket is closed. Write a new e-mail if there is more.');
  const number = el('span', { class: 'chip' });
  const node = el('div', { class: 'mailbox', data: { testid: 'mailbox' } }, el('div', { class: 'mail-head' }, back, el('h2', {}, words(head.subject ?? 'Without a subject')), number), el('p', { class: 'hint mail-says' }, icon('mail'), 'These are the very e-mails that go out and come in.'), list, final, form);

  text.addEventListener('input', () => {
    localStorage.setItem(draft, text.value);
    trouble.clear();
  });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const value = text.value;
    if (!value.trim() || send.disabled) return;
    send.disabled = true;
    try {
      await act(`${path}/messages`, { text: value });
      if (text.value === value) text.value = '';
      localStorage.setItem(draft, text.value);
      await refresh();
    } catch (problem) {
      trouble.say(problem);
    }
    send.disabled = false;
  });

  const mailNode = ({ mail }) =>
    el(
      'li',
      { class: 'mail card', data: { testid: 'mail', message: mail.messageId } },
      el('div', { class: 'mail-top' }, avatar({ name: mail.from.name || mail.from.address }),
        el('div', { class: 'mail-who' },
          el('p', {}, words(mail.from.name, 'entry-author'), ' ', el('span', { class: 'mail-address' }, `<${mail.from.address}>`)),
          el('p', { class: 'hint' }, 'to ', words(mail.to.name || mail.to.address))),
        time(mail.at, undefined, 'row-time')),
      mail.text === undefined ? el('p', { class: 'mail-text is-empty' }, 'This message was taken back after it had been sent.') : el('p', { class: 'mail-text words', dir: 'auto' }, mail.text),
      el('details', { class: 'mail-source' }, el('summary', {}, 'Header'),
        el('dl', { class: 'facts' },
          [['Subject', mail.subject], ['Date', fullTime(mail.at)], ['Message-ID', mail.messageId], ['In-Reply-To', mail.inReplyTo]].filter(([, value]) => value).map(([name, value]) => [el('dt', {}, name), el('dd', {}, el('code', {}, value))]))),
    );

  async function refresh() {
    const [now, box] = await Promise.all([read(path), read(`${path}/mail`)]);
    head = now;
    keyed(list, box.mails.map(mail => ({ mail })), { key: one => one.mail.id ?? one.mail.messageId, make: mailNode });
    put(number, `${box.mails.length} ${box.mails.length === 1 ? 'e-mail' : 'e-mails'}`);
    form.hidden = head.status === 'CLOSED';
    final.hidden = head.status !== 'CLOSED';
    if (head.messages && !document.hidden) act(`${path}/reading`, { sequence: head.messages - 1 }).catch(() => {});
  }
  return { node, refresh };
}
