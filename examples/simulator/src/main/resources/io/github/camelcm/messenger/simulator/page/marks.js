// Marks the elements that broke rules: the nearest one whose pointer leads to the violation's.

const parent = (pointer) => pointer.slice(0, Math.max(pointer.lastIndexOf('/'), 0));

function find(root, pointer) {
  const all = [...root.querySelectorAll('[data-pointer]')];
  for (let at = pointer.toLowerCase(); at !== ''; at = parent(at)) {
    const found = all.find((element) => element.getAttribute('data-pointer').toLowerCase() === at);
    if (found) {
      return found;
    }
  }
  return all.find((element) => element.getAttribute('data-pointer').toLowerCase().startsWith(`${pointer.toLowerCase()}/`)) ?? all[0] ?? root;
}

export function mark(root, violations) {
  for (const violation of violations) {
    const element = find(root, violation.pointer);
    const worse = violation.severity === 'error' || element.dataset.violation === 'error';
    element.dataset.violation = worse ? 'error' : 'warning';
    element.title = [element.title, `${violation.rule}: ${violation.message}`].filter(Boolean).join('\n');
  }
}

/** Shows where a pointer leads in a chat bubble. */
export function point(root, pointer) {
  document.querySelectorAll('.pointed').forEach((element) => element.classList.remove('pointed'));
  const element = root && find(root, pointer);
  element?.classList.add('pointed');
  element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
