// The files around the pages: what a host sends with them, what a search engine may read, the home's mark in the tab.
import fs from 'node:fs';
import path from 'node:path';
import { ancestry, attribute, readLetters, said, whereIs } from './pages.mjs';
import { destination, linksOf } from './links.mjs';
import { headersFor, readHeaders } from './server.mjs';

export const checks = {
  headers: '_headers is there and keeps out scripts, frames and other sites',
  robots: 'robots.txt is there and lets search engines in',
  sitemap: 'sitemap.xml, where there is one, lists every page once and nothing else',
  favicon: 'every page names the home’s mark for the tab',
  papers: 'a link to a paper says that it is a PDF, how large it is and how many pages it has, and the size is true',
};

export function ofSite(site) {
  return [...headers(site), ...robots(site), ...sitemap(site), ...favicon(site), ...papers(site)];
}

function headers(site) {
  const fault = (what) => [{ check: 'headers', page: '_headers', what, where: '' }];
  const letters = readLetters(site, '_headers');
  if (letters === null) return fault('there is no such file');
  const policy = headersFor(readHeaders(letters), '/index.html')['content-security-policy'];
  if (!policy) return fault('no Content-Security-Policy for every page');
  const wanted = [/default-src 'none'|script-src 'none'/, /base-uri 'none'|base-uri 'self'/, /form-action 'none'|form-action 'self'/, /frame-ancestors/];
  const missing = wanted.filter((rule) => !rule.test(policy));
  const loose = /unsafe-|https?:(?!\/)|\*/.exec(policy);
  return [...missing.flatMap((rule) => fault(`the policy lacks ${rule.source}`)), ...(loose ? fault(`the policy allows ${loose[0]}`) : [])];
}

function robots(site) {
  const fault = (what) => [{ check: 'robots', page: 'robots.txt', what, where: '' }];
  const letters = readLetters(site, 'robots.txt');
  if (letters === null) return fault('there is no such file');
  if (!/^User-agent:\s*\*/im.test(letters)) return fault('no line “User-agent: *”');
  return /^Disallow:\s*\/\s*$/im.test(letters) ? fault('shuts every search engine out') : [];
}

function sitemap(site) {
  const fault = (what) => ({ check: 'sitemap', page: 'sitemap.xml', what, where: '' });
  const letters = readLetters(site, 'sitemap.xml');
  if (letters === null) return site.address ? [fault('the site has an address but no sitemap')] : [];
  const listed = [...letters.matchAll(/<loc>\s*([^<\s]+)\s*<\/loc>/g)].map((m) => m[1]);
  const files = listed.map((address) => destination(site, 'index.html', address).file ?? address);
  const twice = files.filter((file, i) => files.indexOf(file) !== i);
  const wanted = site.pages.map((page) => page.file).filter((file) => file !== '404.html');
  return [
    ...listed.filter((address) => !/^https?:\/\//.test(address)).map((address) => fault(`${address} is not a whole address`)),
    ...twice.map((file) => fault(`${file} is there twice`)),
    ...wanted.filter((file) => !files.includes(file)).map((file) => fault(`${file} is missing`)),
    ...files.filter((file) => !site.files.has(file) || file === '404.html').map((file) => fault(`${file} should not be there`)),
  ];
}

function favicon(site) {
  return site.pages.filter((page) => !page.icon).map((page) => ({ check: 'favicon', page: page.file, what: 'no link rel="icon"', where: 'head' }));
}

function papers(site) {
  return site.pages.flatMap((page) => linksOf(page).flatMap((link) => {
    const to = destination(site, page.file, attribute(link, 'href'));
    if (!to.file?.endsWith('.pdf')) return [];
    const fault = (what) => [{ check: 'papers', page: page.file, what: `${to.file}: ${what}`, where: whereIs(link) }];
    const words = wordsAround(link);
    const size = /([\d.]+)\s?(KB|MB)\b/i.exec(words);
    if (!/\bPDF\b/.test(words)) return fault('nothing says that it is a PDF');
    if (!size) return fault('nothing says how large it is');
    if (!/\b\d+\s?pages?\b/i.test(words)) return fault('nothing says how many pages it has');
    return trueSize(path.join(site.root, to.file), Number(size[1]), size[2]) ? [] : fault(`is not ${size[0]}`);
  }));
}

/** What a link says; or, when that gives no size, what the entry or sentence around it says. */
function wordsAround(link) {
  const words = said(link);
  const around = [...ancestry(link)].find((n) => ['li', 'p', 'dd', 'td', 'dl', 'article', 'section'].includes(n.nodeName));
  return /\d\s?[KM]B\b/i.test(words) || !around ? words : said(around);
}

/** Whether a size in words is right, counted in thousands or in 1024s, to the last figure shown or a tenth. */
function trueSize(file, figure, unit) {
  const bytes = fs.statSync(file).size;
  return [1000, 1024].some((kilo) => {
    const exact = bytes / (/mb/i.test(unit) ? kilo ** 2 : kilo);
    return Math.abs(exact - figure) <= Math.max(1, figure * 0.1);
  });
}
