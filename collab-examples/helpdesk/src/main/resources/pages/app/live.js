// One stream for all tabs of a person. Whoever holds the lock listens to the server and tells the others.

const KINDS = ['ready', 'changed', 'gone', 'notice', 'refresh'];
const LONGEST_WAIT = 15_000;

/**
 * @param path the address of the stream
 * @param hear called with (kind, data); after `ready` everything may have changed
 * @param state called with 'live' or 'waiting'
 */
export function listen(path, hear, state = () => {}) {
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel(`helpdesk ${path}`) : undefined;
  if (!navigator.locks || !channel) {
    stream(path, hear, state);
    return;
  }
  let leads = false;
  channel.onmessage = ({ data }) => {
    if (data.ask) {
      if (leads) channel.postMessage({ state: leads.now });
    } else if (data.state) state(data.state);
    else hear(data.kind, data.data);
  };
  navigator.locks.request(`helpdesk ${path}`, async () => {
    leads = { now: 'waiting' };
    const tell = now => {
      leads.now = now;
      channel.postMessage({ state: now });
      state(now);
    };
    stream(
      path,
      (kind, data) => {
        channel.postMessage({ kind, data });
        hear(kind, data);
      },
      tell,
    );
    // Held until the tab goes; then the next one opens a stream of its own, and its `ready` makes all read again.
    await new Promise(() => {});
  });
  channel.postMessage({ ask: true });
}

function stream(path, hear, state) {
  let source;
  let wait = 500;
  const open = () => {
    source = new EventSource(path);
    for (const kind of KINDS) {
      source.addEventListener(kind, event => {
        if (kind === 'ready') {
          wait = 500;
          state('live');
        }
        hear(kind, event.data ? JSON.parse(event.data) : {});
      });
    }
    source.onerror = () => {
      state('waiting');
      if (source.readyState !== EventSource.CLOSED) return;
      // The browser gives up after an answer it does not like; we do not.
      setTimeout(open, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    };
  };
  open();
  addEventListener('pagehide', () => source.close());
  addEventListener('pageshow', event => event.persisted && open());
}
