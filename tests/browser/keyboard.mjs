// A walk through every page with the Tab key alone, on a desk in light colours and on a phone in dark ones.
import { read, unfold, visit } from './browser.mjs';

export const checks = {
  'skip-link': 'the first stop is a link past the navigation: it is seen when it has focus, and it works',
  'tab-reach': 'Tab reaches every control',
  'focus-visible': 'the stop that has focus is in view and marked: 2 px or more, at a contrast of 3 to 1',
  'focus-obscured': 'nothing lies over the stop that has focus',
  'tab-trap': 'Tab never gets stuck',
};

const WALKS = [{ width: 1280, scheme: 'light', unfolded: false }, { width: 320, scheme: 'dark', unfolded: true }];
// nothing has to come for a link to a part of the same page: only one that does not work waits this long
const LINK_MS = 20_000;
// Chromium adds stops of its own for boxes that scroll
const SPARE_STOPS = 20;

export async function ofPage(view, site, file) {
  const faults = [];
  for (const walk of WALKS) {
    const found = await walkThrough(view, site, file, walk);
    faults.push(...found.map((fault) => ({ ...fault, page: file, where: `${fault.where ?? ''} at ${walk.width} ${walk.scheme}`.trim() })));
  }
  return faults;
}

async function walkThrough(view, site, file, walk) {
  const { tab } = view;
  await visit(view, site, file, { ...walk, fresh: true });
  if (walk.unfolded) await unfold(view);
  const expected = await read(view, remember);
  const faults = [];
  let first = null;
  for (let i = 0; i < expected + SPARE_STOPS; i += 1) {
    await tab.keyboard.press('Tab');
    const stop = await read(view, lookAtFocus);
    if (stop.end) break;
    first ??= stop;
    if (stop.again) {
      if (stop.left) faults.push({ check: 'tab-trap', what: `Tab comes back here while ${stop.left} controls are still to come`, where: stop.name });
      break;
    }
    if (!stop.inView) faults.push({ check: 'focus-visible', what: 'has focus but is out of view', where: stop.name });
    else if (stop.obscured) faults.push({ check: 'focus-obscured', what: `lies under ${stop.obscured}`, where: stop.name });
    else if (!stop.marked || !(await drawsDifferently(view, site, walk, stop))) faults.push({ check: 'focus-visible', what: stop.why ?? 'looks the same with focus and without', where: stop.name });
  }
  const trapped = faults.some((fault) => fault.check === 'tab-trap');
  const missed = trapped ? [] : await read(view, () => window.tabWalk.list.filter((e) => !window.tabWalk.seen.has(e) && window.eyes.shown(e)).map(window.eyes.name));
  return [...faults, ...missed.map((where) => ({ check: 'tab-reach', what: 'Tab does not reach it', where })), ...await skipLink(view, first)];
}

/** Lists what Tab should reach, and how each looks before it has focus. */
function remember() {
  const { eyes } = window;
  const LOOKS = ['outlineStyle', 'outlineWidth', 'outlineColor', 'backgroundColor', 'boxShadow', 'borderTopColor', 'borderBottomColor', 'borderTopWidth', 'borderBottomWidth'];
  const looks = (e) => { const style = getComputedStyle(e); return Object.fromEntries(LOOKS.map((look) => [look, style[look]])); };
  const list = [...document.querySelectorAll('a[href],area[href],button,input:not([type=hidden]),select,textarea,summary,iframe,audio[controls],video[controls],[tabindex],[contenteditable]')]
    .filter((e) => e.tabIndex >= 0 && !e.disabled && !e.closest('[inert]') && e.checkVisibility({ visibilityProperty: true }) && !(e.localName === 'summary' && e.parentElement.localName !== 'details'));
  window.tabWalk = { list, seen: new Set(), looks, before: new Map(list.map((e) => [e, looks(e)])) };
  // controls that tabindex=-1 takes out of the walk are missed on purpose or by mistake; a link should never be
  list.push(...[...document.querySelectorAll('a[href][tabindex="-1"],button[tabindex="-1"],summary[tabindex="-1"]')].filter((e) => eyes.shown(e)));
  return list.length;
}

function lookAtFocus() {
  const { eyes, tabWalk } = window;
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return { end: true };
  const name = eyes.name(e);
  if (tabWalk.seen.has(e)) return { again: true, name, left: tabWalk.list.filter((other) => !tabWalk.seen.has(other) && eyes.shown(other) && other.tabIndex >= 0).length };
  tabWalk.seen.add(e);
  const box = e.getBoundingClientRect();
  const inView = box.width > 2 && box.height > 2 && box.bottom > 2 && box.right > 2 && box.top < innerHeight - 2 && box.left < innerWidth - 2;
  const kind = `${e.localName}.${e.className}<${e.parentElement.localName}.${e.parentElement.className}`;
  return { name, kind, inView, ...mark(), obscured: inView && covering(), href: e.getAttribute('href'), tag: e.localName, box: { x: box.x, y: box.y, width: box.width, height: box.height } };

  /** Whether what changed with focus can be told from what lies around it. */
  function mark() {
    const now = tabWalk.looks(e);
    const before = tabWalk.before.get(e) ?? {};
    const changed = (look) => now[look] !== before[look];
    const around = eyes.backdrop(e.parentElement);
    const stands = (colour) => { const [r, g, b, a] = eyes.rgba(colour); return eyes.contrast(eyes.over([r, g, b, a], around), around) >= 3; };
    const outlined = now.outlineStyle !== 'none' && (changed('outlineStyle') || changed('outlineWidth') || changed('outlineColor'));
    // the browser's own ring has two tones, so that one of them always shows
    if (outlined && now.outlineStyle === 'auto') return { marked: true };
    if (outlined && parseFloat(now.outlineWidth) >= 2 && stands(now.outlineColor)) return { marked: true };
    if (changed('boxShadow') && (now.boxShadow.match(/[a-z]+\([^)]*\)/g) ?? []).some(stands)) return { marked: true };
    if (changed('backgroundColor') && stands(now.backgroundColor)) return { marked: true };
    if (['Top', 'Bottom'].some((side) => (changed(`border${side}Color`) || changed(`border${side}Width`)) && parseFloat(now[`border${side}Width`]) >= 2 && stands(now[`border${side}Color`]))) return { marked: true };
    return { marked: false, why: outlined ? `its ring of ${now.outlineWidth} in ${now.outlineColor} is too thin or too pale` : undefined };
  }

  /** What lies over two or more of five points on the focused element. An ancestor counts: what its style draws may lie on top. */
  function covering() {
    const { left, top, width, height } = e.getClientRects()[0];
    const points = [[0.5, 0.5], [0.2, 0.25], [0.8, 0.25], [0.2, 0.75], [0.8, 0.75]].map(([x, y]) => [left + width * x, top + height * y]).filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
    const over = points.map(([x, y]) => document.elementFromPoint(x, y)).filter((hit) => hit && hit !== e && !e.contains(hit));
    return over.length >= 2 ? eyes.name(over[0]) : null;
  }
}

/** Whether pictures of a stop with and without focus differ. A style can promise a ring that something cuts off; each kind of stop is drawn once a walk of a site. */
async function drawsDifferently(view, site, walk, stop) {
  site.drawnStops ??= new Map();
  const key = `${walk.width} ${stop.kind}`;
  if (!site.drawnStops.has(key)) {
    const { width, height } = view.tab.viewportSize();
    const x = Math.max(0, stop.box.x - 8);
    const y = Math.max(0, stop.box.y - 8);
    const clip = { x, y, width: Math.min(width - x, stop.box.width + 16), height: Math.min(height - y, stop.box.height + 16) };
    const draw = async () => {
      const { left, top } = await read(view, async () => { await window.eyes.drawn(); return { left: scrollX, top: scrollY }; });
      const { data } = await view.devtools.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true, clip: { ...clip, x: clip.x + left, y: clip.y + top, scale: 1 } });
      return data;
    };
    const focused = await draw();
    await read(view, () => { window.tabWalk.held = document.activeElement; window.tabWalk.held.blur(); });
    const plain = await draw();
    await read(view, () => window.tabWalk.held.focus({ preventScroll: true, focusVisible: true }));
    site.drawnStops.set(key, focused !== plain);
  }
  return site.drawnStops.get(key);
}

/** The first stop of the walk, pressed as a reader would press it. */
async function skipLink(view, first) {
  const fault = (what) => [{ check: 'skip-link', what, where: first?.name ?? '' }];
  if (first?.tag !== 'a' || !/^#./.test(first.href ?? '')) return fault('the first stop is not a link to a part of the page');
  if (!first.inView || first.box.height < 43.9 || first.box.width < 43.9) return fault('with focus it is not seen, or is smaller than 44 px');
  await read(view, () => [...window.tabWalk.seen][0].focus({ focusVisible: true }));
  await view.tab.keyboard.press('Enter');
  await view.tab.waitForFunction((href) => location.hash === href, first.href, { timeout: LINK_MS }).catch(() => {});
  await view.tab.keyboard.press('Tab');
  const landed = await read(view, (href) => {
    const target = document.getElementById(decodeURIComponent(href.slice(1)));
    const focus = document.activeElement;
    if (!target?.closest('main') || location.hash !== href) return false;
    // with nothing to press in the main part, focus goes on to what comes after it, or to the end
    return focus === document.body || target.contains(focus) || Boolean(target.compareDocumentPosition(focus) & Node.DOCUMENT_POSITION_FOLLOWING);
  }, first.href);
  return landed ? [] : fault('pressing it does not move on to the main part');
}
