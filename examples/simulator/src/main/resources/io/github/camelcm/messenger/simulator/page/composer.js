// Where the developer writes as the user: text, or a file by its address. What is not sent yet stays with its conversation.
import { h, button } from './dom.js';
import { api } from './api.js';
import { key, store } from './store.js';

const TYPES = ['image/jpeg', 'image/png', 'image/gif', 'video/mp4', 'audio/mpeg', 'application/pdf'];

export function composer() {
  const text = h('textarea', { rows: '1', 'aria-label': 'Message as the user', placeholder: 'Write as the user…', dir: 'auto', maxlength: '20000' });
  const send = h('button.primary.send', { type: 'submit', 'aria-label': 'Send', title: 'Send (Enter)' }, '➤');
  const attach = button('+', () => toggle(file.hidden), { kind: 'button.round', 'aria-label': 'Send a file', title: 'Send a file', 'aria-expanded': 'false' });
  const file = fileFields();
  const form = h('form.composer', {}, attach, text, send);
  keepDrafts([text, ...file.querySelectorAll('input')], (filled) => {
    fit(text);
    open(filled.some((field) => field !== text));
  });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (text.value.trim() !== '') {
      submit([text], { text: text.value });
    }
  });
  file.addEventListener('submit', async (event) => {
    event.preventDefault();
    const fields = [...file.querySelectorAll('input')];
    const [mediaUri, contentType, title] = fields.map((field) => field.value);
    const sending = submit(fields, { media: { mediaUri, contentType, title } });
    toggle(false);
    if (!await sending) {
      open(true);
    }
  });
  text.addEventListener('input', () => fit(text));
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  function open(on) {
    file.hidden = !on;
    attach.setAttribute('aria-expanded', String(on));
  }

  function toggle(on) {
    open(on);
    (on ? file.querySelector('input') : text).focus();
  }

  return h('div.composing', {}, file, form);
}

/** Empties the fields and sends; if that fails, what was written is there again, and it gives false. */
async function submit(fields, body) {
  const { current } = store;
  const written = fields.map((field) => [field, field.value]);
  written.forEach(([field]) => put(field, ''));
  const done = await store.attempt(() => api.write(current, body));
  const failed = done === undefined && current === store.current;
  if (failed) {
    written.filter(([field]) => field.value === '').forEach(([field, value]) => put(field, value));
  }
  return !failed;
}

function put(field, value) {
  field.value = value;
  field.dispatchEvent(new Event('input'));
}

/** Each conversation has its own; changed() is given the fields that hold something. */
function keepDrafts(fields, changed) {
  const drafts = new Map();
  let of = null;
  store.on('opened', () => {
    const now = key(store.current);
    if (now === of) {
      return;
    }
    const draft = fields.map((field) => field.value);
    if (of !== null && draft.some((value) => value !== '')) {
      drafts.set(of, draft);
    }
    of = now;
    fields.forEach((field, index) => { field.value = drafts.get(now)?.[index] ?? ''; });
    drafts.delete(now);
    changed(fields.filter((field) => field.value !== ''));
  });
}

function fit(text) {
  text.rows = Math.min(6, text.value.split('\n').length);
}

function fileFields() {
  const form = h('form.file-fields', {},
    h('input', { type: 'text', inputmode: 'url', required: true, placeholder: 'https://example.com/photo.jpg', 'aria-label': 'Address of the file', spellcheck: 'false' }),
    h('input', { type: 'text', placeholder: 'image/jpeg', 'aria-label': 'Content type', list: 'composer-types' }),
    h('input', { type: 'text', placeholder: 'Title', 'aria-label': 'Title', dir: 'auto' }),
    h('datalist', { id: 'composer-types' }, TYPES.map((value) => h('option', { value }))),
    h('button.primary', { type: 'submit' }, 'Send file'));
  form.hidden = true;
  return form;
}
