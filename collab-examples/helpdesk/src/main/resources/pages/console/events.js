// What happened besides messages, in a sentence.
import { el, words } from '../app/dom.js';
import { END_REASON, LEVEL } from '../app/words.js';

const as = level => (level ? ` as ${LEVEL[level]?.toLowerCase() ?? level}` : '');

const ICONS = {
  OPENED: 'chat', ASSIGNED: 'user', QUEUED: 'inbox', RESOLVED: 'check', REOPENED: 'undo', CLOSED: 'lock', INVITED: 'users', CASE_CHANGED: 'flag', REDACTED: 'trash', ERASED: 'trash',
};
export const eventIcon = kind => ICONS[kind] ?? 'users';

/** Gives the parts of a sentence; names stand in elements of their own, so that their direction stays theirs. */
export function eventWords(entry, ctx, customer) {
  const facts = entry.facts ?? {};
  const person = one => el('b', {}, one.id === ctx.me ? 'you' : words(one.name));
  const by = entry.author.kind === 'SYSTEM' ? el('b', {}, 'The system') : entry.author.id === ctx.me && entry.author.kind === 'AGENT' ? el('b', {}, 'You') : person(entry.author);
  const whom = entry.agent ? person(entry.agent) : facts['agent.name'] ? el('b', {}, words(facts['agent.name'])) : undefined;
  const group = facts.group ?? facts['asked-group'];
  const groupName = group && el('b', {}, ctx.nameOf(group));
  // "You are", but "Bo is": whoever reads is spoken to.
  const me = entry.agent?.id === ctx.me;
  const subject = me ? el('b', {}, 'You') : whom;
  const verb = (other, mine) => ` ${me ? mine : other}`;
  const own = entry.agent && entry.author.kind === 'AGENT' && entry.agent.id === entry.author.id;
  switch (entry.kind) {
    case 'OPENED':
      return [by, ' opened the conversation', facts['follow-up-of'] ? ' as a follow-up' : ''];
    case 'ASSIGNED':
      return own ? [by, ' took it'] : [by, ' assigned it to ', whom ?? 'somebody'];
    case 'QUEUED':
      return [by, ' put it into the queue', groupName ? [' of ', groupName] : ''];
    case 'COLLABORATION_STARTED':
      return started(facts, { by, whom, own, subject, verb });
    case 'LEVEL_CHANGED':
      return [by, ' made ', whom, ' ', LEVEL[facts.level]?.toLowerCase() ?? 'something else'];
    case 'COLLABORATION_SUSPENDED':
      return [subject, verb('is', 'are'), ' paused until it is reopened'];
    case 'COLLABORATION_RESUMED':
      return [subject, verb('takes', 'take'), ' part again'];
    case 'COLLABORATION_ENDED':
      if (facts.reason === 'LEFT') return [subject ?? by, ' left'];
      if (facts.reason === 'REMOVED') return [by, ' took ', whom, ' off'];
      return [subject, ': ', END_REASON[facts.reason] ?? 'ended'];
    case 'INVITED':
      return [by, ' invited ', whom ?? groupName ?? 'somebody', as(facts.level)];
    case 'INVITATION_ENDED':
      return invitationEnded(facts.reason, { by, whom: whom ?? groupName });
    case 'CASE_CHANGED':
      return [by, ' changed the facts of the case'];
    case 'RESOLVED':
      return [by, ' resolved it'];
    case 'REOPENED':
      return [by, entry.author.kind === 'CUSTOMER' ? ' wrote, which reopened it' : ' reopened it'];
    case 'CLOSED':
      return [by, ' closed it'];
    case 'MOVED':
      return [by, ' moved it to another inbox'];
    case 'MERGED_INTO':
      return [by, ' merged it into another conversation of ', customer];
    case 'MERGED_FROM':
      return [by, ' merged another conversation into it'];
    case 'REDACTED':
      return [by, ' took back an entry'];
    case 'ERASED':
      return ['Personal data was erased'];
    default:
      return [by, ' did something'];
  }
}

function started(facts, { by, whom, own, subject, verb }) {
  const level = as(facts.level);
  switch (facts.origin) {
    case 'INVITED':
      return [subject, verb('is', 'are'), ' in', level];
    case 'JOINED':
      return [subject ?? by, ' joined as a lead'];
    case 'KEPT':
      return [subject ?? by, verb('stays', 'stay'), level];
    case 'MENTIONED':
      return [by, ' mentioned ', whom, ', which added them', level];
    case 'MERGED':
      return [subject, ' came along', level];
    default:
      return own ? [subject, verb('is', 'are'), ' in', level] : [by, ' added ', whom, level, facts.escalation === 'true' ? ' (escalation)' : ''];
  }
}

function invitationEnded(reason, { by, whom }) {
  switch (reason) {
    case 'DECLINED':
      return [by, ' declined the invitation'];
    case 'EXPIRED':
      return ['The invitation of ', whom ?? 'somebody', ' expired'];
    case 'WITHDRAWN':
      return [by, ' took back the invitation of ', whom ?? 'somebody'];
    case 'ACCEPTED':
      return [by, ' accepted the invitation'];
    default:
      return ['The invitation of ', whom ?? 'somebody', ' was cancelled'];
  }
}
