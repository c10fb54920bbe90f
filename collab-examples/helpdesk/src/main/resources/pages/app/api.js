// Talks to the server. Answers with what it said, or throws a Problem that says why not.

export class Problem extends Error {
  constructor(body, status) {
    super(body.title ?? body.reason ?? 'Problem');
    this.status = status;
    this.reason = body.reason ?? 'UNAVAILABLE';
    this.body = body;
  }

  /** No access any more, or never: the server does not say which. */
  get gone() {
    return this.reason.startsWith('UNKNOWN_CONVERSATION');
  }
}

export const base = (kind, me) => `/api/${kind}/${encodeURIComponent(me)}`;
export const part = encodeURIComponent;

export async function read(path, query = {}) {
  const wanted = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const address = wanted.length ? `${path}?${new URLSearchParams(wanted)}` : path;
  return answer(await reach(() => fetch(address, { headers: { Accept: 'application/json' } })));
}

// A command whose answer never came may have been done. Sent again with the same key it is done once, so the key is kept
// until there is an answer, and the same content sent by hand later uses it too.
const unanswered = new Map();

export async function act(path, body = {}, method = 'POST') {
  const content = JSON.stringify(body);
  const what = `${method} ${path} ${content}`;
  const key = unanswered.get(what) ?? draw();
  unanswered.set(what, key);
  const send = () =>
    fetch(path, {
      method,
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'Idempotency-Key': key },
      body: content,
    });
  let response;
  try {
    response = await send();
  } catch {
    await new Promise(resolve => setTimeout(resolve, 700));
    response = await reach(send);
  }
  try {
    const said = await answer(response);
    unanswered.delete(what);
    return said;
  } catch (problem) {
    // Whether it was done is known only after a plain refusal.
    if (problem.status < 500 && !problem.body.retryable) unanswered.delete(what);
    throw problem;
  }
}

async function reach(send) {
  try {
    return await send();
  } catch {
    throw new Problem({ title: 'The server cannot be reached', reason: 'OFFLINE', retryable: true }, 0);
  }
}

async function answer(response) {
  let body = {};
  try {
    body = await response.json();
  } catch {
    // An answer without a body says enough by its status.
  }
  if (!response.ok) throw new Problem(body, response.status);
  return body;
}

function draw() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}
