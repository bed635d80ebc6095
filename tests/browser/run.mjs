// Runs the checks over built websites and gathers what they find. Pages share one browser; Java and each site's server are started once.
import * as axe from './axe.mjs';
import * as disk from './disk.mjs';
import * as duties from './duties.mjs';
import * as hosting from './hosting.mjs';
import * as keyboard from './keyboard.mjs';
import * as leftovers from './leftovers.mjs';
import * as lighthouse from './lighthouse.mjs';
import * as links from './links.mjs';
import * as markup from './markup.mjs';
import * as phones from './phones.mjs';
import * as print from './print.mjs';
import * as reflow from './reflow.mjs';
import * as structure from './structure.mjs';
import * as targets from './targets.mjs';
import * as text from './text.mjs';
import * as weight from './weight.mjs';
import { measuringTab, startBrowser } from './browser.mjs';
import { serve } from './server.mjs';

/** Every subject, one file each. What a module exports says how it looks: `ofSites` and `ofSite` read files, `ofPage` and `ofSiteInBrowser` need the browser. */
export const SUBJECTS = { structure, links, duties, phones, leftovers, hosting, markup, axe, text, reflow, targets, print, keyboard, weight, disk, lighthouse };

/** Every check by name: its subject, and what it promises. */
export const CHECKS = new Map(Object.entries(SUBJECTS).flatMap(([subject, { checks }]) => Object.entries(checks).map(([name, promise]) => [name, { subject, promise }])));

/** What does not apply to the page in front of several homes: the law asks it of each home's site, and a host finds it there. */
const NOT_OF_A_FRONT_PAGE = new Set(['duties', 'hosting']);
export const applies = (subject, site) => !(site.front && NOT_OF_A_FRONT_PAGE.has(subject));

/** Looks at all sites. Gives the faults, each with its site, and the subjects that could not run. */
export async function inspect(sites, { subjects = Object.keys(SUBJECTS), jobs = 2, progress = () => {} } = {}) {
  const findings = { faults: [], notRun: [], seconds: {} };
  const chosen = subjects.map((name) => [name, SUBJECTS[name]]);
  const attempt = async (name, site, page, look) => {
    const started = performance.now();
    try {
      for (const fault of await look()) findings.faults.push({ site, page, where: '', ...fault });
    } catch (error) {
      const why = String(error.message ?? error).split('\n')[0];
      findings.notRun.push({ subject: name, site, page, why });
    }
    findings.seconds[name] = (findings.seconds[name] ?? 0) + (performance.now() - started) / 1000;
  };

  // Java works beside the browser
  const slowReaders = Promise.all(chosen.filter(([, s]) => s.ofSites).map(([name, s]) => attempt(name, null, '', () => s.ofSites(sites))));
  for (const site of sites) for (const [name, subject] of chosen) if (subject.ofSite && applies(name, site)) await attempt(name, site, '', () => subject.ofSite(site));
  const inBrowser = chosen.filter(([, s]) => s.ofPage || s.ofSiteInBrowser);
  if (inBrowser.length) await browse(sites, inBrowser, { jobs, attempt, findings, progress });
  await slowReaders;
  return findings;
}

async function browse(sites, subjects, { jobs, attempt, findings, progress }) {
  const failAll = (site, why) => subjects.forEach(([subject]) => findings.notRun.push({ subject, site, page: '', why }));
  const servers = [];
  let started;
  try {
    for (const site of sites) {
      const server = await serve(site.root);
      servers.push(server);
      site.origin = server.origin;
    }
    started = await startBrowser();
    const errands = errandsFor(sites, subjects);
    let done = 0;
    const worker = async () => {
      const view = { ...await measuringTab(started.browser), debugPort: started.debugPort };
      for (let errand = errands.shift(); errand; errand = errands.shift()) {
        for (const [name, look] of errand.looks) await attempt(name, errand.site, errand.page, () => look(view));
        done += 1;
        progress(done, done + errands.length);
      }
      await view.close();
    };
    await Promise.all(Array.from({ length: jobs }, worker));
  } catch (error) {
    failAll(null, `the browser: ${String(error.message ?? error).split('\n')[0]}`);
  } finally {
    await started?.stop();
    await Promise.all(servers.map((server) => server.stop()));
  }
}

/** One errand a page, and one a site for what looks at the site as a whole. */
function errandsFor(sites, subjects) {
  return sites.flatMap((site) => [
    { site, page: '', looks: subjects.filter(([, s]) => s.ofSiteInBrowser).map(([name, s]) => [name, (view) => s.ofSiteInBrowser(view, site)]) },
    ...site.look.map((page) => ({ site, page, looks: subjects.filter(([, s]) => s.ofPage).map(([name, s]) => [name, (view) => s.ofPage(view, site, page)]) })),
  ]);
}
