// Writing. Two modes that cannot be taken for each other; a line says who will read it before it is sent.
import { add, el, put, words } from '../app/dom.js';
import { icon } from '../app/icons.js';
import { explain, whyNot } from '../app/reasons.js';
import { complaint } from '../app/states.js';
import { toast } from '../app/toast.js';
import { firstName, list } from '../app/words.js';
import { audienceField } from './audience.js';
import { keepDraft, leaveDraft, readDraft, sendDraft, startDraft } from './drafts.js';
import { entryNode } from './entry.js';
import { mentioning } from './mentions.js';

export function composer(ctx, { id, lastSeen, sent }) {
  const modeName = `mode ${ctx.me} ${id}`;
  let mode = sessionStorage.getItem(modeName) ?? 'reply';
  let view;
  let sending = false;
  let left = false;
  let heldAt; // the newest entry the author was shown when a reply was held

  const modes = el('div', { class: 'segments', role: 'radiogroup', 'aria-label': 'What you write' });
  const radios = [['reply', 'Reply', 'send'], ['note', 'Note', 'lock']].map(([value, name, picture]) => {
    const radio = el('input', { type: 'radio', name: 'mode', value, data: { testid: `mode-${value}` }, on: { change: () => choose(value) } });
    modes.append(el('label', { class: `mode-${value}` }, radio, icon(picture), name));
    return radio;
  });
  const audience = audienceField(ctx, () => showReaders());
  const readersId = 'who-reads';
  const readers = el('p', { id: readersId, class: 'who-reads', 'aria-live': 'polite', data: { testid: 'who-reads' } });
  const text = el('textarea', { rows: 3, dir: 'auto', 'aria-describedby': readersId, data: { testid: 'composer' } });
  const send = el('button', { type: 'submit', class: 'button primary send', data: { testid: 'send' } });
  const trouble = complaint();
  const held = el('div', { class: 'held', hidden: true, role: 'alert', data: { testid: 'held' } });
  const warned = el('div', { class: 'held is-warning', hidden: true, role: 'status', data: { testid: 'missed' } });
  const refused = el('p', { class: 'refused', data: { testid: 'composer-why-not' } });
  const mentions = mentioning(ctx, text, () => ({ id, view, on: mode === 'note' }));
  const field = el('div', { class: 'composer-field' }, text, mentions.node);
  const foot = el('div', { class: 'composer-foot' }, el('span', { class: 'hint keys' }, el('kbd', {}, navigator.platform?.startsWith('Mac') ? '⌘' : 'Ctrl'), ' + ', el('kbd', {}, 'Enter'), ' sends'), send);
  const form = el('form', { class: 'composer', 'aria-label': 'Write', data: { mode } }, el('div', { class: 'composer-head' }, modes, audience.node), held, warned, readers, refused, field, trouble.node, foot);

  form.addEventListener('submit', event => {
    event.preventDefault();
    submit();
  });
  text.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
  });
  text.addEventListener('input', () => {
    keepDraft(ctx.me, id, mode, text.value);
    trouble.clear();
    grow();
  });

  function grow() {
    text.style.height = 'auto';
    text.style.height = `${Math.min(text.scrollHeight + 2, 260)}px`;
  }
  function start() {
    const of = mode;
    return startDraft(ctx.me, id, of, () => {
      if (left || mode !== of) return;
      text.value = readDraft(ctx.me, id, of);
      grow();
    });
  }
  function choose(next) {
    leaveDraft(ctx.me, id, mode, text.value);
    mode = next;
    sessionStorage.setItem(modeName, mode);
    text.value = start();
    trouble.clear();
    held.hidden = true;
    show();
    grow();
    if (!text.hidden) text.focus();
  }

  function show() {
    const reply = mode === 'reply';
    const reason = view.whyNot[reply ? 'REPLY' : 'NOTE'];
    form.dataset.mode = mode;
    for (const radio of radios) radio.checked = radio.value === mode;
    audience.node.hidden = reply || Boolean(reason);
    audience.view(view);
    field.hidden = foot.hidden = readers.hidden = Boolean(reason);
    refused.hidden = !reason;
    if (reason) put(refused, icon('info'), el('span', {}, whyNot(reply ? 'REPLY' : 'NOTE', reason, view)));
    text.placeholder = reply ? `Write to ${firstName(view.customer.name)}` : 'Write to your colleagues; @ mentions somebody';
    text.setAttribute('aria-label', reply ? `Reply to ${view.customer.name}` : 'Internal note');
    showReaders();
  }

  function showReaders() {
    const reply = mode === 'reply';
    const customer = view.customer.name;
    const parts = reply
      ? [icon('eye'), el('span', {}, el('b', {}, words(customer)), view.channel === 'EMAIL_TICKET' ? ' will get this as an e-mail' : ' will read this', view.presentedAs ? [', as from ', el('b', {}, words(view.presentedAs))] : '', '.')]
      : [icon('lock'), el('span', {}, noteReaders(), ' ', el('b', {}, words(firstName(customer))), ' never will.')];
    const before = readers.textContent;
    const made = el('span', {});
    add(made, parts);
    if (made.textContent !== before || readers.dataset.mode !== mode) put(readers, parts);
    readers.dataset.mode = mode;
    const label = sending ? 'Sending' : reply ? `Send to ${firstName(customer)}` : 'Save internal note';
    if (send.textContent !== label) put(send, icon(reply ? 'send' : 'lock'), el('span', {}, label));
  }

  function noteReaders() {
    const { kind, named } = audience.value();
    const others = [...(view.assignee ? [view.assignee] : []), ...view.field.collaborators.map(one => one.agent)].filter(one => one.id !== ctx.me);
    if (kind === 'ASSIGNEE') {
      const who = view.assignee ? `the assignee, now ${view.assignee.id === ctx.me ? 'you' : view.assignee.name}` : 'whoever is assigned';
      return `Only ${who}, and admins will read this.`;
    }
    if (kind === 'NAMED') return named.length ? `Only ${list(named.map(one => one.name))}, and admins will read this.` : 'Choose who will read this.';
    // Leads, and readers from outside, are not all known here: the sentence must not name fewer than there are.
    return `${list(['You', ...others.map(one => one.name), 'everybody else who may read this conversation'])} will read this.`;
  }

  async function submit({ anyway = false } = {}) {
    if (sending || text.hidden) return;
    const value = text.value;
    const sentMode = mode; // may be another one when the answer comes
    const reply = sentMode === 'reply';
    if (!value.trim()) {
      trouble.say('There is nothing in the text yet.');
      text.focus();
      return;
    }
    const body = reply ? { text: value, lastSeen: Math.max(lastSeen(), anyway ? heldAt ?? 0 : 0) } : { text: value, ...noteAudience(), ...mentions.of(value) };
    if (!reply && body.audience === 'NAMED' && !body.named.length) {
      trouble.say('Choose at least one person who will read this.');
      return;
    }
    busy(true);
    trouble.clear();
    warned.hidden = true;
    const way = sendDraft(ctx.me, id, sentMode, value);
    try {
      const done = await ctx.command(id, reply ? 'replies' : 'notes', body);
      way.arrived();
      // What was typed while it was on its way is a new draft.
      if (mode === sentMode && text.value === value) text.value = '';
      held.hidden = true;
      heldAt = undefined;
      grow();
      if (done.missed?.length) showWarning(done.missed);
      if (!left) sent();
    } catch (problem) {
      way.failed();
      // Elsewhere by now: what could be done about it would be done to something else.
      if (left || mode !== sentMode) toast(explain(problem, ctx.nameOf), { kind: 'error' });
      else if (problem.reason === 'HELD') showHeld(problem.body.missed ?? []);
      else showTrouble(problem);
    } finally {
      busy(false);
    }
    if (!left) text.focus();
  }
  function busy(now) {
    sending = now;
    send.disabled = now;
    form.toggleAttribute('aria-busy', now);
    showReaders();
  }
  function noteAudience() {
    const { kind, named } = audience.value();
    return { audience: kind, ...(kind === 'NAMED' ? { named: named.map(one => one.id) } : {}) };
  }
  const missedList = missed => el('ol', { class: 'missed-list' }, missed.map(entry => entryNode(entry, ctx, { view })));

  function showHeld(missed) {
    heldAt = Math.max(0, ...missed.map(entry => entry.sequence));
    put(
      held,
      el('p', { class: 'held-title' }, icon('alert'), el('b', {}, 'Not sent yet: you missed something.')),
      missedList(missed),
      el('div', { class: 'held-acts' },
        el('button', { type: 'button', class: 'button small primary', data: { testid: 'send-anyway' }, on: { click: () => submit({ anyway: true }) } }, 'Send anyway'),
        el('button', { type: 'button', class: 'button small', on: { click: () => ((held.hidden = true), text.focus()) } }, 'Change my reply')),
    );
    held.hidden = false;
  }
  function showWarning(missed) {
    put(
      warned,
      el('p', { class: 'held-title' }, icon('info'), el('b', {}, 'Sent. This had come in before you sent it:')),
      missedList(missed),
      el('div', { class: 'held-acts' }, el('button', { type: 'button', class: 'button small', on: { click: () => ((warned.hidden = true), text.focus()) } }, 'I have seen it')),
    );
    warned.hidden = false;
  }
  function showTrouble(problem) {
    trouble.say(problem, ctx.nameOf);
    if (problem.reason !== 'MENTION_REFUSED' || view.whyNot.ADD) return;
    for (const agent of problem.body.agents ?? []) {
      trouble.add(el('button', {
        type: 'button', class: 'button small', on: {
          click: async event => {
            event.target.disabled = true;
            try {
              await ctx.command(id, 'collaborators', { agent }, `${ctx.nameOf(agent)} is in. Save the note again.`);
              trouble.clear();
            } catch (again) {
              toast(explain(again, ctx.nameOf), { kind: 'error' });
            }
          },
        },
      }, `Add ${firstName(ctx.nameOf(agent))}`));
    }
  }

  text.value = start();
  return {
    node: form,
    view(next) {
      const first = !view;
      view = next;
      // Whoever may only write notes starts there, unless they have typed something.
      if (first && view.whyNot.REPLY && !view.whyNot.NOTE && !text.value) mode = 'note';
      if (first) text.value = start();
      mentions.close();
      show();
      if (first) requestAnimationFrame(grow);
    },
    leave() {
      leaveDraft(ctx.me, id, mode, text.value);
      left = true;
    },
  };
}
