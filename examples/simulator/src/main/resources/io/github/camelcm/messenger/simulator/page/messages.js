// The rows of a chat: messages of the page, what the user did, events.
import { h, said, member } from './dom.js';
import { api } from './api.js';
import { chips, draw, nothing } from './bubbles.js';
import { media } from './media.js';
import { mark } from './marks.js';
import { shown } from './statuses.js';
import { store } from './store.js';

const clockTime = (entry) => new Date(entry.time).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

export const dayOf = (entry) => new Date(entry.time).toLocaleDateString([], { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });

const tap = (suggestion) => store.attempt(() => api.tap(store.current, suggestion.label ?? '', suggestion.postbackdata ?? ''));

/** An element with the method update({newest, status}) for what changes later. */
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
    h('button.meta', { type: 'button', title: 'Inspect', onclick: inspect }, ...meta, h('time', { datetime: entry.time }, clockTime(entry))));
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
  const drawn = message.renderings.flatMap((rendering) => renderingParts(rendering, message));
  if (drawn.length === 0) {
    drawn.push(h('div.bubble.nothing', {}, h('strong', {}, message.accepted ? 'Nothing for Messenger in it' : 'No message that can be shown')));
  }
  const status = h('span.status', {});
  const count = message.problems.length;
  const element = frame(message.accepted ? 'from-page' : 'from-page.refused', message, drawn, [
    count ? h('span.problem-count', {}, `${count} ${count === 1 ? 'problem' : 'problems'}`) : null,
    status,
  ].filter(Boolean));
  mark(element, message.problems);
  const newest = message.renderings.flatMap((rendering) => rendering.bubbles).at(-1);
  const replies = message.accepted && newest?.quickReplies.length ? chips(newest, tap) : null;
  if (!message.accepted) { // no user sees it: its quick replies stay, to show what is wrong with them
    element.prepend(said('p.refusal', `Rejected by the gateway: ${message.errorCode}${message.details ? `, ${message.details}` : ''}`, 400));
  }
  element.update = ({ newest: isNewest, status: now }) => {
    const { sign, words, name } = shown(now);
    status.className = `status ${name}`;
    status.replaceChildren(h('span', { 'aria-hidden': 'true' }, sign), h('span.words', {}, words));
    if (replies && isNewest && !replies.isConnected) {
      element.insertBefore(replies, element.lastElementChild);
      mark(replies, message.problems.filter(({ pointer }) => pointer.toLowerCase().includes('/suggestions')));
    } else if (replies && !isNewest) {
      replies.remove();
    }
  };
  return element;
}

function renderingParts(rendering, message) {
  const item = (member(member(message.msg, 'richContent'), 'conversation') ?? [])[rendering.item];
  const tag = member(item, 'tag');
  const parts = rendering.bubbles.flatMap((bubble) => (message.accepted ? [draw(bubble, tap)]
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
  const row = frame('event', call, [said('span', `Event ${call.body?.event?.type ?? ''}`, 120)], []);
  return row;
}

export function dayRow(day) {
  return h('li.day', {}, h('span', {}, day));
}
