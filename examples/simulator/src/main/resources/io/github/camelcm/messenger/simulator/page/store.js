// What the page knows, and keeping it up to date. Views listen to its events and read its fields.
import { api } from './api.js';
import { follow } from './feed.js';
import { EntryWindow } from './window.js';

const READ_AGAIN_AFTER = 120; // milliseconds: a burst of events is one reading

/** What is read of each, as the fields of the store. */
const READ = {
  conversations: async () => {
    const { conversations, dropped } = await api.conversations();
    return { conversations, dropped };
  },
  clock: async () => ({ clock: await api.clock(), clockReadAt: performance.now() }),
  webhooks: async () => ({ webhooks: await api.webhooks() }),
  ladder: async () => ({ ladder: await api.ladder() }),
  faults: async () => ({ faults: (await api.faults()).rules }),
  held: async () => ({ held: await api.held() }),
};

class Store extends EventTarget {
  conversations = [];
  dropped = 0;
  started = new Map(); // conversations opened that had no entry then
  current = null;
  following = true; // whether the reader is at the end of the chat
  entries = new EntryWindow(null);
  clock = null;
  clockReadAt = 0;
  webhooks = null;
  ladder = null;
  faults = [];
  held = { on: false, calls: [] };
  selection = null; // {kind: 'message' | 'call' | 'request', sequence}
  connected = null;
  #era = 0; // grows when all is forgotten
  #due = new Set();
  #timer = 0;
  #busy = false;

  tell(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }

  on(what, listener) {
    this.addEventListener(what, listener);
  }

  /** Nothing is read before the feed has said something: what changes in between would not be heard of. */
  start() {
    follow({
      entry: () => this.due('conversations', 'entries', 'inspected', 'journal'),
      changed: (what) => this.due(what, ...(what === 'clock' ? ['conversations'] : []), ...(what === 'held' ? ['inspected'] : [])),
      reset: () => this.readAll(),
      connected: (on) => {
        const first = this.connected === null;
        this.connected = on;
        this.tell('connected');
        if (first) {
          this.readAll();
        }
      },
    });
  }

  /** Forgets all: what has the same number may be something else now, also in answers that are still to come. */
  readAll() {
    this.#era++;
    this.entries = new EntryWindow(this.current);
    this.following = true;
    this.started = new Map(this.current ? [[key(this.current), this.current]] : []);
    this.selection = null;
    this.tell('forgotten');
    this.due('conversations', 'clock', 'webhooks', 'ladder', 'faults', 'held', 'entries', 'inspected', 'journal');
  }

  due(...what) {
    what.forEach((one) => this.#due.add(one));
    if (!this.#timer && !this.#busy) {
      this.#timer = setTimeout(() => this.#read(), READ_AGAIN_AFTER);
    }
  }

  async #read() {
    this.#timer = 0;
    this.#busy = true;
    const due = [...this.#due];
    this.#due.clear();
    await Promise.all(due.map((what) => this.#readOne(what).catch((failure) => this.tell('failed', failure))));
    this.#busy = false;
    if (this.#due.size) {
      this.due();
    }
  }

  async #readOne(what) {
    if (what === 'entries') {
      return this.#readEntries();
    }
    const era = this.#era;
    const answer = await READ[what]?.(); // 'inspected' and 'journal' are read by their views
    if (era === this.#era) {
      Object.assign(this, answer);
      this.tell(what);
    }
  }

  async #readEntries() {
    const window = this.entries;
    if (this.current) {
      const fresh = await window.catchUp(this.following);
      this.#show(window, { fresh });
    }
  }

  /** Unless another conversation was opened, or all was forgotten, while it was read. */
  #show(window, detail) {
    if (window === this.entries) {
      this.tell('entries', detail);
    }
  }

  async moreEntries(direction) {
    const window = this.entries;
    await window.more(direction);
    this.#show(window, { fresh: [], direction });
  }

  open(user) {
    if (this.current && key(this.current) === key(user)) {
      this.tell('opened');
      return;
    }
    this.current = { pageId: user.pageId, psid: user.psid, name: user.name ?? '' };
    this.entries = new EntryWindow(this.current);
    this.following = true;
    if (!this.conversations.some((one) => key(one) === key(user))) {
      this.started.set(key(user), this.current);
    }
    this.tell('opened');
    this.tell('conversations');
    this.due('entries');
  }

  select(kind, sequence) {
    this.selection = { kind, sequence };
    this.tell('selected');
  }

  /** The simulator's time now. */
  now() {
    if (!this.clock) {
      return null;
    }
    const passed = this.clock.mode === 'running' ? performance.now() - this.clockReadAt : 0;
    return new Date(Date.parse(this.clock.time) + passed);
  }

  summary() {
    return this.current && this.conversations.find((one) => key(one) === key(this.current));
  }

  /** Does a call of the API; what goes wrong is said to the user. */
  async attempt(action) {
    try {
      return await action();
    } catch (failure) {
      this.tell('failed', failure);
      return undefined;
    }
  }
}

/** Of reads that overlap only the one begun last counts: the others give nothing. */
export class Latest {
  #turn = 0;

  async read(action) {
    const mine = ++this.#turn;
    const answer = await store.attempt(action);
    return mine === this.#turn ? answer : undefined;
  }

  /** What is being read does not count any more. */
  forget() {
    this.#turn++;
  }
}

export const key = ({ pageId, psid }) => `${pageId}/${psid}`;

export const store = new Store();
export const mediaOn = location.search === '?media=on';
