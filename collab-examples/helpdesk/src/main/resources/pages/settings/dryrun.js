// Asks the draft, before it is saved: what would adding somebody come to, and what would change for open conversations.
import { act, read } from '../app/api.js';
import { el, fresh, put, words } from '../app/dom.js';
import { icon } from '../app/icons.js';
import { ruleSays, sentence } from '../app/reasons.js';
import { complaint } from '../app/states.js';
import { long, seconds } from '../app/time.js';
import { CHANNEL, LEVEL, LEVELS, count, list } from '../app/words.js';
import { splitWords } from './fields.js';

const STANDING = { ASSIGNEE: 'as the assignee', COLLABORATOR: 'as a collaborator', OUTSIDE: 'from outside', QUEUED: 'while nobody has it' };

export function dryRun(all, home, draft) {
  const options = entries => entries.map(([value, name]) => el('option', { value }, name));
  const field = (label, control) => {
    const id = fresh('try');
    control.id = id;
    return el('div', {}, el('label', { class: 'label', for: id }, label), control);
  };
  const agents = all.agents.map(agent => [agent.id, agent.name]);
  const who = el('select', { data: { testid: 'try-who' } }, options(agents.filter(([id]) => !all.agent(id).bot)));
  const standing = el('select', { data: { testid: 'try-standing' }, on: { change: () => (ownLevel.hidden = standing.value !== 'COLLABORATOR') } }, options(Object.entries(STANDING)));
  const own = el('select', {}, options([...LEVELS].reverse().map(one => [one, LEVEL[one]])));
  const ownLevel = field('Their own level', own);
  ownLevel.hidden = true;
  const whom = el('select', { data: { testid: 'try-whom' } }, options(agents));
  whom.value = 'bo';
  const level = el('select', {}, options([['', 'As high as possible'], ...[...LEVELS].reverse().map(one => [one, LEVEL[one]])]));
  const channel = el('select', {}, options(Object.entries(CHANNEL)));
  const group = el('select', {}, options([...all.groups.map(one => [one.id, one.name]), ['', 'No group']]));
  const topics = el('input', { type: 'text', placeholder: 'returns, sizing' });
  const attributes = el('input', { type: 'text', placeholder: 'tier=gold' });
  const trouble = complaint();
  const result = el('div', { class: 'try-result', 'aria-live': 'polite', data: { testid: 'try-result' } });
  const changes = el('div', { class: 'try-result', 'aria-live': 'polite', data: { testid: 'try-changes' } });

  async function ask() {
    trouble.clear();
    const body = {
      collaboration: draft(),
      supposed: {
        agent: who.value, standing: standing.value, ...(standing.value === 'COLLABORATOR' ? { level: own.value } : {}), channel: channel.value,
        ...(group.value ? { group: group.value } : {}), topics: splitWords(topics.value),
        attributes: Object.fromEntries(splitWords(attributes.value).map(one => one.split('=').map(side => side.trim())).filter(([name, value]) => name && value)),
      },
      candidate: whom.value,
      ...(level.value ? { level: level.value } : {}),
    };
    try {
      put(result, answer(await act(`${home}/dry-run/adding`, body)));
    } catch (problem) {
      trouble.say(problem, all.nameOf);
    }
  }
  function answer(said) {
    const name = all.nameOf(whom.value);
    if (said.allowed) {
      return el('div', { class: 'verdict is-yes' }, icon('check'), el('div', {}, el('p', {}, el('b', {}, said.acceptance === 'INVITATION' ? `${name} would be invited, as ${LEVEL[said.level].toLowerCase()}` : `${name} would be in at once, as ${LEVEL[said.level].toLowerCase()}`), said.timeBox ? `, for ${long(seconds(said.timeBox))}` : '', '.'), el('p', { class: 'hint' }, said.rule ? `By the rule “${said.rule}”.` : '', said.escalation ? ' Counts as an escalation.' : '', said.offline ? ` ${name} is offline now.` : '')));
    }
    return el('div', { class: 'verdict is-no' }, icon('close'), el('div', {}, el('p', {}, el('b', {}, sentence(said.reason))), said.rules?.length ? el('ul', { class: 'hint' }, said.rules.map(one => el('li', {}, ruleSays(one)))) : undefined));
  }
  async function compare() {
    trouble.clear();
    try {
      const found = [];
      let cursor;
      do {
        const page = await act(`${home}/dry-run/changes`, { collaboration: draft(), ...(cursor ? { cursor } : {}) });
        found.push(...page.changes);
        cursor = page.next;
      } while (cursor && found.length < 200);
      put(changes, found.length ? changesList(found, await titles(home)) : el('p', { class: 'hint' }, 'Nothing would change for the open conversations.'));
    } catch (problem) {
      trouble.say(problem, all.nameOf);
    }
  }
  const node = el(
    'section',
    { id: 'try', class: 'setting-section card', 'aria-labelledby': 'try-title' },
    el('div', { class: 'section-head' }, el('h2', { id: 'try-title' }, 'Try it out'), el('p', { class: 'hint' }, 'Asks the draft above. Nothing is saved, nobody is told.')),
    el('form', { class: 'try-form', 'aria-label': 'Who adds whom', on: { submit: event => (event.preventDefault(), ask()) } },
      field('Who adds', who), field('Standing', standing), ownLevel, field('Whom', whom), field('Level', level), field('Channel', channel), field('Group', group), field('Topics', topics), field('Attributes', attributes),
      el('div', { class: 'try-acts' }, el('button', { type: 'submit', class: 'button', data: { testid: 'try' } }, icon('spark'), 'Ask the draft'), el('button', { type: 'button', class: 'button', data: { testid: 'try-open' }, on: { click: compare } }, 'What would change now'))),
    trouble.node,
    result,
    changes,
  );
  return { node };
}

const adds = one => (!one ? 'nobody is assigned' : one.whyNot ? `nobody can be added (${sentence(one.whyNot).replace(/\.$/, '').toLowerCase()})` : `adds up to ${LEVEL[one.upTo]?.toLowerCase() ?? 'nothing'}${one.hasPlace ? '' : ', but no place is free'}`);

/** What conversations are called; an id says nothing to anybody. */
export async function titles(home) {
  try {
    const { rows } = await read(`${home}/conversations`);
    return new Map(rows.map(row => [row.id, `${row.customerName}: ${row.subject ?? CHANNEL[row.channel].toLowerCase()}`]));
  } catch {
    return new Map();
  }
}

/** For each open conversation that would be different: who would go, and what its assignee could add. */
export const changesList = (found, called) =>
  el('ul', { class: 'would-change', tabindex: '0', 'aria-label': 'What would change' }, found.map(one =>
    el('li', {},
      el('p', {}, el('b', {}, words(called.get(one.conversation) ?? one.conversation)), el('span', { class: 'hint' }, one.assignee ? words(one.assignee.name) : 'in the queue')),
      one.ending.length > 0 && el('p', {}, icon('door'), `${list(one.ending.map(ended => `${ended.agent.name} (${LEVEL[ended.level].toLowerCase()})`))} would go`),
      one.cancelled > 0 && el('p', {}, icon('close'), `${count(one.cancelled, 'invitation')} would be cancelled`),
      JSON.stringify(one.before) !== JSON.stringify(one.after) && el('p', { class: 'hint' }, `Before: ${adds(one.before)}. Then: ${adds(one.after)}.`))));
