// Proves the checks: the good site passes every one, and each planted fault is reported by its own check and by no other. The good site passes
// as well when its pages, styles and pictures come late, and the faults are looked for on sites that are as late: what is read must have come.
//   node tests/browser/selftest.mjs [--only CHECK]
// Ends with “N passed, N failed”; exit code 1 when a check missed its fault, saw one that is not there, or could not run.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { HERE, openView, read, visit } from './browser.mjs';
import { FAULTS } from './faults.mjs';
import { readSite } from './pages.mjs';
import { CHECKS, inspect } from './run.mjs';
import { serve } from './server.mjs';

const GOOD = path.join(HERE, 'fixtures', 'good');
const { values: { only } } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
const planted = FAULTS.filter(({ check }) => !only || only.includes(check));
const tally = { passed: 0, failed: 0 };

function expect(what, ok, why = '') {
  if (ok) tally.passed += 1;
  else {
    tally.failed += 1;
    console.log(`FAIL ${what}${why ? `: ${why}` : ''}`);
  }
}

/** A copy of the good site with one fault in it. The browser opens only what the edit touched: the other pages are, letter for letter, those that passed. */
function plant(fault, number, folder) {
  const root = path.join(folder, `${number}-${fault.check}`);
  fs.cpSync(GOOD, root, { recursive: true });
  for (const [name, change] of Object.entries(fault.edit)) {
    const file = path.join(root, name);
    fs.writeFileSync(file, typeof change === 'function' ? change(fs.existsSync(file) ? fs.readFileSync(file) : null) : replaceAll(fs.readFileSync(file, 'utf8'), change, fault));
  }
  const site = readSite(root, path.basename(root));
  const edited = Object.keys(fault.edit).filter((name) => name.endsWith('.html'));
  site.look = fault.look ?? (edited.length ? edited : ['index.html']);
  site.fromDisk = site.look.filter((file) => file !== '404.html');
  site.lighthouse = fault.lighthouse ? site.look : [];
  // Each page in three more typefaces takes longer than all the other looks at it: only where the fault lies in them.
  site.inTypefaces = [fault.check, ...(fault.also ?? [])].some((name) => CHECKS.get(name)?.subject === 'typefaces');
  site.late = true;
  return { site, fault };
}

function replaceAll(letters, change, { check }) {
  for (let i = 0; i < change.length; i += 2) {
    if (!letters.includes(change[i])) throw new Error(`the fault for ${check} cannot be planted: “${change[i]}” is not there`);
    letters = letters.replaceAll(change[i], () => change[i + 1]);
  }
  return letters;
}

function judgeGood(site, findings) {
  for (const name of CHECKS.keys()) {
    const found = findings.faults.find((one) => one.site === site && one.check === name);
    expect(`the ${site.name} site fails ${name}`, !found, found && `${found.page}: ${found.what} ${found.where}`);
  }
}

function judgePlanted({ site, fault }, findings) {
  const found = findings.faults.filter((one) => one.site === site);
  const reported = [...new Set(found.map((one) => one.check))].sort();
  const wanted = [fault.check, ...(fault.also ?? [])].sort();
  const astray = found.find((one) => !wanted.includes(one.check));
  expect(`fault ${site.name}`, reported.join() === wanted.join(), `reported by [${reported.join(', ')}], expected [${wanted.join(', ')}]${astray ? `; ${astray.page}: ${astray.what} (${astray.where})` : ''}`);
}

/** A page that is not the one that was asked for is not read, and a look that could not be finished is begun again in a new browser. */
async function judgeReading() {
  const server = await serve(GOOD);
  const site = { origin: server.origin };
  const view = await openView();
  const printed = () => read(view, () => matchMedia('print').matches);
  const refuses = async (what, look, says) => { const words = await look().then((seen) => `it read ${seen}`, (error) => error.message); expect(what, says.test(words), words); };
  try {
    await visit(view, site, 'services/respite.html', { media: 'print' });
    expect('a page asked for as printed is read as printed', await printed());
    await visitedByAnother(view);
    await refuses('a page that another visitor of the browser put back on the screen is read', printed, /not as printed/);
    await visit(view, site, 'index.html', { fresh: true });
    await view.tab.evaluate(() => document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'lost.css' })));
    await refuses('a page without its style is read', printed, /style .*lost\.css did not come/);
    await refuses('a page that is not there is read', () => visit(view, site, 'nowhere.html'), /answered with 404/);
    await view.browser.close();
    await refuses('a browser that has gone is read', printed, /closed/);
  } finally {
    await view.close();
    await server.stop();
  }
}

/** What Lighthouse does to every tab of a browser that it shares: it looks in, asks for a medium, and leaves. */
async function visitedByAnother(view) {
  const other = await view.context.newCDPSession(view.tab);
  await other.send('Emulation.setEmulatedMedia', { media: '' });
  await other.detach();
}

/** The command itself: what it prints last and how it ends, also when something it needs is not there. */
function judgeCommand(faulty) {
  const empty = fs.mkdtempSync(path.join(os.tmpdir(), 'homepack-empty-'));
  const run = (args, env = {}) => {
    const done = spawnSync(process.execPath, [path.join(HERE, 'check.mjs'), ...args], { encoding: 'utf8', env: { ...process.env, ...env } });
    return { code: done.status, last: done.stdout.trim().split('\n').at(-1), out: done.stdout };
  };
  const ends = (what, { code, last, out }, wantedCode, line) => expect(what, code === wantedCode && line.test(last), `ended with ${code} and “${last}”\n${out}`);
  ends('the command on the good site', run([GOOD, '--only', 'structure', '--only', 'links']), 0, /^16 passed, 0 failed$/);
  ends('the command on a front page', run([path.join(GOOD, 'index.html'), '--only', 'structure', '--only', 'duties']), 0, /^10 passed, 0 failed$/);
  ends('the command on a faulty site', run([faulty, '--only', 'structure']), 1, /^9 passed, 1 failed$/);
  ends('the command without Java', run([GOOD, '--only', 'markup'], { PATH: empty }), 2, /^0 passed, 2 failed$/);
  ends('the command without a browser', run([GOOD, '--only', 'targets'], { CHROME_PATH: path.join(empty, 'chromium') }), 2, /^0 passed, 1 failed$/);
  ends('the command without a site', run([empty]), 2, /^0 passed, 1 failed$/);
  ends('the command with a check that is not there', run([GOOD, '--only', 'beauty']), 2, /^0 passed, 1 failed$/);
  fs.rmSync(empty, { recursive: true });
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'homepack-selftest-'));
try {
  const variants = planted.map((fault, number) => plant(fault, number, folder));
  const goods = [false, true].map((late) => Object.assign(readSite(GOOD, late ? 'good but late' : 'good'), { late, fromDisk: ['index.html', 'services/respite.html'], lighthouse: ['index.html'] }));
  const started = performance.now();
  // a late site leaves time for another
  const findings = await inspect([...goods, ...variants.map(({ site }) => site)], { jobs: 3 });
  for (const { subject, site, page, why } of findings.again) console.log(`begun again: ${subject} on ${site?.name ?? 'all sites'} ${page}: ${why}`);
  for (const { subject, site, page, why } of findings.notRun) expect(`${subject} could not run on ${site?.name ?? 'all sites'} ${page}`, false, why);
  for (const site of goods) judgeGood(site, findings);
  for (const variant of variants) judgePlanted(variant, findings);
  if (!only) {
    for (const name of CHECKS.keys()) expect(`no fault is planted for ${name}`, FAULTS.some(({ check }) => check === name));
    await judgeReading();
    judgeCommand(variants.find(({ fault }) => fault.check === 'language').site.root);
  }
  const slowest = Object.entries(findings.seconds).sort((a, b) => b[1] - a[1]).map(([name, seconds]) => `${name} ${Math.round(seconds)} s`);
  console.log(`${variants.length} planted faults, ${Math.round((performance.now() - started) / 1000)} s (${slowest.slice(0, 8).join(', ')})`);
} finally { fs.rmSync(folder, { recursive: true, force: true }); }
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed ? 1 : 0);
