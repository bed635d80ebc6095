// How large the things are that a finger must hit: 44 px each way, but for links inside a sentence.
import { read, unfold, visit } from './browser.mjs';

export const checks = { targets: 'everything that can be pressed is at least 44 by 44 px, but for links inside a sentence' };

export async function ofPage(view, site, file) {
  const faults = [];
  for (const width of [320, 1280]) {
    await visit(view, site, file, { width });
    await unfold(view);
    for (const small of await read(view, smallTargets)) faults.push({ check: 'targets', page: file, what: `${small.width} by ${small.height} px at ${width}`, where: small.name });
  }
  return faults;
}

function smallTargets() {
  const { eyes } = window;
  const LEAST = 43.9;
  const pressed = [...document.querySelectorAll('a[href],button,summary,select,textarea,input:not([type=hidden]),[role=button],[role=link],[tabindex="0"]')];
  return pressed.filter((e) => eyes.shown(e) && !inSentence(e)).map((e) => ({ name: eyes.name(e), ...reach(e) }))
    .filter(({ width, height }) => width < LEAST || height < LEAST);

  /** The box of an element and of what it holds; a label is pressed for its control. */
  function reach(e) {
    const boxes = [e, ...e.querySelectorAll('*'), ...(e.labels ?? [])].map((n) => n.getBoundingClientRect()).filter((box) => box.width && box.height);
    const width = Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left));
    const height = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
    return { width: Math.round(width * 10) / 10, height: Math.round(height * 10) / 10 };
  }

  /** A link that flows in a line with other words: its height is the line's. */
  function inSentence(e) {
    if (e.localName !== 'a' || getComputedStyle(e).display !== 'inline') return false;
    let around = e.parentElement;
    while (getComputedStyle(around).display.startsWith('inline')) around = around.parentElement;
    const others = eyes.texts().filter(({ node, element }) => around.contains(node) && !element.closest('a,button'));
    return others.some(({ node }) => /[\p{L}\p{N}]{2}/u.test(node.data));
  }
}
