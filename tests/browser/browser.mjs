// The browser that the checks look through: how it is started, how a page is opened the way one reader or another meets it, and how something
// is read from it. A page is read through `read` alone, which waits until the page is what was asked for, and refuses to read another.
import fs from 'node:fs';
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
/** How long something may take that is known to come. Nothing waits this long but what is broken; a machine with other work is only slow. */
export const PATIENCE_MS = 180_000;
export const CHROMIUM = process.env.CHROME_PATH || '/usr/bin/chromium';
/** It can reach nothing but this machine, so a page that asks for something else fails at once. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Nothing moves by itself while it is measured. */
const STILL = `{ const still = new CSSStyleSheet(); still.replaceSync('*,*::before,*::after{transition:none!important;animation:none!important;scroll-behavior:auto!important}'); document.adoptedStyleSheets = [still]; }`;
const EYES = fs.readFileSync(path.join(HERE, 'eyes.js'), 'utf8');
const STARTS = 3;

/** Starts something that may stumble on a busy machine, a few times. A browser that is not installed stumbles every time, and is said at once. */
export async function startPatiently(start) {
  if (!fs.existsSync(CHROMIUM)) throw new Error(`there is no browser at ${CHROMIUM}`);
  for (let left = STARTS - 1; ; left -= 1) {
    try { return await start(); } catch (trouble) { if (left === 0) throw trouble; }
  }
}

/**
 * A browser with a tab for measuring in, for one worker alone. The tab ignores the site's security policy, which the weight check alone obeys,
 * so that rules for measuring can be put in.
 *
 * Nobody else may look into this browser. When any other visitor of its debugging protocol leaves, Chromium takes the emulated medium away from
 * every tab (`InspectorEmulationAgent::disable`), and a page that was to be read as printed is read as on a screen.
 */
export function openView() {
  return startPatiently(async () => {
    const browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: CHROMIUM_ARGUMENTS, timeout: PATIENCE_MS });
    try {
      const { context, tab } = await openTab(browser, { bypassCSP: true, viewport: SIZES[1280], reducedMotion: 'reduce' }, [STILL]);
      return { browser, context, tab, devtools: await context.newCDPSession(tab), close: () => browser.close() };
    } catch (trouble) {
      await browser.close();
      throw trouble;
    }
  });
}

/** A tab whose pages know how to look at themselves. */
export async function openTab(browser, options, scripts = []) {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(PATIENCE_MS);
  context.setDefaultNavigationTimeout(PATIENCE_MS);
  for (const script of [EYES, ...scripts]) await context.addInitScript(script);
  return { context, tab: await context.newPage() };
}

/** Shows a page at one width and in one colour scheme. A page that is already open is only shown differently, unless a fresh one is asked for: a walk leaves focus and an address behind. */
export async function visit(view, site, file, { width = 1280, scheme = 'light', media = null, fresh = false } = {}) {
  const address = addressOf(site, file);
  await view.tab.setViewportSize(sizeOf(width));
  if (fresh || view.tab.url() !== address) await open(view.tab, address);
  view.asked = { address, styled: true, still: true };
  // after the page has come, because a new page may forget it
  await show(view, { size: sizeOf(width), scheme, media });
}

/** Shows the open page differently, and remembers what was asked for: a size, a colour scheme, screen or paper. */
export async function show(view, { size, scheme, media }) {
  const asked = view.asked;
  if (size) Object.assign(asked, size);
  if (scheme) asked.scheme = scheme;
  if (media !== undefined) asked.media = media;
  if (size) await view.tab.setViewportSize(size);
  if (scheme || media !== undefined) await view.tab.emulateMedia({ media: asked.media, reducedMotion: 'reduce', ...SCHEMES[asked.scheme] });
}

const sizeOf = (width) => SIZES[width] ?? { width, height: 900 };

/** Goes to an address, and makes sure that the page there is not the one for a wrong address. */
export async function open(tab, address, waitUntil = 'load') {
  const answer = await tab.goto(address, { waitUntil });
  if (answer && !answer.ok() && answer.status() !== 304) throw new Error(`${address} answered with ${answer.status()}`);
}

/**
 * Reads something from the open page: `look` runs in the page, with `argument`. Before, the page must have come whole (its style, its letters, its
 * pictures) and be shown as asked, and `look` runs in the same turn in which that was seen; after a `look` that takes its time it must be so still.
 */
export function read(view, look, argument = null) {
  const asked = { patience: PATIENCE_MS, ...view.asked };
  return view.tab.evaluate(`(async () => {
    const asked = ${JSON.stringify(asked)};
    await window.eyes.arrived(asked);
    const seen = await (${look})(${JSON.stringify(argument)});
    window.eyes.unchanged(asked);
    return seen;
  })()`);
}

/** Comes back when something is so that is known to become so. */
export async function until(isSo, otherwise) {
  for (const since = performance.now(); !isSo();) {
    if (performance.now() - since > PATIENCE_MS) throw new Error(otherwise);
    await new Promise((again) => { setTimeout(again, 10); });
  }
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
export async function unfold(view) {
  await read(view, () => { for (const part of document.querySelectorAll('details')) { part.removeAttribute('name'); part.open = true; } });
}
