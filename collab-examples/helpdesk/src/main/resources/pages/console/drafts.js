// What was typed and not sent, for each person, conversation and mode. It survives a reload and a lost connection.
const name = (me, conversation, mode) => `draft ${me} ${conversation} ${mode}`;

export const readDraft = (me, conversation, mode) => localStorage.getItem(name(me, conversation, mode)) ?? '';

export function keepDraft(me, conversation, mode, text) {
  if (text.trim()) localStorage.setItem(name(me, conversation, mode), text);
  else localStorage.removeItem(name(me, conversation, mode));
}

export const readDrafts = (me, conversation) => ['reply', 'note'].map(mode => readDraft(me, conversation, mode)).filter(Boolean);
