// An invitation: all that an invitee sees of a conversation until they accept.
import { el, words } from '../app/dom.js';
import { icon } from '../app/icons.js';
import { complaint } from '../app/states.js';
import { time, until } from '../app/time.js';
import { CHANNEL, LEVEL, LEVEL_SAYS, firstName } from '../app/words.js';

export function invitationCard(ctx, invitation, { short = false } = {}) {
  const trouble = complaint();
  const group = invitation.group && ctx.nameOf(invitation.group.id ?? invitation.group);
  const reason = el('input', { type: 'text', placeholder: 'Reason, if you like', 'aria-label': 'Why you decline, if you like', maxlength: 300, dir: 'auto' });
  const declining = el('div', { class: 'declining', hidden: true }, reason, el('button', { type: 'button', class: 'button small danger', on: { click: () => answer('refusal', reason.value.trim() ? { reason: reason.value.trim() } : {}, 'Declined.') } }, 'Decline'));
  const accept = el('button', { type: 'button', class: 'button primary small', data: { testid: 'accept' }, on: { click: () => answer('acceptance', {}, `You are in, as ${LEVEL[invitation.level].toLowerCase()}.`) } }, icon('check'), 'Accept');
  const decline = el('button', { type: 'button', class: 'button small', data: { testid: 'decline' }, on: { click: open } }, 'Decline');
  const acts = el('div', { class: 'invitation-acts' }, accept, group ? el('span', { class: 'hint' }, 'Leave it for a colleague, or accept first.') : decline);

  function open() {
    declining.hidden = false;
    decline.hidden = true;
    reason.focus();
  }
  async function answer(what, body, said) {
    accept.disabled = true;
    trouble.clear();
    try {
      await ctx.command(invitation.conversation, what, body, said);
      if (what === 'acceptance') {
        ctx.lists.choose('collaborating');
        ctx.show(invitation.conversation);
      } else if (!short) ctx.show(undefined);
    } catch (problem) {
      trouble.say(problem, ctx.nameOf);
      accept.disabled = false;
    }
  }

  return el(
    'article',
    { class: `invitation ${short ? '' : 'is-whole'}`, 'aria-label': `Invitation by ${invitation.invitedBy}`, data: { testid: 'invitation', conversation: invitation.conversation } },
    el('p', { class: 'invitation-head' }, icon('users'), el('span', {}, el('b', {}, words(invitation.invitedBy)), group ? ` asks ${group} for help` : ` asks you ${invitation.escalation ? 'as a lead' : 'for help'}`)),
    invitation.question && el('blockquote', { class: 'invitation-question words', dir: 'auto' }, invitation.question),
    el('p', { class: 'hint' }, `${CHANNEL[invitation.channel]} · as ${LEVEL[invitation.level].toLowerCase()}: ${LEVEL_SAYS[invitation.level]} · `, time(invitation.expiresAt, until)),
    !short && el('p', { class: 'hint' }, `Until you accept you see nothing else of it. ${firstName(invitation.invitedBy)} is told what you answer.`),
    acts,
    declining,
    trouble.node,
  );
}
