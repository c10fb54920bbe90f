// Hands a conversation over, to a person or a group; whoever hands it over can stay as a collaborator.
import { el, put } from '../app/dom.js';
import { combobox } from '../app/combobox.js';
import { icon } from '../app/icons.js';
import { avatar } from '../app/people.js';
import { complaint } from '../app/states.js';
import { PRESENCE } from '../app/words.js';

export function transferDialog(ctx, view) {
  let target;
  const trouble = complaint();
  const stay = el('input', { type: 'checkbox', data: { testid: 'transfer-stay' } });
  const canStay = view.field.visible && view.mine !== 'READER';
  const send = el('button', { type: 'submit', class: 'button primary', disabled: true, data: { testid: 'transfer-send' } }, 'Transfer');
  const says = el('p', { class: 'hint', 'aria-live': 'polite' }, 'Nobody is chosen yet.');
  const agents = ctx.all.agents.filter(agent => !agent.bot && agent.id !== view.assignee?.id);
  const option = (kind, one, name, words, picture) => ({
    id: one.id, label: name, kind, node: [picture, el('span', { class: 'option-words' }, el('span', { class: 'option-name' }, name), el('span', { class: 'option-says' }, words))],
  });
  const field = combobox({
    label: 'To whom',
    placeholder: 'Name of a person or group',
    testid: 'transfer-to',
    clearAfter: false,
    search: async query => {
      const fits = text => text.toLowerCase().includes(query.toLowerCase());
      return [
        { title: 'People', options: agents.filter(one => fits(`${one.name} ${ctx.all.groupsOf(one).join(' ')}`)).map(one => option('agent', one, one.id === ctx.me ? `${one.name} (you)` : one.name, [...ctx.all.groupsOf(one), PRESENCE[one.presence]].join(' · '), avatar(one, { presence: one.presence }))) },
        { title: 'Groups', options: ctx.all.groups.filter(one => fits(one.name)).map(one => option('group', one, one.name, 'goes into the queue of the group', el('span', { class: 'avatar hue-3' }, icon('users')))) },
      ];
    },
    choose: one => {
      target = one;
      send.disabled = false;
      says.textContent = one.kind === 'agent' ? `${one.label} becomes the assignee at once.` : `It waits in the queue of ${one.label}.`;
      stay.focus();
    },
  });
  field.input.addEventListener('input', () => {
    target = undefined;
    send.disabled = true;
  });
  const dialog = el('dialog', { class: 'is-tall', 'aria-labelledby': 'transfer-title', data: { testid: 'transfer-dialog' } });
  const form = el(
    'form',
    { class: 'dialog-body', method: 'dialog' },
    el('h2', { id: 'transfer-title' }, 'Transfer the conversation'),
    field.node,
    says,
    canStay
      ? el('label', { class: 'check-line' }, stay, el('span', {}, 'Keep me as collaborator', el('span', { class: 'hint block' }, 'You go on reading, writing notes and replying.')))
      : el('p', { class: 'hint' }, view.field.visible ? 'You take no part in it yourself, so you cannot stay.' : 'You cannot stay as collaborator: collaboration is switched off.'),
    trouble.node,
    el('div', { class: 'dialog-acts' }, el('button', { type: 'button', class: 'button', on: { click: () => dialog.close() } }, 'Cancel'), send),
  );
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (!target) return;
    send.disabled = true;
    trouble.clear();
    try {
      await ctx.command(view.id, 'transfer', { [target.kind]: target.id, stay: canStay && stay.checked }, `Transferred to ${target.label}.`);
      dialog.close();
    } catch (problem) {
      trouble.say(problem, ctx.nameOf);
      send.disabled = false;
    }
  });
  put(dialog, form);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
