// The planted faults: for every check, one small edit of the good site that this check must report.
//   check   the check that must report it
//   edit    {file: [from, to, …]}: letters to replace; `from` must be there, or the edit proves nothing. A function writes the file anew.
//   also    other checks that rightly see the same fault; any check that is not named here must stay silent
//   look    the pages that the browser opens: the pages edited, unless it says otherwise
import crypto from 'node:crypto';

const style = (from, to) => ({ 'style.css': [from, to] });
const END_OF_STYLE = '@page {';
/** Rules put in before the end of the style. */
const rules = (css) => style(END_OF_STYLE, `${css}\n${END_OF_STYLE}`);
const visiting = (...edits) => ({ 'visiting.html': edits });
const index = (...edits) => ({ 'index.html': edits });
const noise = (bytes) => crypto.createHash('shake256', { outputLength: bytes }).update('the same noise every time').digest();
const everyPage = (...edits) => Object.fromEntries(['index.html', 'visiting.html', 'complaints.html', 'advocacy.html'].map((file) => [file, edits]));

export const FAULTS = [
  // the frame
  { check: 'language', edit: visiting('lang="en-GB"', 'lang="en"') },
  { check: 'titles', edit: visiting('<title>Visiting: Alder Cottage', '<title>A short stay: Alder Cottage') },
  { check: 'descriptions', edit: visiting('Your visitors can come to Alder Cottage at any time, and stay for a meal.', 'Staying at Alder Cottage for a week or more: what it costs and how to ask.') },
  { check: 'viewport', edit: visiting('initial-scale=1', 'initial-scale=1, maximum-scale=1'), also: ['axe'] },
  { check: 'one-h1', edit: visiting('<h2>How do I get here?</h2>', '<h1>How do I get here?</h1>') },
  { check: 'heading-order', edit: visiting('<h2>What does a meal cost for a visitor?</h2>', '<h3>What does a meal cost for a visitor?</h3>'), also: ['axe-practice', 'nu'] },
  { check: 'landmarks', edit: visiting('<footer>', '<div>', '</footer>', '</div>'), also: ['axe-practice'] },
  { check: 'link-words', edit: index('Visitors can come along', 'Read more') },
  { check: 'no-script', edit: visiting('</head>', '<script>document.title += "";</script>\n</head>'), also: ['console'] },
  { check: 'data', edit: index('"+441632960140", "url"', 'null, "url"') },

  // links
  { check: 'relative-links', edit: visiting('href="complaints.html"', 'href="/complaints.html"'), also: ['disk'] },
  { check: 'broken-links', edit: index('<a href="visiting.html">Visitors', '<a href="visitors.html">Visitors'), also: ['disk'] },
  { check: 'broken-anchors', edit: visiting('index.html#rating', 'index.html#ratings') },
  { check: 'missing-files', edit: rules('.never { background: url(nowhere.png); }') },
  { check: 'reach', edit: everyPage('<li><a href="services/respite.html">A short stay</a></li>\n', '') },
  { check: 'lost-page', edit: { '404.html': ['<li><a href="https://www.aldercottage.example/visiting.html">', '<li><a href="visiting.html">'] } },

  // what the law wants shown
  { check: 'rating', edit: index(' It rated Alder Cottage Good in June 2026.', '') },
  { check: 'rating-step', edit: visiting('<a href="index.html">Alder Cottage</a>', 'Alder Cottage', '<p><a class="step" href="index.html#rating">How inspectors rate us</a></p>\n', '') },
  { check: 'complaints', edit: visiting('<li><a href="complaints.html">If you are unhappy</a></li>\n', ''), also: ['steps-shown'] },
  { check: 'advocacy', edit: visiting('<li><a href="advocacy.html">Someone on your side</a></li>\n', ''), also: ['steps-shown'] },

  // telephone numbers
  { check: 'phone-links', edit: visiting('<a class="number" href="tel:+441632960140">01632&nbsp;960140</a>', '<span class="number">01632&nbsp;960140</span>') },
  { check: 'phone-links', edit: visiting('After 9pm please ring the bell', 'In danger, ring 999. After 9pm please ring the bell') },
  { check: 'phone-digits', edit: visiting('tel:+441632960140', 'tel:+441632960141') },
  { check: 'phone-only', edit: visiting('<meta name="format-detection" content="telephone=no">\n', '') },
  { check: 'phone-only', edit: visiting('for testing.</p>', 'for testing. Company number <a class="number" href="tel:+441632960177">01632&nbsp;960177</a></p>') },
  { check: 'phone-zero', edit: visiting('>01632&nbsp;960140<', '>1632&nbsp;960140<') },
  { check: 'phone-whole', edit: { ...visiting('01632&nbsp;960140', '01632 960140'), ...style('font-weight: 700; white-space: nowrap;', 'font-weight: 700; width: min-content;') } },

  // marks of a missing fact
  { check: 'leftovers', edit: visiting('<td>£6</td>', '<td>None</td>') },
  { check: 'leftovers', edit: visiting('Take the number 14', 'Take the number {{ bus }}') },
  { check: 'leftovers', edit: visiting('Anyone you want to see', 'Anyone \uE000you want to see') },
  { check: 'leftovers', edit: visiting('content="Your visitors can come', 'content="undefined can come') },
  { check: 'gaps', edit: visiting('They do not need to book.', 'They do not need  to book.') },
  { check: 'gaps', edit: visiting('ask for Weir Lane.', 'ask for Lane .') },
  { check: 'empty-parts', edit: visiting('<td>Free</td>', '<td></td>') },
  { check: 'empty-parts', edit: index('<li>On Tuesdays Marrin brings her dog.</li>', '<li> </li>') },

  // the files around the pages
  { check: 'headers', edit: { _headers: ["; frame-ancestors 'none'", ''] } },
  { check: 'robots', edit: { 'robots.txt': ['Allow: /', 'Disallow: /'] } },
  { check: 'sitemap', edit: { 'sitemap.xml': ['</urlset>', '<url><loc>https://www.aldercottage.example/visiting.html</loc></url>\n</urlset>'] } },
  { check: 'favicon', edit: visiting('<link rel="icon" href="icon.svg" type="image/svg+xml">\n', '') },
  { check: 'papers', edit: index('1&nbsp;KB', '9&nbsp;KB') },

  // validators
  { check: 'nu', edit: visiting('After 9pm please', 'After <time>nine</time> please') },
  { check: 'html-validate', edit: visiting('<nav aria-label', '<nav role="navigation" aria-label') },
  { check: 'axe', edit: rules('main li a { text-decoration: none; }') },
  { check: 'axe-enhanced', edit: style('--ink: light-dark(#1c1a17,', '--ink: light-dark(#5f5a54,') },
  { check: 'axe-enhanced', edit: style('#f4efe4);', '#a09b94);') },
  { check: 'axe-practice', edit: visiting('<nav aria-label', '<p>Words outside every part of the page.</p>\n<nav aria-label') },
  { check: 'lighthouse', edit: index('<meta name="color-scheme"', '<meta name="robots" content="noindex">\n<meta name="color-scheme"'), lighthouse: true },

  // the way round
  { check: 'steps-shown', edit: rules('@media screen and (max-width: 500px) { nav li:nth-child(3) { display: none; } }'), look: ['visiting.html'] },
  { check: 'menu-open', edit: rules('@media (min-width: 700px) { nav li:nth-child(2) { display: none; } }'), look: ['visiting.html'] },

  // the strong parts of a page
  { check: 'alarm', edit: style('background: light-dark(#fff, #000); color', 'background: light-dark(#fff0f0, #200); color'), look: ['complaints.html'] },
  { check: 'alarm', edit: style('.danger { padding: 1rem; border: 4px', '.danger { padding: 1rem; border: 1px'), look: ['complaints.html'] },
  { check: 'contact-number', edit: rules('.contact p { font-size: 1.5rem; }'), look: ['complaints.html'] },

  // letters
  { check: 'body-size', edit: rules('@media screen { main p { font-size: .95em; } }') },
  { check: 'smallest-text', edit: rules('caption { font-size: .8rem; }'), look: ['visiting.html'] },
  { check: 'line-height', edit: rules('main p { line-height: 1.4; }') },
  { check: 'line-length', edit: style('max-width: 34rem;', 'max-width: 60rem;') },

  // other typefaces: each of these is hidden by a usual one as wide as DejaVu Sans or Arial
  { check: 'tables', edit: rules('@media screen and (max-width: 400px) { table, tbody, tr, th, td { display: block; } }'), look: ['visiting.html'] },
  { check: 'tables', edit: rules('main { max-width: 49ch; container-type: inline-size; } @container (max-width: 24em) { @media (min-width: 700px) { table, tbody, tr, th, td { display: block; } } }'), look: ['visiting.html'] },
  { check: 'tables', edit: { ...visiting('<td>Tea and cake</td>', '<td>Afternoon-tea-and-sandwiches</td>', '<td>Free</td>', '<td>Free of charge</td>'), ...rules('table { table-layout: fixed; width: 15ch; } td { overflow-wrap: anywhere; }') } },
  { check: 'typeface-reflow', edit: rules('details { width: 30ch; max-width: 100%; overflow: hidden; } summary { width: 18rem; }'), look: ['visiting.html'] },
  { check: 'typeface-lines', edit: rules('body { max-width: 43rem; }'), look: ['visiting.html'] },

  // a page made narrower, larger, wider spaced
  { check: 'reflow-320', edit: rules('h1 { min-width: 25rem; }'), also: ['text-spacing'] },
  { check: 'text-200', edit: rules('.home { height: 3rem; overflow: hidden; }') },
  { check: 'text-200', edit: rules('h1 { height: 8rem; }') },
  { check: 'text-spacing', edit: rules('.home { font-size: 2.5rem; white-space: nowrap; }') },
  { check: 'reader-size', edit: style('font: 1.25rem/1.6', 'font: 20px/1.6') },
  { check: 'targets', edit: rules('nav a { padding: 0; }') },

  // the keyboard
  { check: 'skip-link', edit: visiting('<a class="skip" href="#main">Go past the menu</a>\n', '', '</header>', '<p><a class="skip" href="#main">Go past the menu</a></p>\n</header>') },
  { check: 'skip-link', edit: visiting('href="#main"', 'href="#foot"', '<footer>', '<footer id="foot">') },
  { check: 'skip-link', edit: rules('.skip:focus { left: -999rem; position: absolute; }'), also: ['focus-visible'] },
  { check: 'tab-reach', edit: visiting('<a href="advocacy.html">', '<a tabindex="-1" href="advocacy.html">') },
  { check: 'focus-visible', edit: style('outline: 4px solid var(--accent)', 'outline: none') },
  { check: 'focus-visible', edit: style('outline: 4px solid var(--accent)', 'outline: 4px solid light-dark(#ddd, #fff)') },
  { check: 'focus-visible', edit: rules('nav li { clip-path: inset(0); } nav a { outline-offset: 40px !important; }') },
  { check: 'focus-obscured', edit: rules('@media screen { body::after { content: ""; position: fixed; inset: 30% 0 0 0; background: #777; } }'), look: ['visiting.html'] },
  { check: 'tab-trap', edit: visiting('</main>', '<script>addEventListener("keydown", (e) => { if (document.activeElement.localName === "summary") e.preventDefault(); });</script>\n</main>'), also: ['no-script', 'console'] },

  // weight
  { check: 'requests', edit: { ...visiting('<link rel="stylesheet" href="style.css">', '<link rel="stylesheet" href="style.css">\n<link rel="stylesheet" href="one.css">\n<link rel="stylesheet" href="two.css">'), 'one.css': () => 'i { color: inherit; }\n', 'two.css': () => 'b { color: inherit; }\n' } },
  { check: 'bytes', edit: style('/* A small', `/* ${noise(24_000).toString('base64')} A small`) },
  { check: 'photographs', edit: { 'photos/weir.jpg': (photo) => Buffer.concat([photo, noise(160_000)]) }, look: ['index.html'] },
  { check: 'third-party', edit: visiting('</main>', '<img src="https://counter.example/seen.gif" width="1" height="1" alt="">\n</main>'), also: ['console'] },
  { check: 'console', edit: visiting('<meta name="color-scheme"', '<meta http-equiv="Content-Security-Policy" content="frame-ancestors \'none\'">\n<meta name="color-scheme"') },
  { check: 'storage', edit: { _headers: ['  Referrer-Policy', '  Set-Cookie: seen=1; Path=/\n  Referrer-Policy'] } },
  { check: 'shift', edit: index(' width="640" height="360"', '') },
  { check: 'shift', edit: rules('img { aspect-ratio: auto; }'), look: ['index.html'] },

  // paper
  { check: 'print-navigation', edit: style('  nav, .skip, .step', '  .skip, .step') },
  { check: 'print-size', edit: style('font-size: 14pt;', 'font-size: 12pt;') },
  { check: 'print-width', edit: rules('@media print { main { width: 60rem; } }') },
  { check: 'print-addresses', edit: style('.outside::after', '.inside::after') },
  { check: 'print-screen-only', edit: style(', a[href$=".pdf"] { display', ' { display'), look: ['index.html'] },
  { check: 'print-sheets', edit: rules('@media print { h2 { break-before: page; } }'), look: ['complaints.html'] },
  { check: 'print-pdf', edit: style('size: A4;', 'size: A5;') },

  { check: 'disk', edit: visiting('<link rel="stylesheet"', '<link crossorigin="anonymous" rel="stylesheet"') },
];
