// The newest entries of the journal, also those of no conversation: refused requests, for example.
import { arrange, h, said, button } from './dom.js';
import { api } from './api.js';
import { Latest, store } from './store.js';
import { exchange } from './inspector.js';
import { momentOf, secondOf } from './times.js';

const MOST = 100;

class SimJournal extends HTMLElement {
  until; // entries before that one; without it, the newest
  rows = new Map();
  reading = new Latest();

  connectedCallback() {
    this.notice = h('p.quiet', {});
    this.list = h('ol.journal', { 'aria-label': 'Journal, newest first' });
    this.back = button('‹ Newest', () => { this.until = undefined; this.read(); });
    this.on = button('Older ›', () => { this.until = this.oldest; this.read(); });
    this.turning = h('div.row', {}, this.back, this.on);
    this.append(this.notice, this.turning, this.list);
    store.on('forgotten', () => this.forget());
    store.on('journal', () => this.until === undefined && this.read());
  }

  /** What is seen stays until it is shown anew. */
  forget() {
    this.until = undefined;
    this.rows.clear();
    this.reading.forget();
  }

  async read() {
    if (this.hidden || this.closest('[hidden]')) {
      return;
    }
    const { until } = this;
    const page = await this.reading.read(() => api.journal({ before: until ?? Number.MAX_SAFE_INTEGER, limit: MOST }));
    if (!page) {
      return;
    }
    this.oldest = page.entries[0]?.sequence;
    this.back.disabled = until === undefined;
    this.on.disabled = !page.more;
    this.turning.hidden = this.back.disabled && this.on.disabled;
    this.notice.textContent = page.dropped > 0 ? `The journal is full: its ${page.dropped.toLocaleString('en')} oldest entries were dropped.`
      : page.entries.length === 0 ? 'Nothing has happened yet.' : '';
    const rows = new Map(page.entries.map((entry) => [entry.sequence, this.rows.get(entry.sequence) ?? line(entry)]));
    this.rows = rows;
    arrange(this.list, [...rows.values()].reverse());
  }
}

const LINES = {
  request: (entry) => [`${entry.method} gateway`, entry.status || 'reset', entry.status === 200, `${entry.body.length.toLocaleString('en')} characters${entry.faults.length ? ' ⚡' : ''}`],
  message: (entry) => ['message', entry.accepted ? 'accepted' : `rejected ${entry.errorCode}`, entry.accepted, `to ${entry.psid} · ${entry.reference}`],
  call: (entry) => [`call ${entry.kind}`, '', true, entry.psid && `user ${entry.psid}`],
  delivery: (entry) => ['delivery', entry.status ?? 'no answer', entry.succeeded, `call #${entry.call}, attempt ${entry.attempt}, ${entry.latencyMillis} ms${entry.faults.length ? ' ⚡' : ''}`],
};

function line(entry) {
  const [what, status, good, more] = LINES[entry.type](entry);
  const element = h('li', {}, h('button.entry', { type: 'button', onclick: () => chosen(entry, element) },
    h('span.number', {}, `#${entry.sequence}`), h('span.what', {}, what),
    status ? h(`span.${good ? 'good' : 'bad'}`, {}, String(status)) : null, said('span.quiet', more, 100),
    h('time', { datetime: entry.time, title: momentOf(entry.time) }, secondOf(entry.time))));
  return element;
}

function chosen(entry, element) {
  if (entry.type === 'request') {
    const open = element.querySelector('.exchange');
    open ? open.remove() : element.append(h('div.exchange', {}, exchange(entry)));
  } else {
    if (entry.pageId && entry.psid) {
      store.open(entry);
    }
    store.select(entry.type === 'message' ? 'message' : 'call', entry.type === 'delivery' ? entry.call : entry.sequence);
  }
}

customElements.define('sim-journal', SimJournal);
