// The settings as data: what each is called, what it means, what it can be. The form, the search and the history read this.
import { long, seconds } from '../app/time.js';

const KEEP = { END: 'End them', KEEP: 'Leave them until they leave' };
const RESOLVED = { END: 'End them', SUSPEND: 'Pause them until it is reopened', KEEP: 'Leave them as they are' };
const GUARD = { HOLD: 'Hold it and show what was missed', WARN: 'Send it and tell what was missed' };

export const SECTIONS = [
  { id: 'collaboration', title: 'Collaboration', says: 'Whether agents may bring colleagues in, and what holds for all of them.' },
  { id: 'customers', title: 'What customers see', says: 'Under which name a reply reaches the customer.' },
  { id: 'reading', title: 'Reading from outside', says: 'What agents read without taking part.' },
  { id: 'life', title: 'Life cycle', says: 'What resolving does, and who may do it.' },
  { id: 'collision', title: 'Collisions', says: 'What happens to a reply whose author missed something newer.' },
  { id: 'limits', title: 'Limits', says: 'How long texts may be, and how long things can be taken back.' },
];

export const FIELDS = [
  { path: 'collaboration.limit', section: 'collaboration', label: 'Most collaborators on one conversation', says: 'Whoever is invited holds a place.', type: 'number', min: 1, max: 1000 },
  { path: 'collaboration.offlineAllowed', section: 'collaboration', label: 'Agents who are offline may be added', type: 'switch' },
  { path: 'collaboration.botsAllowed', section: 'collaboration', label: 'Bots may be added', says: 'A bot never counts as somebody who is present.', type: 'switch' },
  { path: 'collaboration.mentionAdds', section: 'collaboration', label: 'A mention adds people', says: 'Otherwise a note that mentions somebody without access is refused.', type: 'switch' },
  { path: 'collaboration.chatInvitation', section: 'collaboration', label: 'An invitation to a live chat stays open', type: 'duration' },
  { path: 'collaboration.ticketInvitation', section: 'collaboration', label: 'An invitation to a ticket stays open', type: 'duration' },
  { path: 'collaboration.whenSwitchedOff', section: 'collaboration', label: 'Switching off: those who collaborate', says: 'Invitations are cancelled either way.', type: 'choice', options: KEEP },
  { path: 'publicName', section: 'customers', label: 'Public name of the inbox', type: 'text' },
  { path: 'conversations.identity', section: 'customers', label: 'Identity of replies', says: 'Fixed when a reply is written. Agents always see the true author.', type: 'choice', options: { ASSIGNEE: 'The assignee’s public name', INBOX: 'The name of the inbox', AUTHOR: 'Whoever wrote it' } },
  { path: 'conversations.groupReading', section: 'reading', label: 'Agents of the conversation’s group read', type: 'choice', options: { QUEUED: 'What waits in the queue', ALL: 'All of the group’s conversations' } },
  { path: 'conversations.othersRead', section: 'reading', label: 'Other agents of the inbox read everything', type: 'switch' },
  { path: 'conversations.responderResolves', section: 'life', label: 'Responders may resolve', type: 'switch' },
  { path: 'conversations.whenResolved.LIVE_CHAT', section: 'life', label: 'Resolving a live chat: collaborations', type: 'choice', options: RESOLVED },
  { path: 'conversations.whenResolved.EMAIL_TICKET', section: 'life', label: 'Resolving a ticket: collaborations', type: 'choice', options: RESOLVED },
  { path: 'conversations.collision.LIVE_CHAT', section: 'collision', label: 'A late reply on a live chat', type: 'choice', options: GUARD },
  { path: 'conversations.collision.EMAIL_TICKET', section: 'collision', label: 'A late reply on a ticket', type: 'choice', options: GUARD },
  { path: 'conversations.textLimit', section: 'limits', label: 'Longest text, in bytes', type: 'number', min: 1, max: 10_000_000 },
  { path: 'conversations.redactionWindow', section: 'limits', label: 'Authors may take back what they wrote for', says: 'Admins may always. Zero means not at all.', type: 'duration' },
  { path: 'conversations.keysKept', section: 'limits', label: 'A repeated command takes effect once within', type: 'duration' },
];

export const get = (from, path) => path.split('.').reduce((one, name) => one?.[name], from);
export function set(into, path, value) {
  const names = path.split('.');
  const last = names.pop();
  names.reduce((one, name) => (one[name] ??= {}), into)[last] = value;
}
export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** All that two settings can differ in, each one for itself. The rules are one. */
const PATHS = ['collaboration.enabled', 'collaboration.rules', ...FIELDS.map(field => field.path)];

export function differences(before, after) {
  return PATHS.filter(path => !same(get(before, path), get(after, path))).map(path => ({ path, before: get(before, path), after: get(after, path) }));
}

/** Puts what one changed on top of what another made of the same settings meanwhile. */
export function onTop(base, mine, theirs) {
  const merged = structuredClone(theirs);
  for (const one of differences(base, mine)) set(merged, one.path, structuredClone(one.after));
  return merged;
}

export const labelOf = path => FIELDS.find(field => field.path === path)?.label ?? (path === 'collaboration.enabled' ? 'Collaboration' : 'Rules');

export function show(path, value) {
  const field = FIELDS.find(one => one.path === path);
  if (value === undefined) return 'not set';
  if (path === 'collaboration.enabled') return value ? 'on' : 'off';
  if (field?.type === 'switch') return value ? 'yes' : 'no';
  if (field?.type === 'choice') return field.options[value].toLowerCase();
  if (field?.type === 'duration') return long(seconds(value));
  return String(value);
}

/** Says how rules differ: which came, which went, which changed, and whether only the order did. */
export function ruleChanges(before = [], after = []) {
  const old = new Map(before.map(rule => [rule.name, rule]));
  const now = new Map(after.map(rule => [rule.name, rule]));
  const said = [];
  for (const rule of after) if (!old.has(rule.name)) said.push({ sign: '+', text: `“${rule.name}” added` });
  for (const rule of before) if (!now.has(rule.name)) said.push({ sign: '−', text: `“${rule.name}” removed` });
  for (const rule of after) if (old.has(rule.name) && !same(old.get(rule.name), rule)) said.push({ sign: '±', text: `“${rule.name}” changed: ${ruleParts(old.get(rule.name), rule)}` });
  if (!said.length) said.push({ sign: '↕', text: 'order changed' });
  return said;
}
const PART = { who: 'who', whoGroups: 'groups of who', whom: 'whom', whomGroups: 'groups of whom', when: 'case', upTo: 'level', acceptance: 'acceptance', timeBox: 'time' };
const ruleParts = (one, other) => Object.keys(PART).filter(part => !same(one[part], other[part])).map(part => PART[part]).join(', ');
