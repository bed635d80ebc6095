// The page in the typefaces that readers' devices have. A length in noughts is another in each of them, and letters are wider or narrower than
// those that the page was drawn with.
import { addStyle, read, unfold, visit } from './browser.mjs';
import { readLayout } from './reflow.mjs';
import { MOST_LETTERS, readLetters } from './text.mjs';

export const checks = {
  tables: 'in a narrow, a middling and a wide typeface a table of two columns keeps both from 390 px on, every table keeps all from 768 px on, and no word in one is broken',
  'typeface-reflow': 'nothing runs off, is cut or overlaps in a wide typeface at 320 px, and in a narrow one at 1280',
  'typeface-lines': 'in a narrow typeface no line has more than 75 characters',
};

/**
 * As narrow as any that a device uses for its pages; as wide as Arial, Helvetica and Roboto; as wide as Verdana. install.sh sees to it that they are
 * there. Each is looked at where it does the most harm: narrow letters make the longest lines and the smallest boxes measured in noughts, wide ones
 * need the most room; at the other widths the page in its own typeface says enough.
 */
const TYPEFACES = [
  { kind: 'narrow', family: 'Liberation Sans Narrow', tables: [768, 1280], layout: [1280], lines: [1280] },
  { kind: 'middling', family: 'Liberation Sans', tables: [390, 1920], layout: [], lines: [] },
  { kind: 'wide', family: 'DejaVu Sans', tables: [390, 768], layout: [320], lines: [] },
];
/** From this width on a table keeps all its columns; below it, two. */
const ALL_COLUMNS_FROM = 768;

export async function ofPage(view, site, file) {
  if (site.inTypefaces === false) return [];
  const faults = [];
  await visit(view, site, file);
  await unfold(view);
  const hasTables = (await read(view, readTables)).length > 0;
  for (const { kind, family, tables, layout, lines } of TYPEFACES) {
    const widths = [...new Set([...layout, ...lines, ...(hasTables ? tables : [])])].sort((a, b) => a - b);
    if (!widths.length) continue;
    await visit(view, site, file, { width: widths[0] });
    if (!(await read(view, isThere, family))) throw new Error(`the typeface ${family} is not installed (bash tests/browser/install.sh)`);
    const restore = await addStyle(view.tab, `*,::before,::after{font-family:"${family}"!important}`);
    for (const width of widths) {
      await visit(view, site, file, { width });
      await unfold(view);
      const fault = (check, what, where) => faults.push({ check, page: file, what: `${what} at ${width} in a ${kind} typeface`, where });
      if (tables.includes(width)) faultsOfTables(await read(view, readTables), width, (what, where) => fault('tables', what, where));
      if (layout.includes(width)) for (const { what, name } of await read(view, readLayout)) fault('typeface-reflow', what, name);
      if (lines.includes(width)) {
        const { blocks } = await read(view, readLetters);
        for (const { name, letters } of blocks.filter((block) => block.letters > MOST_LETTERS)) fault('typeface-lines', `${letters} characters a line`, name);
      }
    }
    await restore();
  }
  return faults;
}

function faultsOfTables(seen, width, fault) {
  for (const { name, columns, stacked, broken } of seen) {
    if (columns > 2 && width < ALL_COLUMNS_FROM) continue;
    if (stacked) fault(`${columns} columns lie below one another`, name);
    if (broken) fault(`“${broken}” is broken`, name);
  }
}

/** Whether the browser has a typeface: letters in one that it has not are as wide as those in the next. */
function isThere(family) {
  const pen = document.createElement('canvas').getContext('2d');
  const wide = (fonts) => { pen.font = `100px ${fonts}`; return pen.measureText('Who can visit me, and when?').width; };
  return ['monospace', 'serif'].every((next) => wide(`"${family}", ${next}`) !== wide(next));
}

function readTables() {
  const { eyes } = window;
  const left = (cell) => cell.getBoundingClientRect().left;
  return [...document.querySelectorAll('table')].filter(eyes.shown).map((table) => {
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]).map((row) => [...row.cells]);
    return {
      name: eyes.name(table),
      columns: Math.max(...rows.map((cells) => cells.length)),
      stacked: rows.some((cells) => cells.some((cell, i) => i > 0 && left(cell) <= left(cells[i - 1]) + 1)),
      broken: brokenWord(table),
    };
  });

  /** A word of a table that begins on one line and ends on another. An address may break where its parts meet. */
  function brokenWord(table) {
    const range = document.createRange();
    const walker = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      for (const word of walker.currentNode.data.matchAll(/\p{L}{2,}/gu)) {
        range.setStart(walker.currentNode, word.index);
        range.setEnd(walker.currentNode, word.index + word[0].length);
        if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) return word[0];
      }
    }
    return '';
  }
}
