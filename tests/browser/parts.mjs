// The strong parts of a page, which look the same wherever they stand.
import { SCHEMES, read, unfold, visit } from './browser.mjs';

export const checks = {
  alarm: 'what to do in danger has one look in light, dark and forced colours: ink and white, in a frame, and no colour',
  'contact-number': 'the number to ring is the largest thing in its card',
};

const WIDTHS = [320, 1280];

export async function ofPage(view, site, file) {
  const faults = [];
  for (const scheme of Object.keys(SCHEMES)) {
    await visit(view, site, file, { scheme });
    for (const { what, name } of await read(view, readAlarms, scheme === 'forced')) faults.push({ check: 'alarm', page: file, what: `${what} in ${scheme} colours`, where: name });
  }
  for (const width of WIDTHS) {
    await visit(view, site, file, { width });
    await unfold(view);
    for (const { what, name } of await read(view, readContacts)) faults.push({ check: 'contact-number', page: file, what: `${what} at ${width}`, where: name });
  }
  return faults;
}

function readAlarms(forced) {
  const { eyes } = window;
  const LEAST_FRAME_PX = 3;
  const LEAST_CONTRAST = 15;
  // how far red, green and blue may lie apart in what is still ink or white
  const MOST_COLOUR = 12;
  const coloured = ([r, g, b]) => Math.max(r, g, b) - Math.min(r, g, b) > MOST_COLOUR;
  const sides = ['Top', 'Right', 'Bottom', 'Left'];
  return [...document.querySelectorAll('.danger')].filter(eyes.shown).flatMap((box) => {
    const style = getComputedStyle(box);
    const ground = eyes.backdrop(box);
    const frame = sides.map((side) => ({ px: parseFloat(style[`border${side}Width`]), colour: eyes.rgba(style[`border${side}Color`]), style: style[`border${side}Style`] }));
    const letters = eyes.texts().filter(({ element }) => box.contains(element)).map(({ element }) => eyes.rgba(getComputedStyle(element).color));
    const unframed = frame.some(({ px, colour, style: line }) => px < LEAST_FRAME_PX || line === 'none' || eyes.contrast(eyes.over(colour, ground), ground) < LEAST_CONTRAST);
    const colourful = [ground, ...frame.map(({ colour }) => colour), ...letters].some(coloured);
    const faint = letters.some((colour) => eyes.contrast(eyes.over(colour, ground), ground) < LEAST_CONTRAST);
    return [unframed && 'it has no frame around it', !forced && colourful && 'it has a colour', !forced && faint && 'it is not ink and white']
      .filter(Boolean).map((what) => ({ what, name: eyes.name(box) }));
  });
}

function readContacts() {
  const { eyes } = window;
  const px = (element) => parseFloat(getComputedStyle(element).fontSize);
  return [...document.querySelectorAll('.contact')].filter(eyes.shown).flatMap((card) => {
    const texts = eyes.texts().filter(({ element }) => card.contains(element));
    const isNumber = ({ element }) => element.closest('.phone a[href^="tel:"]');
    const numbers = texts.filter(isNumber).map(({ element }) => px(element));
    const others = texts.filter((text) => !isNumber(text));
    const larger = numbers.length ? others.find(({ element }) => px(element) >= Math.min(...numbers)) : undefined;
    return larger ? [{ what: `${px(larger.element)} px is as large as a number of ${Math.min(...numbers)} px`, name: eyes.name(larger.element) }] : [];
  });
}
