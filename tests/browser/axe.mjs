// axe-core over every page, in three colour schemes at three widths. In light colours all its A, AA, AAA and best-practice rules run;
// in dark and forced colours the rules about colour, for a scheme changes nothing else, and they take most of the time.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { PATIENCE_MS, SCHEMES, SIZES, read, show, unfold, visit } from './browser.mjs';

export const checks = {
  axe: 'axe finds nothing against WCAG 2.2 A and AA',
  'axe-enhanced': 'axe finds nothing against its AAA rules: contrast of 7 to 1, links that mean one thing',
  'axe-practice': 'axe finds nothing against its best practice',
};

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOUR_RULES = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];
const RUN_ONLY = { light: { type: 'tag', values: TAGS }, dark: { type: 'rule', values: COLOUR_RULES }, forced: { type: 'rule', values: COLOUR_RULES } };

export async function ofPage(view, site, file) {
  const found = new Map();
  await visit(view, site, file);
  await unfold(view);
  await view.tab.evaluate(AXE);
  for (const scheme of Object.keys(SCHEMES)) {
    await show(view, { scheme });
    for (const [width, size] of Object.entries(SIZES)) {
      await show(view, { size });
      for (const breach of await read(view, runAxe, { runOnly: RUN_ONLY[scheme], patience: PATIENCE_MS })) remember(found, breach, `${width} ${scheme}`);
    }
  }
  return [...found.values()].map(({ breach, seenAt }) => ({ check: checkFor(breach), page: file, what: `${breach.rule}: ${breach.why}`, where: `${breach.element}; at ${seenAt.length === 9 ? 'every size and scheme' : seenAt.join(', ')}` }));
}

function checkFor({ tags }) {
  if (tags.includes('best-practice')) return 'axe-practice';
  return tags.includes('wcag2aaa') ? 'axe-enhanced' : 'axe';
}

function remember(found, breach, at) {
  const key = `${breach.rule} ${breach.element}`;
  if (!found.has(key)) found.set(key, { breach, seenAt: [] });
  found.get(key).seenAt.push(at);
}

async function runAxe({ runOnly, patience }) {
  const result = await window.axe.run(document, {
    runOnly,
    // two rules that axe leaves out unless they are asked for by name
    rules: runOnly.type === 'tag' ? { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } } : {},
    resultTypes: ['violations'],
    // the styles that it reads for itself
    preload: { assets: ['cssom'], timeout: patience },
  });
  if (!result.passes.length) throw new Error('axe looked at nothing');
  return result.violations.flatMap((rule) => rule.nodes.map((node) => ({
    rule: rule.id,
    tags: rule.tags,
    element: node.target.join(' '),
    why: (node.failureSummary ?? rule.help).split('\n').slice(1).join(' ').replace(/\s+/g, ' ').trim().slice(0, 160),
  })));
}
