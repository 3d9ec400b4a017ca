// What is behind one bubble: request, reasons, violations, answer, webhook calls.
import { arrange, h, keepingFocus, said, button, member } from './dom.js';
import { api, ApiError } from './api.js';
import { elsewhere, reason } from './channels.js';
import { exact, memberOf } from './exact.js';
import { Latest, store } from './store.js';
import { jsonOrText, jsonView, showPointer } from './json.js';
import { point } from './marks.js';
import { reasons, violationList } from './violations.js';
import { callCard } from './deliveries.js';
import { shown } from './statuses.js';

const MOST_CALLS = 30;
const GONE = 404;

class SimInspector extends HTMLElement {
  pieces = new Map(); // name → {of, element}: what is shown already, and what it was made of
  reading = new Latest();

  connectedCallback() {
    store.on('selected', () => this.read(true));
    store.on('inspected', () => this.read(false));
    store.on('held', () => this.read(false));
    store.on('forgotten', () => this.empty());
    this.empty();
  }

  empty() {
    this.say('Choose a message in the chat to see its request, why it looks so, and what webhooks were told.');
  }

  say(sentence) {
    this.pieces.clear();
    this.replaceChildren(h('p.quiet', {}, sentence));
  }

  async read(anew) {
    const { selection } = store;
    if (!selection) {
      return;
    }
    const text = await this.reading.read(() => find(selection));
    if (text === undefined || selection !== store.selection) {
      return;
    }
    if (text === '') {
      store.selection = null;
      this.say('The journal does not have it any more.');
      return;
    }
    if (anew) {
      this.pieces.clear();
    }
    keepingFocus(this, () => arrange(this, selection.kind === 'message' ? this.message(text) : this.call(text)));
    if (anew) {
      this.parentElement.scrollTop = 0;
    }
  }

  /** Made anew only if what it is made of has changed: else focus, scrolling and what is selected would be lost. */
  piece(name, of, make) {
    const seen = JSON.stringify(of);
    const known = this.pieces.get(name);
    if (known?.of === seen) {
      return known.element;
    }
    const element = make();
    this.pieces.set(name, { of: seen, element });
    return element;
  }

  /** A part that can be folded; it stays as it is when what it holds is shown anew. */
  part(name, title, open, ...content) {
    const part = this.piece(`part ${name}`, null, () => h('details.part', { 'data-part': name, 'data-key': name, open }, h('summary', {}), h('div.part-body', {})));
    part.firstElementChild.textContent = title;
    arrange(part.lastElementChild, content.flat());
    return part;
  }

  message(text) {
    const { message, request, calls, deliveries, droppedDeliveries } = JSON.parse(text);
    const msg = this.piece('json', message.msg, () => jsonView(memberOf(memberOf(exact(text), 'message'), 'msg'), message.problems));
    const { words, name } = shown(message.status);
    return [
      this.piece('facts', [words, name], () => h('div.facts', {}, h(`span.badge.${name}`, {}, words), said('span.quiet', `reference ${message.reference || '(none)'}`, 80), h('span.number', {}, `#${message.sequence}`))),
      message.accepted ? this.piece('by hand', null, () => byHand(message)) : null,
      this.part('violations', `Rules (${message.problems.length})`, true, this.piece('violations', null, () => violationList(message.problems, (one) => show(one, message, msg)))),
      this.part('why', 'Why it looks so', true, this.piece('why', null, () => why(message))),
      this.part('message', 'Message', true, msg),
      this.part('request', request ? `Request #${request.sequence} and answer ${request.status || '(reset)'}` : 'Request', false,
        this.piece('request', request, () => h('div.exchange', {}, request ? exchange(request) : h('p.quiet', {}, 'The journal has dropped it.')))),
      this.part('webhooks', `Webhook calls (${calls.length})`, true, calls.length ? this.cards(calls, deliveries, droppedDeliveries) : h('p.quiet', {}, 'None about this message yet.')),
    ].filter(Boolean);
  }

  call(text) {
    const { call, held, deliveries, droppedDeliveries } = JSON.parse(text);
    return [
      this.piece('facts', null, () => h('div.facts', {}, h('span.badge', {}, call.kind), h('span.number', {}, `#${call.sequence}`))),
      this.part('webhooks', 'Webhook call', true, this.card(call, deliveries, held, droppedDeliveries)),
      this.part('message', 'What CM.com’s webhook call says', true, this.piece('json', null, () => jsonView(memberOf(memberOf(exact(text), 'call'), 'body')))),
    ];
  }

  cards(calls, deliveries, dropped) {
    const held = new Set(store.held.calls.map((one) => one.sequence));
    const left = calls.length - MOST_CALLS;
    return [
      left > 0 ? h('p.quiet', {}, `The newest ${MOST_CALLS} of ${calls.length} are shown.`) : null,
      ...calls.slice(-MOST_CALLS).map((call) => this.card(call, deliveries.filter((one) => one.call === call.sequence), held.has(call.sequence), dropped)),
    ].filter(Boolean);
  }

  card(call, deliveries, held, dropped) {
    return this.piece(`call ${call.sequence}`, [deliveries, held, dropped > 0], () => callCard(call, deliveries, held, dropped));
  }
}

/** The API's answer, as text; empty if there is no such entry any more. */
async function find({ kind, sequence }) {
  try {
    return await (kind === 'message' ? api.message(sequence) : api.webhookCall(sequence));
  } catch (failure) {
    if (failure instanceof ApiError && failure.status === GONE) {
      return '';
    }
    throw failure;
  }
}

/** Where a rule is broken: in the JSON and in the chat. */
function show(violation, message, json) {
  json.closest('details').open = true;
  showPointer(json, violation.pointer);
  point(document.querySelector(`sim-chat [data-sequence="${message.sequence}"]`), violation.pointer);
}

function why({ msg, renderings }) {
  const channels = elsewhere(member(msg, 'allowedChannels'));
  return channels ? said('p.quiet', reason(channels), 300)
    : h('div.reasons', {}, renderings.length ? reasons(renderings) : h('p.quiet', {}, 'There is nothing in it that Messenger would show.'));
}

/** A request as it came, and what the gateway said. */
export function exchange(request) {
  return [
    h('h3', {}, 'Request'),
    h('dl.headers', {}, Object.entries(request.headers).flatMap(([name, value]) => [said('dt', name, 100), said('dd', value, 300)])),
    jsonOrText(request.body),
    h('h3', {}, request.status ? `Answer ${request.status}` : 'No answer: the connection was reset'),
    request.faults.length ? h('p.quiet', {}, `⚡ fault rule ${request.faults.join(', ')} fired`) : null,
    jsonOrText(request.answer),
  ].filter(Boolean);
}

function byHand(message) {
  const report = (code, more = {}) => store.attempt(() => api.status({ message: message.sequence, code, ...more }));
  return h('div.row', { role: 'group', 'aria-label': 'Report a status' },
    h('span.quiet', {}, 'Report'),
    button('Delivered', () => report('DELIVERED')), button('Read', () => report('READ')),
    button('Failed', () => report('FAILED', { errorCode: '402', errorDescription: 'Outside of the allowed window' })));
}

customElements.define('sim-inspector', SimInspector);
