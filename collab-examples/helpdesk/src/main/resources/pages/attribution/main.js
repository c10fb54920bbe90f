// Who helped whom, and how fast: from what the library keeps of each collaboration.
import { base, part, read } from '../app/api.js';
import { el, put, svg, words } from '../app/dom.js';
import { avatar } from '../app/people.js';
import { shell } from '../app/shell.js';
import { empty, failed, skeleton } from '../app/states.js';
import { long, seconds, time } from '../app/time.js';
import { END_REASON, LEVEL, ORIGIN, count } from '../app/words.js';

const PERIODS = [['1', 'Last day'], ['7', 'Last 7 days'], ['30', 'Last 30 days'], ['365', 'Last year']];
const main = document.querySelector('main');

async function start() {
  const { me, all } = await shell('attribution');
  const home = `${base('admins', me)}/inboxes/${part(all.inboxes[0].id)}`;
  const body = el('div', { class: 'attribution' });
  let days = '30';
  const choice = el('div', { class: 'segments', role: 'radiogroup', 'aria-label': 'Period' }, PERIODS.map(([value, name]) => el('label', {}, el('input', { type: 'radio', name: 'period', value, checked: value === days, on: { change: () => ((days = value), load()) } }), name)));
  put(main, el('div', { class: 'page-head' }, el('h1', {}, 'Who helped whom'), el('p', { class: 'lead' }, 'Every collaboration leaves its facts: who asked, who came, how long to their first word, and what they wrote.')), choice, body);

  async function load() {
    put(body, skeleton('row', 5));
    try {
      const until = new Date();
      const from = new Date(until - Number(days) * 86_400_000);
      const found = [];
      let cursor;
      do {
        const page = await read(`${home}/attribution`, { from: from.toISOString(), until: until.toISOString(), cursor });
        found.push(...page.contributions);
        cursor = page.next;
      } while (cursor && found.length < 2000);
      draw(found);
    } catch (problem) {
      put(body, failed(problem, load));
    }
  }

  function draw(found) {
    if (!found.length) {
      put(body, empty('users', 'Nobody helped anybody in this time', 'Add a colleague to a conversation, and it shows here.', el('a', { class: 'button', href: '/console' }, 'Open the console')));
      return;
    }
    const helpers = [...Map.groupBy(found, one => one.agent.id).values()].map(summary).sort((one, other) => other.times - one.times || one.agent.name.localeCompare(other.agent.name));
    const firsts = found.map(one => seconds(one.toFirstWord)).filter(one => one !== undefined);
    put(
      body,
      el('dl', { class: 'figures' }, [
        figure('Collaborations', found.length, count(found.filter(one => one.escalation).length, 'escalation')),
        figure('Helpers', helpers.length, `on ${count(new Set(found.map(one => one.conversation)).size, 'conversation')}`),
        figure('Median time to first word', firsts.length ? long(median(firsts)) : 'None', `${found.length - firsts.length} said nothing`),
        figure('Written', total(found, 'replies') + total(found, 'notes'), `${count(total(found, 'replies'), 'reply', 'replies')}, ${count(total(found, 'notes'), 'note')}`),
      ]),
      el('div', { class: 'charts' }, chart('Help given', 'Collaborations for each helper', helpers, one => one.times, one => count(one.times, 'time')), chart('Time to first word', 'Median for each helper; shorter is faster', helpers.filter(one => one.first !== undefined), one => one.first, one => long(one.first))),
      table(found),
    );
  }

  const figure = (name, value, says) => el('div', { class: 'figure card' }, el('dt', {}, name), el('dd', {}, el('span', { class: 'figure-value' }, value), el('span', { class: 'hint block' }, says)));

  /** Bars with their numbers beside them; the table below has the same for those who cannot see them. */
  function chart(title, says, helpers, value, label) {
    const most = Math.max(...helpers.map(value), 1);
    const bar = one => {
      const width = Math.max(1.5, (value(one) / most) * 100);
      return el('li', { class: 'bar' }, avatar(one.agent, { size: 'small' }), words(one.agent.name, 'bar-name'), svg('svg', { class: 'bar-line', viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' }, svg('rect', { class: 'track', x: 0, y: 0, width: 100, height: 10, rx: 1.2 }), svg('rect', { class: 'fill', x: 0, y: 0, width, height: 10, rx: 1.2 })), el('span', { class: 'bar-value' }, label(one)));
    };
    return el('figure', { class: 'chart card', data: { testid: 'chart' } }, el('figcaption', {}, el('h2', {}, title), el('p', { class: 'hint' }, says)), helpers.length ? el('ul', {}, helpers.slice(0, 10).map(bar)) : el('p', { class: 'hint' }, 'Nothing to show.'));
  }

  const head = ['Who helped', 'Whom', 'How', 'Level', 'When', 'Lasted', 'First word', 'Replies', 'Notes', 'End'];
  const table = found =>
    el('section', { class: 'card contributions' },
      el('h2', { id: 'all-title' }, 'Every collaboration'),
      el('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-labelledby': 'all-title' },
        el('table', { data: { testid: 'contributions' } }, el('thead', {}, el('tr', {}, head.map(name => el('th', { scope: 'col' }, name)))),
          el('tbody', {}, found.map(one => el('tr', {},
            el('th', { scope: 'row' }, words(one.agent.name)),
            el('td', {}, words(one.addedBy.id === one.agent.id ? 'on their own' : one.addedBy.name)),
            el('td', {}, ORIGIN[one.origin] ?? one.origin, one.escalation && el('span', { class: 'chip' }, 'escalation')),
            el('td', {}, LEVEL[one.level]),
            el('td', {}, time(one.startedAt)),
            el('td', {}, long(seconds(one.lasted) ?? 0)),
            el('td', {}, one.toFirstWord ? long(seconds(one.toFirstWord)) : 'none yet'),
            el('td', { class: 'number' }, one.replies),
            el('td', { class: 'number' }, one.notes),
            el('td', {}, one.endedAt ? END_REASON[one.reason] ?? 'ended' : 'takes part')))))));

  await load();
}

function summary(all) {
  const firsts = all.map(one => seconds(one.toFirstWord)).filter(one => one !== undefined);
  return { agent: all[0].agent, times: all.length, first: firsts.length ? median(firsts) : undefined };
}
const total = (all, what) => all.reduce((sum, one) => sum + one[what], 0);
function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

start().catch(problem => put(main, failed(problem, () => location.reload(), 'h1')));
