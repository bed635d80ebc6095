// The two validators of HTML, over every page. Each is first given a page with a known fault: one that finds nothing there has not run.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { HtmlValidate } from 'html-validate';

export const checks = {
  nu: 'the Nu validator finds no error',
  'html-validate': 'html-validate finds no error (its standard and accessibility rules)',
};

const FAULTY = '<!doctype html><html lang="en-GB"><head><title>Faulty</title></head><body><p><div>A block inside a paragraph</p></body></html>\n';
const JAR = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

/** Runs both validators over all sites at once, because Java takes longer to start than to read. */
export async function ofSites(sites) {
  const [nu, other] = await Promise.all([runNu(sites), runHtmlValidate(sites)]);
  return [...nu, ...other];
}

async function runNu(sites) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'homepack-nu-'));
  const canary = path.join(folder, 'faulty.html');
  fs.writeFileSync(canary, FAULTY);
  const owner = new Map(sites.flatMap((site) => site.pages.map((page) => [path.join(site.root, page.file), { site, page: page.file }])));
  try {
    const messages = await nuMessages([canary, ...owner.keys()], folder);
    if (!messages.some((m) => m.file === canary)) throw new Error('the Nu validator missed a known fault');
    return messages.filter((m) => m.file !== canary).map((m) => {
      // a message without one of our files is the validator's own trouble
      const { site, page } = owner.get(m.file) ?? {};
      if (!site) throw new Error(`the Nu validator says of ${m.file}: ${m.message}`);
      return { site, check: 'nu', page, what: m.message, where: `line ${m.lastLine ?? '?'}: ${(m.extract ?? '').replace(/\s+/g, ' ').trim().slice(0, 80)}` };
    });
  } finally { fs.rmSync(folder, { recursive: true, force: true }); }
}

/** The errors that Nu reports for some files. Everything travels in a Java argument file, for a command line can hold only so many names. */
async function nuMessages(files, folder) {
  const list = path.join(folder, 'arguments');
  const args = ['-Xss4m', '-cp', JAR, 'nu.validator.client.SimpleCommandLineValidator', '--format', 'json', '--exit-zero-always', '--html', ...files];
  fs.writeFileSync(list, args.map((arg) => `"${arg.replace(/[\\"]/g, '\\$&')}"`).join('\n'));
  const said = await javaSays([`@${list}`]);
  let messages;
  try { ({ messages } = JSON.parse(said)); } catch { throw new Error(`the Nu validator did not run: ${said.slice(0, 200)}`); }
  return messages
    .filter((m) => m.type === 'error' || m.type === 'non-document-error')
    .map((m) => ({ ...m, file: m.url?.startsWith('file:') ? fileURLToPath(m.url.replace(/^file:\/(?!\/)/, 'file:///')) : m.url }));
}

function javaSays(args) {
  return new Promise((done, fail) => {
    const java = spawn('java', args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    java.stderr.on('data', (part) => { said += part; });
    java.on('error', (error) => fail(new Error(`java did not start: ${error.message}`)));
    java.on('close', () => done(said));
  });
}

async function runHtmlValidate(sites) {
  const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard', 'html-validate:a11y'] });
  const errorsIn = (report) => report.results.flatMap((result) => result.messages).filter((m) => m.severity === 2);
  if (!errorsIn(await validator.validateString(FAULTY)).length) throw new Error('html-validate missed a known fault');
  const faults = [];
  for (const site of sites) {
    for (const page of site.pages) {
      for (const m of errorsIn(await validator.validateString(page.source, path.join(site.root, page.file)))) {
        faults.push({ site, check: 'html-validate', page: page.file, what: `${m.message} (${m.ruleId})`, where: `line ${m.line}` });
      }
    }
  }
  return faults;
}
