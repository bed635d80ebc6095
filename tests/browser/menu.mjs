// The way round, as it is seen: what is asked most often stands on every screen, and where there is room the menu needs no opening.
import { read, visit } from './browser.mjs';

export const checks = {
  'steps-shown': 'what it costs, what to do if you are unhappy, someone on your side and how to find the home: a step to each is seen on every page and every screen, with nothing opened',
  'menu-open': 'from 768 px on every link of the menu is seen, with nothing opened',
};

/** The pages that a step leads to, as far as the site has them. */
const ASKED_MOST = { 'what it costs': /(^|\/)(fees|costs?|prices)\.html$/, 'what to do if you are unhappy': /(^|\/)complaints\.html$/, 'someone on your side': /(^|\/)advocacy\.html$/, 'how to find the home': /(^|\/)find(ing)?-us\.html$/ };
const WIDTHS = [390, 768, 1280];
const WIDE = 768;

// It is the first to look at a page: what others unfold is still as it came.
export async function ofPage(view, site, file) {
  if (file === '404.html' && !site.address) return [];
  const faults = [];
  const wanted = Object.entries(ASKED_MOST).flatMap(([what, name]) => site.pages.filter((page) => name.test(page.file) && !page.file.includes('easy-read') && page.file !== file).map((page) => ({ what, to: page.file })));
  for (const width of WIDTHS) {
    await visit(view, site, file, { width });
    const { shown, hidden } = await read(view, readMenu);
    const seen = (to) => shown.some((address) => address.endsWith(`/${to}`));
    for (const { what, to } of wanted) if (!seen(to)) faults.push({ check: 'steps-shown', page: file, what: `no step to ${what} is seen at ${width}`, where: to });
    for (const { name } of width < WIDE ? [] : hidden) faults.push({ check: 'menu-open', page: file, what: `a link of the menu is not seen at ${width}`, where: name });
  }
  return faults;
}

/** The addresses of the links that are seen; and the links before the main part whose address is not among them. */
function readMenu() {
  const { eyes } = window;
  const main = document.querySelector('main');
  const address = (link) => link.href.split('#')[0];
  const links = [...document.querySelectorAll('a[href]')];
  const shown = [...new Set(links.filter(eyes.shown).map(address))];
  const before = links.filter((link) => link.closest('nav') && main && link.compareDocumentPosition(main) & Node.DOCUMENT_POSITION_FOLLOWING);
  return { shown, hidden: before.filter((link) => !shown.includes(address(link))).map((link) => ({ name: `${eyes.name(link)} ${link.textContent.trim()}` })) };
}
