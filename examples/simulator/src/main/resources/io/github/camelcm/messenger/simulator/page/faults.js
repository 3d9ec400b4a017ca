// The fault rules there are, and adding one.
import { arrange, h, keepingFocus, button } from './dom.js';
import { api } from './api.js';
import { store } from './store.js';

const KINDS = {
  throttled: ['429 with Retry-After', 'gateway', 'retryAfterSeconds', 5],
  'internal-error': ['500', 'gateway'],
  unavailable: ['503', 'gateway'],
  'wrong-token': ['400 with code 101', 'gateway'],
  'rejected-message': ['reject the k-th message', 'gateway', 'message', 1],
  slow: ['slow answer', 'gateway', 'delayMillis', 2000],
  'slow-webhooks': ['slow webhook', 'webhooks', 'delayMillis', 2000],
  'reset-before': ['reset before processing', 'gateway'],
  'reset-after': ['reset after processing', 'gateway'],
  'malformed-answer': ['malformed JSON answer', 'gateway'],
  'lost-answer': ['lost webhook answer', 'webhooks'],
};

const PARAMETERS = { retryAfterSeconds: 'seconds', message: 'k =', delayMillis: 'ms' };

export function faults() {
  const list = h('ul.faults', { 'aria-label': 'Fault rules' });
  const box = h('div', {}, form(), list);
  store.on('faults', () => keepingFocus(box, () => arrange(list, store.faults.map(rule))));
  return box;
}

function rule(one) {
  const value = one.retryAfterSeconds ?? one.message ?? one.delayMillis;
  const { type, count } = one.scope;
  const scope = { always: 'always', next: `next ${count}`, every: `every ${ordinal(count)}` }[type];
  return h('li', { 'data-key': `fault-${one.id}` }, h('span', {}, h('strong', {}, one.kind), value === undefined ? '' : ` ${value}`, ` · ${one.where} · ${scope}`, h('span.quiet', {}, ` · fired ${one.fired}`)),
    button('×', () => store.attempt(() => api.removeFault(one.id)), { 'aria-label': `Remove ${one.kind}` }));
}

const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' });

const ordinal = (count) => `${count}${{ one: 'st', two: 'nd', few: 'rd', other: 'th' }[ORDINALS.select(count)]}`;

function form() {
  const kind = h('select', { 'aria-label': 'What goes wrong' }, Object.entries(KINDS).map(([name, [label]]) => h('option', { value: name }, label)));
  const value = h('input.small', { type: 'number', min: '0' });
  const unit = h('label.value', {}, h('span', {}), value);
  const scope = h('select', { 'aria-label': 'How often' }, ['next', 'every', 'always'].map((name) => h('option', { value: name }, name)));
  const count = h('input.small', { type: 'number', min: '1', value: '1', 'aria-label': 'How many' });
  const changed = () => {
    const [, , parameter, usual] = KINDS[kind.value];
    unit.hidden = !parameter;
    unit.firstElementChild.textContent = PARAMETERS[parameter] ?? '';
    value.value = usual ?? '';
    count.hidden = scope.value === 'always';
  };
  kind.addEventListener('change', changed);
  scope.addEventListener('change', () => { count.hidden = scope.value === 'always'; });
  changed();
  const add = () => {
    const [, where, parameter] = KINDS[kind.value];
    return store.attempt(() => api.addFault({
      kind: kind.value.replace('-webhooks', ''), where,
      ...(parameter ? { [parameter]: Number(value.value) } : {}),
      scope: scope.value === 'always' ? { type: 'always' } : { type: scope.value, count: Number(count.value) },
    }));
  };
  return h('form.fault-form', { onsubmit: (event) => { event.preventDefault(); add(); } }, kind, unit, scope, count, h('button.primary', { type: 'submit' }, 'Add'));
}
