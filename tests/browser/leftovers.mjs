// Marks of a fact that was missing when the page was made: a gap, an empty part, a word that only a program would say.
import { ancestry, attribute, runsOf, said, whereIs } from './pages.mjs';

export const checks = {
  leftovers: 'no page says “undefined”, “None”, “null”, “unknown”, template letters or the program’s own marks',
  gaps: 'no doubled spaces, no space before a comma or full stop, no empty brackets',
  'empty-parts': 'no empty heading, paragraph, list, list entry or table cell',
};

// “None of us …” is English; “None” as an answer is what a program prints for a missing value.
const PROGRAM_WORDS = [
  [/\bundefined\b/i, '“undefined”'], [/\bNone\b(?! of\b)/, '“None”'], [/\bnull\b/i, '“null”'], [/\bunknown\b/i, '“unknown”'],
  [/\bNaN\b/, '“NaN”'], [/\[object \w+\]/, 'a JavaScript object'], [/\b(Some|Ok|Err)\(/, 'a Rust value'], [/\bText \{|\bSpan \{/, 'a Rust value'],
  [/\{\{|\}\}|\{%|%\}|\{#/, 'template letters'], [/‹personal›/, 'a resident’s text'], [/\bTODO\b|\bFIXME\b|\bTBC\b|lorem ipsum/i, 'a note to the writer'],
  [/[\uE000-\uF8FF]|[\u{F0000}-\u{10FFFD}]/u, 'a private-use character'], [/\uFFFD/, 'a letter that was lost in reading'],
  [/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B\u202A-\u202E\u2066-\u2069]/, 'a control character'],
];

const GAPS = [
  [/\S[ \u00A0\u2009\u202F]{2,}\S/, 'two spaces together'], [/[\p{L}\p{N}] [,.;:!?](?=\s|$)/u, 'a space before a stop'],
  [/\(\s*\)|\[\s*\]|“\s*”|‘\s*’/, 'empty brackets or quotation marks'], [/,\s*,|;\s*;|:\s*[.,;]/, 'two stops together'], [/(^|[^.])\.\s?\.(?!\.)(\s|$)/, 'two full stops'],
];

const MUST_SAY = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'li', 'dt', 'dd', 'td', 'th', 'caption', 'figcaption', 'summary', 'blockquote', 'a', 'button', 'strong', 'address', 'legend', 'label', 'time']);
const MUST_HOLD = { ul: 'li', ol: 'li', menu: 'li', dl: 'dt', table: 'td', thead: 'th', tbody: 'tr', tr: 'td|th' };
// these carry machine words, where “none” or two spaces are at home
const NOT_WORDS = new Set(['class', 'id', 'style', 'd', 'points', 'viewbox', 'fill', 'stroke', 'preserveaspectratio', 'transform', 'headers', 'for', 'integrity']);
const SPOKEN = new Set(['alt', 'title', 'aria-label', 'aria-description', 'content', 'summary', 'placeholder', 'value']);

export function ofSite(site) {
  return site.pages.flatMap((page) => [...programWords(page), ...gaps(page), ...emptyParts(page)]);
}

function* allTexts(node) {
  if (node.nodeName === '#text') yield node;
  if (node.nodeName === 'style') return;
  for (const child of node.childNodes ?? []) yield* allTexts(child);
}

function programWords(page) {
  const faults = [];
  const look = (text, node, place = '') => {
    const hit = PROGRAM_WORDS.find(([pattern]) => pattern.test(text));
    if (hit) faults.push({ check: 'leftovers', page: page.file, what: `${hit[1]}${place}: “${around(text, hit[0])}”`, where: whereIs(node) });
  };
  for (const node of allTexts(page.tree)) if (node.parentNode.nodeName !== 'script') look(node.value, node);
  for (const element of page.elements) {
    if (element.nodeName === 'script') look(structured(element), element, ' in the data');
    for (const { name, value } of element.attrs) if (!NOT_WORDS.has(name)) look(value, element, ` in ${name}`);
  }
  return faults;
}

/** The texts in a data block, without its braces, which are letters of the format. */
function structured(script) {
  const letters = script.childNodes.map((n) => n.value).join('');
  return [...letters.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((m) => m[1]).join('\n');
}

function around(text, pattern) {
  const at = text.search(pattern);
  return text.slice(Math.max(0, at - 25), at + 35).replace(/\s+/g, ' ').replace(/[^\P{C}]/gu, '\u25A1').trim();
}

function gaps(page) {
  const faults = [];
  const look = (text, node, place) => {
    const hit = GAPS.find(([pattern]) => pattern.test(text));
    if (hit) faults.push({ check: 'gaps', page: page.file, what: `${hit[1]}${place}: “${around(text, hit[0])}”`, where: whereIs(node) });
  };
  for (const run of runsOf(page)) {
    if ([...ancestry(run.node)].some((n) => ['pre', 'code', 'textarea'].includes(n.nodeName))) continue;
    // a line break in the file, with its indentation, is one space to a reader
    look(run.text.replace(/[ \t]*\r?\n\s*/g, ' ').trim(), run.node, '');
  }
  for (const text of [page.title ?? '']) look(text, page.tree, ' in the title');
  for (const element of page.elements) for (const { name, value } of element.attrs) if (SPOKEN.has(name)) look(value, element, ` in ${name}`);
  return faults;
}

function emptyParts(page) {
  return page.elements.flatMap((element) => {
    const fault = (what) => [{ check: 'empty-parts', page: page.file, what, where: whereIs(element) || 'body' }];
    const tag = element.tagName;
    if (MUST_SAY.has(tag) && !says(element) && ![...ancestry(element)].some((n) => n.nodeName === 'svg')) return fault(`an empty <${tag}>`);
    const kinds = MUST_HOLD[tag]?.split('|');
    if (kinds && !holds(element, kinds)) return fault(`<${tag}> with nothing in it`);
    return [];
  });
}

function says(element) {
  if (/[\p{L}\p{N}]/u.test(said(element)) || attribute(element, 'aria-label')) return true;
  // a picture with words, or a heading row's image, says something; a decorative one does not
  return holdsPicture(element);
}

function holdsPicture(node) {
  return (node.childNodes ?? []).some((child) => (child.tagName === 'img' && attribute(child, 'alt')?.trim()) || (child.tagName === 'svg' && attribute(child, 'aria-label')) || holdsPicture(child));
}

function holds(node, kinds) {
  return (node.childNodes ?? []).some((child) => kinds.includes(child.tagName) || holds(child, kinds));
}
