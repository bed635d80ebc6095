// Links, anchors and the files that pages fetch: all there, all relative, and every page can be reached from the welcome page.
import path from 'node:path';
import { attribute, elementsIn, readLetters, said, whereIs } from './pages.mjs';

export const checks = {
  'relative-links': 'links are relative and name a file, so that the site works from any folder, any host and straight from disk',
  'broken-links': 'every link inside the site leads to a file that is there',
  'broken-anchors': 'every link to a part of a page leads to a part that is there',
  'missing-files': 'every picture, style and paper that a page or a style names is there',
  reach: 'every page can be reached from the welcome page',
  'lost-page': 'the page for a wrong address works at any depth: nothing to fetch, and links that carry the site’s address when it has one',
};

const FETCHED = { img: ['src', 'srcset'], source: ['src', 'srcset'], iframe: ['src'], video: ['src', 'poster'], audio: ['src'], track: ['src'], embed: ['src'], object: ['data'], script: ['src'], input: ['src'], image: ['href'], use: ['href'] };
const FETCHED_RELATIONS = /\b(stylesheet|icon|apple-touch-icon|manifest|preload|preconnect|dns-prefetch|mask-icon)\b/;

/** What a link means: {file, hash} inside the site, {missing}, {outside} or {other}. */
export function destination(site, fromFile, href) {
  const here = 'http://site.invalid/';
  let url;
  try { url = new URL(href.trim(), here + encodeURI(fromFile)); } catch { return { missing: href }; }
  const own = site.address && url.href.startsWith(site.address);
  if (own) url = new URL(url.href.slice(site.address.length), here);
  if (url.origin !== new URL(here).origin) return /^https?:$/.test(url.protocol) ? { outside: url.href } : { other: url.protocol };
  const name = decoded(url.pathname.slice(1));
  const file = [name, path.posix.join(name, 'index.html')].find((candidate) => site.files.has(candidate));
  if (file === undefined) return { missing: name, absolute: own };
  return { file, hash: decoded(url.hash.slice(1)), folder: file !== name, absolute: own };
}

function decoded(letters) {
  try { return decodeURIComponent(letters); } catch { return letters; }
}

/** The links that a reader can follow on a page. */
export function linksOf(page) {
  return page.elements.filter((e) => (e.tagName === 'a' || e.tagName === 'area') && attribute(e, 'href') !== undefined);
}

/** Everything that the browser fetches for a page by itself. */
export function fetchedBy(page) {
  const found = [];
  for (const element of page.elements) {
    for (const name of FETCHED[element.tagName] ?? []) {
      const value = attribute(element, name) ?? attribute(element, `xlink:${name}`);
      if (value === undefined) continue;
      const addresses = name === 'srcset' ? value.split(',').map((candidate) => candidate.trim().split(/\s+/)[0]) : [value];
      found.push(...addresses.map((address) => ({ address, element })));
    }
    if (element.tagName === 'link' && FETCHED_RELATIONS.test(attribute(element, 'rel') ?? '')) found.push({ address: attribute(element, 'href') ?? '', element });
    if (element.tagName === 'style') found.push(...addressesInStyle(element.childNodes.map((n) => n.value).join('')).map((address) => ({ address, element })));
  }
  return found.filter(({ address }) => !/^(data:|#)/.test(address));
}

function addressesInStyle(css) {
  const written = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const matches = written.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')/g);
  return [...matches].map((m) => m.slice(1).find((part) => part !== undefined)).filter((address) => address && !/^(data:|#)/.test(address));
}

export function ofSite(site) {
  const faults = [];
  const reached = new Map(site.pages.map((page) => [page.file, new Set()]));
  for (const page of site.pages) {
    for (const element of linksOf(page)) followLink(site, page, element, faults, reached);
    for (const { address, element } of fetchedBy(page)) fetchFile(site, page.file, address, whereIs(element), faults);
    for (const base of page.elements.filter((e) => e.tagName === 'base')) faults.push({ check: 'relative-links', page: page.file, what: '<base> moves every link on the page', where: whereIs(base) });
  }
  for (const file of [...site.files].filter((name) => name.endsWith('.css'))) {
    for (const address of addressesInStyle(readLetters(site, file))) fetchFile(site, file, address, file, faults);
  }
  return site.front ? faults : [...faults, ...unreached(site, reached), ...lostPage(site)];
}

function followLink(site, page, element, faults, reached) {
  const href = attribute(element, 'href');
  const fault = (check, what) => faults.push({ check, page: page.file, what, where: whereIs(element) });
  const to = destination(site, page.file, href);
  // the page for a wrong address cannot know how deep it is shown, so it may carry the site's address; so may a link that tells the reader that address
  const meant = page.file === '404.html' || (to.absolute && said(element).includes(new URL(site.address).host));
  if (/^[/\\]/.test(href.trim()) || (to.absolute && !meant)) fault('relative-links', `${href} is not relative`);
  else if (to.folder && !to.absolute) fault('relative-links', `${href} names a folder, which shows a list of files when opened from disk`);
  if (to.missing !== undefined) fault('broken-links', `${href} leads nowhere`);
  if (to.file === undefined) return;
  reached.get(page.file).add(to.file);
  const target = site.byFile.get(to.file);
  if (target && to.hash && to.hash !== 'top' && !target.ids.has(to.hash)) fault('broken-anchors', `${href}: no element there has this id`);
}

function fetchFile(site, from, address, where, faults) {
  const to = destination(site, from, address);
  if (/^[/\\]/.test(address) || to.absolute) faults.push({ check: 'relative-links', page: from, what: `${address} is not relative`, where });
  if (to.missing !== undefined) faults.push({ check: 'missing-files', page: from, what: `${address} is not there`, where });
}

function unreached(site, reached) {
  const seen = new Set(['index.html']);
  for (const file of seen) for (const next of reached.get(file) ?? []) seen.add(next);
  return site.pages
    .filter((page) => page.file !== '404.html' && !seen.has(page.file))
    .map((page) => ({ check: 'reach', page: page.file, what: 'no way leads here from index.html', where: '' }));
}

function lostPage(site) {
  const page = site.byFile.get('404.html');
  if (!page) return [{ check: 'lost-page', page: '404.html', what: 'there is no such page', where: '' }];
  const fetched = fetchedBy(page).map(({ address, element }) => ({ check: 'lost-page', page: page.file, what: `${address} would be looked for beside the wrong address`, where: whereIs(element) }));
  if (!site.address) return fetched;
  const astray = [...elementsIn(page.tree)].filter((e) => e.tagName === 'a' && destination(site, page.file, attribute(e, 'href') ?? '#').file && !/^(#|https?:)/.test(attribute(e, 'href') ?? '#'));
  return [...fetched, ...astray.map((e) => ({ check: 'lost-page', page: page.file, what: `${attribute(e, 'href')} would lead nowhere from a deeper address; write ${site.address} before it`, where: whereIs(e) }))];
}
