// The page on paper, as somebody prints it for a person who does not use a screen.
import { read, show, unfold, visit } from './browser.mjs';
import { readLayout } from './reflow.mjs';

export const checks = {
  'print-navigation': 'on paper the navigation is left out and the main part is there',
  'print-size': 'running text is at least 14 points on paper',
  'print-width': 'nothing runs off the paper, is cut or overlaps',
  'print-addresses': 'on paper the address stands beside every link to another site',
  'print-screen-only': 'what only makes sense on a screen is not printed: ways to papers that can be opened, signs that something is folded',
  'print-sheets': 'it takes no more sheets than the paper of the same name in its smallest print, as far as the page offers one',
  'print-pdf': 'the browser makes an A4 PDF of it',
};

const A4_WIDTH_PX = 794;
const LEAST_PX = (14 * 96) / 72;

export async function ofPage(view, site, file) {
  const faults = [];
  const fault = (check, what, where = '') => faults.push({ check, page: file, what, where });
  await visit(view, site, file, { width: A4_WIDTH_PX, media: 'print' });
  const margins = await read(view, readMargins);
  await show(view, { size: { width: Math.floor(A4_WIDTH_PX - margins), height: 1000 } });
  await unfold(view);
  const paper = await read(view, readPaper, LEAST_PX);
  for (const name of paper.navigation) fault('print-navigation', 'would be printed', name);
  if (!paper.main) fault('print-navigation', 'the main part would not be printed', 'main');
  for (const { name, px } of paper.small) fault('print-size', `${(px * 72 / 96).toFixed(1)} points`, name);
  for (const { name, href } of paper.silent) fault('print-addresses', `${href} does not appear`, name);
  for (const { name, what } of await read(view, readLayout)) fault('print-width', what, name);
  for (const name of paper.screenOnly) fault('print-screen-only', 'would be printed', name);
  const { trouble, sheets } = await printed(view.tab);
  if (trouble) fault('print-pdf', trouble);
  if (sheets > paper.sheets) fault('print-sheets', `it takes ${sheets} sheets, and its paper ${paper.sheets}`);
  return faults;
}

/** The side margins that the style asks for, or a browser's usual ones, in pixels. */
function readMargins() {
  const USUAL_PX = 38;
  const perUnit = { px: 1, pt: 96 / 72, mm: 96 / 25.4, cm: 96 / 2.54, in: 96 };
  const px = (length) => { const [, figure, unit] = /^([\d.]+)(px|pt|mm|cm|in)$/.exec(length) ?? []; return unit ? figure * perUnit[unit] : USUAL_PX; };
  let margins = [USUAL_PX, USUAL_PX];
  const read = (rules) => {
    for (const rule of rules) {
      if (rule instanceof CSSPageRule && rule.style.marginLeft) margins = [px(rule.style.marginLeft), px(rule.style.marginRight)];
      else if (rule.cssRules && (!rule.media || matchMedia(rule.media.mediaText).matches)) read(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) if (!sheet.media.mediaText || matchMedia(sheet.media.mediaText).matches) read(sheet.cssRules);
  return margins[0] + margins[1];
}

function readPaper(least) {
  const { eyes } = window;
  const RUNNING_LETTERS = 60;
  const main = document.querySelector('main');
  const running = [...eyes.blocks()].filter(([e, nodes]) => main?.contains(e) && e.matches(eyes.RUNNING) && nodes.map((n) => n.data).join('').trim().length >= RUNNING_LETTERS);
  const px = (e) => parseFloat(getComputedStyle(e).fontSize);
  const outside = [...(main?.querySelectorAll('a[href^="http"]') ?? [])].filter(eyes.shown);
  // the address is either in the words or put after them by the style; “https://” itself helps nobody on paper
  const address = (link) => link.getAttribute('href').replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  const printed = (link) => `${link.innerText} ${['::before', '::after'].map((part) => getComputedStyle(link, part).content).join(' ')}`;
  const stem = location.pathname.split('/').at(-1).replace(/\.html?$/, '');
  const papers = [...(main?.querySelectorAll('a[href$=".pdf"]') ?? [])];
  const pages = papers.filter((link) => stem !== 'index' && link.href.split('/').at(-1).includes(`${stem}-`)).map((link) => Number(/(\d+)\s?pages?\b/.exec(link.textContent)?.[1] ?? Infinity));
  return {
    screenOnly: [...papers.filter(eyes.shown), ...[...document.querySelectorAll('summary')].filter((e) => eyes.shown(e) && getComputedStyle(e, '::after').content === '""')].map(eyes.name),
    sheets: Math.min(Infinity, ...pages),
    navigation: [...document.querySelectorAll('nav,[role=navigation],search,[role=search],a[href^="#"]')].filter((e) => eyes.shown(e) && !(main?.contains(e) && e.localName === 'a')).map(eyes.name),
    main: Boolean(main && eyes.shown(main)),
    small: running.filter(([e]) => px(e) < least - 0.01).map(([e]) => ({ name: eyes.name(e), px: px(e) })),
    silent: outside.filter((link) => !printed(link).includes(address(link))).map((link) => ({ name: eyes.name(link), href: link.getAttribute('href') })),
  };
}

/** What is wrong with the PDF that the browser makes, and how many sheets it has. */
async function printed(tab) {
  const pdf = (await tab.pdf({ preferCSSPageSize: true, format: 'A4' })).toString('latin1');
  if (!pdf.startsWith('%PDF-')) return { trouble: 'no PDF came out' };
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)].map((m) => [Number(m[1]), Number(m[2])]);
  if (!boxes.length) return { trouble: 'the PDF has no page' };
  const odd = boxes.find(([width, height]) => Math.abs(width - 595.3) > 2 || Math.abs(height - 841.9) > 2);
  return { trouble: odd && `a page of ${odd[0]} by ${odd[1]} points is not A4`, sheets: boxes.length };
}
