import type { Page } from '@playwright/test'

declare global {
  /** TypeScript doesn't know it yet. */
  interface PerformanceObserverInit {
    durationThreshold?: number
  }
  interface Window {
    /** The longest event of each interaction so far, in milliseconds, and the number of long tasks. */
    watched?: { interactions: Map<number, number>; longTasks: number; first: number }
  }
}

/** The shortest event that browsers report, in milliseconds. */
const reportedFrom = 16

/** Begins to collect how long interactions and tasks take. */
export async function watchInteractions(page: Page) {
  await page.evaluate((durationThreshold) => {
    const watched = {
      interactions: new Map<number, number>(),
      longTasks: 0,
      first: performance.interactionCount,
    }
    window.watched = watched
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!('interactionId' in entry) || typeof entry.interactionId !== 'number') continue
        if (entry.interactionId === 0) continue
        const longest = watched.interactions.get(entry.interactionId) ?? 0
        watched.interactions.set(entry.interactionId, Math.max(longest, entry.duration))
      }
    }).observe({ type: 'event', durationThreshold })
    new PerformanceObserver((list) => (watched.longTasks += list.getEntries().length)).observe({
      type: 'longtask',
    })
  }, reportedFrom)
}

/** Returns the duration of each interaction so far, in milliseconds. One that wasn't reported was shorter than 16 ms. */
export async function interactionsOf(page: Page): Promise<number[]> {
  const { reported, count } = await page.evaluate(() => ({
    reported: [...(window.watched?.interactions.values() ?? [])],
    count: performance.interactionCount - (window.watched?.first ?? 0),
  }))
  const unreported = Math.max(0, count - reported.length)
  return [...reported, ...Array.from({ length: unreported }, () => reportedFrom)]
}

/** Runs `act` in a page, and returns how many tasks took over 50 ms meanwhile. */
export async function longTasksOf(page: Page, act: () => Promise<unknown>): Promise<number> {
  const count = () =>
    page.evaluate(async () => {
      // Long tasks are told of a while later.
      await new Promise((resolve) => requestIdleCallback(resolve))
      return window.watched?.longTasks ?? 0
    })
  const before = await count()
  await act()
  return (await count()) - before
}
