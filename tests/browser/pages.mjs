// Reads a built website from disk: every file's name, and every page parsed once for all the checks that need no browser.
// A page keeps its tree and its lines, so that a fault can say where it is.
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'parse5';

const OUT_OF_TEXT = new Set(['script', 'style', 'template', 'noscript', 'svg', 'head']);
const INLINE = new Set(['a', 'abbr', 'b', 'bdi', 'cite', 'code', 'data', 'dfn', 'em', 'i', 'img', 'kbd', 'mark', 'picture', 'q', 's', 'samp', 'small', 'source', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var', 'wbr']);

/** The value of one attribute, or undefined. */
export const attribute = (element, name) => element.attrs?.find((a) => a.name === name)?.value;

/** Every element under a node, in the order of the page. */
export function* elementsIn(node) {
  for (const child of node.childNodes ?? []) {
    if (child.attrs) yield child;
    yield* elementsIn(child);
  }
}

/** A node and its ancestors, innermost first. */
export function* ancestry(node) {
  for (let n = node; n; n = n.parentNode) yield n;
}

/** What an element says, in one line. Drawings and scripts say nothing. */
export function said(node) {
  return rawText(node).replace(/\s+/g, ' ').trim();
}

function rawText(node) {
  if (node.nodeName === '#text') return node.value;
  if (OUT_OF_TEXT.has(node.nodeName)) return '';
  const inside = (node.childNodes ?? []).map(rawText).join('');
  return INLINE.has(node.nodeName) || !node.tagName ? inside : ` ${inside} `;
}

/** Where an element stands: its line and the start of it. */
export function whereIs(node) {
  const line = node.sourceCodeLocation?.startLine;
  const words = (node.nodeName === '#text' ? node.value : said(node)).replace(/\s+/g, ' ').trim().slice(0, 50);
  const tag = node.tagName ? `<${node.tagName}>` : '';
  return [line && `line ${line}`, [tag, words && `“${words}”`].filter(Boolean).join(' ')].filter(Boolean).join(', ');
}

/** Runs of text as a reader meets them: a run ends where a block begins or ends. Each piece knows its link. */
export function runsOf(page) {
  const runs = [];
  let open = [];
  const close = () => {
    if (open.some((piece) => piece.value.trim())) runs.push({ pieces: open, text: open.map((piece) => piece.value).join(''), node: open.find((piece) => piece.value.trim()).node });
    open = [];
  };
  const walk = (node, link) => {
    if (node.nodeName === '#text') open.push({ value: node.value, node, link });
    else if (!OUT_OF_TEXT.has(node.nodeName)) {
      const block = node.tagName && !INLINE.has(node.tagName);
      if (block) close();
      for (const child of node.childNodes ?? []) walk(child, node.tagName === 'a' ? node : link);
      if (block) close();
    }
  };
  if (page.body) walk(page.body, null);
  close();
  return runs;
}

function readPage(root, file) {
  const source = fs.readFileSync(path.join(root, file), 'utf8');
  const tree = parse(source, { sourceCodeLocationInfo: true });
  const elements = [...elementsIn(tree)];
  const first = (tag) => elements.find((e) => e.tagName === tag);
  const meta = (name) => attribute(elements.find((e) => e.tagName === 'meta' && (attribute(e, 'name') ?? attribute(e, 'property'))?.toLowerCase() === name) ?? {}, 'content');
  const link = (rel) => attribute(elements.find((e) => e.tagName === 'link' && attribute(e, 'rel')?.toLowerCase().split(/\s+/).includes(rel)) ?? {}, 'href');
  return {
    file,
    source,
    tree,
    elements,
    doctype: tree.childNodes.some((n) => n.nodeName === '#documentType' && n.name === 'html'),
    body: first('body'),
    main: elements.find((e) => e.tagName === 'main' || attribute(e, 'role') === 'main'),
    language: attribute(first('html') ?? {}, 'lang'),
    // a drawing may have a title of its own: the page's is the one in its head
    title: titleOf(elements),
    description: meta('description')?.trim(),
    viewport: meta('viewport'),
    canonical: link('canonical'),
    icon: link('icon'),
    headings: elements.filter((e) => /^h[1-6]$/.test(e.tagName)),
    ids: new Set(elements.map((e) => attribute(e, 'id')).filter(Boolean)),
  };
}

function titleOf(elements) {
  const title = elements.find((e) => e.tagName === 'title' && e.parentNode?.nodeName === 'head');
  return title ? title.childNodes.map((n) => n.value ?? '').join('').replace(/\s+/g, ' ').trim() : undefined;
}

function filesUnder(root, folder = '') {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(root, file) : [file];
  }).sort();
}

/** One built website. `look`, `fromDisk` and `lighthouse` name the pages that a browser will open. */
export function readSite(root, name) {
  const full = path.resolve(root);
  const files = filesUnder(full);
  const pages = files.filter((file) => /\.html?$/i.test(file)).map((file) => readPage(full, file));
  const welcome = pages.find((page) => page.file === 'index.html');
  if (!welcome) throw new Error(`no index.html in ${root}`);
  // the address that the home gave for its site, if it gave one: known by the welcome page's canonical link
  const address = /^https?:/.test(welcome.canonical ?? '') ? new URL('.', welcome.canonical).href : null;
  return { root: full, name, files: new Set(files), pages, byFile: new Map(pages.map((page) => [page.file, page])), address, front: false, look: pages.map((page) => page.file), fromDisk: [], lighthouse: [] };
}

/** The page in front of several homes' sites, alone: it must hold up as a page, but owes nothing that only a home's site can give. */
export function readFrontPage(file, name) {
  const root = path.dirname(path.resolve(file));
  const page = readPage(root, path.basename(file));
  return { root, name, files: new Set(filesUnder(root)), pages: [page], byFile: new Map([[page.file, page]]), address: null, front: true, look: [page.file], fromDisk: [], lighthouse: [] };
}

/** The letters of one file of the site that is not a page, or null. */
export function readLetters(site, file) {
  return site.files.has(file) ? fs.readFileSync(path.join(site.root, file), 'utf8') : null;
}
