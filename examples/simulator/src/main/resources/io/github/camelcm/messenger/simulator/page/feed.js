// Follows the live feed together with the other tabs of this browser: one connection serves them all, since a browser
// allows a host only six, and a feed takes one for as long as it is followed.
import { connect } from './feed-source.js';

/** handlers: entry({type, sequence}), changed(what), reset(), connected(boolean). */
export function follow(handlers) {
  const say = (what, detail) => handlers[what](detail);
  try {
    const worker = new SharedWorker('/simulator/page/feed-worker.js', { type: 'module' });
    worker.addEventListener('error', () => connect(say));
    worker.port.addEventListener('message', ({ data }) => say(data.what, data.detail));
    worker.port.start();
    addEventListener('pagehide', () => worker.port.postMessage('gone'));
    addEventListener('pageshow', ({ persisted }) => persisted && location.reload()); // back from where it heard nothing
  } catch { // a browser without shared workers
    connect(say);
  }
}
