// One entry. A note looks like nothing the customer could get: colour, hatched edge, lock, and words that say who reads it.
import { el, words } from '../app/dom.js';
import { icon } from '../app/icons.js';
import { avatar } from '../app/people.js';
import { timeOfDay, fullTime } from '../app/time.js';
import { list } from '../app/words.js';
import { eventIcon, eventWords } from './events.js';

const LABEL = { MESSAGE: 'Message of the customer', REPLY: 'Reply to the customer', NOTE: 'Internal note' };

/** Says who reads a note, from its audience. */
export function readers(entry, ctx) {
  const named = (entry.named ?? []).map(one => (one.id === ctx.me ? 'you' : one.name));
  if (entry.audience === 'ASSIGNEE') return 'for the assignee only';
  if (entry.audience === 'NAMED') return `for ${list(named)} only`;
  return 'for everyone on the conversation';
}

const stamp = at => el('time', { class: 'entry-time', datetime: at, title: fullTime(at) }, timeOfDay(at));

export function entryNode(entry, ctx, { view, goesOn = false, redact } = {}) {
  const test = { testid: 'entry', type: entry.type, sequence: entry.sequence };
  if (entry.type === 'EVENT') {
    return el(
      'li',
      { class: 'event', data: { ...test, kind: entry.kind } },
      icon(eventIcon(entry.kind)),
      el('span', { class: 'words' }, eventWords(entry, ctx, view.customer.name), entry.text && [': ', el('q', { dir: 'auto' }, entry.text)], entry.facts?.rule && el('span', { class: 'event-rule' }, ` by rule “${entry.facts.rule}”`)),
      stamp(entry.at),
    );
  }
  const mine = entry.author.kind === 'AGENT' && entry.author.id === ctx.me;
  const shownAs = entry.type === 'REPLY' && entry.presentedName && entry.presentedName !== entry.author.name ? entry.presentedName : undefined;
  const side = entry.type === 'MESSAGE' ? 'from-customer' : entry.type === 'NOTE' ? 'note' : 'reply';
  return el(
    'li',
    { class: `entry ${side} ${goesOn ? 'goes-on' : ''}`, 'aria-label': `${LABEL[entry.type]}, ${mine ? 'you' : entry.author.name}`, data: test },
    el('div', { class: 'entry-side' }, !goesOn && avatar(entry.author, { size: 'small' })),
    el(
      'div',
      { class: 'entry-body' },
      entry.type === 'NOTE' && el('p', { class: 'note-label' }, icon('lock'), el('b', {}, 'Internal note'), el('span', {}, readers(entry, ctx))),
      !goesOn && el(
        'p',
        { class: 'entry-head' },
        words(mine ? 'You' : entry.author.name, 'entry-author'),
        shownAs && el('span', { class: 'entry-as' }, ' shown as ', words(shownAs)),
        stamp(entry.at),
      ),
      entry.redacted
        ? el('p', { class: 'entry-text redacted' }, icon('trash'), 'Taken back')
        : el('p', { class: 'entry-text words', dir: 'auto' }, entry.type === 'NOTE' ? mentions(entry.text ?? '', ctx) : entry.text),
      redact && el('button', { type: 'button', class: 'icon-button small take-back', 'aria-label': 'Take back this entry', title: 'Take back', on: { click: () => redact(entry.sequence) } }, icon('undo')),
    ),
  );
}

/** Marks names after an @, and only names of agents there are. */
function mentions(text, ctx) {
  const names = ctx.all.agents.map(agent => agent.name).sort((one, other) => other.length - one.length);
  const parts = [];
  let rest = text;
  for (let at = rest.indexOf('@'); at >= 0; at = rest.indexOf('@', at)) {
    const name = names.find(one => rest.startsWith(one, at + 1));
    if (!name) {
      at += 1;
      continue;
    }
    parts.push(rest.slice(0, at), el('b', { class: 'mention' }, `@${name}`));
    rest = rest.slice(at + 1 + name.length);
    at = 0;
  }
  return [...parts, rest];
}
