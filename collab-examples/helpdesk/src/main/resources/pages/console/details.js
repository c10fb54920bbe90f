// The right pane: who is in, what can be done, what the case is.
import { el, put, words } from '../app/dom.js';
import { icon } from '../app/icons.js';
import { avatar } from '../app/people.js';
import { skeleton } from '../app/states.js';
import { time } from '../app/time.js';
import { CHANNEL, STATUS } from '../app/words.js';
import { actsSection } from './acts.js';
import { collaboratorsSection } from './collaborators.js';

export function detailsPane(ctx, pane) {
  let shown;
  let people;
  let parts;

  const section = (title, ...children) => el('section', { class: 'details-section' }, el('h3', {}, title), children);
  const head = () =>
    el('div', { class: 'details-head' }, el('button', { type: 'button', class: 'icon-button back', 'aria-label': 'Back to the conversation', on: { click: () => ctx.toggleDetails(false) } }, icon('back')), el('h2', { tabindex: '-1' }, 'Details'), el('button', { type: 'button', class: 'icon-button details-close', 'aria-label': 'Close the details', on: { click: () => ctx.toggleDetails(false) } }, icon('close')));

  function build(view) {
    people = collaboratorsSection(ctx, view.id);
    parts = { assignee: el('div', {}), acts: el('div', {}), facts: el('div', {}), mute: el('div', {}) };
    put(pane, head(), section('Assignee', parts.assignee), people.node, section('What you can do', parts.acts, parts.mute), section('The case', parts.facts));
  }

  function show(view, loading = false) {
    if (!view) {
      shown = undefined;
      put(pane, head(), loading ? skeleton('detail', 4) : el('p', { class: 'hint details-none' }, 'Who takes part, and what you can do, shows here once a conversation is open.'));
      return;
    }
    if (shown !== view.id) build(view);
    shown = view.id;
    redo(parts.assignee, [view.assignee, view.group], () => assignee(view));
    people.view(view);
    redo(parts.acts, [view.whyNot, view.assignee, view.status, view.mine, view.field.visible], () => actsSection(ctx, view));
    redo(parts.mute, [view.mine, view.muted], () => mute(view));
    redo(parts.facts, [view.topics, view.attributes, view.status, view.group], () => facts(view));
  }

  // Made anew only if it differs, so that the focus stays where it is while others work.
  function redo(node, from, make) {
    const print = JSON.stringify(from);
    if (node.dataset.print === print) return;
    node.dataset.print = print;
    const act = node.contains(document.activeElement) ? document.activeElement.dataset.act : undefined;
    put(node, make());
    if (act) (node.querySelector(`[data-act="${act}"]`) ?? pane.querySelector('h2')).focus();
  }

  const assignee = view =>
    view.assignee
      ? el('div', { class: 'person-line', data: { testid: 'assignee' } }, avatar(view.assignee, { presence: ctx.all.agent(view.assignee.id)?.presence }), el('span', { class: 'option-words' }, words(view.assignee.id === ctx.me ? `${view.assignee.name} (you)` : view.assignee.name, 'option-name'), el('span', { class: 'option-says' }, 'Accountable for the conversation')))
      : el('p', { class: 'hint', data: { testid: 'assignee' } }, `Nobody yet. It waits in the queue${view.group ? ` of ${view.group.name}` : ''}.`);

  function mute(view) {
    if (view.mine === 'READER') return undefined;
    if (view.mine === 'ASSIGNEE') {
      return el('p', { class: 'not-possible', data: { testid: 'why-not-mute' } }, icon('mute'), el('span', {}, el('span', { class: 'not-name' }, 'Mute notices'), el('span', { class: 'not-why' }, 'Collaborators mute it; the assignee is told of everything.')));
    }
    const run = () => ctx.tryCommand(view.id, 'muting', { muted: !view.muted }, view.muted ? 'You are told of everything again.' : 'Muted. Mentions, invitations and removal still reach you.');
    return el('button', { type: 'button', class: 'button quiet wide', 'aria-pressed': String(view.muted), data: { act: 'mute', testid: 'mute' }, on: { click: run } }, icon(view.muted ? 'mute' : 'sound'), 'Mute notices');
  }

  const fact = (name, ...value) => [el('dt', {}, name), el('dd', {}, value)];
  const facts = view =>
    el('dl', { class: 'facts' },
      fact('State', STATUS[view.status]),
      fact('Channel', CHANNEL[view.channel]),
      view.group && fact('Group', view.group.name),
      view.topics.length > 0 && fact('Topics', el('span', { class: 'chips' }, view.topics.map(topic => el('span', { class: 'chip wrap' }, topic)))),
      Object.entries(view.attributes).map(([name, value]) => fact(name, words(value))),
      fact('Opened', time(view.openedAt)),
      view.followUpOf && fact('Follows', el('code', {}, view.followUpOf)),
      view.mergedInto && fact('Goes on in', el('a', { href: `/console?as=${ctx.me}&conversation=${encodeURIComponent(view.mergedInto)}` }, 'another conversation')));

  return { show, focus: () => pane.querySelector('h2')?.focus({ preventScroll: true }) };
}
