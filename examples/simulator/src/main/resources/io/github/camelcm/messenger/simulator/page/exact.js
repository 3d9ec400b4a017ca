// Reads JSON and keeps what JSON.parse would change: the digits of numbers, members that are repeated, the order of all.
// A value is {kind: 'object', members: [[name, value]]}, {kind: 'array', items: [value]}, or {kind, text, value} with the
// text as it came.

const TOKEN = /[ \t\n\r]*(?:([{}[\],:])|("[^"\\]*(?:\\.[^"\\]*)*")|([^\s{}[\],:"]+))/y;

/** Throws a SyntaxError where JSON.parse does. */
export function exact(text) {
  JSON.parse(text); // from here on it is known to be right
  TOKEN.lastIndex = 0;
  return value(text, next(text));
}

function next(text) {
  const [, sign, string, word] = TOKEN.exec(text);
  return { sign, literal: string ?? word };
}

function value(text, token) {
  if (token.sign === '{') {
    return { kind: 'object', members: list(text, '}', (name) => member(text, name)) };
  }
  if (token.sign === '[') {
    return { kind: 'array', items: list(text, ']', (first) => value(text, first)) };
  }
  const parsed = JSON.parse(token.literal);
  return { kind: parsed === null ? 'null' : typeof parsed, text: token.literal, value: parsed };
}

function member(text, name) {
  next(text); // the colon
  return [JSON.parse(name.literal), value(text, next(text))];
}

function list(text, end, read) {
  const found = [];
  for (let token = next(text); token.sign !== end; token = next(text)) {
    found.push(read(token.sign === ',' ? next(text) : token));
  }
  return found;
}

export const object = (name, one) => ({ kind: 'object', members: [[name, one]] });

export const array = (...items) => ({ kind: 'array', items });

/** A member by its name in any case, as CM.com reads names; of a repeated one the last. */
export const memberOf = (node, name) => node?.members?.findLast(([one]) => one.toLowerCase() === name.toLowerCase())?.[1];
