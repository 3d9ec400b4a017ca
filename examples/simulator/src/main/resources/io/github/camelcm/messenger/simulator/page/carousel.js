// Cards side by side: swiped, scrolled, or moved with the arrow keys and the buttons.
import { h, button } from './dom.js';

class SimCarousel extends HTMLElement {
  show(cards) {
    this.track = h('div.track', { tabindex: '0', role: 'group', 'aria-label': `${cards.length} cards; arrow keys move` }, cards);
    cards.forEach((card, index) => {
      card.setAttribute('role', 'group');
      card.setAttribute('aria-label', `Card ${index + 1} of ${cards.length}`);
    });
    this.place = h('span.place', {}, `1 / ${cards.length}`);
    this.back = button('‹', () => this.move(-1), { 'aria-label': 'Previous card' });
    this.on = button('›', () => this.move(1), { 'aria-label': 'Next card' });
    this.controls = h('div.carousel-controls', {}, this.back, this.place, this.on);
    this.append(this.track, this.controls);
    new ResizeObserver(() => this.told()).observe(this.track); // also when it comes to be shown
    this.track.addEventListener('keydown', (event) => this.key(event));
    this.track.addEventListener('scroll', () => this.told(), { passive: true });
    this.back.disabled = true;
    return this;
  }

  key(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step && event.target === this.track) {
      event.preventDefault();
      this.move(step);
    }
  }

  /** Which card stands at the left; at the end of the track, the last. */
  index() {
    const { track } = this;
    if (track.scrollLeft > 0 && track.scrollLeft + track.clientWidth >= track.scrollWidth - 2) {
      return track.children.length - 1;
    }
    return Math.round(track.scrollLeft / this.stride());
  }

  stride() {
    const [first, second] = this.track.children;
    return second ? second.offsetLeft - first.offsetLeft : this.track.clientWidth;
  }

  move(step) {
    const smooth = !matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.track.scrollTo({ left: (Math.floor(this.track.scrollLeft / this.stride() + 0.5) + step) * this.stride(), behavior: smooth ? 'smooth' : 'auto' });
  }

  told() {
    const { length } = this.track.children;
    const index = this.index();
    this.place.textContent = `${index + 1} / ${length}`;
    this.back.disabled = index === 0;
    this.on.disabled = index === length - 1;
    this.controls.hidden = this.track.scrollWidth <= this.track.clientWidth; // all are seen
  }
}

customElements.define('sim-carousel', SimCarousel);

export const carousel = (cards) => document.createElement('sim-carousel').show(cards);
