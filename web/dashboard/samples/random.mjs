// A small seeded generator: the same seed gives the same sample on every machine.

export class Random {
  #state;
  constructor(seed) {
    this.#state = seed >>> 0;
  }
  /** A whole number from 0 to `below` - 1 (mulberry32). */
  below(below) {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  }
  chance(percent) {
    return this.below(100) < percent;
  }
  pick(list) {
    return list[this.below(list.length)];
  }
  /** From [[value, weight], ...]. */
  weighted(list) {
    let at = this.below(list.reduce((sum, [, weight]) => sum + weight, 0));
    for (const [value, weight] of list) {
      at -= weight;
      if (at < 0) return value;
    }
    return list[0][0];
  }
  some(list, most) {
    const left = [...list];
    return Array.from({ length: 1 + this.below(most) }, () => left.splice(this.below(left.length), 1)[0]);
  }
}
