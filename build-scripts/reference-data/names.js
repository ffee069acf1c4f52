// Names of people by group (language or country), and what their letters tell: shared by build-scripts/update-reference-data,
// which writes the table of core/quality/data, and build-scripts/measure-names, which leaves one group out at a time.
'use strict';
const fs = require('fs');

const fold = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/\u00df/g, 'ss')
  .replace(/\u00f8/g, 'o').replace(/\u0142/g, 'l').replace(/\u0111/g, 'd').replace(/\u00e6/g, 'ae').replace(/\u0153/g, 'oe')
  .replace(/\u0131/g, 'i').replace(/\u00fe/g, 'th').replace(/\u00f0/g, 'd').replace(/['\u2019\u02bb`]/g, '');
const words = (list) => new Set(list.flatMap((name) => fold(String(name)).split(/[^\p{L}]+/u)).filter((w) => /^[a-z]{2,}$/.test(w)));
const flat = (value) => (Array.isArray(value) ? value : Object.values(value || {}).flat());

/** Surnames by group, and first names of all. `file` holds groups of our own, each after a line with "#". */
function readNames(fakers, file) {
  const groups = [];
  const first = new Set();
  const seen = new Set();
  for (const faker of Object.values(fakers)) {
    const person = faker.rawDefinitions.person || {};
    for (const word of words(flat(person.first_name))) first.add(word);
    const last = words(flat(person.last_name));
    const key = [...last].join();
    if (last.size > 0 && !seen.has(key)) groups.push(last);
    seen.add(key);
  }
  let group = null;
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('#')) groups.push(group = new Set());
    else for (const word of line.split(' ')) if (word) group.add(word);
  }
  return { groups, first };
}

// Somebody who hits keys stays near the last key, on the middle row, or goes anywhere.
const keys = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const place = {};
keys.forEach((row, y) => [...row].forEach((c, x) => { place[c] = [x + y * 0.5, y]; }));
const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const home = (c) => ('asdfghjkl'.includes(c) ? 1 / 9 : 0);
const near = (a, b) => {
  const [x, y] = place[a], [u, v] = place[b];
  const distance = Math.abs(u - x);
  if (v === y) return a === b ? 0.5 : distance <= 1.1 ? 3 : distance <= 2.1 ? 2 : distance <= 3.1 ? 1 : 0.4;
  return Math.abs(v - y) === 1 && distance <= 1.2 ? 0.4 : 0;
};
const hit = (before, c) => {
  if (before === '^') return 0.6 * home(c) + 0.4 / 26;
  const sum = letters.reduce((total, other) => total + near(before, other), 0);
  return 0.45 * near(before, c) / sum + 0.15 * home(c) + 0.4 / 26;
};
const kEnd = 0.12; // chance that a random word ends after a letter
const at = (c) => (c === '^' || c === '$' ? 0 : c.charCodeAt(0) - 96);

class LetterModel {
  pairs = Array.from({ length: 27 }, () => Array(27).fill(0));
  triples = Array(27 ** 3).fill(0);

  addGroup(names, sign = 1) {
    for (const word of names) this.#count(word, sign * Math.min(1, 600 / names.size), sign);
  }

  addFirstNames(names) {
    for (const word of names) this.#count(word, 0.1, 1);
  }

  /** For each pair of letters half bits for a name against random keys; the end of a word is letter 0. */
  halfBits() {
    return this.pairs.flatMap((row, i) => {
      const total = row.reduce((sum, value) => sum + value, 0);
      return row.map((value, j) => {
        const name = (value + total / 729 + 0.02) / (total * (1 + 1 / 27) + 0.5);
        const random = j === 0 ? kEnd : hit(i === 0 ? '^' : letters[i - 1], letters[j - 1]) * (1 - kEnd);
        return Math.max(-12, Math.min(12, Math.round(2 * (Math.log2(name) - Math.log2(random)))));
      });
    });
  }

  /** Three letters in a row that stand in some name, as numbers. */
  triplesSeen() {
    return new Set(this.triples.flatMap((count, triple) => (count > 0 ? [triple] : [])));
  }

  #count(word, weight, times) {
    const text = `^${word}$`;
    for (let i = 1; i < text.length; ++i) this.pairs[at(text[i - 1])][at(text[i])] += weight;
    for (let i = 2; i < text.length; ++i) this.triples[(at(text[i - 2]) * 27 + at(text[i - 1])) * 27 + at(text[i])] += times;
  }
}

module.exports = { readNames, LetterModel, at };
