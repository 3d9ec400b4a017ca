// The pane at the right: inspector, try, journal, controls, as tabs.
import { h } from './dom.js';
import { store } from './store.js';
import './inspector.js';
import './try.js';
import './journal.js';
import './controls.js';

const TABS = [['inspector', 'Inspect'], ['try', 'Try'], ['journal', 'Journal'], ['controls', 'Controls']];

class SimTools extends HTMLElement {
  connectedCallback() {
    this.tabs = TABS.map(([name, label]) => h('button.tab', {
      type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': `panel-${name}`, onclick: () => this.show(name), onkeydown: (event) => this.key(event),
    }, label));
    this.panels = TABS.map(([name]) => h(`sim-${name}.panel`, { role: 'tabpanel', id: `panel-${name}`, 'aria-labelledby': `tab-${name}`, tabindex: '-1' }));
    this.append(h('div.tabs', { role: 'tablist', 'aria-label': 'Tools' }, this.tabs), h('div.panels', {}, this.panels));
    store.on('selected', () => this.show('inspector'));
    this.show('inspector');
  }

  show(name) {
    if (name !== this.shown) {
      this.shown = name;
      this.lastElementChild.scrollTop = 0;
    }
    TABS.forEach(([one], index) => {
      this.tabs[index].setAttribute('aria-selected', String(one === name));
      this.tabs[index].tabIndex = one === name ? 0 : -1;
      this.panels[index].hidden = one !== name;
    });
    if (name === 'journal') {
      this.panels[2].read();
    }
  }

  key(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step) {
      const next = (this.tabs.indexOf(event.target) + step + TABS.length) % TABS.length;
      this.show(TABS[next][0]);
      this.tabs[next].focus();
    }
  }
}

customElements.define('sim-tools', SimTools);
