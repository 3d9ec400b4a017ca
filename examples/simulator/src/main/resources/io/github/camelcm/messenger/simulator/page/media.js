// Images, videos, sounds and files. Nothing is fetched unless the page was opened with remote media on.
import { h, said } from './dom.js';
import { plain } from './legible.js';
import { mediaOn } from './store.js';

const KINDS = {
  image: { sign: '🖼', word: 'Image' },
  video: { sign: '🎬', word: 'Video' },
  audio: { sign: '🎵', word: 'Audio' },
  file: { sign: '📄', word: 'File' },
};

const EXTENSIONS = {
  image: ['jpg', 'jpeg', 'png', 'gif', 'webp', 'bmp', 'svg'],
  video: ['mp4', 'mov', 'webm', 'avi', 'mpeg', 'mpg', '3gp', 'm4v'],
  audio: ['mp3', 'aac', 'wav', 'ogg', 'm4a', 'amr', 'oga', 'opus'],
};

/** {name, uri, type} in the words of what is shown. */
export function media({ name, uri, type }, { pointer, thumbnail = false } = {}) {
  const kind = kindOf(type, name, uri);
  const fetched = mediaOn && /^https?:\/\//i.test(uri ?? '') ? remote(kind, uri, name) : null;
  const box = h(`figure.media.${kind}`, { 'data-pointer': pointer, 'data-kind': kind },
    fetched ?? h('span.media-sign', { 'aria-hidden': 'true' }, KINDS[kind].sign));
  if (!thumbnail && (!fetched || kind === 'audio' || kind === 'file')) {
    box.append(h('figcaption', {},
      said('span.media-name', name || lastPart(uri) || '(no name)', 120),
      said('span.media-type', `${KINDS[kind].word} · ${type || 'type not given'}`, 80)));
  }
  box.title = plain(uri);
  return box;
}

function remote(kind, uri, name) {
  if (kind === 'image') {
    const image = h('img', { alt: plain(name) || 'image', loading: 'lazy', referrerpolicy: 'no-referrer' });
    image.src = uri;
    return image;
  }
  if (kind === 'file') {
    return null;
  }
  const player = h(kind, { controls: true, preload: 'metadata' });
  player.src = uri;
  return player;
}

function kindOf(type, name, uri) {
  const main = /^(image|video|audio)\//i.exec(type ?? '')?.[1].toLowerCase();
  if (main || (type && !/^application\/octet-stream/i.test(type))) {
    return main ?? 'file';
  }
  const extension = /\.([a-z0-9]+)$/i.exec(name || lastPart(uri))?.[1].toLowerCase();
  return Object.keys(EXTENSIONS).find((kind) => EXTENSIONS[kind].includes(extension)) ?? 'file';
}

function lastPart(uri) {
  return (uri ?? '').split(/[?#]/)[0].split('/').at(-1);
}
