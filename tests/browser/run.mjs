// Runs the checks over built websites and gathers what they find. Each worker has a browser of its own; Java and each site's server are started once.
import * as axe from './axe.mjs';
import * as disk from './disk.mjs';
import * as duties from './duties.mjs';
import * as hosting from './hosting.mjs';
import * as keyboard from './keyboard.mjs';
import * as leftovers from './leftovers.mjs';
import * as lighthouse from './lighthouse.mjs';
import * as links from './links.mjs';
import * as markup from './markup.mjs';
import * as menu from './menu.mjs';
import * as parts from './parts.mjs';
import * as phones from './phones.mjs';
import * as print from './print.mjs';
import * as reflow from './reflow.mjs';
import * as structure from './structure.mjs';
import * as targets from './targets.mjs';
import * as text from './text.mjs';
import * as typefaces from './typefaces.mjs';
import * as weight from './weight.mjs';
import { openView } from './browser.mjs';
import { serve } from './server.mjs';

/**
 * Every subject, one file each. What a module exports says how it looks: `ofSites` and `ofSite` read files, `ofPage` and `ofSiteInBrowser` need a
 * browser, `ofSiteAlone` one that `openOwnView` gives and that nobody else may use.
 */
export const SUBJECTS = { structure, links, duties, phones, leftovers, hosting, markup, menu, axe, parts, text, typefaces, reflow, targets, print, keyboard, weight, disk, lighthouse };

/** Every check by name: its subject, and what it promises. */
export const CHECKS = new Map(Object.entries(SUBJECTS).flatMap(([subject, { checks }]) => Object.entries(checks).map(([name, promise]) => [name, { subject, promise }])));

/** What does not apply to the page in front of several homes: the law asks it of each home's site, and a host finds it there. */
const NOT_OF_A_FRONT_PAGE = new Set(['duties', 'hosting']);
export const applies = (subject, site) => !(site.front && NOT_OF_A_FRONT_PAGE.has(subject));

/** How often a look is tried that could not be finished, each time in a new browser. A fault that was found is never looked for again. */
const TRIES = 3;

/** Looks at all sites. Gives the faults, each with its site, the subjects that could not run, and the looks that were begun again. */
export async function inspect(sites, { subjects = Object.keys(SUBJECTS), jobs = 2, progress = () => {} } = {}) {
  const findings = { faults: [], notRun: [], again: [], seconds: {} };
  const chosen = subjects.map((name) => [name, SUBJECTS[name]]);
  // Java works beside the browser
  const slowReaders = Promise.all(chosen.filter(([, s]) => s.ofSites).map(([name, s]) => attempt(findings, { name, site: null, page: '' }, () => s.ofSites(sites))));
  for (const site of sites) for (const [name, subject] of chosen) if (subject.ofSite && applies(name, site)) await attempt(findings, { name, site, page: '' }, () => subject.ofSite(site));
  const inBrowser = chosen.filter(([, s]) => s.ofPage || s.ofSiteInBrowser || s.ofSiteAlone);
  if (inBrowser.length) await browse(sites, inBrowser, { jobs, findings, progress });
  await slowReaders;
  return findings;
}

const why = (error) => String(error.message ?? error).split('\n')[0];

/** One look of one subject; `renew` makes ready for another try. */
async function attempt(findings, { name, site, page }, look, renew) {
  const started = performance.now();
  for (let left = renew ? TRIES - 1 : 0; ; left -= 1) {
    try {
      for (const fault of await look()) findings.faults.push({ site, page, where: '', ...fault });
      break;
    } catch (error) {
      findings[left ? 'again' : 'notRun'].push({ subject: name, site, page, why: why(error) });
      if (!left) break;
      await renew();
    }
  }
  findings.seconds[name] = (findings.seconds[name] ?? 0) + (performance.now() - started) / 1000;
}

async function browse(sites, subjects, { jobs, findings, progress }) {
  const servers = [];
  try {
    for (const site of sites) {
      const server = await serve(site.root, { late: site.late });
      servers.push(server);
      Object.assign(site, { origin: server.origin, letGo: server.letGo });
    }
    const errands = errandsFor(sites, subjects);
    const all = errands.length;
    let done = 0;
    const tell = () => { done += 1; progress(done, all); };
    const shared = errands.filter(({ openOwn }) => !openOwn);
    const alone = subjects.filter(([, s]) => s.ofSiteAlone).map(([, s]) => errands.filter(({ openOwn }) => openOwn === s.openOwnView));
    const lanes = [...Array.from({ length: jobs }, () => [openView, shared]), ...alone.filter((list) => list.length).map((list) => [list[0].openOwn, list])];
    const troubles = await Promise.all(lanes.map(([openBrowser, list]) => worker(openBrowser, list, findings, tell)));
    lanes.forEach(([, list], lane) => list.splice(0).forEach((errand) => giveUp(findings, errand, troubles[lane])));
  } catch (error) {
    subjects.forEach(([subject]) => findings.notRun.push({ subject, site: null, page: '', why: why(error) }));
  } finally { await Promise.all(servers.map((server) => server.stop())); }
}

/** Runs errands one after the other, as long as there are any, in one browser. Gives the trouble that kept it from going on, if any. */
async function worker(openBrowser, errands, findings, tell) {
  let view;
  let errand;
  const renew = async () => {
    await view?.close().catch(() => {});
    view = await openBrowser();
  };
  try {
    await renew();
    for (errand = errands.shift(); errand; errand = errands.shift()) {
      const { site, page, looks } = errand;
      for (const [name, look] of looks) await attempt(findings, { name, site, page }, () => look(view), renew);
      tell();
    }
    return null;
  } catch (error) {
    const trouble = `the browser: ${why(error)}`;
    if (errand) giveUp(findings, errand, trouble);
    return trouble;
  } finally { await view?.close().catch(() => {}); }
}

function giveUp(findings, { site, page, looks }, trouble) {
  for (const [subject] of looks) findings.notRun.push({ subject, site, page, why: trouble });
}

/** One errand a page, and one a site for what looks at the site as a whole. */
function errandsFor(sites, subjects) {
  return sites.flatMap((site) => [
    ...subjects.filter(([, s]) => s.ofSiteAlone && site.lighthouse.length).map(([name, s]) => ({ site, page: '', openOwn: s.openOwnView, looks: [[name, (view) => s.ofSiteAlone(view, site)]] })),
    { site, page: '', looks: subjects.filter(([, s]) => s.ofSiteInBrowser).map(([name, s]) => [name, (view) => s.ofSiteInBrowser(view, site)]) },
    ...site.look.map((page) => ({ site, page, looks: subjects.filter(([, s]) => s.ofPage).map(([name, s]) => [name, (view) => s.ofPage(view, site, page)]) })),
  ]);
}
