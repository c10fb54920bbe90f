// The settings of an inbox: a draft to change, what is saved read back as sentences, and who changed what when.
import { act, base, part, read } from '../app/api.js';
import { el, put, words } from '../app/dom.js';
import { icon } from '../app/icons.js';
import { listen } from '../app/live.js';
import { explain } from '../app/reasons.js';
import { shell } from '../app/shell.js';
import { complaint, failed, skeleton } from '../app/states.js';
import { toast } from '../app/toast.js';
import { count } from '../app/words.js';
import { changesList, dryRun, titles } from './dryrun.js';
import { settingRow } from './fields.js';
import { history } from './history.js';
import { FIELDS, SECTIONS, differences, onTop, same } from './model.js';
import { rulesEditor } from './rules.js';
import { conflict } from './conflict.js';

const main = document.querySelector('main');

async function start() {
  const { me, all } = await shell('settings');
  const inbox = all.inboxes[0];
  const home = `${base('admins', me)}/inboxes/${part(inbox.id)}`;
  const state = { saved: undefined, draft: undefined, changed: () => {} };
  put(main, skeleton('row', 6));
  const [saved, { presets }] = await Promise.all([read(`${home}/settings`), read(`${home}/presets`)]);
  state.saved = saved;
  state.draft = structuredClone(saved);

  const form = el('div', { class: 'settings-form' });
  const sentences = el('ul', { class: 'sentences', data: { testid: 'sentences' } });
  const past = history(all, home);
  const trial = dryRun(all, home, () => state.draft.collaboration);
  const trouble = complaint();
  const clash = el('div', { class: 'clash', hidden: true, role: 'alert', data: { testid: 'stale' } });
  const changedCount = el('span', { class: 'save-says', role: 'status' });
  const saveButton = el('button', { type: 'button', class: 'button primary', data: { testid: 'save' }, on: { click: save } }, 'Save');
  const bar = el('div', { class: 'save-bar', role: 'region', 'aria-label': 'Unsaved changes', hidden: true, data: { testid: 'save-bar' } }, trouble.node, clash, el('div', { class: 'save-line' }, changedCount, el('button', { type: 'button', class: 'button', on: { click: discard } }, 'Discard'), saveButton));
  const search = el('input', { type: 'search', id: 'find', placeholder: 'Find a setting', data: { testid: 'find' }, on: { input: find } });
  const found = el('p', { class: 'hint', role: 'status' });
  const links = [...SECTIONS, { id: 'try', title: 'Try it out' }, { id: 'history', title: 'Changes' }];
  put(
    main,
    el('div', { class: 'settings-head' }, el('div', { class: 'page-head' }, el('h1', {}, 'Settings'), el('p', { class: 'lead' }, 'Inbox ', el('b', {}, words(inbox.name)), '. Agents follow what is saved here at their next act.')),
      el('div', { class: 'find' }, el('label', { class: 'off-screen', for: 'find' }, 'Find a setting'), el('div', { class: 'search-field' }, icon('search'), search), found)),
    el('div', { class: 'settings-body' },
      el('nav', { class: 'settings-nav', 'aria-label': 'Sections' }, el('ul', {}, links.map(one => el('li', {}, el('a', { href: `#${one.id}` }, one.title))))),
      el('div', { class: 'settings-main' }, form, trial.node, past.node),
      el('aside', { class: 'reads card', 'aria-labelledby': 'reads', tabindex: '0' }, el('h2', { id: 'reads' }, icon('eye'), 'What is saved, in words'), sentences)),
    bar,
  );

  let rules;
  let toggle;
  function draw() {
    rules = rulesEditor(state, all);
    toggle = el('input', { id: 'enabled', type: 'checkbox', role: 'switch', class: 'switch', checked: state.saved.collaboration.enabled, 'aria-describedby': 'enabled-says', data: { testid: 'enabled' }, on: { change: switchOver } });
    put(form, SECTIONS.map(section =>
      el('section', { id: section.id, class: 'setting-section card', 'aria-labelledby': `${section.id}-title` },
        el('div', { class: 'section-head' }, el('h2', { id: `${section.id}-title` }, section.title), el('p', { class: 'hint' }, section.says)),
        section.id === 'collaboration' && [enabling(), rulesPart()],
        FIELDS.filter(field => field.section === section.id).map(field => settingRow(field, state)))));
    find();
  }
  const enabling = () =>
    el('div', { class: `enabling ${state.saved.collaboration.enabled ? 'is-on' : ''}`, data: { words: 'enable collaboration switch on off collaborators' } },
      el('div', { class: 'setting-words' }, el('label', { class: 'enabling-label', for: 'enabled' }, 'Agents may collaborate'), el('p', { class: 'hint', id: 'enabled-says' }, state.saved.collaboration.enabled ? 'On. Every open conversation has the collaborator field.' : 'Off. Nobody can be added or invited, and the field is hidden.', ' Saved at once.')),
      toggle);
  const rulesPart = () =>
    el('div', { class: 'setting-rules', data: { words: 'rules who may add whom case level preset group topic attribute channel time invitation acceptance' } },
      el('div', { class: 'rules-head' }, el('div', {}, el('h3', {}, 'Who may add whom'), el('p', { class: 'hint' }, 'Tried from the top. The first rule that allows decides; whom no rule allows cannot be added.')), presetField()),
      rules.node);
  const presetField = () =>
    el('select', { class: 'small presets', 'aria-label': 'Start from a preset', data: { testid: 'preset' }, on: {
      change: event => {
        const preset = presets.find(one => one.id === event.target.value);
        if (!preset) return;
        // Whether it is on is switched above, and never by choosing a preset.
        state.draft.collaboration = { ...structuredClone(preset.collaboration), enabled: state.draft.collaboration.enabled };
        draw();
        showBar();
        toast(`“${preset.name}” is in the draft. Nothing is saved yet.`);
        form.querySelector('.presets').focus();
      },
    } }, el('option', { value: '' }, 'Start from a preset'), presets.map(one => el('option', { value: one.id }, one.name)));

  function showBar() {
    const differs = differences(state.saved, state.draft);
    bar.hidden = !differs.length;
    changedCount.textContent = differs.length ? `${count(differs.length, 'unsaved change')}` : '';
    trouble.clear();
    if (!differs.length) clash.hidden = true;
  }
  state.changed = showBar;

  async function readSaved() {
    const now = await read(`${home}/settings`);
    state.draft = onTop(state.saved, state.draft, now);
    state.saved = now;
    draw();
    showBar();
  }
  async function readWords() {
    try {
      const { sentences: all } = await read(`${home}/sentences`);
      put(sentences, all.map(one => el('li', { class: `sentence about-${one.about.toLowerCase()}` }, words(one.text))));
    } catch (problem) {
      put(sentences, el('li', {}, failed(problem, readWords)));
    }
  }
  const after = () => Promise.all([readSaved(), readWords(), past.load()]);

  async function save() {
    saveButton.disabled = true;
    trouble.clear();
    try {
      await act(`${home}/settings`, { ...state.draft, revision: state.saved.revision }, 'PUT');
      state.saved = structuredClone(state.draft);
      clash.hidden = true;
      await after();
      main.focus({ preventScroll: true });
      toast('Saved.');
    } catch (problem) {
      if (problem.reason === 'STALE_SETTINGS') await showClash();
      else trouble.say(problem, all.nameOf);
    }
    saveButton.disabled = false;
  }
  async function showClash() {
    const theirs = await read(`${home}/settings`);
    const { changes } = await read(`${home}/history`, { limit: 1 });
    put(clash, conflict({
      by: changes[0]?.by, differs: differences(state.saved, theirs), mine: differences(state.saved, state.draft), nameOf: all.nameOf,
      keep: () => {
        state.draft = onTop(state.saved, state.draft, theirs);
        take(theirs);
      },
      drop: () => {
        state.draft = structuredClone(theirs);
        take(theirs);
      },
    }));
    clash.hidden = false;
    clash.querySelector('button').focus();
  }
  function take(theirs) {
    state.saved = theirs;
    clash.hidden = true;
    draw();
    showBar();
    readWords();
    past.load();
    if (bar.hidden) main.focus();
    else saveButton.focus();
  }
  function discard() {
    state.draft = structuredClone(state.saved);
    draw();
    showBar();
    main.focus();
  }

  async function switchOver() {
    const on = toggle.checked;
    if (!on && !(await sure())) {
      toggle.checked = true;
      toggle.focus();
      return;
    }
    toggle.disabled = true;
    try {
      await act(`${home}/${on ? 'enabling' : 'disabling'}`);
      await after();
      toast(on ? 'Collaboration is on.' : 'Collaboration is off.');
    } catch (problem) {
      toggle.checked = !on;
      toggle.disabled = false;
      toast(explain(problem), { kind: 'error' });
    }
    toggle.focus();
  }
  /** Before switching off: what that does to the open conversations. */
  async function sure() {
    let changes = [];
    let called;
    try {
      ({ changes } = await changesOf({ ...state.saved.collaboration, enabled: false }));
      called = await titles(home);
    } catch {
      // It can be switched off all the same.
    }
    if (!changes.length) return true;
    const dialog = el('dialog', { 'aria-labelledby': 'off-title', data: { testid: 'off-dialog' } });
    const answer = new Promise(resolve => dialog.addEventListener('close', () => (dialog.remove(), resolve(dialog.returnValue === 'off'))));
    put(dialog, el('form', { class: 'dialog-body', method: 'dialog' }, el('h2', { id: 'off-title' }, 'Switch collaboration off?'), el('p', { class: 'hint' }, 'This is what it does to open conversations. Switching on again brings nobody back.'), changesList(changes, called), el('div', { class: 'dialog-acts' }, el('button', { class: 'button', value: 'keep', autofocus: true }, 'Leave it on'), el('button', { class: 'button danger', value: 'off', data: { testid: 'off-sure' } }, 'Switch off'))));
    document.body.append(dialog);
    dialog.showModal();
    return answer;
  }
  const changesOf = collaboration => act(`${home}/dry-run/changes`, { collaboration });

  function find() {
    const wanted = search.value.trim().toLowerCase();
    let hits = 0;
    for (const section of form.children) {
      const title = section.querySelector('h2').textContent.toLowerCase();
      const rows = [...section.querySelectorAll('[data-words]')];
      const whole = title.includes(wanted);
      for (const row of rows) {
        row.hidden = Boolean(wanted) && !whole && !row.dataset.words.includes(wanted);
        if (!row.hidden) hits += 1;
      }
      section.hidden = Boolean(wanted) && rows.every(row => row.hidden);
    }
    trial.node.hidden = past.node.hidden = Boolean(wanted);
    found.textContent = wanted ? (hits ? `${count(hits, 'setting')} found` : 'No setting has these words.') : '';
  }

  draw();
  readWords();
  past.load();
  listen(`${base('agents', me)}/events`, async kind => {
    if (kind !== 'refresh') return;
    const now = await read(`${home}/settings`);
    if (same(now, state.saved)) return;
    // Somebody else saved: without a draft of one's own there is nothing to decide.
    if (!differences(state.saved, state.draft).length) after();
    else toast('Somebody else changed the settings. You will see it when you save.');
  });
  addEventListener('beforeunload', event => differences(state.saved, state.draft).length && event.preventDefault());
}

start().catch(problem => put(main, failed(problem, () => location.reload(), 'h1')));
