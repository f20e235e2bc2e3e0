import type { Page } from '@playwright/test'

declare global {
  interface Window {
    /** Resolves with the milliseconds from the awaited event to the paint that shows its effect. */
    untilPainted?: Promise<number>
  }
}

/** How long an effect may take to be seen. */
const patienceMs = 60_000

interface Watched {
  /** The event with which the time begins. */
  event: 'click' | 'keydown'
  /** The element whose markup changes: what a press toggles by itself is no part of it. */
  changes?: string
  /** Elements whose texts are looked at, and a text that comes or goes. */
  among?: string
  text?: string
}

/**
 * Begins to wait for an event in a page. The returned function resolves with the milliseconds from that event to the paint
 * that shows its effect. Both cost processor time of the page.
 */
export async function watchPaint(page: Page, watched: Watched): Promise<() => Promise<number>> {
  await page.evaluate(watch, { ...watched, patienceMs })
  return async () => {
    const ms = await page.evaluate(() => window.untilPainted)
    if (ms === undefined) throw new Error('The page was left')
    return ms
  }
}

/** Runs in the page. */
function watch({ event, changes, among, text, patienceMs }: Watched & { patienceMs: number }) {
  const look = () => {
    if (changes !== undefined) return document.querySelector(changes)?.outerHTML
    return [...document.querySelectorAll(among ?? '')].some(({ textContent }) => textContent.trim() === text)
  }
  window.untilPainted = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`Nothing changed: ${changes ?? text}`)), patienceMs)
    const begin = ({ timeStamp }: Event) => {
      const before = look()
      const frame = () => {
        if (look() === before) {
          requestAnimationFrame(frame)
          return
        }
        // The next task comes after the frame has been painted.
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now() - timeStamp)
        port2.postMessage(undefined)
      }
      requestAnimationFrame(frame)
    }
    addEventListener(event, begin, { capture: true, once: true })
  })
}
