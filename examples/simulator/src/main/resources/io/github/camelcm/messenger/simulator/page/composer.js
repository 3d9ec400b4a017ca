// Where the developer writes as the user: text, or a file by its address.
import { h, button } from './dom.js';
import { api } from './api.js';
import { store } from './store.js';

const TYPES = ['image/jpeg', 'image/png', 'image/gif', 'video/mp4', 'audio/mpeg', 'application/pdf'];

export function composer() {
  const text = h('textarea', { rows: '1', 'aria-label': 'Message as the user', placeholder: 'Write as the user…', dir: 'auto', maxlength: '20000' });
  const send = h('button.primary.send', { type: 'submit', 'aria-label': 'Send' }, '➤');
  const attach = button('+', () => toggle(), { kind: 'button.round', 'aria-label': 'Send a file', 'aria-expanded': 'false' });
  const file = fileFields(() => toggle(false));
  const form = h('form.composer', {
    onsubmit: async (event) => {
      event.preventDefault();
      const written = text.value;
      if (written.trim() !== '') {
        text.value = '';
        fit(text);
        const done = await store.attempt(() => api.write(store.current, { text: written }));
        if (done === undefined && text.value === '') {
          text.value = written;
        }
      }
    },
  }, attach, text, send);
  const box = h('div.composing', {}, file, form);

  function toggle(open = file.hidden) {
    file.hidden = !open;
    attach.setAttribute('aria-expanded', String(open));
    (open ? file.querySelector('input') : text).focus();
  }

  text.addEventListener('input', () => fit(text));
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  return box;
}

function fit(text) {
  text.rows = Math.min(6, text.value.split('\n').length);
}

function fileFields(done) {
  const uri = h('input', { type: 'text', inputmode: 'url', required: true, placeholder: 'https://example.com/photo.jpg', 'aria-label': 'Address of the file', spellcheck: 'false' });
  const type = h('input', { type: 'text', placeholder: 'image/jpeg', 'aria-label': 'Content type', list: 'composer-types' });
  const title = h('input', { type: 'text', placeholder: 'Title', 'aria-label': 'Title', dir: 'auto' });
  const form = h('form.file-fields', {
    onsubmit: async (event) => {
      event.preventDefault();
      const sent = await store.attempt(() => api.write(store.current, { media: { mediaUri: uri.value, contentType: type.value, title: title.value } }));
      if (sent !== undefined) {
        form.reset();
        done();
      }
    },
  }, uri, type, title, h('datalist', { id: 'composer-types' }, TYPES.map((value) => h('option', { value }))), h('button.primary', { type: 'submit' }, 'Send file'));
  form.hidden = true;
  return form;
}
