// Serves a built website on this machine only, as an ordinary host would: gzip, the site's own _headers, its own page for a wrong address.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';

const KINDS = {
  html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', txt: 'text/plain; charset=utf-8', xml: 'application/xml',
  json: 'application/json', webmanifest: 'application/manifest+json', svg: 'image/svg+xml', ico: 'image/x-icon', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg',
  webp: 'image/webp', avif: 'image/avif', pdf: 'application/pdf', woff2: 'font/woff2',
};
const SQUEEZED = /^(text\/|application\/(xml|json|manifest)|image\/svg)/;
/** A request with this header waits for its pictures, so that a page that jumps when they come is seen to jump. */
export const SLOW_PICTURES = 'x-slow-pictures';
const PICTURE_DELAY_MS = 120;

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

/** Starts a server for one folder; gives its origin and a way to stop it. */
export async function serve(root) {
  const rulesFile = path.join(root, '_headers');
  const rules = fs.existsSync(rulesFile) ? readHeaders(fs.readFileSync(rulesFile, 'utf8')) : [];
  const server = http.createServer((request, response) => answer(root, rules, request, response));
  await new Promise((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    stop: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
  };
}

function answer(root, rules, request, response) {
  const at = decoded(new URL(request.url, 'http://127.0.0.1').pathname);
  const found = fileAt(root, at);
  const lost = path.join(root, '404.html');
  const file = found ?? (fs.existsSync(lost) ? lost : null);
  const kind = (file && KINDS[path.extname(file).slice(1).toLowerCase()]) || 'application/octet-stream';
  const headers = { ...headersFor(rules, at), 'content-type': file ? kind : 'text/plain', 'cache-control': 'no-cache' };
  let body = file ? fs.readFileSync(file) : Buffer.from('Not found');
  if (SQUEEZED.test(kind) && /gzip/.test(request.headers['accept-encoding'] ?? '')) {
    body = zlib.gzipSync(body, { level: 9 });
    headers['content-encoding'] = 'gzip';
  }
  headers['content-length'] = body.length;
  const send = () => { response.writeHead(found ? 200 : 404, headers); response.end(body); };
  if (request.headers[SLOW_PICTURES] && kind.startsWith('image/')) setTimeout(send, PICTURE_DELAY_MS);
  else send();
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
