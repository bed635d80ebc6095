// Looks at built websites the way their readers meet them.
//   node tests/browser/check.mjs SITE_DIR [SITE_DIR…]
// A page instead of a folder is the one in front of several homes, and is looked at alone.
// One line a fault, and at the end “N passed, N failed”, counted in checks a site.
// Exit code 0: nothing found. 1: faults. 2: something could not be run, which counts as failed.
import path from 'node:path';
import { parseArgs } from 'node:util';

// Brought in here and not above, so that a package that is not installed is a failure with a line of its own.
const { CHECKS, SUBJECTS, applies, inspect } = await import('./run.mjs').catch((error) => stop(`the checks could not start (bash tests/browser/install.sh installs what they need): ${error.message.split('\n')[0]}`));
const { readFrontPage, readSite } = await import('./pages.mjs');
const { pagesFromDisk, spread } = await import('./disk.mjs');
const { pagesForLighthouse } = await import('./lighthouse.mjs');

const HELP = `node tests/browser/check.mjs SITE_DIR|FRONT_PAGE [SITE_DIR…]
  --only NAME        only this check or subject (may be given again)
  --pages N          open at most N pages of each site in the browser; files are always all read
  --no-lighthouse    leave Lighthouse out
  --jobs N           pages at once (2)
  --list             every check and what it promises`;

const options = { only: { type: 'string', multiple: true, default: [] }, pages: { type: 'string' }, lighthouse: { type: 'boolean', default: true }, jobs: { type: 'string', default: '2' }, list: { type: 'boolean' }, help: { type: 'boolean' } };

function readCommand() {
  try { return parseArgs({ allowPositionals: true, allowNegative: true, options }); } catch (error) { return stop(`${error.message}\n${HELP}`); }
}

function stop(message) {
  console.log(`FAIL ${message}`);
  console.log('0 passed, 1 failed');
  process.exit(2);
}

/** The checks that are asked for, and the subjects that hold them. */
function choose(only, withLighthouse) {
  const wrong = only.find((name) => !CHECKS.has(name) && !SUBJECTS[name]);
  if (wrong) stop(`there is no check or subject “${wrong}”; --list shows them`);
  const checks = [...CHECKS].filter(([name, { subject }]) => (!only.length || only.includes(name) || only.includes(subject)) && (withLighthouse || subject !== 'lighthouse'));
  if (!checks.length) stop('no check is left to run');
  return { checks: checks.map(([name]) => name), subjects: [...new Set(checks.map(([, { subject }]) => subject))] };
}

/** A site's folder is often called “website”, so its name is taken with the folder above. */
function openSite(folder, most) {
  let site;
  const name = path.relative(path.resolve(folder, '../..'), path.resolve(folder));
  try { site = folder.endsWith('.html') ? readFrontPage(folder, name) : readSite(folder, name); } catch (error) { stop(`the site could not be read: ${error.message}`); }
  if (most) site.look = spread(site.look.filter((file) => file !== 'index.html'), most - 1).concat('index.html');
  site.fromDisk = site.front ? site.look : pagesFromDisk(site);
  site.lighthouse = site.front ? site.look : pagesForLighthouse(site);
  return site;
}

/** The same fault in several places of a page is told once, with the first place and how many more. */
function tell(faults) {
  const told = new Map();
  for (const fault of faults) {
    const key = [fault.site.name, fault.check, fault.page, fault.what].join('\n');
    told.set(key, { ...fault, ...told.get(key), times: (told.get(key)?.times ?? 0) + 1 });
  }
  for (const { check, site, page, what, where, times } of told.values()) {
    const places = [where, times > 1 && `and ${times - 1} more`].filter(Boolean).join(' ');
    console.log(`FAIL ${check}: ${site.name}: ${page}: ${what}${places ? ` (${places})` : ''}`);
  }
}

function report(sites, chosen, { faults, notRun, again }) {
  const kept = faults.filter((fault) => chosen.checks.includes(fault.check));
  tell(kept);
  for (const { subject, site, page, why } of again) console.log(`begun again in a new browser: ${subject}: ${site?.name ?? 'all sites'}: ${page || 'all pages'}: ${why}`);
  for (const { subject, site, page, why } of notRun) console.log(`FAIL ${subject} could not run: ${site?.name ?? 'all sites'}: ${page || 'all pages'}: ${why}`);
  const broken = (site, name) => kept.some((fault) => fault.site === site && fault.check === name) || notRun.some((one) => one.subject === CHECKS.get(name).subject && (!one.site || one.site === site));
  const verdicts = sites.flatMap((site) => chosen.checks.filter((name) => applies(CHECKS.get(name).subject, site)).map((name) => broken(site, name)));
  const failed = verdicts.filter(Boolean).length;
  console.log(`${verdicts.length - failed} passed, ${failed} failed`);
  if (notRun.length) return 2;
  return failed ? 1 : 0;
}

const { values, positionals } = readCommand();
if (values.help) { console.log(HELP); process.exit(0); }
if (values.list) { for (const [name, { subject, promise }] of CHECKS) console.log(`${subject.padEnd(11)} ${name.padEnd(17)} ${promise}`); process.exit(0); }
if (!positionals.length) stop(`no site was named\n${HELP}`);
const most = values.pages === undefined ? null : Number(values.pages);
const jobs = Number(values.jobs);
if (![most ?? 1, jobs].every((number) => Number.isInteger(number) && number >= 1)) stop('--pages and --jobs take a whole number from 1');

const started = performance.now();
const sites = positionals.map((folder) => openSite(folder, most));
const chosen = choose(values.only, values.lighthouse);
for (const site of sites) console.log(`${site.name}: ${site.pages.length} pages, ${site.look.length} of them in the browser`);
const progress = process.stderr.isTTY ? (done, all) => process.stderr.write(`\r${done} of ${all} `) : undefined;
const findings = await inspect(sites, { subjects: chosen.subjects, jobs, progress });
const slowest = Object.entries(findings.seconds).sort((a, b) => b[1] - a[1]).slice(0, 6).map(([name, seconds]) => `${name} ${Math.round(seconds)} s`);
console.log(`took ${Math.round((performance.now() - started) / 1000)} s (most of it: ${slowest.join(', ')})`);
process.exit(report(sites, chosen, findings));
