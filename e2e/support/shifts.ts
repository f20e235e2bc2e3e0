import type { Page } from '@playwright/test'

/** An entry of the browser, which TypeScript doesn't know. */
interface Shift {
  sources: { node?: Node; previousRect: DOMRect; currentRect: DOMRect }[]
}

/**
 * Lists what moves by itself on a page, from its beginning. Must be called before the page is opened.
 * @param free a selector of what may move
 */
export async function watchShifts(page: Page, free = ':not(*)'): Promise<() => Promise<string[]>> {
  await page.addInitScript((mayMove) => {
    const moved: string[] = []
    Object.assign(window, { moved })
    const place = ({ x, y }: DOMRect) => `${x},${y}`
    new PerformanceObserver((list) => {
      for (const { sources } of list.getEntries() as (PerformanceEntry & Shift)[])
        for (const { node, previousRect, currentRect } of sources) {
          // A text that only ends elsewhere has not moved.
          if (place(previousRect) === place(currentRect)) continue
          const element = node instanceof Element ? node : node?.parentElement
          if (element?.closest(mayMove)) continue
          moved.push(
            `${element?.outerHTML.slice(0, 120)} from ${place(previousRect)} to ${place(currentRect)}`,
          )
        }
    }).observe({ type: 'layout-shift', buffered: true })
  }, free)
  return () => page.evaluate(() => (window as unknown as { moved: string[] }).moved)
}
