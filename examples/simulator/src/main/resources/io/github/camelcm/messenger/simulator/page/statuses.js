// What became of a message, as sign and words.

const SIGNS = { accepted: '✓', delivered: '✓✓', read: '✓✓', failed: '✕', rejected: '✕' };

/** Sign, words and class of a status. */
export function shown({ code, errorCode }) {
  const name = code.toLowerCase();
  const failure = name === 'failed' || name === 'rejected';
  return { sign: SIGNS[name], words: failure && errorCode ? `${name} ${errorCode}` : name, name };
}
