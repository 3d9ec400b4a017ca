// The bubbles that the component's own rules say Messenger shows. Nothing is decided here, only drawn.
import { h, said } from './dom.js';
import { media } from './media.js';
import { reason } from './channels.js';
import { carousel } from './carousel.js';
import { product, quickReply, templateButton } from './suggestions.js';

const written = (one, pointer) => media({ name: one.mediaName, uri: one.mediaUri, type: one.mimeType }, { pointer });

const buttons = (list, tap) => (list.length ? h('div.template-buttons', {}, list.map((one) => templateButton(one, tap))) : null);

const DRAW = {
  Text: (bubble) => said('div.bubble.text', bubble.text),
  MediaMessage: (bubble) => h('div.bubble.media-message', {}, written(bubble.media, `${bubble.at}/media`)),
  ButtonTemplate: (bubble, tap) => h('div.bubble.template.button-template', {},
    said('div.card-text', bubble.header), buttons(bubble.buttons, tap)),
  MediaTemplate: (bubble, tap) => h('div.bubble.template.media-template', {},
    written(bubble.media, `${bubble.at}/media`), buttons(bubble.buttons, tap)),
  GenericTemplate: (bubble, tap) => many('generic-template', bubble.elements.map((one) => element(one, tap))),
  ProductTemplate: (bubble) => many('product-template', bubble.products.map(product)),
};

function many(kind, cards) {
  return cards.length === 1
    ? h(`div.bubble.template.${kind}`, {}, cards)
    : h(`div.bubble.cards.${kind}`, {}, carousel(cards));
}

function element(one, tap) {
  return h('article.card', { 'data-pointer': one.at },
    one.media ? written(one.media, `${one.at}/media`) : null,
    h('div.card-text', {},
      one.header === null ? h('strong.missing', { 'data-pointer': `${one.at}/header` }, '(no title)') : pointed(said('strong', one.header, 400), `${one.at}/header`),
      one.text === null ? null : pointed(said('span.subtitle', one.text, 400), `${one.at}/text`)),
    buttons(one.buttons, tap));
}

function pointed(element, pointer) {
  element.setAttribute('data-pointer', pointer);
  return element;
}

/** One bubble; its type is kept for tests and styles. */
export function draw(bubble, tap) {
  const drawn = DRAW[bubble.type]?.(bubble, tap) ?? said('div.bubble.text', `(${bubble.type})`);
  drawn.setAttribute('data-type', bubble.type);
  drawn.setAttribute('data-pointer', bubble.at);
  return drawn;
}

export function chips(bubble, tap) {
  return h('div.quick-replies', { role: 'group', 'aria-label': 'Quick replies' }, bubble.quickReplies.map((one) => quickReply(one, tap)));
}

/** Why there is no bubble. */
export function nothing(rendering) {
  return h('div.bubble.nothing', { 'data-pointer': rendering.at },
    h('strong', {}, 'Messenger shows nothing'),
    said('span', `${rendering.obstacle}${rendering.row ? ` (row ${rendering.row.number}: ${rendering.row.shows})` : ''}`));
}

/** A message that other channels are named for. */
export function notForMessenger(channels) {
  return h('div.bubble.elsewhere', {}, h('strong', {}, 'Not for Messenger'), said('span', reason(channels), 300));
}
