// Builds elements without markup strings: whatever comes from a payload can only become text or an attribute's value.
import { legible } from './legible.js';

const FORBIDDEN = /^(on|style$|srcdoc$|href$)/i;

/** h('button.primary', {type: 'button', onclick: f}, 'text', element): null and false are left out. */
export function h(spec, props, ...children) {
  const [tag, ...classes] = spec.split('.');
  const element = document.createElement(tag);
  if (classes.length) {
    element.classList.add(...classes);
  }
  for (const [name, value] of Object.entries(props ?? {})) {
    set(element, name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function set(element, name, value) {
  if (typeof value === 'function') {
    element.addEventListener(name.slice(2), value);
  } else if (value !== null && value !== undefined && value !== false) {
    if (FORBIDDEN.test(name)) {
      throw new Error(`The attribute ${name} is not set from code`);
    }
    element.setAttribute(name, value === true ? '' : String(value));
  }
}

/** Text of a payload: its own direction, control characters shown, huge ones cut. */
export function said(spec, value, limit = 4000) {
  return h(spec, { dir: 'auto' }, ...legible(value, limit));
}

export function button(label, onclick, props = {}) {
  const { kind = 'button.plain', ...rest } = props;
  return h(kind, { type: 'button', onclick, ...rest }, label);
}

/** Puts exactly these children into an element, and leaves alone those that are in place already. */
export function arrange(parent, wanted) {
  const keep = new Set(wanted);
  for (const child of [...parent.children]) {
    if (!keep.has(child)) {
      child.remove();
    }
  }
  const focused = document.activeElement;
  wanted.forEach((child, index) => {
    if (parent.children[index] !== child) {
      parent.insertBefore(child, parent.children[index] ?? null);
    }
  });
  if (focused !== document.activeElement && parent.contains(focused)) { // it was moved
    focused.focus({ preventScroll: true });
  }
}

const CONTROLS = 'button, input, select, summary';

/**
 * Shows something anew, and gives the keyboard back to the control that had it or, if that is gone, to the one that is
 * called the same below the same data-key; else to the first there is.
 */
export function keepingFocus(root, show) {
  const focused = root.contains(document.activeElement) ? document.activeElement : null;
  const key = focused?.closest('[data-key]')?.dataset.key;
  show();
  if (focused && document.activeElement !== focused) {
    const box = (key && root.querySelector(`[data-key="${CSS.escape(key)}"]`)) || root;
    const controls = [...box.querySelectorAll(CONTROLS)];
    (controls.find((one) => nameOf(one) === nameOf(focused)) ?? controls[0])?.focus({ preventScroll: true });
  }
}

const nameOf = (control) => control.getAttribute('aria-label') ?? control.textContent;

/** A member by its name in any case, as CM.com reads names. */
export function member(object, name) {
  if (!object || typeof object !== 'object') {
    return undefined;
  }
  const key = Object.keys(object).find((one) => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : object[key];
}
