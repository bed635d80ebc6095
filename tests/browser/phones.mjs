// Telephone numbers: every one is a link that dials exactly what the reader sees.
import { attribute, runsOf, said, whereIs } from './pages.mjs';
import { linksOf } from './links.mjs';

export const checks = {
  'phone-links': 'every telephone number in the text is a link that dials it',
  'phone-digits': 'a telephone link dials +44 or a short number, and the digits that the reader sees',
  'phone-only': 'a number that is no telephone number does not ring: none that is called an NHS, VAT, company or registration number is a link, and devices are told not to guess',
  'phone-zero': 'the number that the reader sees keeps its leading zero',
};

const BREAK = '[\\s\\u00A0\\u2009\\u2011\\u202F-]';
// 01632 960123, 020 7946 0000, (0117) 496 0000, +44 1632 960123, 0800 1111; not a registration number such as 1-000000001
const LONG = new RegExp(`(?<![\\w£.+\\-/])(?:\\+44${BREAK}?(?:\\(0\\))?(?:${BREAK}?\\d){9,10}|\\(?0(?:${BREAK}?\\)?${BREAK}?\\d){9,10}|0800${BREAK}?1111)(?!\\d)`, 'g');
// a short number is told from a count by the word before it
const SHORT = new RegExp(`\\b(?:ring|call|dial|phone|telephone|text)${BREAK}+(?:the${BREAK}+)?(?:police|NHS|Samaritans)?${BREAK}*(?:on${BREAK}+)?(999|112|111|101|105|119|116${BREAK}?(?:123|000|006))(?![\\d])`, 'gi');
const SHORT_NUMBERS = new Set(['999', '112', '111', '101', '105', '119', '116123', '116000', '116006', '18000']);

const digits = (text) => text.replace(/\(0\)/g, '').replace(/[^\d+]/g, '');

// what stands before a number that nobody can ring
const NOT_TO_RING = /\b(?:NHS|VAT|company|charity|registration|registered|provider|location|policy|account)\b(?:\s+(?:number|no\.?|ID))?\W*$/i;

export function ofSite(site) {
  return site.pages.flatMap((page) => [...unlinked(page), ...wronglyLinked(page), ...notToRing(page)]);
}

function notToRing(page) {
  const guesses = !page.elements.some((e) => e.tagName === 'meta' && attribute(e, 'name') === 'format-detection' && /telephone\s*=\s*no/.test(attribute(e, 'content') ?? ''));
  const rung = runsOf(page).flatMap(({ pieces }) => pieces.filter((piece, i) => /^tel:/i.test(attribute(piece.link ?? {}, 'href') ?? '') && NOT_TO_RING.test(pieces.slice(0, i).map(({ value }) => value).join(''))));
  const fault = (what, where) => ({ check: 'phone-only', page: page.file, what, where });
  return [...(guesses ? [fault('devices may guess which numbers ring: there is no format-detection', 'head')] : []), ...rung.map(({ value, node }) => fault(`“${value.trim()}” rings`, whereIs(node)))];
}

function unlinked(page) {
  return runsOf(page).flatMap((run) => [...run.text.matchAll(LONG), ...run.text.matchAll(SHORT)].flatMap((match) => {
    const number = match[1] ?? match[0];
    const from = match.index + match[0].length - number.length;
    return dialled(run, from, from + number.length) ? [] : [{ check: 'phone-links', page: page.file, what: `${number.trim()} is not a tel: link`, where: whereIs(run.node) }];
  }));
}

/** Whether every letter between two places of a run lies in a telephone link. */
function dialled(run, from, to) {
  let at = 0;
  for (const piece of run.pieces) {
    const end = at + piece.value.length;
    const touches = at < to && end > from;
    if (touches && !/^tel:/i.test(attribute(piece.link ?? {}, 'href') ?? '')) return false;
    at = end;
  }
  return true;
}

function wronglyLinked(page) {
  return linksOf(page).filter((link) => /^tel:/i.test(attribute(link, 'href'))).flatMap((link) => {
    const fault = (check, what) => [{ check, page: page.file, what, where: whereIs(link) }];
    const href = attribute(link, 'href');
    const number = href.slice(4);
    const seen = digits(said(link));
    const national = number.startsWith('+44') ? `0${number.slice(3)}` : number;
    if (!wellFormed(number)) return fault('phone-digits', `${href} is neither tel:+44… nor a short number`);
    if (seen === national) return [];
    if (seen === number || seen === national.slice(1)) return fault('phone-zero', `“${said(link)}” has lost its leading zero`);
    return fault('phone-digits', `${href} dials something else than “${said(link)}”`);
  });
}

function wellFormed(number) {
  // a text relay number is its prefix and then the whole number, zero and all
  return /^\+44[1-9](\d{6}|\d{8,9})$/.test(number) || SHORT_NUMBERS.has(number) || /^1800[12]0\d{9,10}$/.test(number);
}
