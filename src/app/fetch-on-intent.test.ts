// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fetchOnIntent } from './fetch-on-intent'

const code: string[] = []
const data: string[] = []
let endReading: () => void = () => undefined
let leave: () => void

beforeEach(() => {
  vi.useFakeTimers()
  code.length = data.length = 0
  document.body.innerHTML = `
    <p>text</p>
    <a id="apps" href="/teams/a/regions/b/apps"><b>Apps</b></a>
    <a id="teams" href="/teams">Teams</a>
    <a id="here" href="${location.pathname}?q=a">Here</a>
    <a id="tab" href="/teams" target="_blank">In a new tab</a>
    <a id="away" href="https://elsewhere.test/teams">Away</a>`
  leave = fetchOnIntent({
    fetchCode: (path) => code.push(path),
    readData: (path) => {
      data.push(path)
      return new Promise<void>((resolve) => (endReading = resolve))
    },
  })
})

afterEach(() => {
  leave()
  vi.useRealTimers()
})

function pointAt(selector: string, pointerType = 'mouse', type = 'pointermove') {
  document.querySelector(selector)?.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType }))
}

test('the code comes at once, the data once pointer or focus have stayed', () => {
  pointAt('#apps b')
  expect(code).toEqual(['/teams/a/regions/b/apps'])
  vi.advanceTimersByTime(119)
  expect(data).toEqual([])
  vi.advanceTimersByTime(1)
  expect(data).toEqual(['/teams/a/regions/b/apps'])
})

test('the focus counts like the pointer', () => {
  document.querySelector('#teams')?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
  vi.advanceTimersByTime(120)
  expect([code, data]).toEqual([['/teams'], ['/teams']])
})

test('nothing is read for a link that is only passed', () => {
  pointAt('#apps')
  vi.advanceTimersByTime(100)
  pointAt('p')
  vi.advanceTimersByTime(500)
  expect(data).toEqual([])
})

test('staying on a link reads its data once', () => {
  pointAt('#apps')
  vi.advanceTimersByTime(60)
  pointAt('#apps b')
  vi.advanceTimersByTime(60)
  expect([code, data]).toEqual([['/teams/a/regions/b/apps'], ['/teams/a/regions/b/apps']])
})

test('one link is read at a time, and the last one that was meant comes next', async () => {
  pointAt('#apps')
  vi.advanceTimersByTime(120)
  pointAt('#teams')
  vi.advanceTimersByTime(120)
  expect(data).toEqual(['/teams/a/regions/b/apps'])
  endReading()
  await vi.advanceTimersByTimeAsync(0)
  expect(data).toEqual(['/teams/a/regions/b/apps', '/teams'])
})

test('the end of a read hurries nothing', async () => {
  pointAt('#apps')
  vi.advanceTimersByTime(120)
  pointAt('#teams')
  endReading()
  await vi.advanceTimersByTimeAsync(119)
  expect(data).toEqual(['/teams/a/regions/b/apps'])
  await vi.advanceTimersByTimeAsync(1)
  expect(data).toEqual(['/teams/a/regions/b/apps', '/teams'])
})

test('a link that was left while another one was being read is not read', async () => {
  pointAt('#apps')
  vi.advanceTimersByTime(120)
  pointAt('#teams')
  vi.advanceTimersByTime(120)
  pointAt('p')
  endReading()
  await vi.advanceTimersByTimeAsync(500)
  expect(data).toEqual(['/teams/a/regions/b/apps'])
})

test.each(['#here', '#tab', '#away', 'p'])('nothing is fetched for %s', (selector) => {
  pointAt(selector)
  vi.advanceTimersByTime(500)
  expect([code, data]).toEqual([[], []])
})

test('a link that comes to lie under a pointer at rest is not meant', () => {
  pointAt('#apps', 'mouse', 'pointerover')
  vi.advanceTimersByTime(500)
  expect([code, data]).toEqual([[], []])
})

test('a touch follows the link by itself', () => {
  pointAt('#apps', 'touch')
  vi.advanceTimersByTime(500)
  expect([code, data]).toEqual([[], []])
})
