// The page: its panes, the bar above them, and what is shown of them on a narrow screen.
import { h } from './dom.js';
import { store, mediaOn } from './store.js';
import { note } from './dialog.js';
import './conversations.js';
import './chat.js';
import './tools.js';

const PANES = [['chats', 'Chats', '☰'], ['chat', 'Chat', '💬'], ['tools', 'Tools', '🔧']];

class SimApp extends HTMLElement {
  connectedCallback() {
    this.replaceChildren(bar(), h('main', {},
      h('sim-conversations', { id: 'pane-chats' }), h('sim-chat', { id: 'pane-chat' }), h('sim-tools', { id: 'pane-tools' })),
    h('nav.panes', { 'aria-label': 'Panes' }, PANES.map(([id, label, sign]) => h('button', { type: 'button', 'data-shows': id, onclick: () => this.show(id) },
      h('span', { 'aria-hidden': 'true' }, sign), label))));
    this.show('chats');
    store.on('selected', () => this.show('tools'));
    store.on('opened', named);
    store.on('failed', ({ detail }) => note(detail.message, 'error'));
    store.on('conversations', () => this.first());
    addEventListener('hashchange', () => this.openNamed());
    this.openNamed();
    store.start();
  }

  /** Opens what the address names: at the start, and when the browser goes back. */
  openNamed() {
    const { page, user } = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
    if (page && user) {
      store.open({ pageId: page, psid: user });
      this.show('chat');
    }
  }

  /** On a wide screen all panes are seen, and this changes nothing. */
  show(pane) {
    this.dataset.pane = pane;
    this.querySelectorAll('nav.panes button').forEach((one) => one.setAttribute('aria-pressed', String(one.dataset.shows === pane)));
  }

  /** The newest conversation is opened if none is; on a narrow screen the list stays. */
  first() {
    if (!store.current && store.conversations.length) {
      store.open(store.conversations.reduce((a, b) => (a.lastSequence > b.lastSequence ? a : b)));
    }
  }
}

/** The address names what is open, so that the browser's Back leads to what was open before. */
function named() {
  const hash = `#${new URLSearchParams({ page: store.current.pageId, user: store.current.psid })}`;
  if (hash !== location.hash) {
    history[location.hash ? 'pushState' : 'replaceState'](null, '', hash);
  }
}

function bar() {
  const date = h('span.date');
  const hours = h('span');
  const time = h('time.sim-clock', { title: 'The simulator’s clock (UTC)' }, date, hours);
  const state = h('span.connection', { role: 'status' });
  const tick = () => {
    const now = store.now()?.toISOString() ?? '';
    date.textContent = `${now.slice(0, 10)} `;
    hours.textContent = now.slice(11, 19) + ' UTC' + (store.clock?.mode === 'manual' ? ' (stands)' : '');
  };
  setInterval(tick, 1000);
  store.on('clock', tick);
  store.on('connected', () => {
    state.textContent = store.connected ? 'live' : 'reconnecting…';
    state.classList.toggle('off', !store.connected);
  });
  const media = h('button.switch', { type: 'button', role: 'switch', 'aria-checked': String(mediaOn), title: 'Fetch images, videos and sounds from where messages say; reloads the page', onclick: switchMedia }, 'Remote media');
  return h('header.bar', {}, h('h1', {}, 'Messenger simulator'), state, time, media);
}

/** Another address, since the server's content security policy decides what a page may fetch. */
function switchMedia() {
  location.assign((mediaOn ? '/' : '/?media=on') + location.hash);
}

customElements.define('sim-app', SimApp);
