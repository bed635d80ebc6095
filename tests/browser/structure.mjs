// The frame of every page, read from its file: language, title, description, headings, landmarks, data, no scripts.
import { ancestry, attribute, said, whereIs } from './pages.mjs';
import { linksOf } from './links.mjs';

export const checks = {
  language: 'every page says that it is in British English',
  titles: 'every page has a title, and no two are the same',
  descriptions: 'every page has a description, and no two are the same',
  viewport: 'every page fits a phone and can be enlarged',
  'one-h1': 'every page has exactly one main heading',
  'heading-order': 'headings begin with the main one and never skip a level',
  landmarks: 'every page has a header, a named navigation, one main part and a footer',
  'link-words': 'every link says where it leads',
  'no-script': 'no page carries a script, a script’s address or a frame',
  data: 'data for search engines can be read, and has no gap',
};

const VAGUE = /^(click|click here|here|more|read more|learn more|find out more|see more|this|this page|this link|link|details|download|continue|go)$/i;
const SCOPES = new Set(['article', 'aside', 'main', 'nav', 'section']);

export function ofSite(site) {
  return [
    ...site.pages.flatMap((page) => [...frame(page), ...headings(page), ...landmarks(page), ...linkWords(page), ...scripts(page), ...data(page)]),
    ...repeated(site, 'titles', 'title'),
    ...repeated(site, 'descriptions', 'description'),
  ];
}

function frame(page) {
  const faults = [];
  const fault = (check, what) => faults.push({ check, page: page.file, what, where: 'head' });
  if (page.language !== 'en-GB') fault('language', `lang is ${page.language ?? 'missing'}, not en-GB`);
  if (!page.doctype) fault('viewport', 'no <!doctype html>, so browsers guess how to draw it');
  if (!page.title) fault('titles', 'no title');
  if (!page.description) fault('descriptions', 'no description');
  if (!/width=device-width/.test(page.viewport ?? '')) fault('viewport', 'no viewport line, so a phone shows it tiny');
  if (/user-scalable\s*=\s*(no|0)|maximum-scale/i.test(page.viewport ?? '')) fault('viewport', 'keeps the reader from enlarging it');
  return faults;
}

function repeated(site, check, field) {
  const first = new Map();
  return site.pages.flatMap((page) => {
    const words = page[field];
    if (!words) return [];
    if (!first.has(words)) { first.set(words, page.file); return []; }
    return [{ check, page: page.file, what: `the same ${field} as ${first.get(words)}: “${words.slice(0, 60)}”`, where: 'head' }];
  });
}

function headings(page) {
  const faults = [];
  const level = (e) => Number(e.tagName[1]);
  const main = page.headings.filter((e) => level(e) === 1);
  if (main.length !== 1) faults.push({ check: 'one-h1', page: page.file, what: `${main.length} main headings`, where: main[1] ? whereIs(main[1]) : '' });
  if (page.headings.length && level(page.headings[0]) !== 1 && main.length) faults.push({ check: 'heading-order', page: page.file, what: 'a smaller heading comes before the main one', where: whereIs(page.headings[0]) });
  page.headings.forEach((heading, i) => {
    const before = page.headings[i - 1];
    if (before && level(heading) > level(before) + 1) faults.push({ check: 'heading-order', page: page.file, what: `h${level(before)} is followed by h${level(heading)}`, where: whereIs(heading) });
  });
  return faults;
}

function landmarks(page) {
  const faults = [];
  const fault = (what, element) => faults.push({ check: 'landmarks', page: page.file, what, where: element ? whereIs(element) : '' });
  const role = (e) => attribute(e, 'role');
  // a header inside an article or a section belongs to it, not to the page
  const ofPage = (e) => ![...ancestry(e.parentNode)].some((n) => SCOPES.has(n.nodeName));
  const count = (tag, name) => page.elements.filter((e) => role(e) === name || (e.tagName === tag && !role(e) && (tag === 'nav' || tag === 'main' || ofPage(e))));
  for (const [tag, name] of [['main', 'main'], ['header', 'banner'], ['footer', 'contentinfo']]) {
    const found = count(tag, name);
    if (found.length !== 1) fault(`${found.length} of the landmark ${name}, expected 1`, found[1]);
  }
  const navigations = count('nav', 'navigation');
  if (!navigations.length) fault('no navigation');
  const names = navigations.map((e) => attribute(e, 'aria-label') ?? attribute(e, 'aria-labelledby'));
  if (navigations.length > 1 && (names.some((name) => !name?.trim()) || new Set(names).size < names.length)) fault('several navigations, and their names do not tell them apart', navigations[1]);
  return faults;
}

function linkWords(page) {
  return linksOf(page).flatMap((link) => {
    const words = (attribute(link, 'aria-label') ?? said(link)).replace(/[.…»›→\s]+$/u, '').trim();
    return VAGUE.test(words) ? [{ check: 'link-words', page: page.file, what: `“${words}” does not say where it leads`, where: whereIs(link) }] : [];
  });
}

function scripts(page) {
  return page.elements.flatMap((element) => {
    const fault = (what) => [{ check: 'no-script', page: page.file, what, where: whereIs(element) }];
    if (element.tagName === 'script' && attribute(element, 'type')?.toLowerCase() !== 'application/ld+json') return fault('a script');
    if (['iframe', 'object', 'embed', 'frame', 'applet'].includes(element.tagName)) return fault(`<${element.tagName}> brings in another page`);
    const handler = element.attrs.find((a) => /^on[a-z]+$/.test(a.name) || (/^\s*javascript:/i.test(a.value) && /^(href|src|action|formaction|xlink:href)$/.test(a.name)));
    if (handler) return fault(`${handler.name} runs a script`);
    if (element.tagName === 'meta' && /refresh/i.test(attribute(element, 'http-equiv') ?? '')) return fault('moves the reader on by itself');
    return [];
  });
}

function data(page) {
  return page.elements.filter((e) => e.tagName === 'script' && /ld\+json/i.test(attribute(e, 'type') ?? '')).flatMap((element) => {
    const fault = (what) => [{ check: 'data', page: page.file, what, where: whereIs(element).split(',')[0] }];
    try {
      const value = JSON.parse(element.childNodes.map((n) => n.value).join(''));
      const gap = gapIn(value);
      if (gap) return fault(`${gap} has no value`);
      return [value].flat().every((thing) => thing['@context'] && (thing['@type'] || thing['@graph'])) ? [] : fault('no @context or no @type');
    } catch (error) { return fault(`cannot be read: ${error.message}`); }
  });
}

/** The path of the first null, empty text, empty list or empty object in a value. */
function gapIn(value, at = 'it') {
  if (value === null || value === '' || (typeof value === 'object' && !Object.keys(value).length)) return at;
  if (typeof value !== 'object') return null;
  return Object.entries(value).map(([key, inner]) => gapIn(inner, key)).find(Boolean) ?? null;
}
