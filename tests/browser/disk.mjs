// The site opened straight from a folder, as from a memory stick: styles, pictures and links must work with no host at all.
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { SIZES, addressOf, open, openTab, read } from './browser.mjs';

export const checks = { disk: 'opened from disk, pages look the same and their links lead to pages' };

const LINKS = 6;

export async function ofSiteInBrowser(view, site) {
  const faults = [];
  const { context, tab } = await openTab(view.browser, { viewport: SIZES[1280] });
  const own = { context, tab };
  try {
    const wanted = new Set();
    // a request that was given up because the reader went on is no fault, and one to another site is another check's
    context.on('requestfailed', (request) => { if (request.url().startsWith('file:') && !/ERR_ABORTED/.test(request.failure().errorText)) wanted.add(`${request.frame().url()} ${request.url()}`); });
    for (const file of site.fromDisk) faults.push(...await fromDisk(own, site, file));
    for (const both of wanted) {
      const [from, url] = both.split(' ');
      if (!from.startsWith('file:')) continue;
      faults.push({ check: 'disk', page: path.relative(pathToFileURL(site.root).pathname, new URL(from).pathname), what: `${url} cannot be read from disk`, where: '' });
    }
  } finally { await context.close(); }
  return faults;
}

/** The pages that are opened from disk: the welcome page and some others, but not the one that only a host shows. */
export function pagesFromDisk(site, count = 4) {
  return spread(site.pages.map((page) => page.file).filter((file) => file !== '404.html' && file !== 'index.html'), count - 1).concat('index.html');
}

/** A few of a list: the first, and others evenly over the rest. */
export function spread(list, count) {
  if (list.length <= count) return list;
  return Array.from({ length: count }, (_, i) => list[Math.floor((i * list.length) / count)]);
}

async function fromDisk(own, site, file) {
  const faults = [];
  const fault = (what, where) => faults.push({ check: 'disk', page: file, what, where });
  const here = pathToFileURL(path.join(site.root, file)).href;
  const hosted = await look(own, addressOf(site, file), { styled: true });
  // what does not come from disk is what is looked for here
  if (await look(own, here, { styled: false }) !== hosted) fault('looks different from disk than from a host', 'body');
  const links = await read(own, () => [...document.querySelectorAll('a[href]')].map((a, at) => ({ at, href: a.href, words: a.innerText.trim().slice(0, 40) })));
  const followed = links.filter(({ href }) => /^file:/.test(href) && /\.html?$/.test(new URL(href).pathname) && new URL(href).pathname !== new URL(here).pathname);
  if (!followed.length) fault('no link leads to another page', '');
  for (const { at, href, words } of spread(followed, LINKS)) {
    await open(own.tab, here);
    const arrived = own.tab.waitForNavigation({ waitUntil: 'load' }).then(() => true, () => false);
    await own.tab.evaluate((i) => document.querySelectorAll('a[href]')[i].click(), at);
    if (await arrived && own.tab.url() === href && await own.tab.locator('h1').count()) continue;
    fault(`${href.replace(pathToFileURL(site.root).href, '…')} does not open`, words);
    // the browser may be about to show its own page about the failure; the next link is followed elsewhere
    await own.tab.close();
    own.tab = await own.context.newPage();
  }
  return faults;
}

/** How a page looks at an address. */
async function look(own, address, { styled }) {
  await open(own.tab, address);
  own.asked = { address, styled, ...SIZES[1280] };
  return read(own, () => { const style = getComputedStyle(document.body); return [style.fontFamily, style.fontSize, style.color, style.backgroundColor, style.margin].join(' '); });
}
