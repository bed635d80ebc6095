// Proves the checks: the good site passes every one, and each planted fault is reported by its own check and by no other.
//   node tests/browser/selftest.mjs [--only CHECK]
// Ends with “N passed, N failed”; exit code 1 when a check missed its fault, saw one that is not there, or could not run.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { HERE } from './browser.mjs';
import { FAULTS } from './faults.mjs';
import { readSite } from './pages.mjs';
import { CHECKS, inspect } from './run.mjs';

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
    expect(`the good site fails ${name}`, !found, found && `${found.page}: ${found.what} ${found.where}`);
  }
}

function judgePlanted({ site, fault }, findings) {
  const found = findings.faults.filter((one) => one.site === site);
  const reported = [...new Set(found.map((one) => one.check))].sort();
  const wanted = [fault.check, ...(fault.also ?? [])].sort();
  const astray = found.find((one) => !wanted.includes(one.check));
  expect(`fault ${site.name}`, reported.join() === wanted.join(), `reported by [${reported.join(', ')}], expected [${wanted.join(', ')}]${astray ? `; ${astray.page}: ${astray.what} (${astray.where})` : ''}`);
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
  const good = readSite(GOOD, 'good');
  Object.assign(good, { fromDisk: ['index.html', 'services/respite.html'], lighthouse: ['index.html'] });
  const started = performance.now();
  const findings = await inspect([good, ...variants.map(({ site }) => site)]);
  for (const { subject, site, page, why } of findings.notRun) expect(`${subject} could not run on ${site?.name ?? 'all sites'} ${page}`, false, why);
  judgeGood(good, findings);
  for (const variant of variants) judgePlanted(variant, findings);
  if (!only) {
    for (const name of CHECKS.keys()) expect(`no fault is planted for ${name}`, FAULTS.some(({ check }) => check === name));
    judgeCommand(variants.find(({ fault }) => fault.check === 'language').site.root);
  }
  console.log(`${variants.length} planted faults, ${Math.round((performance.now() - started) / 1000)} s`);
} finally { fs.rmSync(folder, { recursive: true, force: true }); }
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed ? 1 : 0);
