import type { Page } from '@playwright/test';

/** Texts of a page that are cut off: neither scrollable into view nor told in full by a title. */
export async function cutOffTexts(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const SLACK = 1.5;
    const dialogs = document.querySelectorAll('.dialog-frame');
    const top: Element = dialogs[dialogs.length - 1] ?? document.body;
    const cut: string[] = [];
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || !(node.textContent ?? '').trim() || !parent.checkVisibility()) continue;
      if (parent.closest('.hidden-text, svg, option')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      if (text.width === 0) continue;
      const box = parent.closest('[title]') === null ? parent.closest('button, [role=tab]') : null;
      const rect = box?.getBoundingClientRect();
      const reasons: string[] = [];
      if (rect && (text.right > rect.right + SLACK || text.left < rect.left - SLACK)) reasons.push('box');
      let across = false;
      let down = false;
      for (let up: Element | null = parent; up !== null && up !== document.body; up = up.parentElement) {
        const style = getComputedStyle(up);
        const edge = up.getBoundingClientRect();
        if (style.overflowX === 'auto' || style.overflowX === 'scroll') across = true;
        if (style.overflowY === 'auto' || style.overflowY === 'scroll') down = true;
        const told = up.closest('[title]') !== null && style.textOverflow === 'ellipsis';
        if (style.overflowX === 'hidden' && !across && !told && text.right > edge.right + SLACK)
          reasons.push('right');
        if (told) across = true;
        if (style.overflowY === 'hidden' && !down && text.bottom > edge.bottom + SLACK)
          reasons.push('bottom');
      }
      if (!across && text.right > window.innerWidth + SLACK) reasons.push('window');
      if (!down && text.bottom > window.innerHeight + SLACK) reasons.push('window');
      if (reasons.length > 0)
        cut.push(`${parent.className}: ${node.textContent?.slice(0, 50)} (${reasons.join()})`);
    }
    return cut;
  });
}

/** Visible texts and names that stand outside the pseudo-locale's brackets and that the lab has not said. */
export async function hardCoded(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const { heard = [] } = window as unknown as { heard?: readonly string[] };
    const said = heard.join('\n');
    const outside: string[] = [];
    // A sentence can be drawn in several pieces, so brackets are counted through the whole page.
    let depth = 0;
    const keepOutside = (text: string): void => {
      let part = '';
      for (const letter of text) {
        if (letter === '«') depth += 1;
        else if (letter === '»') depth -= 1;
        else if (depth === 0) part += letter;
      }
      outside.push(part);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent?.checkVisibility() && !parent.closest('style, script')) keepOutside(node.textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      for (const name of ['aria-label', 'title', 'placeholder']) {
        depth = 0;
        keepOutside(element.getAttribute(name) ?? '');
      }
    }
    const known = (piece: string): boolean =>
      !/\p{L}{2}/u.test(piece) || said.includes(JSON.stringify(piece).slice(1, -1));
    const isUnit = (piece: string): boolean => /^[\d.,]+\s*(bytes|KB|MB|GB|MBit\/s)$/.test(piece);
    const isId = (piece: string): boolean => /^([\da-f{}\- :x]+|\/o=.*)$/i.test(piece);
    const strange = outside.filter((text) => {
      const whole = text.trim();
      if (known(whole)) return false;
      const pieces = whole.split(/[,;:()[\]·\\]|\s[-–]\s|\s(?=\/o=)/).map((piece) => piece.trim());
      return pieces.some((piece) => !known(piece) && !isUnit(piece) && !isId(piece));
    });
    return [...new Set(strange)];
  });
}
