// Breaking things on purpose: clock, status ladder, faults, held calls, webhooks, state.
import { h, said, button } from './dom.js';
import { api } from './api.js';
import { store } from './store.js';
import { ask, note } from './dialog.js';
import { heldCalls } from './deliveries.js';
import { faults } from './faults.js';

class SimControls extends HTMLElement {
  connectedCallback() {
    this.append(
      section('Clock', clock()), section('Status ladder', ladder()), section('Faults', faults()),
      section('Out of order', heldCalls()), section('Webhooks', webhooks()), section('State', state()));
  }
}

const section = (title, content) => h('section.control', {}, h('h3', {}, title), content);

/** Fills a box now and whenever something has changed. */
function live(what, fill) {
  const box = h('div', {});
  const show = () => box.replaceChildren(...fill().filter(Boolean));
  store.on(what, show);
  show();
  return box;
}

function clock() {
  const advance = (by) => async () => {
    const done = await store.attempt(() => api.advance(by));
    if (done) {
      note(`The clock moved on; ${done.fired} ${done.fired === 1 ? 'thing was' : 'things were'} due.`);
    }
  };
  return live('clock', () => [
    h('div.row', {}, button('+5 min', advance('PT5M')), button('+24 h', advance('PT24H')), button('+7 d', advance('P7D')),
      h('button.switch', { type: 'button', role: 'switch', 'aria-checked': String(store.clock?.mode === 'running'), onclick: () => store.attempt(() => api.clockMode(store.clock?.mode === 'running' ? 'manual' : 'running')) }, 'Runs')),
    h('p.quiet', {}, store.clock?.pending ? `${store.clock.pending} wait for it, the first until ${store.clock.next.slice(0, 19).replace('T', ' ')}.` : 'Nothing waits for it.'),
  ]);
}

function ladder() {
  return live('ladder', () => [
    h('div.row', {}, h('button.switch', { type: 'button', role: 'switch', 'aria-checked': String(Boolean(store.ladder?.on)), onclick: () => store.attempt(() => api.changeLadder({ on: !store.ladder.on })) }, 'Report by itself')),
    h('div.steps', {}, (store.ladder?.steps ?? []).map((step, index) => h('label', {},
      `${step.code.toLowerCase()}${step.errorCode ? ` ${step.errorCode}` : ''} after`,
      h('input', { type: 'number', min: '0', max: '604800000', value: step.afterMillis, onchange: (event) => stepChanged(index, event.target) }), 'ms'))),
    h('div.row', {},
      button('Delivered, read', () => steps({ code: 'DELIVERED', afterMillis: 500 }, { code: 'READ', afterMillis: 2000 })),
      button('Fails', () => steps({ code: 'FAILED', afterMillis: 500, errorCode: '402', errorDescription: 'Outside of the allowed window' }))),
  ]);
}

const steps = (...list) => store.attempt(() => api.changeLadder({ on: true, steps: list }));

function stepChanged(index, input) {
  const list = store.ladder.steps.map((step, at) => ({ code: step.code, afterMillis: at === index ? Number(input.value) : step.afterMillis, ...(step.errorCode ? { errorCode: step.errorCode, errorDescription: step.errorDescription ?? '' } : {}) }));
  return store.attempt(() => api.changeLadder({ steps: list }));
}

function webhooks() {
  return live('webhooks', () => ['messages', 'statuses', 'events'].map((kind) => {
    const input = h('input', { type: 'url', name: kind, value: store.webhooks?.[kind] ?? '', placeholder: 'http://127.0.0.1:8080/…', 'aria-label': `Webhook for ${kind}`, spellcheck: 'false' });
    return h('form.webhook', {
      onsubmit: async (event) => {
        event.preventDefault();
        if (await store.attempt(() => api.changeWebhooks({ [kind]: input.value || null }))) {
          note(`The webhook for ${kind} is ${input.value ? 'set' : 'removed'}.`);
        }
      },
    }, said('span', kind), input, h('button.plain', { type: 'submit' }, 'Set'));
  }));
}

function state() {
  const file = h('input.unseen', { type: 'file', accept: '.json,application/json', tabindex: '-1', 'aria-label': 'State file', onchange: () => take(file) });
  return h('div.row', {},
    button('Export', save), button('Import…', () => file.click()),
    button('Reset', async () => {
      if (await ask('Forget the journal, the conversations and the fault rules?', 'Reset')) {
        await store.attempt(() => api.reset());
      }
    }), file);
}

async function save() {
  const exported = await store.attempt(() => api.exportState());
  if (exported) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([JSON.stringify(exported)], { type: 'application/json' }));
    link.download = 'cm-messenger-simulator.json';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
}

async function take(file) {
  const [chosen] = file.files;
  if (chosen && (await store.attempt(() => chosen.text().then(api.importState))) !== undefined) {
    note('The state was imported.');
  }
  file.value = '';
}

customElements.define('sim-controls', SimControls);
