// The letters as drawn: large enough, far enough apart, in lines short enough to find the next one.
import { read, unfold, visit } from './browser.mjs';

export const checks = {
  'body-size': 'running text is at least 20 px, on a phone and on a desk',
  'smallest-text': 'nothing at all is under 18 px',
  'line-height': 'running text has a line height of at least 1.5',
  'line-length': 'no line has more than 75 characters',
  'phone-whole': 'no telephone number is split over two lines on a phone',
};

const LEAST = { body: 20, any: 18, leading: 1.5 };
export const MOST_LETTERS = 75;

export async function ofPage(view, site, file) {
  const faults = [];
  for (const width of [1280, 320]) {
    await visit(view, site, file, { width });
    await unfold(view);
    const seen = await read(view, readLetters);
    const fault = (check, list, tell) => list.forEach((one) => faults.push({ check, page: file, what: `${tell(one)} at ${width}`, where: one.name }));
    if (!seen.running.length) faults.push({ check: 'body-size', page: file, what: `no running text found at ${width}`, where: 'main' });
    fault('body-size', seen.running.filter((block) => block.inMain && block.px < LEAST.body - 0.01), (block) => `${block.px} px`);
    fault('smallest-text', seen.small.filter((text) => text.px < LEAST.any - 0.01), (text) => `${text.px} px`);
    fault('line-height', seen.running.filter((block) => block.leading < LEAST.leading - 0.01), (block) => `line height ${block.leading.toFixed(2)}`);
    fault('line-length', seen.blocks.filter((block) => block.letters > MOST_LETTERS), (block) => `${block.letters} characters a line`);
    if (width === 320) fault('phone-whole', seen.splitPhones, () => 'split over two lines');
  }
  return faults;
}

/** The letters of the open page, as drawn. The look at other typefaces uses it too. */
export function readLetters() {
  const { eyes } = window;
  const RUNNING_LETTERS = 60;
  const px = (e) => parseFloat(getComputedStyle(e).fontSize);
  const leading = (e) => { const { lineHeight, fontSize } = getComputedStyle(e); return lineHeight === 'normal' ? 1.2 : parseFloat(lineHeight) / parseFloat(fontSize); };
  const blocks = [...eyes.blocks()].map(([element, nodes]) => {
    const lines = eyes.lines(nodes);
    return { element, lines, words: nodes.map((n) => n.data).join('').trim() };
  });
  // shorter texts are labels and names, which may be set closer
  const running = blocks.filter(({ element, words }) => element.matches(eyes.RUNNING) && words.length >= RUNNING_LETTERS);
  const small = new Map();
  for (const { element } of eyes.texts()) small.set(element, px(element));
  for (const [element, size] of generated()) small.set(element, Math.min(size, small.get(element) ?? size));
  return {
    running: running.map(({ element }) => ({ name: eyes.name(element), px: px(element), leading: leading(element), inMain: Boolean(element.closest('main')) })),
    blocks: blocks.map(({ element, lines }) => ({ name: eyes.name(element), letters: longestLine(element, lines) })),
    small: [...small].filter(([, size]) => size < 20).map(([element, size]) => ({ name: eyes.name(element), px: size })),
    splitPhones: [...document.querySelectorAll('a[href^="tel:"]')].filter((link) => eyes.shown(link) && numberIsSplit(link)).map((link) => ({ name: eyes.name(link) })),
  };

  /** The letters in the longest line; where lines wrap, also what a full line would hold, for a change of one word may fill it. */
  function longestLine(element, lines) {
    const drawn = Math.max(...lines.map((line) => line.letters));
    const style = getComputedStyle(element);
    const room = element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const widths = lines.map((line) => line.right - line.left);
    // the lines of an address end where they are told to, far from the edge
    if (lines.length < 3 || Math.max(...widths) < room * 0.85) return drawn;
    const letters = lines.reduce((sum, line) => sum + line.letters, 0);
    return Math.max(drawn, Math.round((room * letters) / widths.reduce((sum, width) => sum + width, 0)) || 0);
  }

  /** Letters that the style puts in, such as the numbers of steps. */
  function generated() {
    return [...document.body.querySelectorAll('*')].flatMap((e) => ['::before', '::after', '::marker'].flatMap((part) => {
      const style = getComputedStyle(e, part);
      return /["(]/.test(style.content) && /[\p{L}\p{N}]/u.test(style.content) && eyes.shown(e) ? [[e, parseFloat(style.fontSize)]] : [];
    }));
  }

  function numberIsSplit(link) {
    const range = document.createRange();
    const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
    const tops = new Set();
    while (walker.nextNode()) {
      // the prefix of the text relay service may stand on a line of its own
      for (const part of walker.currentNode.data.matchAll(/(?<!\d)(?!1800[12])\d[\d\s\u00A0\u202F-]*\d/g)) {
        range.setStart(walker.currentNode, part.index);
        range.setEnd(walker.currentNode, part.index + part[0].length);
        for (const box of range.getClientRects()) tops.add(Math.round(box.top));
      }
    }
    return tops.size > 1;
  }
}
