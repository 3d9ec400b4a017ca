// The control API; /simulator/api/openapi.json describes it.

const ROOT = '/simulator/api';

export class ApiError extends Error {
  constructor(status, sentence) {
    super(sentence);
    this.status = status;
  }
}

async function call(method, path, body, raw) {
  const text = await callForText(method, path, body, raw);
  return text === '' ? null : JSON.parse(text);
}

async function callForText(method, path, body, raw) {
  const options = { method, headers: {}, cache: 'no-store', credentials: 'omit' };
  if (body !== undefined) {
    options.headers['Content-Type'] = 'application/json';
    options.body = raw ? body : JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch(ROOT + path, options);
  } catch {
    throw new ApiError(0, 'The simulator cannot be reached.');
  }
  const text = await response.text();
  if (!response.ok) {
    throw new ApiError(response.status, sentenceOf(text) ?? `The simulator answered ${response.status}.`);
  }
  return text;
}

function sentenceOf(text) {
  try {
    return JSON.parse(text)?.error;
  } catch { // not the simulator's own answer
    return undefined;
  }
}

const query = (values) => {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return given.length ? `?${new URLSearchParams(given)}` : '';
};

const path = ({ pageId, psid }) => `/conversations/${encodeURIComponent(pageId)}/${encodeURIComponent(psid)}`;

export const api = {
  conversations: () => call('GET', '/conversations?rejected=true'),
  entries: (user, range) => call('GET', path(user) + query({ ...range, rejected: true, statuses: false })),
  statuses: (user, range) => call('GET', `${path(user)}/statuses${query(range)}`),
  write: (user, body) => call('POST', `${path(user)}/messages`, named(user, body)),
  tap: (user, message, suggestion) => call('POST', `${path(user)}/taps`, named(user, { message, suggestion })),
  event: (user, body) => call('POST', `${path(user)}/events`, body),
  status: (body) => call('POST', '/statuses', body),
  message: (sequence) => callForText('GET', `/messages/${sequence}`),
  webhookCall: (sequence) => callForText('GET', `/calls/${sequence}`),
  repeat: (sequence, times) => call('POST', `/calls/${sequence}/deliveries`, { times }),
  journal: (range) => call('GET', `/journal${query(range)}`),
  explain: (text) => call('POST', '/explain', text, true),
  webhooks: () => call('GET', '/webhooks'),
  changeWebhooks: (change) => call('PUT', '/webhooks', change),
  clock: () => call('GET', '/clock'),
  clockMode: (mode) => call('PUT', '/clock', { mode }),
  advance: (by) => call('POST', '/clock/advances', { by }),
  ladder: () => call('GET', '/ladder'),
  changeLadder: (change) => call('PUT', '/ladder', change),
  faults: () => call('GET', '/faults'),
  addFault: (rule) => call('POST', '/faults', rule),
  removeFault: (id) => call('DELETE', `/faults/${id}`),
  held: () => call('GET', '/held'),
  hold: (on) => call('PUT', '/held', { on }),
  release: (calls) => call('POST', '/held/releases', calls ? { calls } : {}),
  reset: () => call('POST', '/reset', {}),
  exportState: () => callForText('GET', '/state'),
  importState: (text) => call('PUT', '/state', text, true),
};

function named(user, body) {
  return user.name ? { ...body, name: user.name } : body;
}
