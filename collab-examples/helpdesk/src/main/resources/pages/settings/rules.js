// The rules: who may add whom, in which case, up to which level. Tried in order, so their order can be changed.
import { el, fresh, put } from '../app/dom.js';
import { icon } from '../app/icons.js';
import { long, seconds } from '../app/time.js';
import { ADDER, CANDIDATES, CHANNEL, LEVEL, LEVELS, LEVEL_SAYS, list } from '../app/words.js';
import { durationField, picks, splitWords } from './fields.js';

const EMPTY = () => ({ name: '', who: ['ASSIGNEE'], whoGroups: [], whom: ['ANYONE'], whomGroups: [], when: { channels: [], groups: [], topics: [], attributes: {} }, upTo: 'RESPONDER', acceptance: 'INSTANT' });

export function rulesEditor(state, all) {
  const cards = el('ol', { class: 'rules', data: { testid: 'rules' } });
  const status = el('p', { class: 'off-screen', role: 'status' });
  const groups = all.groups.map(group => [group.id, group.name]);
  const names = ids => list(ids.map(id => all.nameOf(id)), 'or');
  let opened;

  const rules = () => state.draft.collaboration.rules;
  const save = next => {
    state.draft.collaboration.rules = next;
    state.changed();
  };

  function says(rule) {
    const who = list(rule.who.map(one => ADDER[one].toLowerCase()), 'or') || 'nobody';
    const whom = list(rule.whom.map(one => (one === 'NAMED_GROUPS' ? `agents of ${names(rule.whomGroups) || 'no group'}` : CANDIDATES[one].toLowerCase())), 'or') || 'nobody';
    const { channels, groups: of, topics, attributes } = rule.when;
    const cases = [...channels.map(one => CHANNEL[one].toLowerCase()), ...of.map(all.nameOf), ...topics, ...Object.entries(attributes).map(([name, values]) => `${name} = ${list(values, 'or')}`)];
    return `${who[0].toUpperCase()}${who.slice(1)} ${rule.acceptance === 'INVITATION' ? 'may invite' : 'may add'} ${whom}${cases.length ? ` (${cases.join(', ')})` : ''}, up to ${LEVEL[rule.upTo].toLowerCase()}${rule.timeBox ? `, for ${long(seconds(rule.timeBox))}` : ''}`;
  }

  function draw() {
    put(cards, rules().map((rule, index) => card(rule, index)));
    if (!rules().length) put(cards, el('li', { class: 'hint no-rules' }, 'There are no rules: nobody may add anybody.'));
  }

  function card(rule, index) {
    const summary = el('span', { class: 'rule-says words' }, says(rule));
    const title = el('span', { class: 'rule-name words', dir: 'auto' }, rule.name || 'New rule');
    // Typing must not lose its place, so a card is not drawn anew by its own changes.
    const change = (name, value) => {
      rule[name] = value;
      title.textContent = rule.name || 'New rule';
      summary.textContent = says(rule);
      save(rules());
    };
    const move = step => {
      const next = [...rules()];
      next.splice(index + step, 0, ...next.splice(index, 1));
      save(next);
      draw();
      status.textContent = `${rule.name} is now rule ${index + step + 1}.`;
      cards.children[index + step]?.querySelector(step < 0 ? '.rule-up:not(:disabled), .rule-down' : '.rule-down:not(:disabled), .rule-up')?.focus();
    };
    const remove = () => {
      save(rules().filter(one => one !== rule));
      draw();
      status.textContent = `${rule.name || 'The rule'} is removed from the draft.`;
      (cards.querySelector('summary') ?? adding).focus();
    };
    const body = el('details', { class: 'rule-more', open: opened === rule }, el('summary', {}, el('span', { class: 'rule-number' }, index + 1), el('span', { class: 'rule-words' }, title, summary)));
    // Filled when opened: a closed card costs nothing.
    const fill = () => body.childElementCount < 2 && body.append(ruleForm(rule, change));
    body.addEventListener('toggle', () => body.open && fill());
    if (opened === rule) fill();
    return el(
      'li',
      { class: 'rule card', data: { testid: 'rule' } },
      body,
      el('span', { class: 'rule-acts' },
        el('button', { type: 'button', class: 'icon-button small rule-up', disabled: index === 0, 'aria-label': `Try rule ${index + 1} earlier`, on: { click: () => move(-1) } }, icon('up')),
        el('button', { type: 'button', class: 'icon-button small rule-down', disabled: index === rules().length - 1, 'aria-label': `Try rule ${index + 1} later`, on: { click: () => move(1) } }, icon('down')),
        el('button', { type: 'button', class: 'icon-button small', 'aria-label': `Remove rule ${index + 1}`, on: { click: remove } }, icon('trash'))),
    );
  }

  function ruleForm(rule, change) {
    const nameId = fresh('rule');
    const topicsId = fresh('topics');
    const attributesId = fresh('attributes');
    const levelName = fresh('level');
    const when = (part, value) => change('when', { ...rule.when, [part]: value });
    const whomGroups = el('div', { hidden: !rule.whom.includes('NAMED_GROUPS') }, picks('Which groups', groups, rule.whomGroups, value => change('whomGroups', value)));
    const boxPlace = el('span', { hidden: !rule.timeBox }, durationField(rule.timeBox ?? 'PT2H', value => change('timeBox', value), 'How long'));
    const box = el('input', { type: 'checkbox', checked: Boolean(rule.timeBox), on: { change: event => ((boxPlace.hidden = !event.target.checked), change('timeBox', event.target.checked ? 'PT2H' : undefined)) } });
    return el(
      'div',
      { class: 'rule-form' },
      el('div', {}, el('label', { class: 'label', for: nameId }, 'Name'), el('input', { id: nameId, type: 'text', value: rule.name, maxlength: 200, dir: 'auto', data: { testid: 'rule-name' }, on: { input: event => change('name', event.target.value) } })),
      picks('Who may add', Object.entries(ADDER), rule.who, value => change('who', value)),
      picks('Only if they belong to', groups, rule.whoGroups, value => change('whoGroups', value), 'None ticked: whatever their groups.'),
      picks('Whom', Object.entries(CANDIDATES), rule.whom, value => {
        change('whom', value);
        whomGroups.hidden = !value.includes('NAMED_GROUPS');
        if (whomGroups.hidden) change('whomGroups', []);
      }),
      whomGroups,
      el('fieldset', { class: 'when' },
        el('legend', { class: 'label' }, 'In which case'),
        el('p', { class: 'hint' }, 'What is left empty holds always.'),
        picks('Channel', Object.entries(CHANNEL), rule.when.channels, value => when('channels', value)),
        picks('Group of the conversation', groups, rule.when.groups, value => when('groups', value)),
        el('div', { class: 'two' },
          el('div', {}, el('label', { class: 'label', for: topicsId }, 'Topics, with commas'), el('input', { id: topicsId, type: 'text', value: rule.when.topics.join(', '), on: { input: event => when('topics', splitWords(event.target.value)) } })),
          el('div', {}, el('label', { class: 'label', for: attributesId }, 'Attributes, like tier=gold|silver'), el('input', { id: attributesId, type: 'text', value: attributesText(rule.when.attributes), on: { input: event => when('attributes', attributesOf(event.target.value)) } })))),
      el('fieldset', { class: 'picks' }, el('legend', { class: 'label' }, 'Up to which level'),
        el('div', { class: 'pick-row' }, LEVELS.map(one => el('label', { class: 'pick' }, el('input', { type: 'radio', name: levelName, value: one, checked: rule.upTo === one, on: { change: () => change('upTo', one) } }), el('span', {}, LEVEL[one], el('span', { class: 'off-screen' }, `: ${LEVEL_SAYS[one]}`)))))),
      el('label', { class: 'check-line' }, el('input', { type: 'checkbox', checked: rule.acceptance === 'INVITATION', on: { change: event => change('acceptance', event.target.checked ? 'INVITATION' : 'INSTANT') } }), 'They are asked first, and may decline'),
      el('div', { class: 'time-box' }, el('label', { class: 'check-line' }, box, 'Only for a time'), boxPlace),
    );
  }

  const adding = el('button', {
    type: 'button', class: 'button', data: { testid: 'add-rule' }, on: {
      click: () => {
        const names = new Set(rules().map(rule => rule.name));
        let number = rules().length + 1;
        while (names.has(`rule ${number}`)) number += 1;
        opened = { ...EMPTY(), name: `rule ${number}` };
        save([...rules(), opened]);
        draw();
        cards.lastElementChild.querySelector('input').select();
      },
    },
  }, icon('plus'), 'Add a rule');
  draw();
  return { node: el('div', { class: 'rules-editor' }, cards, adding, status), draw };
}

const attributesText = attributes => Object.entries(attributes).map(([name, values]) => `${name}=${values.join('|')}`).join(', ');
const attributesOf = text =>
  Object.fromEntries(splitWords(text).map(one => one.split('=')).filter(([name, values]) => name.trim() && values?.trim()).map(([name, values]) => [name.trim(), values.split('|').map(value => value.trim()).filter(Boolean)]));
