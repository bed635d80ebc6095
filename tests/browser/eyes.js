// Put into every measured page as `eyes`: what can be seen there, and how. Checks call it from inside the page.
(() => {
  const BLOCKS = 'address,blockquote,body,caption,dd,details,div,dt,fieldset,figcaption,figure,footer,form,h1,h2,h3,h4,h5,h6,header,label,legend,li,main,nav,p,pre,section,summary,td,th,article,aside';
  /** The parts that carry running text. */
  const RUNNING = 'p,li,dd,td,blockquote,figcaption';

  const name = (e) => {
    const kind = e.localName + (e.id ? `#${e.id}` : '') + [...e.classList].slice(0, 2).map((c) => `.${c}`).join('');
    const words = (e.innerText || e.getAttribute('aria-label') || '').replace(/\s+/g, ' ').trim().slice(0, 40);
    return words ? `${kind} “${words}”` : kind;
  };

  /** Whether an element is drawn where somebody can see it: not folded away, not shrunk to a dot, not off the page. */
  const shown = (e) => {
    if (!e.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true })) return false;
    const box = e.getBoundingClientRect();
    if (box.width < 2 || box.height < 2 || box.right + scrollX <= 0 || box.bottom + scrollY <= 0) return false;
    for (let n = e; n && n !== document.body; n = n.parentElement) {
      const style = getComputedStyle(n);
      if (style.clipPath === 'inset(50%)' || style.clipPath === 'inset(100%)' || (style.position === 'absolute' && /^rect\((0px|1px)/.test(style.clip))) return false;
      const around = n.getBoundingClientRect();
      if (style.overflow !== 'visible' && (around.width < 3 || around.height < 3)) return false;
    }
    return true;
  };

  /** Every shown text with the element that styles it. */
  const texts = () => {
    const found = [];
    const seen = new Map();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const element = node.parentElement;
      if (!node.data.trim() || element.closest('script,style,noscript,template')) continue;
      if (!seen.has(element)) seen.set(element, shown(element));
      if (seen.get(element)) found.push({ node, element });
    }
    return found;
  };

  /** The shown blocks that hold text directly, each with its texts. */
  const blocks = () => {
    const found = new Map();
    for (const { node, element } of texts()) {
      const block = element.closest(BLOCKS) ?? document.body;
      if (!found.has(block)) found.set(block, []);
      found.get(block).push(node);
    }
    return found;
  };

  /** The lines of a block as drawn, each with its box and the number of letters in it. */
  const lines = (nodes) => {
    const found = [];
    const range = document.createRange();
    for (const node of nodes) {
      for (const word of node.data.matchAll(/\S+/g)) {
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        for (const box of range.getClientRects()) addWord(found, box, word[0].length);
      }
    }
    return found;
  };

  const addWord = (found, box, letters) => {
    const middle = (box.top + box.bottom) / 2;
    const line = found.at(-1);
    const same = line && middle > line.top && middle < line.bottom && box.left > line.left - 1;
    if (!same) found.push({ left: box.left, right: box.right, top: box.top, bottom: box.bottom, letters });
    else {
      // a gap wider than a hair is a space; letters that touch are one word in two elements
      line.letters += letters + (box.left - line.right > 1 ? 1 : 0);
      Object.assign(line, { right: Math.max(line.right, box.right), top: Math.min(line.top, box.top), bottom: Math.max(line.bottom, box.bottom) });
    }
  };

  const paint = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
  const painted = new Map();
  /** Any CSS colour as red, green, blue and opacity. */
  const rgba = (colour) => {
    if (!painted.has(colour)) {
      paint.clearRect(0, 0, 1, 1);
      paint.fillStyle = colour;
      paint.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = paint.getImageData(0, 0, 1, 1).data;
      painted.set(colour, [r, g, b, a / 255]);
    }
    return painted.get(colour);
  };

  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);

  /** The colour behind an element: what its ancestors paint, down to the browser's own canvas. */
  const backdrop = (e) => {
    const layers = [];
    for (let n = e; n; n = n.parentElement) layers.push(rgba(getComputedStyle(n).backgroundColor));
    return layers.reverse().reduce((below, layer) => over(layer, below), canvas());
  };

  const canvases = new Map();
  /** The browser's own canvas, which is dark where the page says that it has a dark scheme. Looked up once a scheme, because the look changes the page. */
  const canvas = () => {
    const scheme = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query).matches).join();
    if (!canvases.has(scheme)) {
      const probe = Object.assign(document.createElement('i'), { style: 'background:Canvas' });
      document.documentElement.append(probe);
      canvases.set(scheme, rgba(getComputedStyle(probe).backgroundColor));
      probe.remove();
    }
    return canvases.get(scheme);
  };

  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  /** The contrast of two opaque colours, from 1 to 21. */
  const contrast = (a, b) => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
  };

  /** The size that a reader's own settings give to letters that no style sizes. */
  const ownLetters = () => {
    const probe = Object.assign(document.createElement('i'), { style: 'font-size:medium!important' });
    document.documentElement.append(probe);
    const size = parseFloat(getComputedStyle(probe).fontSize);
    probe.remove();
    return size;
  };

  /** What a page that has come will never be, however long one waits, in words; nothing when it can still be the one that was asked for. */
  const wrong = ({ address, styled, still, scheme, media }) => {
    const is = (query) => matchMedia(query).matches;
    const unstyled = styled && styles().find((link) => answerTo(link) && answerTo(link).responseStatus !== 200);
    if (address && location.href.split('#')[0] !== address) return `it is ${location.href}, not ${address}`;
    if (unstyled) return `its style ${unstyled.href} did not come`;
    if (media !== undefined && is('print') !== (media === 'print')) return media === 'print' ? 'it is shown as on a screen, not as printed' : 'it is shown as printed';
    if (scheme && (is('(prefers-color-scheme: dark)') !== (scheme === 'dark') || is('(forced-colors: active)') !== (scheme === 'forced'))) return `it is not shown in ${scheme} colours`;
    if (still && !(is('(prefers-reduced-motion: reduce)') && document.adoptedStyleSheets.length)) return 'things may move on it';
    return '';
  };

  /** What is still to come before the page is the one that was asked for. */
  const lacking = ({ styled, width, height, letters }) => {
    if (styled && !styles().every((link) => link.sheet && answerTo(link))) return 'its style has not come';
    if (width && (innerWidth !== width || innerHeight !== height)) return `it is ${innerWidth} by ${innerHeight} px, not ${width} by ${height}`;
    if (document.fonts.status !== 'loaded') return 'its letters have not come';
    if ([...document.images].some((image) => !image.complete)) return 'its pictures have not come';
    if (letters && ownLetters() !== letters) return `letters are ${ownLetters()} px where no style sizes them, not ${letters}`;
    return '';
  };

  /** How a style was answered for; a link to one that was not to be had looks like any other. */
  const answerTo = (link) => performance.getEntriesByName(link.href).at(-1);
  const styles = () => [...document.querySelectorAll('link[rel~=stylesheet]:not([rel~=alternate])')];

  /** Pictures that wait until they are scrolled to are sent for; each is ready to be drawn, or known not to come. */
  const pictures = () => Promise.all([...document.images].map((image) => { image.loading = 'eager'; return image.decode().catch(() => {}); }));

  /** Comes back in the turn in which the page is seen to be the one that was asked for. */
  const arrived = async (asked) => {
    const since = performance.now();
    for (;;) {
      const whole = document.readyState === 'complete';
      if (whole) await Promise.all([pictures(), document.fonts.ready]);
      const never = whole && wrong(asked);
      const yet = whole ? lacking(asked) : 'it has not come whole';
      if (!never && !yet) return;
      if (never || performance.now() - since > asked.patience) throw new Error(`this is not the page that was asked for: ${never || yet}`);
      await new Promise((again) => { setTimeout(again, 10); });
    }
  };

  /** Refuses what was read from a page that changed meanwhile. */
  const unchanged = (asked) => {
    const why = wrong(asked) || lacking(asked);
    if (why) throw new Error(`the page changed while it was read: ${why}`);
  };

  /** Comes back when what has been changed so far has been drawn. */
  const drawn = () => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });

  window.eyes = { arrived, unchanged, drawn, RUNNING, name, shown, texts, blocks, lines, rgba, over, backdrop, contrast };
})();
