// How far messages have come, by the status reports seen. Reports may come in any order: the furthest counts.

const NAMES = ['accepted', 'rejected', 'delivered', 'failed', 'read'];
const RANK = { accepted: 0, delivered: 1, read: 2, rejected: 3, failed: 4 };
const MOST = 5000;

export class StatusBook {
  #byReference = new Map();

  note(entry) {
    if (entry.type !== 'call' || entry.kind !== 'statuses') {
      return;
    }
    const msg = entry.body?.messages?.msg ?? {};
    const status = {
      name: NAMES[Number(msg.status?.code)] ?? 'accepted',
      errorCode: msg.status?.errorCode ?? '',
      errorDescription: msg.status?.errorDescription ?? '',
    };
    const before = this.#byReference.get(msg.reference);
    if (!before || RANK[status.name] > RANK[before.name]) {
      this.#byReference.set(msg.reference, status);
    }
    if (this.#byReference.size > MOST) {
      this.#byReference.delete(this.#byReference.keys().next().value);
    }
  }

  of(message) {
    if (!message.accepted) {
      return { name: 'rejected', errorCode: message.errorCode, errorDescription: message.details ?? '' };
    }
    return this.#byReference.get(message.reference) ?? { name: 'accepted' };
  }
}

const SHOWN = {
  accepted: ['✓', 'accepted'],
  delivered: ['✓✓', 'delivered'],
  read: ['✓✓', 'read'],
  failed: ['✕', 'failed'],
  rejected: ['✕', 'rejected'],
};

/** Sign, words and class of a status. */
export function shown(status) {
  const [sign, words] = SHOWN[status.name];
  const code = status.errorCode !== undefined && status.errorCode !== '' && (status.name === 'failed' || status.name === 'rejected') ? ` ${status.errorCode}` : '';
  return { sign, words: words + code, name: status.name };
}
