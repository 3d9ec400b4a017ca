// Webhook calls, their attempts, and making them again: once, twice, or out of order.
import { h, said, button } from './dom.js';
import { api } from './api.js';
import { store } from './store.js';

const STATUS = ['accepted', 'rejected', 'delivered', 'failed', 'read'];

export function callCard(call, deliveries, held) {
  const again = (times) => store.attempt(() => api.repeat(call.sequence, times));
  return h('section.call', { 'data-call': call.sequence },
    h('div.call-head', {}, h('span.kind', {}, call.kind), said('span.what', about(call), 80), h('span.number', {}, `#${call.sequence}`)),
    attempts(deliveries, held),
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

function attempts(deliveries, held) {
  if (deliveries.length === 0) {
    return h('p.quiet', {}, held ? 'Held: not called yet.' : 'Not called, or still waiting for the answer.');
  }
  return h('div.table', {}, h('table', {},
    h('thead', {}, h('tr', {}, ['#', 'Status', 'Latency', 'Time'].map((name) => h('th', { scope: 'col' }, name)))),
    h('tbody', {}, deliveries.map((one) => h('tr', { title: one.url },
      h('td', {}, String(one.attempt)),
      h(`td.${one.succeeded ? 'good' : 'bad'}`, {}, one.status === null ? said('span', one.error ?? 'no answer', 120) : String(one.status), one.faults.length ? h('span.fault', { title: 'a fault rule fired' }, ' ⚡') : null),
      h('td', {}, `${one.latencyMillis} ms`),
      h('td', {}, new Date(one.time).toLocaleTimeString()))))));
}

/** The calls that wait, each with a place to be released from: the order is the developer's. */
export function heldCalls() {
  const box = h('div.held', {});
  const show = () => {
    const { on, calls } = store.held;
    box.replaceChildren(
      h('div.row', {},
        h('button.switch', { type: 'button', role: 'switch', 'aria-checked': String(on), onclick: () => store.attempt(() => api.hold(!on)) }, 'Hold webhook calls'),
        calls.length ? button('Release all', () => store.attempt(() => api.release())) : null,
        calls.length > 1 ? button('Release newest first', () => store.attempt(() => api.release(calls.map((one) => one.sequence).reverse()))) : null),
      ...calls.slice(0, 50).map((call) => callCard(call, [], true)),
      calls.length > 50 ? h('p.quiet', {}, `${calls.length - 50} more are held.`) : '');
  };
  store.on('held', show);
  show();
  return box;
}
