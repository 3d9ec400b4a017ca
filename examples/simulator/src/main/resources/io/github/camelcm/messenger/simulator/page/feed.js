// Follows the live feed, and comes back when it was lost.

const FIRST_WAIT = 500;
const LONGEST_WAIT = 10_000;

/** handlers: entry({type, sequence}), changed(what), reset(), connected(boolean). */
export function follow(handlers) {
  let wait = FIRST_WAIT;
  let opened = false;

  function open() {
    const source = new EventSource('/simulator/api/feed');
    source.addEventListener('start', () => up(opened));
    source.addEventListener('reset', () => up(true));
    source.addEventListener('entry', (event) => handlers.entry(JSON.parse(event.data)));
    source.addEventListener('changed', (event) => handlers.changed(JSON.parse(event.data).what));
    source.addEventListener('error', () => {
      handlers.connected(false);
      if (source.readyState === EventSource.CLOSED) { // the browser does not try again by itself
        setTimeout(open, wait);
        wait = Math.min(wait * 2, LONGEST_WAIT);
      }
    });
  }

  function up(missed) {
    wait = FIRST_WAIT;
    opened = true;
    handlers.connected(true);
    if (missed) {
      handlers.reset();
    }
  }

  open();
}
