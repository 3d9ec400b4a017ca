// The list of conversations, by page and user; and starting another.
import { arrange, h, said, button } from './dom.js';
import { plain } from './legible.js';
import { key, store } from './store.js';

const MOST = 500;

class SimConversations extends HTMLElement {
  rows = new Map();

  connectedCallback() {
    this.list = h('ul.conversation-list', { 'aria-label': 'Conversations' });
    this.notice = h('p.quiet', {});
    this.form = newConversation();
    this.append(
      h('header.pane-head', {}, h('h2', {}, 'Chats'), button('+ New', () => this.begin(), { 'aria-label': 'New conversation' })),
      this.form, h('div.pane-body', {}, this.list, this.notice));
    store.on('conversations', () => this.show());
    store.on('opened', () => this.show());
  }

  begin() {
    this.form.hidden = !this.form.hidden;
    this.form.querySelector('input').focus();
  }

  show() {
    const now = store.now() ?? new Date();
    const known = [...store.conversations].sort((a, b) => b.lastSequence - a.lastSequence);
    const begun = [...store.started.values()].filter((one) => !known.some((other) => key(other) === key(one)));
    const all = begun.reverse().concat(known);
    const rows = new Map();
    for (const one of all.slice(0, MOST)) {
      const element = this.rows.get(key(one)) ?? h('li', {}, h('button.conversation', { type: 'button', onclick: () => open(element.of) }));
      element.of = one;
      fill(element.firstElementChild, one, now);
      rows.set(key(one), element);
    }
    this.rows = rows;
    arrange(this.list, [...rows.values()]);
    const hidden = all.length - rows.size;
    this.notice.textContent = all.length === 0 ? 'No conversation yet. Send a message to the gateway, or start one here.'
      : [hidden > 0 ? `${hidden} older conversations are not listed.` : '',
        store.dropped > 0 ? `The journal is full: ${store.dropped.toLocaleString('en')} oldest entries were dropped.` : ''].join(' ').trim();
  }
}

function fill(element, one, now) {
  const state = [one.pageId, one.psid, one.name, one.entries, one.lastSequence, one.windowEnds > now.toISOString(), store.current && key(store.current)].join();
  if (element.state === state) {
    return;
  }
  element.state = state;
  const open = one.windowEnds && Date.parse(one.windowEnds) > now;
  element.setAttribute('aria-current', String(Boolean(store.current) && key(store.current) === key(one)));
  element.replaceChildren(
    h(`span.avatar.hue-${hue(key(one))}`, { 'aria-hidden': 'true' }, [...(one.name || one.psid || '?')][0].toUpperCase()),
    h('span.texts', { title: plain(`page ${one.pageId} · user ${one.psid}`) },
      said('strong', one.name || `User ${one.psid}`, 60),
      said('span.subtitle', `page ${one.pageId} · ${one.psid}`, 90)),
    h('span.side', {},
      h('span.count', { title: 'entries' }, one.entries ? String(one.entries) : 'new'),
      h(`span.dot.${open ? 'open' : 'closed'}`, { title: open ? '24-hour window open' : '24-hour window closed', role: 'img', 'aria-label': open ? 'window open' : 'window closed' })));
}

function hue(text) {
  let sum = 0;
  for (const character of text) {
    sum = (sum * 31 + character.codePointAt(0)) % 997;
  }
  return sum % 6;
}

function open(user) {
  store.open(user);
  document.querySelector('sim-app').show('chat');
}

function newConversation() {
  const field = (name, label, value) => h('label', {}, label, h('input', { name, required: name !== 'name', value, autocomplete: 'off', dir: 'auto', maxlength: '64' }));
  const form = h('form.new-conversation', {
    onsubmit: (event) => {
      event.preventDefault();
      const { pageId, psid, name } = Object.fromEntries(new FormData(form));
      form.hidden = true;
      open({ pageId: pageId.trim(), psid: psid.trim(), name: name.trim() });
    },
  },
  field('pageId', 'Page id', '1234567890'), field('psid', 'User (PSID)', '6789012345678901'), field('name', 'Name', 'Jane'),
  h('button.primary', { type: 'submit' }, 'Start'));
  form.hidden = true;
  return form;
}

customElements.define('sim-conversations', SimConversations);
