// The collaborator field: who is in and at which level, whom one may add, and why not where one may not.
import { read } from '../app/api.js';
import { el, fresh, keyed, put, words } from '../app/dom.js';
import { combobox } from '../app/combobox.js';
import { icon } from '../app/icons.js';
import { avatar, presenceWords } from '../app/people.js';
import { explain, whyNot } from '../app/reasons.js';
import { complaint } from '../app/states.js';
import { time, until } from '../app/time.js';
import { toast } from '../app/toast.js';
import { LEVEL, LEVELS, LEVEL_SAYS, firstName } from '../app/words.js';

export function collaboratorsSection(ctx, id) {
  let view;
  const trouble = complaint();
  const people = el('ul', { class: 'people-lines', data: { testid: 'collaborators' } });
  const invited = el('ul', { class: 'people-lines', data: { testid: 'invitations' } });
  const nobody = el('p', { class: 'hint' }, 'Nobody besides the assignee.');
  const notHere = el('p', { class: 'not-possible', data: { testid: 'why-not-add' } });
  const number = el('span', { class: 'chip', data: { testid: 'collaborator-count' } });
  const adding = addField();
  const node = el('section', { class: 'details-section', data: { testid: 'collaborator-field' } }, el('h3', { class: 'with-count' }, 'Collaborators ', number), people, invited, nobody, adding.node, trouble.node, notHere);

  async function run(what, body, said) {
    trouble.clear();
    try {
      return await ctx.command(id, what, body, said);
    } catch (problem) {
      trouble.say(problem, ctx.nameOf);
      return undefined;
    }
  }

  function addField() {
    const levelId = fresh('level');
    const questionId = fresh('question');
    const level = el('select', { id: levelId, class: 'small', data: { testid: 'add-level' } }, el('option', { value: '' }, 'As high as the rules allow'), [...LEVELS].reverse().map(one => el('option', { value: one }, `${LEVEL[one]}: ${LEVEL_SAYS[one]}`)));
    const question = el('input', { id: questionId, type: 'text', maxlength: 500, dir: 'auto', placeholder: 'What do you want to know?', data: { testid: 'add-question' } });
    const fromNow = el('input', { type: 'checkbox', data: { testid: 'add-from-now' } });
    const options = () => ({ ...(level.value ? { level: level.value } : {}), ...(question.value.trim() ? { question: question.value.trim() } : {}), ...(fromNow.checked ? { window: 'FROM_ADD' } : {}) });
    const field = combobox({
      label: 'Add a colleague',
      placeholder: 'Search a name or group',
      testid: 'add-search',
      search: async query => {
        const found = await read(`${ctx.path(id)}/candidates`, { q: query });
        const groups = ctx.all.groups.filter(one => query && one.name.toLowerCase().includes(query.toLowerCase()));
        return [
          { options: found.candidates.map(one => ({ id: one.id, label: one.name, person: one, node: candidate(one) })), note: found.candidates.length || groups.length ? (found.next ? 'There are more; type on.' : '') : query ? 'Nobody you may add fits.' : 'There is nobody left whom you may add.' },
          { title: 'Ask a whole group', options: groups.map(one => ({ id: one.id, label: one.name, group: one, node: [el('span', { class: 'avatar hue-3' }, icon('users')), el('span', { class: 'option-words' }, el('span', { class: 'option-name' }, one.name), el('span', { class: 'option-says' }, 'the first who accepts is in'))] })) },
        ];
      },
      choose: one => (one.group ? askGroup(one.group) : addPerson(one.person)),
    });
    async function addPerson(person) {
      const done = await run('collaborators', { agent: person.id, ...options() });
      if (!done) return;
      question.value = '';
      const offline = done.offline ? ' They are offline now.' : '';
      if (done.known) toast(`${person.name} ${done.invited ? 'is invited' : 'is in'} already.`);
      else if (done.invited) toast(`${person.name} is invited${done.level ? ` as ${LEVEL[done.level].toLowerCase()}` : ''}.${offline}`);
      else toast(`${person.name} is in${done.level ? ` as ${LEVEL[done.level].toLowerCase()}` : ''}.${offline}`, { undo: () => run(`collaborators/${encodeURIComponent(person.id)}/removal`, {}, `${person.name} is off again.`) });
    }
    async function askGroup(group) {
      const { window: left, ...rest } = options();
      if (await run('group-invitations', { group: group.id, ...rest }, `${group.name} is asked.`)) question.value = '';
    }
    const more = el(
      'details',
      { class: 'add-more' },
      el('summary', {}, icon('gear'), 'Level, question, history'),
      el('div', { class: 'add-options' },
        el('div', {}, el('label', { class: 'label', for: levelId }, 'Level'), level),
        el('div', {}, el('label', { class: 'label', for: questionId }, 'Question, if they are invited'), question),
        el('label', { class: 'check-line' }, fromNow, el('span', {}, 'Reads from now on only'))),
    );
    return { node: el('div', { class: 'add-field' }, field.node, more) };
  }

  const candidate = one => [
    avatar(one, { presence: one.presence, bot: one.bot }),
    el('span', { class: 'option-words' }, el('span', { class: 'option-name' }, one.name), el('span', { class: 'option-says' }, [one.bot && 'Bot', ...one.groups.map(group => group.name)].filter(Boolean).join(', ') || 'No group')),
    presenceWords(one.presence),
    icon('plus'),
  ];

  function line(one) {
    const me = one.agent.id === ctx.me;
    const canLevel = !view.whyNot.CHANGE_LEVEL && !one.suspended;
    // Collaborators take off only those they added themselves.
    const canRemove = !me && !view.whyNot.REMOVE && (view.mine === 'ASSIGNEE' || view.mine === 'READER' || one.addedBy.id === ctx.me || ctx.person.role);
    const level = canLevel
      ? el('select', { class: 'small level', 'aria-label': `Level of ${one.agent.name}`, on: { change: event => setLevel(one, event.target) } }, LEVELS.map(value => el('option', { value, selected: value === one.level }, LEVEL[value])))
      : el('span', { class: 'chip', title: LEVEL_SAYS[one.level] }, LEVEL[one.level]);
    const end = me
      ? view.whyNot.LEAVE ? undefined : el('button', { type: 'button', class: 'button small', data: { testid: 'leave' }, on: { click: leave } }, icon('door'), 'Leave')
      : canRemove && el('button', { type: 'button', class: 'icon-button small', 'aria-label': `Take off ${one.agent.name}`, title: 'Take off', data: { testid: 'remove' }, on: { click: () => run(`collaborators/${encodeURIComponent(one.agent.id)}/removal`, {}, `${one.agent.name} is off.`) } }, icon('close'));
    const by = me && one.addedBy.id === ctx.me ? 'you stayed or joined' : one.addedBy.id === one.agent.id ? 'on their own' : `by ${one.addedBy.id === ctx.me ? 'you' : firstName(one.addedBy.name)}`;
    return el(
      'li',
      { class: 'person-line', data: { testid: 'collaborator', agent: one.agent.id } },
      avatar(one.agent, { presence: ctx.all.agent(one.agent.id)?.presence, bot: ctx.all.agent(one.agent.id)?.bot }),
      el('span', { class: 'option-words' }, words(me ? `${one.agent.name} (you)` : one.agent.name, 'option-name'), el('span', { class: 'option-says' }, by, one.suspended && ' · paused', one.escalation && ' · escalation', one.until && [' · ', time(one.until, until)])),
      el('span', { class: 'line-acts' }, level, end),
    );
  }

  function invitation(one) {
    const who = one.agent ?? one.group;
    const back = one.group ? `group-invitations/${encodeURIComponent(one.group.id)}/withdrawal` : `collaborators/${encodeURIComponent(one.agent.id)}/removal`;
    return el(
      'li',
      { class: 'person-line is-invited', data: { testid: 'pending', agent: who.id } },
      one.group ? el('span', { class: 'avatar hue-3', 'aria-hidden': 'true' }, icon('users')) : avatar(one.agent),
      el('span', { class: 'option-words' }, words(who.name, 'option-name'), el('span', { class: 'option-says' }, `invited as ${LEVEL[one.level].toLowerCase()} · `, time(one.expiresAt, until))),
      (!view.whyNot.REMOVE || one.invitedBy.id === ctx.me) && el('button', { type: 'button', class: 'icon-button small', 'aria-label': `Take back the invitation of ${who.name}`, title: 'Take back', on: { click: () => run(back, {}, 'The invitation is taken back.') } }, icon('close')),
    );
  }

  async function setLevel(one, select) {
    const done = await run(`collaborators/${encodeURIComponent(one.agent.id)}/level`, { level: select.value }, `${one.agent.name} is now ${LEVEL[select.value].toLowerCase()}.`);
    if (!done) select.value = one.level;
  }
  async function leave() {
    try {
      await ctx.command(id, 'leaving', {}, 'You left the conversation.');
    } catch (problem) {
      if (!problem.gone) toast(explain(problem, ctx.nameOf), { kind: 'error' });
    }
  }

  return {
    node,
    view(next) {
      view = next;
      const { field } = view;
      const rights = [view.whyNot.CHANGE_LEVEL, view.whyNot.REMOVE, view.whyNot.LEAVE, view.mine];
      keyed(people, field.collaborators, { key: one => one.agent.id, make: line, print: one => JSON.stringify([one, rights]) });
      keyed(invited, field.invitations, { key: one => one.id, make: invitation, print: one => JSON.stringify([one, rights]) });
      const total = field.collaborators.length + field.invitations.length;
      number.textContent = String(total);
      number.hidden = !total;
      nobody.hidden = total > 0 || !field.visible;
      adding.node.hidden = !field.editable;
      notHere.hidden = field.editable;
      if (!field.editable) put(notHere, icon('users'), el('span', {}, el('span', { class: 'not-name' }, 'Add a colleague'), el('span', { class: 'not-why' }, whyNot('ADD', field.visible ? field.whyNot ?? 'NOT_PERMITTED' : 'COLLABORATION_OFF', view))));
    },
  };
}
