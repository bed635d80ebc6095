// One cold visit as a desk and one as a phone, with the headers that the site asks for: what is fetched, how heavy it is, what is left behind.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { SCHEMES, SIZES, addressOf, open, openTab, read, until } from './browser.mjs';
import { destination, fetchedBy } from './links.mjs';
import { whereIs } from './pages.mjs';
import { HELD_PICTURES } from './server.mjs';

export const checks = {
  requests: 'a page needs at most 3 requests beside its photographs',
  bytes: 'a page weighs at most 20 KB on the way, beside its photographs',
  photographs: 'the photographs of a page weigh at most 150 KB together',
  'third-party': 'no page asks anything of another site',
  console: 'the browser has no complaint: no missing file, no rule of the site’s own security policy broken',
  storage: 'no page leaves a cookie or anything else in the browser',
  shift: 'nothing moves while a page loads, and every picture says its size beforehand',
};

const MOST = { requests: 3, bytes: 20_000, photographs: 150_000 };
const PHOTOGRAPH = /\.(jpe?g|png|webp|avif)$/i;
// a phone's fine screen takes the finest version of a photograph that is offered
const READERS = [
  { name: 'desk', viewport: SIZES[1280], deviceScaleFactor: 1 },
  { name: 'phone', viewport: SIZES[320], deviceScaleFactor: 3 },
];

/** What a page would ask of another site if the site's own policy did not stop it. */
export function ofSite(site) {
  return site.pages.flatMap((page) => fetchedBy(page).filter(({ address }) => destination(site, page.file, address).outside)
    .map(({ address, element }) => ({ check: 'third-party', page: page.file, what: `names ${address.slice(0, 100)}`, where: whereIs(element) })));
}

export async function ofPage(view, site, file) {
  const faults = [];
  for (const reader of READERS) {
    for (const fault of judge(site, file, await coldVisit(view, site, file, reader))) {
      // the same trouble on both is one fault
      if (!faults.some((f) => f.check === fault.check && f.what === fault.what)) faults.push({ ...fault, page: file, where: [fault.where, reader.name].filter(Boolean).join(', ') });
    }
  }
  return faults;
}

/** One tab a reader, kept for all pages because a new one takes longer than a page; it keeps no copy of what it fetched. */
async function coldTab(view, { name, viewport, deviceScaleFactor }) {
  view.cold ??= {};
  if (!view.cold[name]) {
    const { context, tab } = await openTab(view.browser, { viewport, deviceScaleFactor, ...SCHEMES.light });
    const devtools = await context.newCDPSession(tab);
    await devtools.send('Network.enable');
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
    view.cold[name] = { context, tab, devtools, size: viewport };
  }
  return view.cold[name];
}

async function coldVisit(view, site, file, reader) {
  const cold = await coldTab(view, reader);
  const { context, tab, devtools } = cold;
  const requests = new Map();
  const complaints = [];
  const end = (requestId, bytes) => Object.assign(requests.get(requestId) ?? {}, { bytes, ended: true });
  const ears = [
    [devtools, 'Network.requestWillBeSent', ({ requestId, request }) => requests.set(requestId, { url: request.url, bytes: 0, ended: false })],
    [devtools, 'Network.loadingFinished', ({ requestId, encodedDataLength }) => end(requestId, encodedDataLength)],
    [devtools, 'Network.loadingFailed', ({ requestId }) => end(requestId, 0)],
    [tab, 'console', (message) => { if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text()); }],
    [tab, 'pageerror', (error) => complaints.push(String(error))],
  ];
  for (const [source, event, listen] of ears) source.on(event, listen);
  // a late answer to the page before, such as its mark for the tab, may have left a cookie since
  await context.clearCookies();
  try {
    await comeWithoutPictures(cold, site, file);
    const left = await read(cold, readLeftBehind);
    await until(() => [...requests.values()].every(({ ended }) => ended), 'a request had no end');
    const cookies = (await context.cookies()).length;
    const found = { requests: [...requests.values()].filter(({ url }) => /^(https?|wss?):/.test(url)), complaints, cookies, ...left };
    if (cookies || Object.values(left.stored).some(Boolean)) await forget(context, devtools, site);
    return found;
  } finally {
    for (const [source, event, listen] of ears) source.off(event, listen);
  }
}

/** Shows a page to somebody for whom its pictures come last: once all else has been drawn. */
async function comeWithoutPictures(cold, site, file) {
  const { context, tab, size } = cold;
  const holder = crypto.randomUUID();
  await context.setExtraHTTPHeaders({ [HELD_PICTURES]: holder });
  cold.asked = { address: addressOf(site, file), styled: true, media: null, ...size };
  await open(tab, cold.asked.address, 'domcontentloaded');
  await tab.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length);
  await tab.evaluate(() => window.eyes.drawn());
  site.letGo(holder);
}

/** Clears what a page left behind, so that the next page is not blamed for it. */
async function forget(context, devtools, site) {
  await context.clearCookies();
  await devtools.send('Storage.clearDataForOrigin', { origin: site.origin, storageTypes: 'all' });
}

/** What the open page stored, and how much it moved until everything on it was drawn. */
async function readLeftBehind() {
  await window.eyes.drawn();
  const observer = new PerformanceObserver(() => {});
  observer.observe({ type: 'layout-shift', buffered: true });
  const shifts = observer.takeRecords().map((entry) => entry.value);
  const stored = {
    'local storage': localStorage.length, 'session storage': sessionStorage.length, databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length, 'service workers': (await navigator.serviceWorker?.getRegistrations() ?? []).length,
  };
  const sizeless = [...document.images].filter((image) => !(image.getAttribute('width') && image.getAttribute('height'))).map((image) => image.getAttribute('src'));
  return { moved: shifts.reduce((sum, value) => sum + value, 0), stored, sizeless };
}

/** The home's mark for the tab. The browser asks for it when it likes, and not again for the next page; it counts on every page, at its full size. */
function markOf(site, file) {
  const { icon } = site.byFile.get(file);
  const to = icon ? destination(site, file, icon) : {};
  return to.file ? [{ url: addressOf(site, to.file), bytes: fs.statSync(path.join(site.root, to.file)).size }] : [];
}

function judge(site, file, visit) {
  const faults = [];
  const fault = (check, what, where) => faults.push({ check, what, where });
  const mark = markOf(site, file);
  const own = [...visit.requests.filter(({ url }) => url.startsWith(`${site.origin}/`) && url !== mark[0]?.url), ...mark];
  const photographs = own.filter(({ url }) => PHOTOGRAPH.test(new URL(url).pathname));
  const others = own.filter((request) => !photographs.includes(request));
  const weight = (list) => list.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { url } of visit.requests) if (!url.startsWith(`${site.origin}/`)) fault('third-party', `asks for ${url.slice(0, 100)}`);
  if (others.length > MOST.requests) fault('requests', `${others.length} requests`, others.map(({ url }) => new URL(url).pathname).join(' '));
  if (weight(others) > MOST.bytes) fault('bytes', `${weight(others)} bytes`);
  if (weight(photographs) > MOST.photographs) fault('photographs', `${weight(photographs)} bytes of photographs`);
  // a request to another site fails here by design, and has its own check
  for (const text of new Set(visit.complaints)) if (!/ERR_NAME_NOT_RESOLVED/.test(text)) fault('console', text.replace(/\s+/g, ' ').slice(0, 200));
  if (visit.cookies) fault('storage', `${visit.cookies} cookies`);
  for (const [kind, count] of Object.entries(visit.stored)) if (count) fault('storage', `${count} in ${kind}`);
  if (visit.moved > 0) fault('shift', `moved by ${visit.moved.toFixed(4)} while loading`);
  for (const picture of visit.sizeless) fault('shift', `${picture} has no width and height`);
  return faults;
}
