// What the library's names are called on the pages.

export const LEVELS = ['OBSERVER', 'ADVISER', 'RESPONDER'];
export const LEVEL = { OBSERVER: 'Observer', ADVISER: 'Adviser', RESPONDER: 'Responder' };
export const LEVEL_SAYS = {
  OBSERVER: 'reads',
  ADVISER: 'reads and writes notes',
  RESPONDER: 'reads, writes notes and replies to the customer',
};
export const CHANNEL = { LIVE_CHAT: 'Live chat', EMAIL_TICKET: 'E-mail ticket' };
export const CHANNEL_ICON = { LIVE_CHAT: 'chat', EMAIL_TICKET: 'mail' };
export const STATUS = { OPEN: 'Open', RESOLVED: 'Resolved', CLOSED: 'Closed' };
export const PRESENCE = { ONLINE: 'online', AWAY: 'away', OFFLINE: 'offline' };
export const MINE = { ASSIGNEE: 'Yours', COLLABORATOR: 'You collaborate', SUSPENDED: 'You collaborated; paused', READER: 'You read from outside' };
export const END_REASON = {
  LEFT: 'left',
  REMOVED: 'was removed',
  BECAME_ASSIGNEE: 'became the assignee',
  RESOLVED: 'ended with the conversation being resolved',
  CLOSED: 'ended with the conversation being closed',
  SWITCHED_OFF: 'collaboration was switched off',
  TIME_BOX: 'time was over',
  OVER_LIMIT: 'found no free place',
  MOVED: 'not allowed in the new inbox',
  MERGED: 'moved on with the merged conversation',
};
export const ORIGIN = {
  ADDED: 'added', INVITED: 'invited', JOINED: 'joined as a lead', KEPT: 'stayed after a transfer', MENTIONED: 'mentioned', MERGED: 'came with a merge',
};
export const ADDER = {
  ASSIGNEE: 'The assignee', COLLABORATOR: 'Collaborators', SUPERVISOR: 'Supervisors of the group', ADMIN: 'Inbox admins',
  ANY_AGENT: 'Any agent who can read it', SYSTEM: 'Automations',
};
export const CANDIDATES = {
  PEERS: 'Peers of the same group', NAMED_GROUPS: 'Agents of certain groups', ANYONE: 'Any agent', SUPERIORS: 'Superiors',
};
export const NOTICE = {
  ADDED: 'added you', REMOVED: 'took you off', LEVEL_CHANGED: 'changed your level', INVITED: 'invites you', ANSWERED: 'answered your invitation',
  EXPIRED: 'Your invitation expired', MENTIONED: 'mentioned you', NOTE: 'wrote a note', CUSTOMER_WROTE: 'wrote', COLLEAGUE_REPLIED: 'replied',
  RESOLVED: 'resolved it', REOPENED: 'reopened it', ASSIGNED: 'assigned it', UNATTENDED: 'Nobody attends to a chat',
};

/** Puts names into a sentence: "Asha", "Asha and Bo", "Asha, Bo and Sam". */
export function list(names, last = 'and') {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`;
}

export const count = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;
export const firstName = name => name.split(' ')[0];
