// Where the application's webhooks are. The API gives a URL without its query, which may hold a secret.
import { h, said } from './dom.js';
import { api } from './api.js';
import { note } from './dialog.js';
import { store } from './store.js';

const HIDDEN = '?***'; // stands for a query

export function webhooks() {
  return h('div', {}, ['messages', 'statuses', 'events'].map(webhook));
}

/** Only a URL that was changed here is sent: what is shown of one that is set is not all of it. */
function webhook(kind) {
  const input = h('input', { type: 'url', name: kind, placeholder: 'http://127.0.0.1:8080/cm-messenger/1234567890?token=…', 'aria-label': `Webhook for ${kind}`, spellcheck: 'false', autocomplete: 'off' });
  const set = h('button.plain', { type: 'submit' }, 'Set');
  const secret = h('p.quiet', {}, 'A query is set, too; it may hold a secret and is not shown. To change the URL, give all of it.');
  let known = '';

  function show() {
    set.setAttribute('aria-disabled', String(input.value === known)); // not disabled: the keyboard stays on it
    secret.hidden = !known.endsWith(HIDDEN);
  }

  function knows(url) {
    if (input.value === known) {
      input.value = url; // else it is being changed
    }
    known = url;
    show();
  }

  async function change() {
    const url = input.value;
    if (url === known) {
      return;
    }
    if (url.includes(HIDDEN)) {
      note(`The URL holds ${HIDDEN}, which stands for what is not shown; give the whole URL.`, 'error');
      return;
    }
    const changed = await store.attempt(() => api.changeWebhooks({ [kind]: url || null }));
    if (changed) {
      known = url;
      knows(changed[kind] ?? '');
      note(`The webhook for ${kind} is ${url ? 'set' : 'removed'}.`);
    }
  }

  input.addEventListener('input', show);
  store.on('webhooks', () => knows(store.webhooks[kind] ?? ''));
  show();
  return h('form.webhook', { onsubmit: (event) => { event.preventDefault(); change(); } }, said('span', kind), input, set, secret);
}
