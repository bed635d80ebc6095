// Lighthouse on the welcome page and two others: 100 for accessibility, best practice and search engines.
import lighthouse from 'lighthouse';
import { addressOf } from './browser.mjs';

export const checks = { lighthouse: 'Lighthouse gives 100 for accessibility, best practice and search engines' };

const CATEGORIES = ['accessibility', 'best-practices', 'seo'];

export async function ofSiteInBrowser(view, site) {
  const faults = [];
  for (const file of site.lighthouse) {
    const run = await visit(addressOf(site, file), view.debugPort);
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

/** One visit; on a busy machine Lighthouse or its browser now and then stumbles before the page is there, and then tries again. */
async function visit(address, port) {
  for (let left = 2; ; left -= 1) {
    try {
      // simulated slowness, which is Lighthouse's usual, waits least; no score asked for here depends on it
      const run = await lighthouse(address, { port, logLevel: 'silent', output: 'json', onlyCategories: CATEGORIES, throttlingMethod: 'simulate', disableFullPageScreenshot: true });
      if (run && !run.lhr.runtimeError || left === 0) return run;
    } catch (trouble) {
      if (left === 0) throw trouble;
    }
  }
}

/** The pages that Lighthouse opens: the welcome page, the complaints page and the longest. */
export function pagesForLighthouse(site, count = 3) {
  const longest = [...site.pages].filter((page) => page.file !== '404.html').sort((a, b) => b.source.length - a.source.length).map((page) => page.file);
  const complaints = site.pages.map((page) => page.file).filter((file) => /complain|unhappy/i.test(file));
  return [...new Set(['index.html', ...complaints.slice(0, 1), ...longest])].slice(0, count);
}
