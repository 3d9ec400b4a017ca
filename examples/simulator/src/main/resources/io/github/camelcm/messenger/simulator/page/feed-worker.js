// Shared by all tabs, and lives as long as one of them: holds the connection to the live feed and passes on what it says.
import { connect } from './feed-source.js';

const tabs = new Set(); // the port to each
let connected = null;

addEventListener('connect', ({ ports: [tab] }) => {
  tabs.add(tab);
  tab.addEventListener('message', () => tabs.delete(tab)); // all that a tab ever says: that it goes
  tab.start();
  if (connected !== null) {
    tab.postMessage({ what: 'connected', detail: connected });
  }
});

connect((what, detail) => {
  if (what === 'connected') {
    connected = detail;
  }
  tabs.forEach((tab) => tab.postMessage({ what, detail }));
});
