import type { Browser } from '@playwright/test'
import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { openPage, portsAddress, serveApp, signIn } from '../page/stage'
import { measureStart } from '../start/measure'
import { inSteps, type Picture } from './pictures'

/** The largest size of a strip. */
const largestBytes = 150_000

/**
 * Records what is seen of a throttled start, from the navigation until its ports are painted, and writes it as a strip of
 * pictures with their times.
 */
export async function recordStart(browser: Browser, path: string) {
  const app = await serveApp({ components: 1, portsPerComponent: 10 })
  const { context, page, session } = await openPage(browser)
  await signIn(context, app.url)
  // The gateway's first answer takes longer than any other.
  await context.request.get(portsAddress(app))
  const frames: { at: number; data: string }[] = []
  session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    frames.push({ at: (metadata.timestamp ?? 0) * 1000, data })
    void session.send('Page.screencastFrameAck', { sessionId })
  })
  await session.send('Page.startScreencast', { format: 'jpeg', quality: 80, maxWidth: 720, maxHeight: 450 })
  const cost = await measureStart(page, session, portsAddress(app), { throttled: true })
  const began = await page.evaluate(() => performance.timeOrigin)
  await session.send('Page.stopScreencast')
  await context.close()
  await app.close()
  const shownAt = cost['visible, ms'] ?? Number.NaN
  const taken = frames.map(({ at, data }) => ({ ms: at - began, data })).filter(({ ms }) => ms > 0)
  await writeStrip(browser, inSteps(taken, shownAt), path)
}

async function writeStrip(browser: Browser, strip: readonly Picture[], path: string) {
  const { context, page } = await openPage(browser)
  const cells = strip.map(({ ms, data }) => {
    const image = data === '' ? '<div></div>' : `<img src="data:image/jpeg;base64,${data}">`
    return `<figure>${image}<figcaption>${(ms / 1000).toFixed(1)} s</figcaption></figure>`
  })
  await page.setViewportSize({ width: 1280, height: 420 })
  await page.setContent(`<style>
    body { display: grid; grid-template-columns: repeat(4, 1fr); gap: 8px; margin: 8px; background: #fff }
    figure { margin: 0; font: 13px system-ui, sans-serif; text-align: center }
    img, div { display: block; width: 100%; aspect-ratio: 1440 / 900; box-sizing: border-box; border: 1px solid #ced4da }
  </style>${cells.join('')}`)
  mkdirSync(dirname(path), { recursive: true })
  await page.locator('body').screenshot({ path, type: 'webp', quality: 80 })
  await context.close()
  const { size } = statSync(path)
  if (size > largestBytes) throw new Error(`${path} has ${size} bytes, more than ${largestBytes}`)
}
