// Serves a built website on this machine only, as an ordinary host would: gzip, the site's own _headers, its own page for a wrong address.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import zlib from 'node:zlib';

const KINDS = {
  html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', txt: 'text/plain; charset=utf-8', xml: 'application/xml',
  json: 'application/json', webmanifest: 'application/manifest+json', svg: 'image/svg+xml', ico: 'image/x-icon', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg',
  webp: 'image/webp', avif: 'image/avif', pdf: 'application/pdf', woff2: 'font/woff2',
};
const SQUEEZED = /^(text\/|application\/(xml|json|manifest)|image\/svg)/;
/** A picture that is asked for with this header comes when `letGo` is called with its value: a page that jumps when its pictures come is seen to jump. */
export const HELD_PICTURES = 'x-held-pictures';
/** How late a late server is: the head of a page comes at once, then its body, its style, its pictures. */
const LATE_MS = { 'text/html': 40, 'text/css': 120, 'image/': 200 };

/** The rules of a `_headers` file: a path, then indented lines of name and value. */
export function readHeaders(letters) {
  const rules = [];
  for (const line of letters.split(/\r?\n/)) {
    if (!line.trim() || line.trim().startsWith('#')) continue;
    if (!/^\s/.test(line)) rules.push({ path: line.trim(), headers: {} });
    else {
      const [name, ...value] = line.trim().split(':');
      if (rules.length) rules.at(-1).headers[name.trim().toLowerCase()] = value.join(':').trim();
    }
  }
  return rules;
}

/** What the rules say about one path; a later rule wins. */
export function headersFor(rules, at) {
  const matches = (pattern) => new RegExp(`^${pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`).test(at);
  return Object.assign({}, ...rules.filter((rule) => matches(rule.path)).map((rule) => rule.headers));
}

/** Starts a server for one folder, a late one if asked; gives its origin, a way to let go of held pictures, and one to stop it. */
export async function serve(root, { late = false } = {}) {
  const rulesFile = path.join(root, '_headers');
  const rules = fs.existsSync(rulesFile) ? readHeaders(fs.readFileSync(rulesFile, 'utf8')) : [];
  const held = new Map();
  const server = http.createServer((request, response) => answer({ root, rules, late, held }, request, response));
  // a connection that the server closed for being quiet would be a page that failed for no fault of its own
  Object.assign(server, { keepAliveTimeout: 0, headersTimeout: 0, requestTimeout: 0 });
  await new Promise((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    letGo: (name) => { held.get(name)?.forEach((send) => send()); held.set(name, null); },
    stop: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
  };
}

function answer({ root, rules, late, held }, request, response) {
  const at = decoded(new URL(request.url, 'http://127.0.0.1').pathname);
  const found = fileAt(root, at);
  const lost = path.join(root, '404.html');
  const file = found ?? (fs.existsSync(lost) ? lost : null);
  const kind = (file && KINDS[path.extname(file).slice(1).toLowerCase()]) || 'application/octet-stream';
  const headers = { ...headersFor(rules, at), 'content-type': file ? kind : 'text/plain', 'cache-control': 'no-cache' };
  const letters = file ? fs.readFileSync(file) : Buffer.from('Not found');
  const squeezed = SQUEEZED.test(kind) && /gzip/.test(request.headers['accept-encoding'] ?? '');
  if (squeezed) headers['content-encoding'] = 'gzip';
  const send = () => {
    if (late && found && kind.startsWith('text/html')) return sendInTwo(response, headers, letters, squeezed);
    const body = squeezed ? zlib.gzipSync(letters, { level: 9 }) : letters;
    response.writeHead(found ? 200 : 404, { ...headers, 'content-length': body.length });
    return response.end(body);
  };
  const holder = request.headers[HELD_PICTURES];
  const wait = late && Object.entries(LATE_MS).find(([start]) => kind.startsWith(start))?.[1];
  if (holder && kind.startsWith('image/') && held.get(holder) !== null) held.set(holder, [...held.get(holder) ?? [], send]);
  else if (wait && !kind.startsWith('text/html')) setTimeout(send, wait);
  else send();
}

/** A page whose head is there before its body. */
function sendInTwo(response, headers, letters, squeezed) {
  const cut = letters.indexOf('</head>');
  const body = squeezed ? zlib.createGzip({ level: 9 }) : new PassThrough();
  response.writeHead(200, headers);
  body.pipe(response);
  body.write(letters.subarray(0, cut));
  body.flush?.();
  setTimeout(() => body.end(letters.subarray(cut)), LATE_MS['text/html']);
}

function decoded(letters) {
  try { return decodeURIComponent(letters); } catch { return letters; }
}

/** The file that a path means, never one outside the folder. */
function fileAt(root, at) {
  const full = path.join(root, path.posix.normalize(at));
  if (full !== root && !full.startsWith(root + path.sep)) return null;
  return [full, path.join(full, 'index.html')].find((candidate) => fs.existsSync(candidate) && fs.statSync(candidate).isFile()) ?? null;
}
