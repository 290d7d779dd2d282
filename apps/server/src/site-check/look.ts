/*
 * These functions run inside the visited page: they use nothing from here but what they are given.
 */

/** Visible text and links of one frame. Hidden is what style hides, clips away, makes tiny or puts outside the page. */
export const lookAt = ({ mostText, mostLinks }: { readonly mostText: number; readonly mostLinks: number }) => {
  const pieces: string[] = [];
  const links: { address: string; text: string }[] = [];
  let length = 0;
  const clipped = (element: Element): boolean => {
    for (let above: Element | null = element; above !== null; above = above.parentElement) {
      const box = above.getBoundingClientRect();
      if ((box.width <= 2 || box.height <= 2) && getComputedStyle(above).overflow !== 'visible') return true;
    }
    return false;
  };
  const onPage = ({ width, height, right, bottom }: DOMRect): boolean =>
    width >= 2 && height >= 4 && right + window.scrollX > 0 && bottom + window.scrollY > 0;
  const shown = (element: Element): boolean => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { fontSize, color } = getComputedStyle(element);
    if (Number.parseFloat(fontSize) < 5 || /(?:,|\/)\s*0(?:\.0+)?\)$/.test(color.replace(/^rgb\(.*/, ''))) return false;
    return !clipped(element);
  };
  const readText = (node: Text): void => {
    const parent = node.parentElement;
    if (parent === null || node.data.trim() === '' || /^(?:script|style|noscript|template)$/i.test(parent.tagName))
      return;
    const range = document.createRange();
    range.selectNodeContents(node);
    if (![...range.getClientRects()].some(onPage) || !shown(parent)) return;
    pieces.push(node.data.slice(0, mostText - length));
    length += node.data.length + 1;
  };
  const readLink = (element: HTMLAnchorElement): void => {
    const picture = element.querySelector('img, svg');
    const seen =
      [...element.getClientRects()].some(onPage) || (picture !== null && onPage(picture.getBoundingClientRect()));
    if (links.length >= mostLinks || !seen || !shown(element)) return;
    const words =
      element.innerText || element.getAttribute('aria-label') || picture?.getAttribute('alt') || element.title;
    links.push({ address: element.href.slice(0, 2000), text: words.slice(0, 300) });
  };
  const left: Node[] = document.body === null ? [] : [document.body];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (length >= mostText) break;
    if (node instanceof Text) readText(node);
    if (node instanceof HTMLAnchorElement && node.hasAttribute('href')) readLink(node);
    const children = [...node.childNodes];
    if (node instanceof Element && node.shadowRoot !== null) children.push(...node.shadowRoot.childNodes);
    left.push(...children.toReversed());
  }
  return { text: pieces.join('\n'), links };
};

/** Brings the number into the middle of the picture. */
export const scrollToDigits = (digits: string): void => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if ((node.nodeValue ?? '').replace(/\D/g, '').includes(digits)) {
      node.parentElement?.scrollIntoView({ block: 'center' });
      return;
    }
};
