// Breaking things on purpose: clock, status ladder, faults, held calls, webhooks, state.
import { h, button } from './dom.js';
import { api } from './api.js';
import { store } from './store.js';
import { ask, note } from './dialog.js';
import { momentOf } from './times.js';
import { webhooks } from './webhooks.js';
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

/** Shows something now and whenever it has changed. */
function live(what, show) {
  store.on(what, show);
  show();
}

/** A switch that says what is so on the server, not what was clicked. */
function serverSwitch(label, change) {
  return h('button.switch', { type: 'button', role: 'switch', onclick: () => store.attempt(change) }, label);
}

const turned = (element, on) => element.setAttribute('aria-checked', String(Boolean(on)));

function clock() {
  const buttons = [['+5 min', 'PT5M'], ['+24 h', 'PT24H'], ['+7 d', 'P7D']].map(([label, by]) => button(label, () => advance(label, by)));
  const runs = serverSwitch('Runs', () => api.clockMode(store.clock?.mode === 'running' ? 'manual' : 'running'));
  const pending = h('p.quiet', { role: 'status' });
  let under = null; // the step under way

  async function advance(label, by) {
    if (under) {
      return;
    }
    under = label;
    const poll = setInterval(() => store.due('clock'), 1000);
    show();
    const done = await store.attempt(() => api.advance(by));
    clearInterval(poll);
    under = null;
    show();
    if (done) {
      const things = `${done.fired} ${done.fired === 1 ? 'thing was' : 'things were'} due`;
      note(done.complete ? `The clock moved on; ${things}.` : `The clock stopped on its way, at ${momentOf(done.clock.time)}; ${things}.`);
    }
  }

  function show() {
    turned(runs, store.clock?.mode === 'running');
    buttons.forEach((one) => one.setAttribute('aria-disabled', String(under !== null)));
    pending.classList.toggle('busy', under !== null);
    const waits = store.clock?.pending ? `${store.clock.pending} wait for it, the first until ${momentOf(store.clock.next)}.` : 'Nothing waits for it.';
    pending.textContent = under ? `Moving on, ${under}: what is due happens one after the other. It is ${momentOf(store.clock.time)}. ${waits}` : waits;
  }

  live('clock', show);
  return h('div', {}, h('div.row', {}, buttons, runs), pending);
}

function ladder() {
  const on = serverSwitch('Report by itself', () => api.changeLadder({ on: !store.ladder.on }));
  const list = h('div.steps', {});
  let names = '';
  const inputs = () => [...list.querySelectorAll('input')];
  live('ladder', () => {
    turned(on, store.ladder?.on);
    const known = store.ladder?.steps ?? [];
    const now = known.map((step) => `${step.code.toLowerCase()}${step.errorCode ? ` ${step.errorCode}` : ''} after`);
    if (now.join() !== names) {
      names = now.join();
      list.replaceChildren(...now.map((name, index) => h('label', {}, name,
        h('input', { type: 'number', min: '0', max: '604800000', onchange: (event) => stepChanged(index, event.target) }), 'ms')));
    }
    inputs().forEach((input, index) => {
      if (input !== document.activeElement) { // else what is being typed would be lost
        input.value = known[index].afterMillis;
      }
    });
  });
  return h('div', {}, h('div.row', {}, on), list,
    h('div.row', {},
      button('Delivered, read', () => steps({ code: 'DELIVERED', afterMillis: 500 }, { code: 'READ', afterMillis: 2000 })),
      button('Fails', () => steps({ code: 'FAILED', afterMillis: 500, errorCode: '402', errorDescription: 'Outside of the allowed window' }))));
}

const steps = (...list) => store.attempt(() => api.changeLadder({ on: true, steps: list }));

function stepChanged(index, input) {
  const list = store.ladder.steps.map((step, at) => ({ code: step.code, afterMillis: at === index ? Number(input.value) : step.afterMillis, ...(step.errorCode ? { errorCode: step.errorCode, errorDescription: step.errorDescription ?? '' } : {}) }));
  return store.attempt(() => api.changeLadder({ steps: list }));
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
    link.href = URL.createObjectURL(new Blob([exported], { type: 'application/json' }));
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
