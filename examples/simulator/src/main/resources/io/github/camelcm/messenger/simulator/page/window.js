// A conversation's entries, as many as may be held: the newest ones, or those the reader went back to.
import { api } from './api.js';

const PAGE = 100;
const MOST = 300;

export class EntryWindow {
  #turn = Promise.resolve();

  constructor(user) {
    this.user = user;
    this.entries = [];
    this.atStart = true; // nothing older on the server
    this.atEnd = true; // nothing newer on the server
    this.dropped = 0;
  }

  get first() {
    return this.entries[0]?.sequence ?? 0;
  }

  get last() {
    return this.entries.at(-1)?.sequence ?? 0;
  }

  /** Takes what has come since, if the reader is at the end. Gives what of it follows on what was there. */
  catchUp(following) {
    return this.#inTurn(() => this.#catchUp(following));
  }

  /** Loads a piece in the direction 'older' or 'newer'. */
  more(direction) {
    return this.#inTurn(() => (direction === 'older' ? this.#older() : this.#newer()));
  }

  /** One after the other: each goes on from where the one before has come to. */
  #inTurn(action) {
    const done = this.#turn.then(action);
    this.#turn = done.catch(() => {});
    return done;
  }

  async #read(range) {
    const page = await api.entries(this.user, { ...range, limit: PAGE });
    this.dropped = page.dropped;
    return page;
  }

  async #newest() {
    const page = await this.#read({ before: Number.MAX_SAFE_INTEGER });
    this.entries = page.entries;
    this.atStart = !page.more;
    this.atEnd = true;
  }

  async #older() {
    if (this.atStart || this.entries.length === 0) {
      return;
    }
    const page = await this.#read({ before: this.first });
    this.atStart = !page.more;
    this.entries = page.entries.concat(this.entries);
    if (this.entries.length > MOST) {
      this.entries.length = MOST;
      this.atEnd = false;
    }
  }

  async #newer() {
    const page = await this.#read({ after: this.last });
    this.entries = this.entries.concat(page.entries);
    this.atEnd = !page.more;
    if (this.entries.length > MOST) {
      this.entries = this.entries.slice(-MOST);
      this.atStart = false;
    }
    return page.entries;
  }

  /** What became of the messages that are here already. */
  async #refreshStatuses() {
    const { statuses } = await api.statuses(this.user, { from: this.first, to: this.last });
    const byMessage = new Map(statuses.map((one) => [one.message, one]));
    this.entries.forEach((entry) => { entry.status = byMessage.get(entry.sequence) ?? entry.status; });
  }

  async #catchUp(following) {
    if (this.entries.length === 0) {
      await this.#newest();
      return [];
    }
    await this.#refreshStatuses();
    if (!following && (!this.atEnd || this.entries.length >= MOST)) {
      this.atEnd = false; // what they read must not move away
      return [];
    }
    if (!this.atEnd) {
      await this.#newest();
      return [];
    }
    const fresh = await this.#newer();
    if (!this.atEnd && following) {
      await this.#newest();
    }
    return fresh;
  }
}
