// What was typed and not sent, for each person, conversation and mode. It survives a reload and a lost connection.
const name = (me, conversation, mode) => `draft ${me} ${conversation} ${mode}`;

export const readDraft = (me, conversation, mode) => localStorage.getItem(name(me, conversation, mode)) ?? '';

export function keepDraft(me, conversation, mode, text) {
  if (text.trim()) localStorage.setItem(name(me, conversation, mode), text);
  else localStorage.removeItem(name(me, conversation, mode));
}

// Texts on their way. A composer built meanwhile starts without them, and gets them back only if they could not be sent.
const going = new Map();

/** Gives what to start with; `back` is called when a text that was left out comes back. */
export function startDraft(me, conversation, mode, back) {
  const kept = readDraft(me, conversation, mode);
  const sent = going.get(name(me, conversation, mode));
  if (!sent || (kept !== sent.text && !sent.back)) return kept;
  sent.back = back;
  return kept === sent.text ? '' : kept;
}

/** Keeps what a field shows when it is left. An empty one may stand for a text on its way, which stays until it arrived. */
export function leaveDraft(me, conversation, mode, text) {
  if (text || !going.get(name(me, conversation, mode))?.back) keepDraft(me, conversation, mode, text);
}

export function sendDraft(me, conversation, mode, text) {
  const key = name(me, conversation, mode);
  const sent = { text };
  const end = () => going.get(key) === sent && going.delete(key);
  keepDraft(me, conversation, mode, text);
  going.set(key, sent);
  return {
    arrived() {
      end();
      // What was typed meanwhile is a new draft.
      if (readDraft(me, conversation, mode) === text) keepDraft(me, conversation, mode, '');
    },
    failed() {
      end();
      if (!sent.back) return;
      const now = readDraft(me, conversation, mode);
      if (now !== text) keepDraft(me, conversation, mode, now ? `${text}\n\n${now}` : text);
      sent.back();
    },
  };
}

export const readDrafts = (me, conversation) => ['reply', 'note'].map(mode => readDraft(me, conversation, mode)).filter(Boolean);
