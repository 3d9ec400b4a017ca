// A dialog that says something, and the notes at the edge of the page.
import { h, said, button } from './dom.js';

/** Facts are [name, value]; a value is text, whatever it looks like. */
export function tell(title, sentence, ...facts) {
  const close = () => dialog.close();
  const dialog = h('dialog.tell', { 'aria-label': title, onclose: () => dialog.remove() },
    h('h2', {}, title),
    h('p', {}, sentence),
    facts.length ? h('dl', {}, facts.flatMap(([name, value]) => [h('dt', {}, name), said('dd', value ?? '(missing)', 2000)])) : null,
    h('div.row', {}, button('Close', close, { kind: 'button.primary', autofocus: true })));
  document.body.append(dialog);
  dialog.showModal();
}

/** Asks before something is lost; resolves to true or false. */
export function ask(sentence, yes) {
  return new Promise((resolve) => {
    let answer = false;
    const dialog = h('dialog.tell', { 'aria-label': yes, onclose: () => { dialog.remove(); resolve(answer); } },
      h('p', {}, sentence),
      h('div.row', {},
        button('Cancel', () => dialog.close(), { autofocus: true }),
        button(yes, () => { answer = true; dialog.close(); }, { kind: 'button.primary' })));
    document.body.append(dialog);
    dialog.showModal();
  });
}

let notes;

/** A note that goes by itself; read out by screen readers. What is said already is not said twice. */
export function note(sentence, kind = 'info') {
  notes ??= document.body.appendChild(h('div.notes', { role: 'status' }));
  if ([...notes.children].some((one) => one.of === sentence)) {
    return;
  }
  const one = h(`div.note.${kind}`, {}, said('span', sentence, 400), button('×', () => one.remove(), { 'aria-label': 'Dismiss' }));
  one.of = sentence;
  notes.append(one);
  while (notes.children.length > 3) {
    notes.firstElementChild.remove();
  }
  setTimeout(() => one.remove(), 8000);
}
