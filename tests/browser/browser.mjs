// The browser that all checks share: how it is started, and how a page is opened the way one reader or another meets it.
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const HERE = path.dirname(fileURLToPath(import.meta.url));
/** A small phone (and 400 % zoom on a desk), a tablet, a desk. */
export const SIZES = { 320: { width: 320, height: 640 }, 768: { width: 768, height: 1024 }, 1280: { width: 1280, height: 900 } };
export const SCHEMES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
};

const EYES = fs.readFileSync(path.join(HERE, 'eyes.js'), 'utf8');
const STILL = '*,*::before,*::after{transition:none!important;animation:none!important;scroll-behavior:auto!important}';

/** Starts Chromium. It can reach nothing but this machine, so a page that asks for something else fails at once. */
export async function startBrowser() {
  const debugPort = await freePort();
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH || '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      '--disable-dev-shm-usage', `--remote-debugging-port=${debugPort}`, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  return { browser, debugPort, stop: () => browser.close() };
}

function freePort() {
  return new Promise((done, fail) => {
    const probe = net.createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => { const { port } = probe.address(); probe.close(() => done(port)); });
  });
}

/** A tab for measuring in. It ignores the site's security policy, which the weight check alone obeys, so that rules for measuring can be put in. */
export async function measuringTab(browser) {
  const context = await browser.newContext({ bypassCSP: true, viewport: SIZES[1280], reducedMotion: 'reduce' });
  await context.addInitScript(EYES);
  const tab = await context.newPage();
  return { tab, context, devtools: await context.newCDPSession(tab), close: () => context.close() };
}

/** Shows a page at one width and in one colour scheme. A page that is already open is only resized, unless a fresh one is asked for: a walk leaves focus and an address behind. */
export async function visit(view, site, file, { width = 1280, scheme = 'light', media = null, fresh = false } = {}) {
  const { tab } = view;
  const address = addressOf(site, file);
  await tab.setViewportSize(SIZES[width] ?? { width, height: 900 });
  if (fresh || tab.url() !== address) {
    await tab.goto(address, { waitUntil: 'load' });
    await addStyle(tab, STILL);
  }
  // after the page has come, because a new page may forget it
  await tab.emulateMedia({ media, reducedMotion: 'reduce', ...SCHEMES[scheme] });
}

export const addressOf = (site, file) => `${site.origin}/${encodeURI(file)}`;

/** Adds rules to the open page in a way that no policy stops and no element shows; gives back how to take them away. */
export async function addStyle(tab, css) {
  const at = await tab.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return document.adoptedStyleSheets.length - 1;
  }, css);
  return () => tab.evaluate((place) => { document.adoptedStyleSheets = document.adoptedStyleSheets.filter((_, i) => i !== place); }, at);
}

/** Opens every part of the page that a reader can open, so that what is folded away is looked at too. */
export async function unfold(tab) {
  await tab.evaluate(() => { for (const part of document.querySelectorAll('details')) { part.removeAttribute('name'); part.open = true; } });
}
