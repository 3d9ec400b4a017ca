// The chat: a bounded piece of the conversation, with older and newer pieces loaded where it is scrolled to.
import { arrange, h, said, button } from './dom.js';
import { key, store } from './store.js';
import { dayRow, isTalk, row } from './messages.js';
import { composer } from './composer.js';
import { plain } from './legible.js';
import { dayOf } from './times.js';

const NEAR = 80; // pixels

class SimChat extends HTMLElement {
  rows = new Map();
  days = new Map();
  loading = false;

  connectedCallback() {
    this.title_ = h('h2', { dir: 'auto', tabindex: '-1' });
    this.subtitle = h('span.subtitle', {});
    this.window_ = h('span.window', { title: '24 hours after the user’s last message' });
    this.list = h('ol.timeline', { 'aria-label': 'Messages' });
    this.scroll = h('div.scroller', { tabindex: '0', role: 'region', 'aria-label': 'Conversation', onscroll: () => this.scrolled() }, this.list);
    this.jump = button('New messages ↓', () => this.toEnd(), { kind: 'button.jump' });
    this.jump.hidden = true;
    this.said = h('div.unseen', { 'aria-live': 'polite' });
    this.notice = h('li.notice', {});
    this.composer = composer();
    this.append(
      h('header.chat-head', {}, h('div.who', {}, this.title_, this.subtitle), this.window_),
      h('div.chat-body', {}, this.scroll, this.jump), this.composer, this.said);
    store.on('opened', () => this.opened());
    store.on('forgotten', () => this.forget());
    store.on('conversations', () => this.head());
    store.on('clock', () => this.countDown());
    store.on('entries', ({ detail }) => this.show(detail));
    store.on('selected', () => this.selected());
    setInterval(() => this.countDown(), 1000);
    new ResizeObserver(() => this.keepPlace(null, false)).observe(this.scroll); // also when the pane was not shown
    this.opened();
  }

  opened() {
    if (this.shown !== (store.current && key(store.current))) {
      this.shown = store.current && key(store.current);
      this.forget();
      this.list.replaceChildren();
    }
    this.classList.toggle('empty', !store.current);
    this.head();
  }

  /** What is seen stays until it is shown anew. */
  forget() {
    this.rows.clear();
    this.days.clear();
  }

  head() {
    const { current } = store;
    const summary = store.summary();
    this.title_.textContent = current ? plain(summary?.name || current.name || `User ${current.psid}`, 80) : 'No conversation open';
    this.subtitle.replaceChildren(...(current ? [said('span', `page ${current.pageId} · user ${current.psid}`, 120)] : ['Choose one, or start a new one.']));
    this.composer.hidden = !current;
    this.countDown();
  }

  /** By the simulator's clock. */
  countDown() {
    const ends = store.summary()?.windowEnds;
    const now = store.now();
    const left = ends && now ? Date.parse(ends) - now : null;
    const open = left !== null && left > 0;
    this.window_.hidden = !store.current;
    this.window_.classList.toggle('closed', !open);
    const seconds = Math.max(0, Math.floor((left ?? 0) / 1000));
    const two = (number) => String(number).padStart(2, '0');
    this.window_.textContent = left === null ? 'window never opened'
      : open ? `window ${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}` : 'window closed';
  }

  show({ fresh = [], direction } = {}) {
    const { entries, atStart, atEnd, dropped } = store.entries;
    const anchor = direction ? this.anchor() : null;
    const newest = atEnd ? entries.findLast(isTalk) : null;
    const wanted = [this.beginning(atStart, dropped, entries.length)];
    const rows = new Map();
    let day = '';
    for (const entry of entries) {
      if (dayOf(entry.time) !== day) {
        day = dayOf(entry.time);
        wanted.push(this.day(day));
      }
      const element = this.rows.get(entry.sequence) ?? row(entry);
      element.update(entry === newest, entry);
      rows.set(entry.sequence, element);
      wanted.push(element);
    }
    this.rows = rows;
    arrange(this.list, wanted.filter(Boolean));
    this.selected();
    this.keepPlace(anchor, fresh.length > 0 || !atEnd);
    this.announce(fresh);
  }

  day(day) {
    if (!this.days.has(day)) {
      this.days.set(day, dayRow(day));
    }
    return this.days.get(day);
  }

  beginning(atStart, dropped, count) {
    this.notice.textContent = !atStart ? 'Scroll up for older messages'
      : dropped > 0 ? `The journal is full: its ${dropped.toLocaleString('en')} oldest entries were dropped.`
        : count === 0 ? 'Nothing yet. Write as the user below, or send a message to this user.' : '';
    this.notice.classList.toggle('dropped', atStart && dropped > 0);
    return this.notice.textContent ? this.notice : null;
  }

  /** The row at the top of what is seen, and where it stands. */
  anchor() {
    const top = this.scroll.getBoundingClientRect().top;
    const element = [...this.rows.values()].find((one) => one.getBoundingClientRect().bottom > top);
    return element && { element, offset: element.getBoundingClientRect().top };
  }

  keepPlace(anchor, unseen) {
    if (anchor?.element.isConnected) {
      this.scroll.scrollTop += anchor.element.getBoundingClientRect().top - anchor.offset;
    } else if (store.following) {
      this.scroll.scrollTop = this.scroll.scrollHeight;
    }
    this.jump.hidden = store.following || !(unseen || !this.jump.hidden);
  }

  announce(fresh) {
    const last = fresh.findLast((entry) => entry.type === 'message' && isTalk(entry));
    const texts = last?.renderings.flatMap((one) => one.bubbles).map((bubble) => bubble.text ?? bubble.header ?? bubble.elements?.[0]?.header ?? bubble.type);
    if (texts) {
      this.said.textContent = `The page: ${plain(texts.join(', '))}`;
    }
  }

  selected() {
    const { selection } = store;
    this.list.querySelectorAll('[aria-current]').forEach((one) => one.removeAttribute('aria-current'));
    this.rows.get(selection?.sequence)?.setAttribute('aria-current', 'true');
  }

  async scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroll;
    const below = scrollHeight - scrollTop - clientHeight;
    store.following = store.entries.atEnd && below < NEAR;
    if (store.following) {
      this.jump.hidden = true;
    }
    if (this.loading || !store.current || clientHeight === 0) {
      return;
    }
    const direction = scrollTop < NEAR && !store.entries.atStart ? 'older' : below < NEAR && !store.entries.atEnd ? 'newer' : null;
    if (direction) {
      this.loading = true;
      await store.attempt(() => store.moreEntries(direction));
      this.loading = false;
    }
  }

  toEnd() {
    store.following = true;
    this.jump.hidden = true;
    if (store.entries.atEnd) {
      this.scroll.scrollTop = this.scroll.scrollHeight;
    } else {
      store.due('entries');
    }
  }
}

customElements.define('sim-chat', SimChat);
