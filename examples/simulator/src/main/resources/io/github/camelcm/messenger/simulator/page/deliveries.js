// Webhook calls, their attempts, and making them again: once, twice, or out of order.
import { arrange, h, keepingFocus, said, button } from './dom.js';
import { api } from './api.js';
import { store } from './store.js';
import { momentOf, secondOf } from './times.js';

const STATUS = ['accepted', 'rejected', 'delivered', 'failed', 'read'];
const MOST = 50;

/** dropped: how many attempts, of whatever calls, the journal has dropped. */
export function callCard(call, deliveries, held, dropped = 0) {
  const again = (times) => store.attempt(() => api.repeat(call.sequence, times));
  return h('section.call', { 'data-call': call.sequence, 'data-key': `call-${call.sequence}` },
    h('div.call-head', {}, h('span.kind', {}, call.kind), said('span.what', about(call), 80), h('span.number', {}, `#${call.sequence}`)),
    attempts(deliveries, held, dropped),
    h('div.row', {}, held
      ? button('Release', () => store.attempt(() => api.release([call.sequence])), { kind: 'button.primary' })
      : [button('Send again', () => again(1)), button('Send twice', () => again(2))]));
}

function about(call) {
  if (call.kind === 'statuses') {
    const status = call.body?.messages?.msg?.status ?? {};
    return `${STATUS[Number(status.code)] ?? status.code}${status.errorCode ? ` ${status.errorCode} ${status.errorDescription ?? ''}` : ''}`;
  }
  return call.kind === 'events' ? call.body?.event?.type
    : call.body?.message?.text || call.body?.message?.media?.title || 'file';
}

function attempts(deliveries, held, dropped) {
  if (deliveries.length === 0) {
    return h('p.quiet', {}, held ? 'Held: not called yet.'
      : `Not called, or still waiting for the answer${dropped > 0 ? ', or dropped: the journal is full' : ''}.`);
  }
  return h('div.table', {}, h('table', {},
    h('thead', {}, h('tr', {}, ['#', 'Status', 'Latency', 'Time (UTC)'].map((name) => h('th', { scope: 'col' }, name)))),
    h('tbody', {}, deliveries.map((one) => h('tr', { title: one.url },
      h('td', {}, String(one.attempt)),
      h(`td.${one.succeeded ? 'good' : 'bad'}`, {}, one.status === null ? said('span', one.error ?? 'no answer', 120) : String(one.status), one.faults.length ? h('span.fault', { title: 'a fault rule fired' }, ' ⚡') : null),
      h('td', {}, `${one.latencyMillis} ms`),
      h('td', { title: momentOf(one.time) }, secondOf(one.time)))))));
}

/** The calls that wait, each with a place to be released from: the order is the developer's. */
export function heldCalls() {
  const hold = h('button.switch', { type: 'button', role: 'switch', onclick: () => store.attempt(() => api.hold(!store.held.on)) }, 'Hold webhook calls');
  const all = button('Release all', () => store.attempt(() => api.release()));
  const back = button('Release newest first', () => store.attempt(() => api.release(store.held.calls.map((one) => one.sequence).reverse())));
  const list = h('div.held-list', {});
  const more = h('p.quiet', {});
  const box = h('div.held', {}, h('div.row', {}, hold, all, back), list, more);
  const cards = new Map();
  const show = () => {
    const { on, calls } = store.held;
    hold.setAttribute('aria-checked', String(on));
    all.hidden = calls.length === 0;
    back.hidden = calls.length < 2;
    const shown = calls.slice(0, MOST).map((call) => cards.get(call.sequence) ?? cards.set(call.sequence, callCard(call, [], true)).get(call.sequence));
    arrange(list, shown);
    more.textContent = calls.length > MOST ? `${calls.length - MOST} more are held.` : '';
    more.hidden = calls.length <= MOST;
  };
  store.on('forgotten', () => cards.clear());
  store.on('held', () => keepingFocus(box, show));
  show();
  return box;
}
