// The head of every page: where one is, and as whom.
import { el, put } from './dom.js';
import { icon } from './icons.js';
import { asked, avatar, people } from './people.js';

const PAGES = [
  ['console', '/console', 'Console', 'inbox', 'agents'],
  ['customer', '/customer', 'Customer', 'chat', 'customers'],
  ['who-sees-what', '/who-sees-what', 'Who sees what', 'eye', 'admins'],
  ['settings', '/settings', 'Settings', 'gear', 'admins'],
  ['attribution', '/attribution', 'Attribution', 'chart', 'admins'],
];

/** Fills the header, and says who acts: the person in the address, or the first who fits the page. */
export async function shell(page) {
  const header = document.querySelector('.top');
  const all = await people();
  const admins = all.agents.filter(agent => agent.role === 'ADMIN');
  const fits = { agents: all.agents.filter(agent => !agent.bot), customers: all.customers, admins };
  const kind = PAGES.find(([id]) => id === page)?.[4];
  const wanted = asked('as');
  const me = kind && (fits[kind].find(one => one.id === wanted) ?? fits[kind][0]);
  const nav = el('ul', {}, PAGES.map(([id, path, name, picture, whom]) => {
    const as = me && fits[whom].some(one => one.id === me.id) ? me.id : fits[whom][0]?.id;
    return el('li', {}, el('a', { href: `${path}?as=${as}`, 'aria-current': id === page ? 'page' : undefined }, icon(picture), el('span', {}, name)));
  }));
  header.querySelector('.top-nav').replaceChildren(nav);
  put(header.querySelector('.top-person'), picker(all, me, page));
  if (me) document.documentElement.dataset.me = me.id;
  return { me: me?.id, person: me, all };
}

function picker(all, me, page) {
  const menu = el('div', { id: 'people', class: 'people-menu', popover: 'auto', data: { testid: 'people-menu' } });
  const button = el(
    'button',
    { type: 'button', class: 'person-button', popovertarget: 'people', data: { testid: 'person' } },
    me ? avatar(me) : icon('users'),
    el('span', { class: 'person-words' }, el('span', { class: 'person-how' }, me ? 'Acting as ' : 'No login here '), el('span', { class: 'person-name' }, me?.name ?? 'Choose a person')),
    el('span', { class: 'off-screen' }, ', choose another'),
    icon('down'),
  );
  const link = (person, path, says, agent) =>
    el('li', {}, el(
      'a',
      { href: `${path}?as=${person.id}`, 'aria-current': person.id === me?.id ? 'true' : undefined },
      avatar(person, { bot: agent?.bot, presence: agent?.presence }),
      el('span', { class: 'menu-words' }, el('span', { class: 'menu-name' }, person.name), el('span', { class: 'menu-says' }, says)),
    ));
  const says = agent => [{ ADMIN: 'Inbox admin', SUPERVISOR: 'Supervisor' }[agent.role], all.groupsOf(agent).join(', ')].filter(Boolean).join(' · ') || 'Agent';
  const adminPage = ['settings', 'who-sees-what', 'attribution'].includes(page);
  put(
    menu,
    el('p', { class: 'people-note' }, icon('info'), 'There is no login in this example. Whoever you choose, you are.'),
    el('h2', { id: 'people-agents' }, 'Agents'),
    el('ul', { 'aria-labelledby': 'people-agents' }, all.agents.filter(agent => !agent.bot).map(agent => link(agent, adminPage && agent.role === 'ADMIN' ? location.pathname : '/console', says(agent), agent))),
    el('h2', { id: 'people-customers' }, 'Customers'),
    el('ul', { 'aria-labelledby': 'people-customers' }, all.customers.map(one => link(one, '/customer', 'Customer'))),
  );
  return [button, menu];
}
