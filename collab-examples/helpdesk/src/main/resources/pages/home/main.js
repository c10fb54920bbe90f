// The entrance: what this is, and a story to play through in four steps.
import { el, put } from '../app/dom.js';
import { icon } from '../app/icons.js';
import { avatar } from '../app/people.js';
import { shell } from '../app/shell.js';
import { failed } from '../app/states.js';
import { read } from '../app/api.js';

const main = document.querySelector('main');

async function start() {
  const { all } = await shell('home');
  // Carl's chat, if it is still there: the links open it, else the list.
  const chat = await read('/api/customers/carl/conversations').then(page => page.rows.find(row => row.channel === 'LIVE_CHAT'), () => undefined);
  const at = chat ? `&conversation=${encodeURIComponent(chat.id)}` : '';
  const person = id => all.agent(id) ?? all.customers.find(one => one.id === id) ?? { name: id };
  const step = (who, title, text, links) =>
    el('li', { class: 'step card' }, avatar(person(who), { size: 'big' }), el('div', { class: 'step-words' }, el('h3', {}, title), el('p', {}, text), el('p', { class: 'step-links' }, links.map(([name, href]) => el('a', { class: 'button small', href }, name)))));
  const place = (picture, title, text, href) => el('li', {}, el('a', { class: 'place card', href }, el('span', { class: 'empty-picture' }, icon(picture)), el('span', {}, el('span', { class: 'place-title' }, title), el('span', { class: 'hint block' }, text))));
  put(
    main,
    el('section', { class: 'hero' }, el('div', { class: 'hero-words' },
      el('p', { class: 'chip accent' }, icon('info'), `An example host without login. It keeps everything in ${all.storage === 'memory' ? 'memory, until it stops' : all.storage}.`),
      el('h1', {}, 'Bring a colleague in. The customer never notices.'),
      el('p', { class: 'lead' }, 'Lark & Lane sells boots and what goes with them. When a question crosses groups, an agent adds a colleague to the conversation: to read, to advise, or to answer. Notes stay among agents, always.'),
      el('div', { class: 'hero-acts' }, el('a', { class: 'button primary', href: `/console?as=asha${at}`, data: { testid: 'start' } }, 'Open the console as Asha'), el('a', { class: 'button', href: `/who-sees-what?as=ada${at}` }, icon('eye'), 'See who sees what'))), picture()),
    el('section', { 'aria-labelledby': 'story' },
      el('h2', { id: 'story' }, 'The story in four steps'),
      el('p', { class: 'lead' }, 'Open each step in a window of its own, side by side. They follow each other live.'),
      el('ol', { class: 'steps' },
        step('carl', 'Carl asks two things at once', '“Do the boots run small? And which charger fits?” Two groups know one half each.', [['Be Carl', `/customer?as=carl${at}`]]),
        step('asha', 'Asha adds Bo', 'She has the chat, and knows boots. In the details she searches Bo of accessories and adds him with one click.', [['Be Asha', `/console?as=asha${at}`]]),
        step('bo', 'Bo warns her in a note, and answers', 'The note is for Asha only. The reply goes to Carl, under the name that Carl has known all along.', [['Be Bo', `/console?as=bo${at}`]]),
        step('carl', 'Carl saw one conversation', 'No note, no gap, no stranger. Look at it from his side, then entry by entry.', [['Be Carl again', `/customer?as=carl${at}`], ['The whole picture', `/who-sees-what?as=ada${at}`]]))),
    el('section', { 'aria-labelledby': 'more' },
      el('h2', { id: 'more' }, 'What else there is'),
      el('ul', { class: 'places' },
        place('gear', 'Settings', 'Switch collaboration on, and say who may add whom, in which case, at which level', '/settings?as=ada'),
        place('chart', 'Attribution', 'Who helped whom, and how long until their first word', '/attribution?as=ada'),
        place('mail', 'A ticket as mail', 'What goes out to Dana, header and all', '/customer?as=dana'),
        place('hidden', 'From outside', 'Sam is of Bo’s group and was not added: he sees nothing of it', `/console?as=sam${at}`))),
  );
}

/** The story as a picture: the same conversation, once with all there is, once as the customer has it. */
function picture() {
  const line = (kind, ...inside) => el('span', { class: `pic ${kind}` }, inside);
  const side = (title, says, ...lines) => el('div', { class: 'pic-side card' }, el('p', { class: 'pic-title' }, el('b', {}, title), el('span', { class: 'hint' }, says)), lines);
  return el('div', { class: 'pictures', 'aria-hidden': 'true' },
    side('Asha and Bo', 'all of it', line('is-message', 'Which charger fits?'), line('is-event', 'Asha added Bo'), line('is-note', icon('lock'), 'The old one is recalled!'), line('is-reply', 'The USB-C one fits.')),
    side('Carl', 'one conversation', line('is-message', 'Which charger fits?'), line('is-gap'), line('is-gap is-tall'), line('is-reply', 'The USB-C one fits.')));
}

start().catch(problem => put(main, failed(problem, () => location.reload(), 'h1')));
