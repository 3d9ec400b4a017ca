// Buttons, quick replies and products: what can be tapped, and what a tap does.
import { h, said } from './dom.js';
import { plain } from './legible.js';
import { media } from './media.js';
import { tell } from './dialog.js';

const WORDS = { reply: 'Reply', openurl: 'Open URL', dial: 'Dial', login: 'Log in', logout: 'Log out', viewproduct: 'View product' };
const SIGNS = { openurl: '↗', dial: '✆', login: '⇥', logout: '⇤', viewproduct: '🛍' };

const actionOf = ({ suggestion }) => (suggestion.action ?? '').toLowerCase();

function labelOf(shown) {
  return shown.suggestion.label || WORDS[actionOf(shown)] || shown.suggestion.action || '(no action)';
}

/** A double click is one tap. */
const once = (action) => (click) => click.detail > 1 || action();

/** tap(shown) is called for a Reply; without it, it is said what a tap would send. */
export function templateButton(shown, tap) {
  const sign = SIGNS[actionOf(shown)];
  return h('button.template-button', {
    type: 'button', 'data-pointer': shown.pointer, 'data-action': actionOf(shown), title: plain(shown.suggestion.label), onclick: once(() => act(shown, tap)),
  }, said('span.label', labelOf(shown), 120), sign ? h('span.sign', { 'aria-hidden': 'true' }, sign) : null);
}

export function quickReply(shown, tap) {
  const thumbnail = shown.suggestion.media;
  return h('button.quick-reply', {
    type: 'button', 'data-pointer': shown.pointer, 'data-action': actionOf(shown), title: plain(shown.suggestion.label), onclick: once(() => act(shown, tap)),
  },
  thumbnail ? media({ name: thumbnail.mediaName, uri: thumbnail.mediaUri, type: thumbnail.mimeType }, { thumbnail: true }) : null,
  said('span.label', labelOf(shown), 120),
  shown.overflow ? h('span.demoted', { title: 'became a quick reply: more suggestions than the template has buttons' }, '⤓') : null);
}

export function product(shown) {
  const id = productId(shown);
  return h('article.card.product', { 'data-pointer': shown.pointer },
    h('div.product-picture', { 'aria-hidden': 'true' }, '🛍'),
    h('div.card-text', {}, said('strong', `Product ${id}`, 120), h('span.subtitle', {}, 'Picture, name and price come from the page’s catalogue')),
    h('div.template-buttons', {}, templateButton(shown)));
}

const productId = ({ suggestion }) => suggestion.product?.id ?? '(no id)';

function act(shown, tap) {
  const { suggestion } = shown;
  switch (actionOf(shown)) {
    case 'reply':
      return tap ? tap(shown) : tell('A tap would send', 'CM.com would call the webhook with this label and postback data.',
        ['Label', suggestion.label], ['Postback data', suggestion.postbackdata]);
    case 'openurl':
      return tell('Open a URL', 'Messenger would open this address. The simulator does not go there.', ['URL', suggestion.url]);
    case 'dial':
      return tell('Dial', 'The phone would offer to call this number.', ['Number', suggestion.dial?.phoneNumber]);
    case 'login':
      return tell('Log in', 'Messenger would open this page to link the user’s account.', ['URL', suggestion.url]);
    case 'logout':
      return tell('Log out', 'Messenger would ask the user to unlink the account.');
    case 'viewproduct':
      return tell('View product', 'Messenger would show this product of the page’s catalogue.', ['Product id', productId(shown)]);
    default:
      return tell('Unknown action', 'Messenger knows no such action.', ['Action', suggestion.action]);
  }
}
