import type { Browser } from '@playwright/test'
import { setTimeout as sleep } from 'node:timers/promises'
import { cpuMs, heapMiB, metric } from '../page/cost'
import { watchPaint } from '../page/painted'
import { scrollBy } from '../page/scrolled'
import { firstPort, openSubjects, type Subject } from '../page/subject'
import { serveRivals } from '../rivals/serve'
import { createTurns } from './turns'

type Turns = ReturnType<typeof createTurns>

const numbers = new Intl.NumberFormat('en-US')

/** The number of ports of a page that has all of them on the screen soon, and of a very large one. */
const sizes = [100, 10_000]
const scrollPx = 20_000
/** A letter that leaves one row in six, and not the first: that in `mysql`. */
const filterKey = 'y'

/** How long what an action has caused may take at first, in milliseconds; then twice as long, and so on. */
const restMs = 400

/** Measures the grids side by side: each subject has its turn before the next round begins. */
export async function measureGrid(browser: Browser, rounds: number) {
  const turns = createTurns('grid')
  const rivals = await serveRivals()
  for (const ports of sizes) {
    const subjects = await openSubjects(browser, rivals.url, ports)
    const at = `${numbers.format(ports)} ports`
    const actions = ports === Math.max(...sizes) ? [counting, switching, scrolling, filtering] : [switching]
    // The first round warms up.
    for (const action of actions) {
      for (const subject of subjects) await action(subject, createTurns('grid'), at)
      for (let round = 0; round < rounds; round += 1) {
        for (const subject of subjects) {
          await subject.page.bringToFront()
          await action(subject, turns, at)
        }
      }
    }
    for (const { close } of subjects) await close()
  }
  await rivals.close()
  return turns.measurements()
}

/** Waits until a page has nothing to do. Asking it costs time on its thread, so it is asked rarely and plainly. */
async function untilQuiet({ session, grid }: Subject) {
  const expression = `document.querySelector('${grid} [aria-busy="true"]') === null`
  for (let pause = restMs; ; pause *= 2) {
    await sleep(pause)
    const { result } = await session.send('Runtime.evaluate', { expression, returnByValue: true })
    if (result.value === true) return
  }
}

/** Runs `act` and whatever it causes, and returns the milliseconds until it was painted, and those of the processor. */
async function costOf(subject: Subject, watched: Parameters<typeof watchPaint>[1], act: () => Promise<void>) {
  const painted = await watchPaint(subject.page, watched)
  await untilQuiet(subject)
  const before = await cpuMs(subject.session)
  await act()
  await untilQuiet(subject)
  const cpu = (await cpuMs(subject.session)) - before
  return { painted: await painted(), cpu }
}

async function switching(subject: Subject, turns: Turns, at: string) {
  const { name, page, switchOf, cellOf } = subject
  const control = page.locator(switchOf(firstPort))
  const wasOn = await control.isChecked()
  const box = await control.boundingBox()
  if (box === null) throw new Error('The switch is out of sight')
  // Moving the pointer there is no part of it.
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  const { painted, cpu } = await costOf(subject, { event: 'click', changes: cellOf(firstPort) }, async () => {
    await page.mouse.down()
    await page.mouse.up()
  })
  turns.add('switch → painted', at, 'ms', name, painted)
  turns.add('switch, all CPU', at, 'ms', name, cpu)
  if ((await control.isChecked()) === wasOn) throw new Error(`The switch of ${name} didn't change`)
}

async function scrolling(subject: Subject, turns: Turns, at: string) {
  const { name, page, session, scroller } = subject
  const what = `scroll ${numbers.format(scrollPx)} px`
  const [cpuBefore, scriptBefore] = [await cpuMs(session), await metric(session, 'ScriptDuration')]
  const { missed, longTasks, reached } = await scrollBy(page, scrollPx, scroller)
  if (reached < scrollPx) throw new Error(`${name} scrolled only ${reached} px`)
  turns.add(`${what}, CPU`, at, 'ms', name, (await cpuMs(session)) - cpuBefore)
  const script = (await metric(session, 'ScriptDuration')) - scriptBefore
  turns.add(`${what}, script`, at, 'ms', name, script * 1000)
  turns.add(`${what}, missed frames`, at, '', name, missed)
  turns.add(`${what}, long tasks`, at, '', name, longTasks)
  await page.locator(subject.switchOf(firstPort)).waitFor()
  await untilQuiet(subject)
}

/** Filters by one key, after which the first port is left out, and clears the filter by another. */
async function filtering(subject: Subject, turns: Turns, at: string) {
  const { name, page, filter } = subject
  await page.locator(filter).focus()
  for (const key of [filterKey, 'Backspace']) {
    const watched = { event: 'keydown', among: subject.numbers, text: String(firstPort) } as const
    const { painted, cpu } = await costOf(subject, watched, () => page.keyboard.press(key))
    turns.add('filter key → painted', at, 'ms', name, painted)
    turns.add('filter key, CPU', at, 'ms', name, cpu)
  }
}

async function counting({ name, page, session, grid }: Subject, turns: Turns, at: string) {
  turns.add('heap', at, 'MiB', name, await heapMiB(session))
  turns.add('elements in view', at, '', name, await page.locator(`${grid} *`).count())
}
