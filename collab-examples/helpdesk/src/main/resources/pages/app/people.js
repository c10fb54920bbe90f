import { read } from './api.js';
import { el } from './dom.js';
import { icon } from './icons.js';
import { PRESENCE } from './words.js';

let known;

/** Everybody there is, read once for a page. */
export async function people() {
  known ??= read('/api/people').then(
    all => {
      const agents = new Map(all.agents.map(agent => [agent.id, agent]));
      const groups = new Map(all.groups.map(group => [group.id, group]));
      return {
        ...all,
        agent: id => agents.get(id),
        group: id => groups.get(id),
        nameOf: id => agents.get(id)?.name ?? groups.get(id)?.name ?? all.customers.find(one => one.id === id)?.name ?? id,
        groupsOf: agent => (agent.groups ?? []).map(id => groups.get(id)?.name ?? id),
      };
    },
    problem => {
      known = undefined;
      throw problem;
    },
  );
  return known;
}

export const asked = name => new URLSearchParams(location.search).get(name) ?? undefined;

// Six pairs of colours, each checked for contrast in both schemes; the same person has the same one everywhere.
const HUES = 6;

export function initials(name) {
  const parts = name.replace(/[^\p{L}\p{N}\s-]/gu, '').split(/[\s-]+/).filter(Boolean);
  const letters = parts.length > 1 ? [parts[0], parts.at(-1)] : parts;
  return letters.map(part => [...part][0].toUpperCase()).join('') || '?';
}

export function avatar(person, { size = '', bot = false, presence } = {}) {
  let sum = 7;
  for (const letter of person.name) sum = (sum * 31 + letter.codePointAt(0)) % 9973;
  return el(
    'span',
    { class: `avatar hue-${sum % HUES} ${size}`.trim(), 'aria-hidden': 'true' },
    bot ? icon('bot') : initials(person.name),
    presence && el('span', { class: `dot ${presence.toLowerCase()}` }),
  );
}

export const presenceWords = presence => el('span', { class: `presence ${presence.toLowerCase()}` }, PRESENCE[presence]);
