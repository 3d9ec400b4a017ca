// The list of broken rules; choosing one shows where. Of several messages, each is named by its place in the payload.
import { h, said } from './dom.js';

export function violationList(violations, show, several = false) {
  if (violations.length === 0) {
    return h('p.fine', {}, '✓ No rule is broken.');
  }
  return h('ul.violations', {}, violations.map((one) => h('li', {},
    h(`button.violation.${one.severity}`, { type: 'button', 'data-rule': one.rule, onclick: () => show(one) },
      h('span.rule', {}, h('span.severity', {}, one.severity), ` ${one.rule}`),
      said('span.sentence', one.message, 400),
      said('code', (several ? `message ${one.index + 1}: ` : '') + (one.pointer || '/'), 300)))));
}

/** Why Messenger shows it so: the row of the matrix, what became quick replies, what stands in the way. */
export function reasons(renderings, several = false) {
  return renderings.map((one) => h('div.reason', {},
    h('div.reason-head', {}, h('strong', {}, (several ? `Message ${one.index + 1}: ` : '') + (one.item < 0 ? 'Body' : `Item ${one.item + 1}`)),
      h('span.row-number', {}, one.row ? `matrix row ${one.row.number}` : 'carousel, no row of the matrix')),
    one.row ? h('p', {}, h('code', {}, has(one.row)), ` → ${one.row.shows}`) : null,
    one.obstacle ? h('p.bad', {}, `Shows nothing, by the rule ${one.obstacle}.`)
      : h('p', {}, `Shown as ${one.bubbles.map(words).join(', then ')}.`),
    demoted(one)));
}

const has = ({ name }) => (name === 'NOTHING' ? 'nothing' : name.toLowerCase().replaceAll('_', ' + '));

const NAMES = { Text: 'text message', MediaMessage: 'media message', ButtonTemplate: 'button template', MediaTemplate: 'media template', GenericTemplate: 'generic template', ProductTemplate: 'product template' };

function words(bubble) {
  const cards = (bubble.elements ?? bubble.products)?.length;
  const replies = bubble.quickReplies.length;
  return NAMES[bubble.type] + (cards > 1 ? ` of ${cards} cards` : '') + (replies ? ` with ${replies} quick ${replies === 1 ? 'reply' : 'replies'}` : '');
}

function demoted(rendering) {
  const labels = rendering.bubbles.flatMap((bubble) => bubble.quickReplies).filter((one) => one.overflow).map((one) => one.suggestion.label ?? one.suggestion.action);
  return labels.length === 0 ? null
    : said('p.demotion', `Became quick replies, because there are more than the template has buttons: ${labels.join(', ')}.`, 600);
}
