// One connection to the live feed, which comes back when it was lost.

const FIRST_WAIT = 500;
const LONGEST_WAIT = 10_000;

/** say(what, detail) is told: entry, changed, reset (all may be different now), connected. */
export function connect(say) {
  let wait = FIRST_WAIT;
  let last = ''; // id of the last event
  let lost = false; // since then

  function open() {
    const source = new EventSource('/simulator/api/feed');
    const on = (type, then) => source.addEventListener(type, (event) => {
      const missed = lost && last !== event.lastEventId;
      last = event.lastEventId;
      lost = false;
      then(JSON.parse(event.data), missed);
    });
    on('start', (nothing, missed) => up(missed));
    on('reset', () => up(true));
    on('entry', (entry) => say('entry', entry));
    on('changed', ({ what }) => say('changed', what));
    source.addEventListener('error', () => {
      lost = true;
      say('connected', false);
      if (source.readyState === EventSource.CLOSED) { // the browser does not try again by itself
        setTimeout(open, wait);
        wait = Math.min(wait * 2, LONGEST_WAIT);
      }
    });
  }

  function up(missed) {
    wait = FIRST_WAIT;
    say('connected', true);
    if (missed) {
      say('reset');
    }
  }

  open();
}
