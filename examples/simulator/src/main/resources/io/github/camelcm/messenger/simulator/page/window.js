// A conversation's entries, as many as may be held: the newest ones, or those the reader went back to.
import { api } from './api.js';

const PAGE = 100;
const MOST = 300;

export class EntryWindow {
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

  read(range) {
    return api.entries(this.user, range);
  }

  async newest() {
    const page = await this.read({ before: Number.MAX_SAFE_INTEGER, limit: PAGE });
    this.entries = page.entries;
    this.dropped = page.dropped;
    this.atStart = !page.more;
    this.atEnd = true;
  }

  async older() {
    if (this.atStart || this.entries.length === 0) {
      return;
    }
    const page = await this.read({ before: this.first, limit: PAGE });
    this.dropped = page.dropped;
    this.atStart = !page.more;
    this.entries = page.entries.concat(this.entries);
    if (this.entries.length > MOST) {
      this.entries.length = MOST;
      this.atEnd = false;
    }
  }

  async newer() {
    const page = await this.read({ after: this.last, limit: PAGE });
    this.dropped = page.dropped;
    this.entries = this.entries.concat(page.entries);
    this.atEnd = !page.more;
    if (this.entries.length > MOST) {
      this.entries = this.entries.slice(-MOST);
      this.atStart = false;
    }
    return page.entries;
  }

  /** What became of the messages that are here already: the reports on them may lie outside of what is held. */
  async #refreshStatuses() {
    const { statuses } = await api.statuses(this.user, { from: this.first, to: this.last });
    const byMessage = new Map(statuses.map((one) => [one.message, one]));
    this.entries.forEach((entry) => { entry.status = byMessage.get(entry.sequence) ?? entry.status; });
  }

  /** Takes what has come since, if the reader is at the end. Gives what of it follows on what was there. */
  async catchUp(following) {
    await this.#refreshStatuses();
    if (!following && (!this.atEnd || this.entries.length >= MOST)) {
      this.atEnd = false; // what they read must not move away
      return [];
    }
    if (!this.atEnd) {
      await this.newest();
      return [];
    }
    const fresh = await this.newer();
    if (!this.atEnd) {
      if (following) {
        await this.newest();
      }
    }
    return fresh;
  }
}
