// What is behind one bubble: request, reasons, violations, answer, webhook calls.
import { h, said, button } from './dom.js';
import { api } from './api.js';
import { store } from './store.js';
import { jsonOrText, jsonView, showPointer } from './json.js';
import { point } from './marks.js';
import { reasons, violationList } from './violations.js';
import { callCard } from './deliveries.js';
import { shown } from './statuses.js';

const MOST_CALLS = 30;

class SimInspector extends HTMLElement {
  connectedCallback() {
    store.on('selected', () => this.read(true));
    store.on('inspected', () => this.read(false));
    store.on('held', () => this.read(false));
    store.on('forgotten', () => this.empty());
    this.empty();
  }

  empty() {
    this.replaceChildren(h('p.quiet', {}, 'Choose a message in the chat to see its request, why it looks so, and what webhooks were told.'));
  }

  async read(anew) {
    const { selection } = store;
    if (!selection) {
      return;
    }
    const view = selection.kind === 'message' ? await store.attempt(() => api.message(selection.sequence)) : await store.attempt(() => api.webhookCall(selection.sequence));
    const seen = JSON.stringify(view ?? null) + JSON.stringify(store.held.calls.map((one) => one.sequence));
    if (!view || selection !== store.selection || (!anew && seen === this.seen)) {
      return;
    }
    this.seen = seen;
    const open = new Map([...this.querySelectorAll('details')].map((one) => [one.dataset.part, one.open]));
    this.replaceChildren(...(selection.kind === 'message' ? this.message(view) : this.call(view)));
    if (anew) {
      this.parentElement.scrollTop = 0;
    } else {
      this.querySelectorAll('details').forEach((one) => { one.open = open.get(one.dataset.part) ?? one.open; });
    }
  }

  message({ message, request, calls, deliveries }) {
    const json = jsonView(message.msg, message.problems);
    const show = (violation) => {
      json.closest('details').open = true;
      showPointer(json, violation.pointer);
      point(document.querySelector(`sim-chat [data-sequence="${message.sequence}"]`), violation.pointer);
    };
    const { words, name } = shown(message.status);
    return [
      h('div.facts', {}, h(`span.badge.${name}`, {}, words), said('span.quiet', `reference ${message.reference || '(none)'}`, 80), h('span.number', {}, `#${message.sequence}`)),
      message.accepted ? byHand(message) : null,
      part('violations', `Rules (${message.problems.length})`, true, violationList(message.problems, show)),
      part('why', 'Why it looks so', true, message.renderings.length ? reasons(message.renderings) : h('p.quiet', {}, 'There is nothing in it that Messenger would show.')),
      part('message', 'Message', true, json),
      part('request', request ? `Request #${request.sequence} and answer ${request.status || '(reset)'}` : 'Request', false, request ? exchange(request) : h('p.quiet', {}, 'The journal has dropped it.')),
      part('webhooks', `Webhook calls (${calls.length})`, true, calls.length ? calls.slice(-MOST_CALLS).map((call) => this.card(call, deliveries)) : h('p.quiet', {}, 'None about this message yet.')),
    ].filter(Boolean);
  }

  call({ call, held, deliveries }) {
    return [
      h('div.facts', {}, h('span.badge', {}, call.kind), h('span.number', {}, `#${call.sequence}`)),
      part('webhooks', 'Webhook call', true, callCard(call, deliveries, held)),
      part('message', 'What CM.com’s webhook call says', true, jsonView(call.body)),
    ];
  }

  card(call, deliveries) {
    const held = store.held.calls.some((one) => one.sequence === call.sequence);
    return callCard(call, deliveries.filter((one) => one.call === call.sequence), held);
  }
}

function part(name, title, open, ...content) {
  return h('details.part', { 'data-part': name, open }, h('summary', {}, title), h('div.part-body', {}, ...content.flat()));
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
  const report = (code, more = {}) => store.attempt(() => api.status({ reference: message.reference, psid: message.psid, code, ...more }));
  return h('div.row', { role: 'group', 'aria-label': 'Report a status' },
    h('span.quiet', {}, 'Report'),
    button('Delivered', () => report('DELIVERED')), button('Read', () => report('READ')),
    button('Failed', () => report('FAILED', { errorCode: '402', errorDescription: 'Outside of the allowed window' })));
}

customElements.define('sim-inspector', SimInspector);
