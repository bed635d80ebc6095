// Lighthouse on the welcome page and two others: 100 for accessibility, best practice and search engines.
import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';
import { CHROMIUM, CHROMIUM_ARGUMENTS, PATIENCE_MS, addressOf, startPatiently } from './browser.mjs';

export const checks = { lighthouse: 'Lighthouse gives 100 for accessibility, best practice and search engines' };

const CATEGORIES = ['accessibility', 'best-practices', 'seo'];
const FLAGS = {
  logLevel: 'silent', output: 'json', onlyCategories: CATEGORIES, disableFullPageScreenshot: true,
  // simulated slowness, which is Lighthouse's usual, waits least; no score asked for here depends on it
  throttlingMethod: 'simulate',
  // it waits until the page is there and quiet, and no time beyond that
  maxWaitForFcp: PATIENCE_MS, maxWaitForLoad: PATIENCE_MS, pauseAfterFcpMs: 0, pauseAfterLoadMs: 0,
};

/** Lighthouse brings its own driver, and a browser of its own: when it leaves one, every tab there loses what it was asked to emulate. */
export function openOwnView() {
  return startPatiently(async () => {
    const browser = await puppeteer.launch({ executablePath: CHROMIUM, headless: true, args: CHROMIUM_ARGUMENTS, pipe: true, timeout: PATIENCE_MS, protocolTimeout: PATIENCE_MS });
    return { browser, close: () => browser.close() };
  });
}

export async function ofSiteAlone(view, site) {
  const faults = [];
  for (const file of site.lighthouse) {
    const run = await visit(addressOf(site, file), view.browser);
    if (!run || run.lhr.runtimeError) throw new Error(`Lighthouse did not finish ${file}: ${run?.lhr.runtimeError?.message ?? 'no result'}`);
    const { categories, audits } = run.lhr;
    for (const name of CATEGORIES) {
      const { score, auditRefs } = categories[name];
      if (score === null) throw new Error(`Lighthouse gave ${file} no score for ${name}`);
      const lost = auditRefs.filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1).map(({ id }) => [audits[id].title, audits[id].explanation].filter(Boolean).join(': '));
      if (score < 1) faults.push({ check: 'lighthouse', page: file, what: `${Math.round(score * 100)} for ${name}: ${lost.join('; ')}`, where: '' });
    }
  }
  return faults;
}

async function visit(address, browser) {
  const page = await browser.newPage();
  try { return await lighthouse(address, FLAGS, undefined, page); } finally { await page.close(); }
}

/** The pages that Lighthouse opens: the welcome page, the complaints page and the longest. */
export function pagesForLighthouse(site, count = 3) {
  const longest = [...site.pages].filter((page) => page.file !== '404.html').sort((a, b) => b.source.length - a.source.length).map((page) => page.file);
  const complaints = site.pages.map((page) => page.file).filter((file) => /complain|unhappy/i.test(file));
  return [...new Set(['index.html', ...complaints.slice(0, 1), ...longest])].slice(0, count);
}
