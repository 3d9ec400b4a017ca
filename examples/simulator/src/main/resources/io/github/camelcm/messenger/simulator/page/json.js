// JSON as lines, each with its pointer, so that what broke a rule can be marked and shown.
import { h, said } from './dom.js';
import { exact } from './exact.js';

const MOST_LINES = 1500;
const LONGEST = 1200;

/** The lines of a value as exact.js reads it. violations: [{pointer, severity, rule, message}]. */
export function jsonView(value, violations = []) {
  const lines = [];
  const marks = new Map();
  for (const violation of violations) {
    const at = existing(value, violation.pointer);
    marks.set(at, [...(marks.get(at) ?? []), violation]);
  }
  write(value, '', 0, null, '', lines, marks);
  const whole = lines.length <= MOST_LINES;
  return h('div.json', { role: 'group', 'aria-label': 'JSON', tabindex: '0' },
    whole ? lines.map((line) => line()) : [...lines.slice(0, MOST_LINES).map((line) => line()), h('div.cut', {}, `… ${(lines.length - MOST_LINES).toLocaleString('en')} more lines`)]);
}

function write(value, pointer, depth, name, comma, lines, marks) {
  const label = name === null ? [] : [said('span.name', JSON.stringify(name), 200), ': '];
  const children = childrenOf(value);
  if (!children) {
    lines.push(() => line(pointer, depth, marks, ...label, said(`span.${value.kind}`, value.text, LONGEST), comma));
    return;
  }
  const [open, close] = value.kind === 'array' ? '[]' : '{}';
  if (children.length === 0) {
    lines.push(() => line(pointer, depth, marks, ...label, open + close + comma));
    return;
  }
  lines.push(() => line(pointer, depth, marks, ...label, open));
  children.forEach(([key, one], index) => {
    if (lines.length <= MOST_LINES * 2 && depth < 200) {
      write(one, `${pointer}/${token(key)}`, depth + 1, value.kind === 'array' ? null : key, index + 1 < children.length ? ',' : '', lines, marks);
    }
  });
  lines.push(() => line(null, depth, marks, close + comma));
}

/** Of an object or array [[key, value]]; of anything else nothing. */
const childrenOf = (value) => value.members ?? value.items?.map((one, index) => [String(index), one]);

const token = (key) => key.replaceAll('~', '~0').replaceAll('/', '~1');

function line(pointer, depth, marks, ...parts) {
  const broken = pointer === null ? undefined : marks.get(pointer.toLowerCase());
  const element = h(`div.line.depth-${Math.min(depth, 12)}`, { 'data-json': pointer?.toLowerCase() }, ...parts);
  if (broken) {
    element.classList.add(broken.some((one) => one.severity === 'error') ? 'error' : 'warning');
    element.append(...broken.map((one) => h('span.mark', { title: one.message }, one.rule)));
  }
  return element;
}

/** The pointer itself, or the nearest that exists: rules also name members that are missing. */
function existing(value, pointer) {
  let at = value;
  let found = '';
  for (const wanted of pointer.split('/').slice(1)) {
    const child = childrenOf(at)?.findLast(([key]) => token(key).toLowerCase() === wanted.toLowerCase());
    if (!child) {
      return found;
    }
    at = child[1];
    found += `/${token(child[0]).toLowerCase()}`;
  }
  return found;
}

/** Scrolls to a pointer, or to the nearest that is there. */
export function showPointer(view, pointer) {
  view.querySelectorAll('.line.shown').forEach((one) => one.classList.remove('shown'));
  for (let at = pointer.toLowerCase(); ; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = [...view.children].find((one) => one.getAttribute('data-json') === at);
    if (found) {
      found.classList.add('shown');
      found.scrollIntoView({ block: 'nearest' });
      return;
    }
    if (at === '') {
      return;
    }
  }
}

/** A text that is JSON as a view; any other as it is. */
export function jsonOrText(text) {
  try {
    return jsonView(exact(text));
  } catch {
    return said('pre.raw', text === '' ? '(empty)' : text, 20_000);
  }
}
