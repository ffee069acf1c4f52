// Telephone numbers that nobody has: 555-0100 to 555-0199 of real area codes are kept for fiction. Each is given out once; when
// all are gone (about 8,000), two leads may share one by chance.

const codes = {
  OH: "216 220 234 330 380 419 440 513 567 614 740 937", MI: "231 248 269 313 517 586 616 734 810 906 989", IN: "219 260 317 463 574 765 812 930", IL: "217 224 309 312 331 618 630 708 773 815 847",
  WI: "262 414 534 608 715 920", PA: "215 267 412 484 570 610 717 724 814", KY: "270 364 502 606 859", TX: "214 281 361 409 432 512 713 806 817 903 915", CA: "209 213 310 408 415 510 559 619 707 805 916", FL: "305 321 352 386 407 561 727 772 813 850 904",
};
const kept = 100;

export class Numbers {
  #random;
  #left = new Map();
  constructor(random) {
    this.#random = random;
  }
  /** Ten digits in an area code of the state. */
  take(state) {
    let left = this.#left.get(state) ?? [];
    if (left.length === 0) {
      left = codes[state].split(" ").flatMap((area) => Array.from({ length: kept }, (_, i) => `${area}5550${100 + i}`));
      this.#left.set(state, left);
    }
    const at = this.#random.below(left.length);
    const number = left[at];
    left[at] = left.at(-1);
    left.pop();
    return number;
  }
}

/** The same number as people write it. */
export function written(random, digits) {
  const [area, first, last] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  return random.weighted([[`(${area}) ${first}-${last}`, 38], [`${area}-${first}-${last}`, 30], [digits, 14], [`+1 ${area} ${first} ${last}`, 8], [`${area}.${first}.${last}`, 7], [`1-${area}-${first}-${last}`, 3]]);
}
