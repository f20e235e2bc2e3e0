import type { Page } from '@playwright/test'

/** A frame is missed when the next comes later than this many times the usual distance. */
const lateFrom = 1.5
const frameMs = 1000 / 60

/**
 * Scrolls by 100 px in each frame, as far as `distance` px, and back to the top at the end.
 * @param scroller the element that scrolls; the page itself without one
 * @returns how many frames were missed, and how many tasks took over 50 ms
 */
export async function scrollBy(page: Page, distance: number, scroller: string | null) {
  return page.evaluate(scroll, { distance, scroller, lateFrom, frameMs })
}

interface Scrolling {
  distance: number
  scroller: string | null
  lateFrom: number
  frameMs: number
}

/** Runs in the page. */
async function scroll({ distance, scroller, lateFrom, frameMs }: Scrolling) {
  const element = scroller === null ? document.scrollingElement : document.querySelector(scroller)
  if (element === null) throw new Error(`Nothing scrolls: ${scroller}`)
  const frame = () => new Promise<number>(requestAnimationFrame)
  let longTasks = 0
  const watch = new PerformanceObserver((list) => (longTasks += list.getEntries().length))
  watch.observe({ type: 'longtask' })
  let missed = 0
  let last = await frame()
  for (let top = 100; top <= distance; top += 100) {
    element.scrollTop = top
    const now = await frame()
    if (now - last > lateFrom * frameMs) missed += Math.round((now - last) / frameMs) - 1
    last = now
  }
  const reached = element.scrollTop
  element.scrollTop = 0
  await frame()
  await new Promise((resolve) => requestIdleCallback(resolve))
  longTasks += watch.takeRecords().length
  watch.disconnect()
  return { missed, longTasks, reached }
}
