// What the law wants a home's website to show: the inspector's rating, how to complain, who is on your side.
import { ancestry, attribute, said, whereIs } from './pages.mjs';
import { destination, linksOf } from './links.mjs';

export const checks = {
  rating: 'the welcome page says, as text in its main part, how the inspector rates the home, with a link to the home’s page there',
  'rating-step': 'the rating is one step from every page',
  complaints: 'the page for somebody who is unhappy is one step from every page',
  advocacy: 'the page about someone on your side is one step from every page',
};

const INSPECTOR = /\bCQC\b|Care Quality Commission/;
// the verdicts as the inspector writes them, capital and all: “a good place to live” is not one
const RATED = /^(?=[^]*\brat(?:ed|es|ing|ings)\b)(?=[^]*\b(?:Outstanding|Good|Requires improvement|Inadequate)\b)/;
const NOT_RATED = /\b(?:not|no)\b[^.]{0,60}\b(?:rated|rating|inspected|inspection)\b/i;
const HOME_AT_INSPECTOR = /^https:\/\/www\.cqc\.org\.uk\/(location|provider)\/1-\d+/;
// longer than this, and the inspector and a word such as “good” may have met by chance
const ONE_PASSAGE = 900;

/** The pages that owe a reader these steps. Without an address the page for a wrong one cannot link to anything, for it cannot know how deep it is shown. */
const owing = (site) => site.pages.filter((page) => page.file !== '404.html' || site.address);

export function ofSite(site) {
  return [...rating(site), ...ratingStep(site), ...oneStep(site, 'complaints', /complain|unhappy/i), ...oneStep(site, 'advocacy', /advoca|your-side|on your side/i)];
}

const showsRating = (element) => {
  const words = said(element);
  return words.length <= ONE_PASSAGE && INSPECTOR.test(words) && (RATED.test(words) || NOT_RATED.test(words));
};

/** The smallest element in the main part of a page that names the inspector and its verdict. */
function ratingOn(page) {
  if (!page.main) return undefined;
  const inMain = page.elements.filter((e) => e !== page.main && [...ancestry(e)].includes(page.main));
  return inMain.filter(showsRating).sort((a, b) => said(a).length - said(b).length)[0];
}

function rating(site) {
  const page = site.byFile.get('index.html');
  const passage = ratingOn(page);
  if (!passage) return [{ check: 'rating', page: page.file, what: 'no passage in <main> names the Care Quality Commission and its rating (or says that there is none yet)', where: 'main' }];
  const linked = linksOf(page).some((link) => HOME_AT_INSPECTOR.test(attribute(link, 'href')) && [...ancestry(link)].includes(page.main));
  return linked ? [] : [{ check: 'rating', page: page.file, what: 'no link in <main> to the home’s own page at https://www.cqc.org.uk/location/…', where: whereIs(passage) }];
}

function ratingStep(site) {
  const welcome = site.byFile.get('index.html');
  const passage = ratingOn(welcome);
  // a link to another part of the welcome page would land past the rating
  const landsOnRating = (hash) => {
    const target = hash && welcome.elements.find((e) => attribute(e, 'id') === hash);
    return !hash || !passage || !target || [...ancestry(passage)].includes(target) || [...ancestry(target)].includes(passage);
  };
  return owing(site).filter((page) => page !== welcome && !ratingOn(page)).flatMap((page) => {
    const step = linksOf(page).map((link) => destination(site, page.file, attribute(link, 'href'))).some((to) => to.file === 'index.html' && landsOnRating(to.hash));
    return step ? [] : [{ check: 'rating-step', page: page.file, what: 'neither shows the rating nor links to it on the welcome page', where: '' }];
  });
}

function oneStep(site, check, name) {
  const named = site.pages.filter((page) => name.test(page.file));
  const wanted = named.length ? named : site.pages.filter((page) => page.headings.some((h) => h.tagName === 'h1' && name.test(said(h))));
  if (!wanted.length) return [{ check, page: 'index.html', what: 'the site has no such page', where: '' }];
  const files = new Set(wanted.map((page) => page.file));
  return owing(site).filter((page) => !files.has(page.file)).flatMap((page) => {
    const step = linksOf(page).some((link) => files.has(destination(site, page.file, attribute(link, 'href')).file));
    return step ? [] : [{ check, page: page.file, what: `no link to ${wanted[0].file}`, where: '' }];
  });
}
