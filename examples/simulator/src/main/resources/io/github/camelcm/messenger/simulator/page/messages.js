// The rows of a chat: messages of the page, what the user did, events.
import { h, said, member } from './dom.js';
import { api } from './api.js';
import { chips, draw, nothing, notForMessenger } from './bubbles.js';
import { elsewhere } from './channels.js';
import { media } from './media.js';
import { mark } from './marks.js';
import { shown } from './statuses.js';
import { store } from './store.js';
import { minuteOf, momentOf } from './times.js';

/** Whether the user sees it, or did it. */
export function isTalk(entry) {
  return entry.type === 'message' ? entry.accepted && !channelsElsewhere(entry) : entry.kind === 'messages';
}

const channelsElsewhere = ({ msg }) => elsewhere(member(msg, 'allowedChannels'));

/** An element with the method update(isNewest, entry) for what changes later. */
export function row(entry) {
  if (entry.type === 'message') {
    return pageMessage(entry);
  }
  return entry.kind === 'messages' ? userMessage(entry) : event(entry);
}

function frame(kind, entry, content, meta) {
  const selected = entry.type === 'message' ? 'message' : 'call';
  const inspect = () => store.select(selected, entry.sequence);
  const element = h(`li.row-of-chat.${kind}`, { 'data-sequence': entry.sequence },
    ...content,
    h('button.meta', { type: 'button', title: 'Inspect', onclick: inspect }, ...meta, h('time', { datetime: entry.time, title: momentOf(entry.time) }, minuteOf(entry.time))));
  element.addEventListener('click', (click) => {
    const wide = matchMedia('(min-width: 900px)').matches; // else the chat would be left by a touch
    if (wide && !click.target.closest('button, video, audio') && getSelection().isCollapsed) {
      inspect();
    }
  });
  element.update = () => {};
  return element;
}

function pageMessage(message) {
  const status = h('span.status', {});
  const element = frame(message.accepted ? 'from-page' : 'from-page.refused', message, content(message), [problemCount(message), status].filter(Boolean));
  if (!message.accepted) { // no user sees it: its quick replies stay, to show what is wrong with them
    element.prepend(said('p.refusal', `Rejected by the gateway: ${message.errorCode}${message.details ? `, ${message.details}` : ''}`, 400));
  }
  const replies = isTalk(message) ? quickReplies(message) : null;
  if (replies) {
    element.insertBefore(replies, element.lastElementChild);
  }
  mark(element, message.problems);
  element.update = (isNewest, { status: now }) => {
    const { sign, words, name } = shown(now);
    status.className = `status ${name}`;
    status.replaceChildren(h('span', { 'aria-hidden': 'true' }, sign), h('span.words', {}, words));
    if (replies) {
      replies.show(isNewest, element);
    }
  };
  return element;
}

function content(message) {
  const channels = channelsElsewhere(message);
  if (channels) {
    return [notForMessenger(channels)];
  }
  const drawn = message.renderings.flatMap((rendering) => renderingParts(rendering, message));
  return drawn.length > 0 ? drawn
    : [h('div.bubble.nothing', {}, h('strong', {}, message.accepted ? 'Nothing for Messenger in it' : 'No message that can be shown'))];
}

function problemCount({ problems }) {
  const { length } = problems;
  return length ? h('span.problem-count', { title: problems.map((one) => `${one.rule}: ${one.message}`).join('\n') }, `${length} ${length === 1 ? 'problem' : 'problems'}`) : null;
}

const tapOn = (message) => (shownSuggestion) => store.attempt(() => api.tap(store.current, message.sequence, shownSuggestion.pointer));

/** The quick replies below a message, with the method show(isNewest, row): only the newest message has them. */
function quickReplies(message) {
  const last = message.renderings.flatMap((rendering) => rendering.bubbles).at(-1);
  if (!last?.quickReplies.length) {
    return null;
  }
  const tap = tapOn(message);
  let tapped = false;
  const element = chips(last, async (one) => {
    if (!tapped) {
      tapped = true;
      element.classList.add('tapped-on');
      tapped = (await tap(one)) !== undefined;
      element.classList.toggle('tapped-on', tapped);
    }
  });
  element.show = (isNewest, row) => {
    if (isNewest && !element.parentElement) {
      row.insertBefore(element, row.lastElementChild);
    } else if (!isNewest && element.parentElement) {
      const focused = element.contains(document.activeElement);
      element.remove();
      if (focused) {
        row.closest('[tabindex]').focus({ preventScroll: true }); // else the keyboard would begin at the top of the page
      }
    }
  };
  return element;
}

function renderingParts(rendering, message) {
  const item = (member(member(message.msg, 'richContent'), 'conversation') ?? [])[rendering.item];
  const tag = member(item, 'tag');
  const parts = rendering.bubbles.flatMap((bubble) => (message.accepted ? [draw(bubble, tapOn(message))]
    : [draw(bubble), ...(bubble.quickReplies.length ? [chips(bubble)] : [])]));
  if (rendering.obstacle) {
    parts.push(nothing(rendering));
  }
  if (tag) {
    parts.unshift(h('span.tag', { title: 'message tag', 'data-pointer': `/richContent/conversation/${rendering.item}/tag` }, said('span', tag, 60)));
  }
  return parts;
}

function userMessage(call) {
  const message = call.body?.message ?? {};
  const file = message.media ?? {};
  const tapped = message.custom?.suggestions?.[0];
  const bubble = file.mediaUri
    ? h('div.bubble.media-message', {}, media({ name: file.title, uri: file.mediaUri, type: file.contentType }))
    : said('div.bubble.text', message.text);
  return frame('from-user', call, [bubble], [tapped ? h('span.tapped', { title: `postback data: ${tapped.postbackData}` }, 'tapped') : null].filter(Boolean));
}

function event(call) {
  return frame('event', call, [said('span', `Event ${call.body?.event?.type ?? ''}`, 120)], []);
}

export function dayRow(day) {
  return h('li.day', {}, h('span', {}, day));
}
