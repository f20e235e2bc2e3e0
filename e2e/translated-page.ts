import type { Page } from '@playwright/test'

/**
 * Does to the page what a translating browser does: every text that is shown is replaced by a copy of it within two
 * `<font>` elements. The texts that React knows are in the document no more.
 */
export function translate(page: Page): Promise<void> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    const xhtml = 'http://www.w3.org/1999/xhtml'
    while (walker.nextNode()) {
      const { currentNode: node } = walker
      const parent = node.parentElement
      if (!(node instanceof Text) || parent === null) continue
      if (parent.closest('script, style, noscript, textarea, select, font')) continue
      texts.push(node)
    }
    for (const text of texts) {
      const outer = document.createElementNS(xhtml, 'font')
      const inner = document.createElementNS(xhtml, 'font')
      inner.textContent = text.data
      outer.append(inner)
      text.replaceWith(outer)
    }
  })
}
