// A new conversation, by chat or by e-mail.
import { act } from '../app/api.js';
import { el, fresh } from '../app/dom.js';
import { icon } from '../app/icons.js';
import { complaint } from '../app/states.js';

export function startForm(ctx, back, done) {
  const subjectId = fresh('subject');
  const aboutId = fresh('about');
  const textId = fresh('text');
  const trouble = complaint();
  let channel = 'LIVE_CHAT';
  const subject = el('input', { id: subjectId, type: 'text', maxlength: 200, dir: 'auto', data: { testid: 'new-subject' } });
  const subjectField = el('div', { hidden: true }, el('label', { class: 'label', for: subjectId }, 'Subject'), subject);
  const about = el('select', { id: aboutId, data: { testid: 'new-group' } }, ctx.all.groups.map(group => el('option', { value: group.id }, group.name)));
  const text = el('textarea', { id: textId, rows: 5, dir: 'auto', data: { testid: 'new-text' } });
  const send = el('button', { type: 'submit', class: 'button primary', data: { testid: 'new-send' } }, icon('send'), 'Send');
  const choice = (value, name, picture) =>
    el('label', {}, el('input', { type: 'radio', name: 'channel', value, checked: value === channel, data: { testid: `new-${value}` }, on: { change: () => ((channel = value), (subjectField.hidden = value === 'LIVE_CHAT')) } }), icon(picture), name);
  const form = el(
    'form',
    { class: 'start card' },
    el('div', { class: 'mail-head' }, back, el('h2', {}, `Write to ${ctx.shop}`)),
    el('div', { class: 'segments', role: 'radiogroup', 'aria-label': 'How' }, choice('LIVE_CHAT', 'Chat', 'chat'), choice('EMAIL_TICKET', 'E-mail', 'mail')),
    el('div', {}, el('label', { class: 'label', for: aboutId }, 'What is it about?'), about),
    subjectField,
    el('div', {}, el('label', { class: 'label', for: textId }, 'Your message'), text),
    trouble.node,
    el('div', { class: 'dialog-acts' }, send),
  );
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (!text.value.trim()) {
      trouble.say('Write something first.');
      text.focus();
      return;
    }
    send.disabled = true;
    try {
      const made = await act(`${ctx.home}/conversations`, { channel, group: about.value, text: text.value, ...(channel === 'EMAIL_TICKET' && subject.value.trim() ? { subject: subject.value.trim() } : {}) });
      done(made.id);
    } catch (problem) {
      trouble.say(problem);
      send.disabled = false;
    }
  });
  return form;
}
