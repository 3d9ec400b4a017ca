// Makes visible what would otherwise not be seen, or would change how other text is read.

// C0 and C1 controls but tab and line feed; bidirectional embeddings, overrides and isolates; zero-width space and
// joiner-like marks that no script needs; line separators; unpaired surrogates. Joiners stay: emoji and scripts need them.
const HIDDEN = new RegExp(
  '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u200b\\u2028-\\u202e\\u2060\\u2066-\\u2069\\ufeff\\ufff9-\\ufffb]'
    + '|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]',
  'g',
);

const NAMES = { '\u0000': 'NUL', '\u0007': 'BEL', '\b': 'BS', '\r': 'CR', '\u001b': 'ESC', '\u007f': 'DEL' };

/** The pieces of a text for an element: strings, marks for hidden characters, and a note if it was cut. */
export function legible(value, limit) {
  const whole = value === null || value === undefined ? '' : String(value);
  const text = whole.length > limit ? whole.slice(0, limit) : whole;
  const pieces = [];
  let from = 0;
  for (const match of text.matchAll(HIDDEN)) {
    pieces.push(text.slice(from, match.index), mark(match[0]));
    from = match.index + match[0].length;
  }
  pieces.push(text.slice(from));
  if (text.length < whole.length) {
    pieces.push(cut(whole.length - text.length));
  }
  return pieces.filter((piece) => piece !== '');
}

function mark(character) {
  const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  const span = document.createElement('span');
  span.className = 'hidden-character';
  span.title = `control character ${code}`;
  span.textContent = NAMES[character] ?? code;
  return span;
}

function cut(characters) {
  const span = document.createElement('span');
  span.className = 'cut';
  span.textContent = ` … ${characters.toLocaleString('en')} more characters`;
  return span;
}

/** The same as one string, for titles and announcements. */
export function plain(value, limit = 200) {
  return legible(value, limit).map((piece) => (typeof piece === 'string' ? piece : `⟨${piece.textContent.trim()}⟩`)).join('');
}
