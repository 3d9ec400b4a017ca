// "Try a payload": what Messenger would show and which rules are broken, as one types. Nothing is sent.
import { h, said, button } from './dom.js';
import { api } from './api.js';
import { chips, draw, nothing, notForMessenger } from './bubbles.js';
import { elsewhere } from './channels.js';
import { array, exact, memberOf, object } from './exact.js';
import { jsonView, showPointer } from './json.js';
import { mark, point } from './marks.js';
import { reasons, violationList } from './violations.js';

const WAIT = 250; // milliseconds after the last key
const MOST_MESSAGES = 20;
const MOST_RENDERINGS = 50;

const EXAMPLE = {
  header: 'Summer shoes',
  text: 'Light as a feather, in three colours',
  media: { mediaName: 'shoes.jpg', mediaUri: 'https://example.com/shoes.jpg', mimeType: 'image/jpeg' },
  suggestions: [
    { action: 'Reply', label: 'Show me', postbackdata: 'shoes' },
    { action: 'OpenUrl', label: 'Website', url: 'https://example.com/' },
  ],
};

class SimTry extends HTMLElement {
  connectedCallback() {
    this.text = h('textarea.code', { rows: '12', spellcheck: 'false', 'aria-label': 'Payload', placeholder: 'A CM.com request, a message, a rich content or an item', oninput: () => this.later() });
    this.state = h('p.quiet', { role: 'status' });
    this.result = h('div.try-result', {});
    this.append(
      h('p.quiet', {}, 'Paste JSON: a whole request, one msg, a richContent or one item. Nothing is sent.'),
      this.text, h('div.row', {}, button('Example', () => this.put(JSON.stringify(EXAMPLE, null, 2))), button('Clear', () => this.put(''))),
      this.state, this.result);
  }

  put(text) {
    this.text.value = text;
    this.later(0);
    this.text.focus();
    this.text.setSelectionRange(0, 0); // an example is read from its beginning
    this.text.scrollTop = 0;
  }

  later(wait = WAIT) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.explain(this.text.value), wait);
  }

  async explain(text) {
    this.latest = text;
    let payload;
    try {
      payload = text.trim() === '' ? null : exact(text);
      const explanation = payload === null ? null : await api.explain(text);
      if (this.latest === text) {
        this.show(payload, explanation);
      }
    } catch (failure) {
      if (this.latest === text) {
        this.state.replaceChildren(said('span.bad', failure.message, 400));
      }
    }
  }

  show(payload, explanation) {
    if (explanation === null) {
      this.state.replaceChildren();
      this.result.replaceChildren();
      return;
    }
    const { violations, renderings, sendable } = explanation;
    this.state.replaceChildren(h(sendable ? 'span.good' : 'span.bad', {}, sendable ? '✓ Can be sent' : '✕ Would not be sent'));
    const messages = split(payload);
    const several = messages.length > 1;
    const drawn = renderings.filter(({ index }) => !channelsElsewhere(messages[index])).slice(0, MOST_RENDERINGS);
    const of = (list, index) => list.filter((one) => one.index === index);
    const views = messages.slice(0, MOST_MESSAGES).map((one, index) => jsonView(one, of(violations, index)));
    const previews = views.map((_, index) => preview(channelsElsewhere(messages[index]), of(drawn, index), of(violations, index), several ? `Message ${index + 1}` : null));
    const show = ({ index, pointer }) => {
      if (views[index]) {
        showPointer(views[index], pointer);
        point(previews[index], pointer);
      }
    };
    this.result.replaceChildren(
      h('div.previews', {}, previews, more(messages.length)), violationList(violations, show, several),
      h('h3', {}, 'Why it looks so'), ...reasons(drawn, several), h('h3', {}, 'As it is read'), ...views);
  }
}

/** The bubbles of one message, with what broke a rule: pointers of several messages look the same. */
function preview(channels, renderings, violations, title) {
  const bubbles = (one) => one.bubbles.flatMap((bubble) => [draw(bubble), bubble.quickReplies.length ? chips(bubble) : null]);
  const element = h('div.preview', {},
    title ? h('h3', {}, title) : null,
    channels ? notForMessenger(channels) : renderings.map((one) => h('div.preview-item', {}, one.obstacle ? nothing(one) : bubbles(one))));
  mark(element, violations);
  return element;
}

const channelsElsewhere = (msg) => elsewhere(memberOf(msg, 'allowedChannels')?.items?.map((one) => one.value));

function more(messages) {
  return messages > MOST_MESSAGES ? h('p.quiet', {}, `The first ${MOST_MESSAGES} of ${messages} messages are shown.`) : null;
}

/** The messages of a payload, each as the msg that pointers start from. */
function split(payload) {
  if (payload.kind === 'array') {
    return payload.items.flatMap(split);
  }
  const msg = memberOf(memberOf(payload, 'messages'), 'msg');
  if (msg) {
    return msg.items ?? [msg];
  }
  if (['richContent', 'body', 'to', 'from'].some((name) => memberOf(payload, name))) {
    return [payload];
  }
  return [object('richContent', memberOf(payload, 'conversation') ? payload : object('conversation', array(payload)))];
}

customElements.define('sim-try', SimTry);
