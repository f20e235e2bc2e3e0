// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest'
import { guardInputMethods } from './input-method'

let stop: () => void
let heard: string[]
const hear = (event: KeyboardEvent) => heard.push(event.key)

beforeEach(() => {
  heard = []
  stop = guardInputMethods()
  window.addEventListener('keydown', hear, true)
})
afterEach(() => {
  stop()
  window.removeEventListener('keydown', hear, true)
})

function send<T extends Event>(event: T, at: number): T {
  Object.defineProperty(event, 'timeStamp', { value: at })
  document.body.dispatchEvent(event)
  return event
}
const press = (key: string, at: number, init: KeyboardEventInit = {}) =>
  send(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }), at)
const endComposition = (at: number) => send(new Event('compositionend', { bubbles: true }), at)

it('keeps the keys of a composition from everybody', () => {
  for (const key of ['Enter', 'Escape', 'ArrowDown', 'a']) press(key, 0, { isComposing: true })
  expect(heard).toEqual([])
})

it('keeps the keys that an input method has taken, as old browsers tell of them', () => {
  press('Enter', 0, { keyCode: 229 })
  expect(heard).toEqual([])
})

it('keeps the Enter or Escape that ended a composition, which WebKit tells of afterwards', () => {
  endComposition(1000)
  expect(press('Enter', 1040).defaultPrevented).toBe(true)
  press('Escape', 1050)
  press('a', 1060)
  expect(heard).toEqual(['a'])
})

it('lets every other key pass, and the next Enter too', () => {
  endComposition(1000)
  expect(press('Enter', 1101).defaultPrevented).toBe(false)
  press('Escape', 2000)
  expect(heard).toEqual(['Enter', 'Escape'])
})
