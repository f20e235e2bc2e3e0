import { type Page, test } from '@playwright/test'

/** Returns the selected text of the page. */
export async function selectedText(page: Page): Promise<string | undefined> {
  // Firefox ends a block with a line break.
  return page.evaluate(() => window.getSelection()?.toString().trimEnd())
}

/** Reads the clipboard by pasting it into the filter, since the page itself may not read it. */
export async function pastedText(page: Page): Promise<string> {
  const filter = page.getByRole('textbox', { name: 'Filter ports' })
  await filter.fill('')
  await filter.press('Control+V')
  const text = await filter.inputValue()
  await filter.fill('')
  return text
}

/** Skips the test in other browsers than Chromium. */
function devTools(page: Page) {
  test.skip(page.context().browser()?.browserType().name() !== 'chromium', 'needs the DevTools protocol')
  return page.context().newCDPSession(page)
}

/** Delays all further requests of the page by `latency` milliseconds. Only in Chromium. */
export async function slowDown(page: Page, latency: number) {
  const browser = await devTools(page)
  await browser.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: -1,
    uploadThroughput: -1,
  })
}

/** Makes everything that the page computes take `rate` times as long. Only in Chromium. */
export async function slowProcessor(page: Page, rate: number) {
  const browser = await devTools(page)
  await browser.send('Emulation.setCPUThrottlingRate', { rate })
}

/**
 * Imitates a browser that translates the page: it replaces every visible text node by a copy in two `<font>` elements, so
 * that React's text nodes are detached.
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
