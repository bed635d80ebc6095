// Writes in the files of a home as an editor does, and looks at what the language server of VS Code for YAML says: what can stand there, what
// a key means, and where a mistake is. The home, its schemas and the settings of the editor are those that `homepack new` writes.
//   node tests/schema/check.mjs [HOMEPACK]      after tests/schema/install.sh
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const tools = join(process.env.HOMEPACK_TEST_TOOLS ?? join(here, '../../target/test-tools'), 'schema');
const homepack = resolve(process.argv[2] ?? join(here, '../../target/release/homepack'));
const folder = mkdtempSync(join(tmpdir(), 'homepack-schema-'));

// A home of one's own, begun from answers; the editor's settings come with it.
const answers = join(here, '../new/first.yaml');
const begun = spawnSync(homepack, ['new', 'content/rowan', '--answers', answers, '--today', '2026-11-22'], { cwd: folder });
if (begun.status !== 0) throw new Error(`homepack new ended with ${begun.status}: ${begun.stdout}${begun.stderr}`);
const settings = JSON.parse(readFileSync(join(folder, '.vscode/settings.json'), 'utf8'));

// The language server, spoken to as an editor speaks to it: a header, an empty line, a message.
const server = spawn(process.execPath, [join(tools, 'node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio'], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const waiting = new Map();
const diagnostics = new Map();
let number = 0;
let heard = Buffer.alloc(0);

const send = (message) => {
  const letters = JSON.stringify({ jsonrpc: '2.0', ...message });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(letters)}\r\n\r\n${letters}`);
};
const tell = (method, params) => send({ method, params });
const ask = (method, params) =>
  new Promise((done, failed) => {
    number += 1;
    waiting.set(number, { done, failed, method });
    send({ id: number, method, params });
  });

// What the server asks of an editor: its settings, and whatever else an editor may leave unanswered.
const configuration = ({ section }) =>
  section === 'yaml'
    ? { schemas: settings['yaml.schemas'], validate: true, hover: true, completion: true, schemaStore: { enable: false } }
    : null;
const answer = ({ id, method, params }) =>
  send({ id, result: method === 'workspace/configuration' ? params.items.map(configuration) : null });

const take = (message) => {
  if (message.method && message.id !== undefined) return answer(message);
  if (message.method === 'textDocument/publishDiagnostics') {
    const { uri, diagnostics: found } = message.params;
    const listener = diagnostics.get(uri);
    if (listener) listener(found);
    return undefined;
  }
  const asked = waiting.get(message.id);
  if (!asked) return undefined;
  waiting.delete(message.id);
  return message.error ? asked.failed(new Error(`${asked.method}: ${message.error.message}`)) : asked.done(message.result);
};
server.stdout.on('data', (bytes) => {
  heard = Buffer.concat([heard, bytes]);
  for (;;) {
    const end = heard.indexOf('\r\n\r\n');
    const length = end < 0 ? null : /Content-Length: (\d+)/i.exec(heard.subarray(0, end).toString());
    if (!length || heard.length < end + 4 + Number(length[1])) return;
    const letters = heard.subarray(end + 4, end + 4 + Number(length[1])).toString();
    heard = heard.subarray(end + 4 + Number(length[1]));
    take(JSON.parse(letters));
  }
});

// A file as somebody has it open, with the mistakes that the server finds in it.
const open = async (name, text) => {
  const uri = pathToFileURL(join(folder, 'content/rowan', name)).href;
  const found = new Promise((done) => diagnostics.set(uri, done));
  tell('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
  return { uri, found: await found };
};
const plain = (contents) =>
  [contents].flat().map((part) => (typeof part === 'string' ? part : part.value)).join('\n').replaceAll('\\', '').replaceAll('&nbsp;', ' ');

const failures = [];
const holds = (what, held, seen) => {
  console.log(`${held ? 'ok  ' : 'FAIL'}  ${what}`);
  if (!held) failures.push(`${what}: ${JSON.stringify(seen)}`);
};

const late = setTimeout(() => {
  console.error(`no answer to ${[...waiting.values()].map((asked) => asked.method).join(', ') || 'what was opened'}`);
  process.exit(1);
}, 120_000);

try {
  const root = pathToFileURL(folder).href;
  await ask('initialize', {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: 'homes' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: { completion: { completionItem: { documentationFormat: ['markdown'] } }, hover: {} },
    },
  });
  tell('initialized', {});
  tell('workspace/didChangeConfiguration', { settings: { yaml: configuration({ section: 'yaml' }) } });

  // Completion: the keys of a file with their meaning, and the few words that can stand at one.
  const provider = await open('provider.yaml', 'name: Rowan Care Limited\nlegal_status: \nleg');
  const keys = await ask('textDocument/completion', { textDocument: { uri: provider.uri }, position: { line: 2, character: 0 } });
  const named = keys.items.find((item) => item.label === 'phone');
  holds('the keys that can stand in a file are offered', Boolean(named), keys.items.map((item) => item.label));
  holds('each with its meaning', plain(named?.documentation ?? '').length > 10, named);
  const words = await ask('textDocument/completion', { textDocument: { uri: provider.uri }, position: { line: 1, character: 14 } });
  const offered = words.items.map((item) => item.label);
  holds('the words that can stand at a key are offered', ['charity', 'limited-company', 'partnership'].every((word) => offered.includes(word)), offered);

  // Hover: what a key means, in the words of `homepack explain`.
  const visiting = await open('visiting.yaml', 'any_time: yes\novernight: In your room.\n');
  const shown = await ask('textDocument/hover', { textDocument: { uri: visiting.uri }, position: { line: 1, character: 3 } });
  const explained = spawnSync(homepack, ['explain', 'visiting.overnight']).stdout.toString().replace(/\s+/g, ' ');
  const lines = plain(shown?.contents ?? '').split('\n').map((line) => line.trim());
  const same = lines.some((line) => line.length > 20 && explained.includes(line.slice(0, 40)));
  holds('a key is explained where the pointer rests', same, { shown, explained });
  holds('a file without a mistake has none', visiting.found.length === 0, visiting.found);

  // Mistakes: at the line where they are.
  const rooms = await open('fees.yaml', '# What it costs\nweekly: []\nwekly: 1\n');
  holds('an unknown key is marked on its line', rooms.found.some((one) => one.range.start.line === 2), rooms.found);
  holds('and on no other', rooms.found.every((one) => one.range.start.line === 2), rooms.found);
  const status = await open('people.yaml', 'named:\n  - id: rosa\n    role: the manager\n    nmae: Rosa\n');
  holds('also inside a list', status.found.length > 0 && status.found.every((one) => one.range.start.line === 3), status.found);
  const contact = await open('contacts/council.yaml', 'name: The council\nkind: nonsense\n');
  holds('a word that cannot stand at a key is marked', contact.found.some((one) => one.range.start.line === 1), contact.found);

  // The files as `homepack new` wrote them.
  for (const name of ['home.yaml', 'provider.yaml', 'complaints.yaml']) {
    const uri = pathToFileURL(join(folder, 'content/rowan', name)).href;
    tell('textDocument/didClose', { textDocument: { uri } });
    const own = await open(name, readFileSync(join(folder, 'content/rowan', name), 'utf8'));
    holds(`${name} as it was begun has no mistake`, own.found.length === 0, own.found);
  }
} finally {
  clearTimeout(late);
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
failures.forEach((failure) => console.error(failure.slice(0, 2000)));
console.log(failures.length === 0 ? 'the schemas do as an editor needs' : `${failures.length} not so`);
process.exit(failures.length === 0 ? 0 : 1);
