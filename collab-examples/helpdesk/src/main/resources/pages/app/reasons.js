// A sentence for every code the library or the host refuses with. Where a button would be, this says why it is not there.
import { ADDER, count, list } from './words.js';

const SAYS = {
  UNKNOWN_CONVERSATION: 'There is no such conversation, or you have no access to it.',
  NOT_PERMITTED: 'You may read this, but not do that.',
  NOT_A_PARTICIPANT: 'Only the assignee and collaborators do this.',
  WRONG_STATE: 'This is not possible in the state the conversation is in.',
  CONVERSATION_CLOSED: 'This conversation is closed. A new message belongs into a follow-up.',
  COLLABORATION_OFF: 'Collaboration is switched off for this inbox.',
  NO_ASSIGNEE: 'Nobody is assigned yet; until then only leads add people.',
  ALREADY_ASSIGNEE: 'They are the assignee already.',
  ALREADY_ASSIGNED: 'Somebody else has it already.',
  CANNOT_ADD_SELF: 'Nobody adds themselves.',
  CANDIDATE_UNAVAILABLE: 'This person cannot be added here.',
  AGENT_UNAVAILABLE: 'It cannot go to this person: they have no place in this inbox.',
  GROUP_UNAVAILABLE: 'Nobody in this group could take it.',
  LEVEL_TOO_HIGH: 'That level is higher than you or the rules may give.',
  WINDOW_TOO_WIDE: 'You do not read that far back yourself.',
  LIMIT_REACHED: 'This conversation has no free place left.',
  NO_CAPACITY: 'They have too much to do right now.',
  NOT_A_COLLABORATOR: 'They are not on this conversation.',
  IS_ASSIGNEE: 'The assignee is not removed, but transfers or releases.',
  INVITATION_OVER: 'This invitation is not open any more.',
  ALREADY_TAKEN: 'Another member of the group was faster.',
  NOT_ON_CONVERSATION: 'The note names people who are not on this conversation.',
  TEXT_BLANK: 'There is nothing in the text yet.',
  TEXT_TOO_LONG: 'The text is longer than this inbox allows.',
  TEXT_MALFORMED: 'The text has characters that cannot be stored.',
  HELD: 'Not sent: something newer came in while you were writing.',
  MENTION_REFUSED: 'The note mentions people who could not read it.',
  UNKNOWN_ATTACHMENT: 'There is no such file here.',
  UNKNOWN_ENTRY: 'There is no such entry here.',
  TOO_LATE: 'The time to take this back is over.',
  INBOX_UNAVAILABLE: 'It cannot go to this inbox: nobody leads it.',
  OTHER_CUSTOMER: 'The two conversations are not of the same customer.',
  GROUP_INVITED: 'A whole group was asked. Leave it open for the others.',
  UNKNOWN_TOKEN: 'This token is not for you, was changed, or is over.',
  OUT_OF_ORDER: 'This does not go on where the last batch ended.',
  ID_CONFLICT: 'The same command came before with another content. Change the text and try again.',
  STALE_SETTINGS: 'Somebody changed the settings since you read them.',
  INVALID_ARGUMENT: 'Something in what was sent does not hold.',
  UNAVAILABLE: 'The server cannot do this right now. Nothing was changed; try again.',
  OUTCOME_UNKNOWN: 'It is not known whether this was done. Trying again is safe: it happens once.',
  CROSS_SITE: 'The server refused this, because it came from another site.',
  NOT_FOUND: 'There is nothing at this address.',
  TOO_LARGE: 'This is too large to be sent.',
  WRONG_HOST: 'The server was reached under a name it does not answer to.',
  NOT_JSON: 'The server did not understand what was sent.',
  METHOD_NOT_ALLOWED: 'The server does not do this at this address.',
  TOO_MANY_STREAMS: 'Too many pages are open at once. Close some of them.',
  INTERNAL: 'Something went wrong on the server. Trying again is safe.',
  OFFLINE: 'The server cannot be reached. What you typed is still here; trying again is safe.',
};

const STATE_OF = {
  REPLY: { RESOLVED: 'It is resolved. Reopen it to reply.' },
  CLAIM: { RESOLVED: 'It is resolved; only open ones are claimed.' },
  RESOLVE: { RESOLVED: 'It is resolved already.' },
  ADD: { RESOLVED: 'It is resolved. People are added while it is open.' },
  REOPEN: { OPEN: 'It is open already.' },
  TRANSFER: { RESOLVED: 'It is resolved. Reopen it to transfer it.' },
  RELEASE: { RESOLVED: 'It is resolved. Reopen it first.' },
  JOIN: { RESOLVED: 'It is resolved. Leads join while it is open.' },
  CHANGE_LEVEL: { RESOLVED: 'It is resolved. Levels change while it is open.' },
  LEAVE: { RESOLVED: 'You are paused while it is resolved.' },
};

const NOT_YOURS = {
  CLAIM: 'Agents of its group and leads claim it.',
  TRANSFER: 'The assignee and leads transfer it.',
  RELEASE: 'The assignee and leads put it back.',
  RESOLVE: 'The assignee and leads resolve it.',
  REOPEN: 'The assignee and leads reopen it; the customer does by writing.',
  CLOSE: 'Only leads close it for good.',
  JOIN: 'Only leads join without being asked.',
  LEAVE: 'Only collaborators leave; the assignee transfers or releases.',
  REMOVE: 'The assignee, leads, or whoever added them take them off.',
  ADD: 'No rule of this inbox lets you add people here.',
  CHANGE_LEVEL: 'No rule of this inbox lets you change levels here.',
};

/** Says why an act is not possible on a conversation, as it is seen by somebody. */
export function whyNot(act, reason, view) {
  const first = view.customer.name;
  if (view.status === 'CLOSED' && reason === 'WRONG_STATE') return 'It is closed for good.';
  if (reason === 'WRONG_STATE' && STATE_OF[act]?.[view.status]) return STATE_OF[act][view.status];
  if (reason === 'WRONG_STATE' && act === 'CLAIM' && view.assignee) return `${view.assignee.name} has it.`;
  if (reason === 'ALREADY_ASSIGNED' && view.assignee) return `${view.assignee.name} has it.`;
  if (act === 'CLAIM' && reason === 'ALREADY_ASSIGNEE') return 'It is yours already.';
  if (act === 'REPLY' && reason === 'NOT_A_PARTICIPANT') {
    return `You read this from outside. The assignee and responders write to ${first}.`;
  }
  if (act === 'REPLY' && reason === 'NOT_PERMITTED') {
    return `As ${view.level === 'OBSERVER' ? 'an observer you read' : 'an adviser you write notes'}; responders write to ${first}.`;
  }
  if (act === 'NOTE' && reason === 'NOT_A_PARTICIPANT') return 'You read this from outside. Notes are written by those who take part.';
  if (act === 'NOTE' && reason === 'NOT_PERMITTED') return 'As an observer you read. Advisers and responders write notes.';
  if (reason === 'NOT_PERMITTED' && NOT_YOURS[act]) return NOT_YOURS[act];
  if (act === 'LEAVE' && reason === 'NOT_A_PARTICIPANT') return 'You are not on it.';
  if (act === 'JOIN' && view.mine !== 'READER') return 'You are on it already.';
  return sentence(reason);
}

export const sentence = reason => SAYS[reason] ?? 'This is not possible right now.';

const CAUSE = {
  ADDER: 'not for you', CASE: 'not for this kind of conversation', CANDIDATE: 'not for this person', LEVEL: 'not up to this level',
};

export const ruleSays = refused => `“${refused.rule}”: ${list((refused.reasons ?? []).map(cause => CAUSE[cause] ?? cause.toLowerCase()))}`;

/** Says all a problem says: the sentence, whom it is about, and why each rule did not allow it. */
export function explain(problem, nameOf = id => id) {
  const { body = {}, reason = 'UNAVAILABLE' } = problem;
  let text = sentence(reason);
  if (reason === 'INVALID_ARGUMENT' && body.detail) text = `${text} ${body.detail}`;
  if (body.agents?.length) text += ` ${list(body.agents.map(nameOf))}.`;
  if (body.rules?.length) text += ` ${count(body.rules.length, 'rule')} looked at: ${body.rules.map(ruleSays).join('; ')}.`;
  return text;
}

export const adders = who => who.map(adder => ADDER[adder]);
