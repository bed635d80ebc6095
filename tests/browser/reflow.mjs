// What becomes of a page when its reader needs it narrower, larger or wider spaced: nothing runs off, is cut or lies on top of something else.
import { addStyle, read, unfold, visit } from './browser.mjs';

export const checks = {
  'reflow-320': 'at 320 px nothing needs scrolling sideways, nothing is cut, nothing overlaps (WCAG 1.4.10)',
  'text-200': 'with all letters doubled the same holds (WCAG 1.4.4)',
  'text-spacing': 'with the reader’s own spacing of lines, words and letters the same holds (WCAG 1.4.12)',
  'reader-size': 'the reader’s own font size is followed: twice the browser’s default makes the text twice as large',
};

const SPACING = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';
// a browser's usual default, and what somebody with failing sight may set instead
const DEFAULT_SIZE = 16;
const LARGE_SIZE = 32;
const FOLLOWED = 1.9;
// letters that are already this large may grow more slowly, or a headline would fill the screen
const LARGE_ALREADY = 28;

export async function ofPage(view, site, file) {
  const { tab } = view;
  const faults = [];
  const spoilt = async (check, at) => {
    for (const trouble of await read(view, readLayout)) faults.push({ check, page: file, what: `${trouble.what} at ${at}`, where: trouble.name });
  };
  for (const width of [320, 1280]) {
    await visit(view, site, file, { width });
    await unfold(view);
    if (width === 320) await spoilt('reflow-320', '320');
    const restore = await addStyle(tab, SPACING);
    await spoilt('text-spacing', `${width} with wide spacing`);
    await restore();
  }
  await read(view, doubleLetters);
  await spoilt('text-200', '200 % text');
  await read(view, restoreLetters);
  return [...faults, ...await readerSize(view, file)];
}

/** Doubles the size of all letters, as text zoom does. Heights that the style fixes stay, so letters that no longer fit are seen. */
function doubleLetters() {
  const styled = [document.body, ...document.body.querySelectorAll('*')].filter((e) => e.style);
  window.beforeDoubling = styled.map((e) => [e, e.getAttribute('style')]);
  const sizes = styled.map((e) => parseFloat(getComputedStyle(e).fontSize));
  styled.forEach((e, i) => e.style.setProperty('font-size', `${sizes[i] * 2}px`, 'important'));
}

function restoreLetters() {
  for (const [element, style] of window.beforeDoubling) {
    if (style === null) element.removeAttribute('style');
    else element.setAttribute('style', style);
  }
}

/** The size of each running text. Another size of print may show and hide other parts of the page, so the texts of the first look are kept. */
function readRunning(first) {
  const { eyes } = window;
  if (first) window.runningTexts = [...eyes.blocks().keys()].filter((e) => e.matches(eyes.RUNNING));
  return window.runningTexts.map((e) => ({ name: eyes.name(e), px: parseFloat(getComputedStyle(e).fontSize) }));
}

/** Sets the browser's default font size on the open page, as its reader would in the settings, and looks at what follows it. */
async function readerSize(view, file) {
  const setSize = async (standard) => {
    await view.devtools.send('Page.setFontSizes', { fontSizes: { standard, fixed: Math.round(standard * 0.8125) } });
    view.asked.letters = standard;
  };
  const sizesAt = async (standard) => {
    await setSize(standard);
    return read(view, readRunning, standard === DEFAULT_SIZE);
  };
  const usual = await sizesAt(DEFAULT_SIZE);
  try {
    const large = await sizesAt(LARGE_SIZE);
    const fixed = large.filter((block, i) => usual[i]?.px < LARGE_ALREADY && block.px / usual[i].px < FOLLOWED);
    const troubles = await read(view, readLayout);
    return [
      ...(fixed.length ? [{ check: 'reader-size', page: file, what: `${fixed.length} of ${large.length} texts do not grow with it`, where: fixed[0].name }] : []),
      ...troubles.map((trouble) => ({ check: 'reader-size', page: file, what: `${trouble.what} at a default of ${LARGE_SIZE} px`, where: trouble.name })),
    ];
  } finally {
    await setSize(DEFAULT_SIZE);
  }
}

/** What runs off the page, is cut or overlaps on the open page. Print uses it too. */
export function readLayout() {
  const { eyes } = window;
  const MOST_NAMED = 5;
  const page = document.scrollingElement;
  const room = page.clientWidth;
  const beyond = page.scrollWidth - room;
  const elements = [...document.body.querySelectorAll('*')].filter((e) => e.namespaceURI === 'http://www.w3.org/1999/xhtml' && eyes.shown(e));
  return [...overflowing(), ...sideways(), ...cut(), ...overlapping()];

  function overflowing() {
    if (beyond <= 1) return [];
    const culprits = elements.filter((e) => e.getBoundingClientRect().right + scrollX > room + 1 && ![...e.children].some((child) => child.getBoundingClientRect().right + scrollX > room + 1));
    return [{ what: `the page is ${beyond} px too wide`, name: culprits.slice(0, 3).map(eyes.name).join(', ') || 'no single element' }];
  }

  /** Boxes that scroll sideways by themselves. A table may: its rows and columns are its meaning. */
  function sideways() {
    return elements.filter((e) => /auto|scroll/.test(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1 && !e.querySelector('table')).slice(0, MOST_NAMED)
      .map((e) => ({ what: 'a box scrolls sideways', name: eyes.name(e) }));
  }

  function cut() {
    return elements.filter((e) => {
      const { overflowX, overflowY } = getComputedStyle(e);
      const hides = (way) => way === 'hidden' || way === 'clip';
      return e.innerText?.trim() && ((hides(overflowX) && e.scrollWidth > e.clientWidth + 2) || (hides(overflowY) && e.scrollHeight > e.clientHeight + 2));
    }).slice(0, MOST_NAMED).map((e) => ({ what: 'text is cut off', name: eyes.name(e) }));
  }

  /** Lines of two different texts that lie on each other. A few pixels are only the air above and below letters. */
  function overlapping() {
    const AIR = 5;
    const boxes = [...eyes.blocks()].flatMap(([element, nodes]) => eyes.lines(nodes).map((line) => ({ ...line, element }))).sort((a, b) => a.top - b.top);
    const found = new Map();
    boxes.forEach((a, i) => {
      for (let j = i + 1; j < boxes.length && boxes[j].top < a.bottom - AIR; j += 1) {
        const b = boxes[j];
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - b.top;
        if (a.element !== b.element && across > AIR && down > AIR) found.set(b.element, { what: `lies on ${eyes.name(a.element)}`, name: eyes.name(b.element) });
      }
    });
    return [...found.values()].slice(0, MOST_NAMED);
  }
}
