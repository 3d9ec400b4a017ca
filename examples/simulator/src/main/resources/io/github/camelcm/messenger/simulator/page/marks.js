// Marks the elements that broke rules: the nearest one whose pointer leads to the violation's.

const parent = (pointer) => pointer.slice(0, pointer.lastIndexOf('/'));

/** The element of a pointer, or the nearest around it, or the first within it. None for what is not drawn, as the recipient. */
function find(root, pointer) {
  const wanted = pointer.toLowerCase();
  if (wanted === '') {
    return undefined;
  }
  const all = [...root.querySelectorAll('[data-pointer]')];
  const of = (element) => element.getAttribute('data-pointer').toLowerCase();
  for (let at = wanted; at !== ''; at = parent(at)) {
    const found = all.find((element) => of(element) === at);
    if (found) {
      return found;
    }
  }
  return all.find((element) => of(element).startsWith(`${wanted}/`));
}

export function mark(root, violations) {
  for (const violation of violations) {
    const element = find(root, violation.pointer);
    if (element) {
      const worse = violation.severity === 'error' || element.dataset.violation === 'error';
      element.dataset.violation = worse ? 'error' : 'warning';
      element.title = [element.title, `${violation.rule}: ${violation.message}`].filter(Boolean).join('\n');
    }
  }
}

/** Shows where a pointer leads in a chat bubble. */
export function point(root, pointer) {
  document.querySelectorAll('.pointed').forEach((element) => element.classList.remove('pointed'));
  const element = root && find(root, pointer);
  element?.classList.add('pointed');
  element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
