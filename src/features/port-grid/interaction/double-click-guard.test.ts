// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest'
import { guardDoubleClicks } from './double-click-guard'

let stop: () => void
let pressed: string[]

beforeEach(() => {
  document.body.innerHTML = `
    <button id="outside"></button>
    <div role="grid">
      <div data-id="a"><button id="a1"></button><button id="a2"></button></div>
      <div data-id="b"><button id="b1"></button></div>
    </div>`
  pressed = []
  stop = guardDoubleClicks()
  for (const button of document.querySelectorAll('button'))
    button.addEventListener('click', () => pressed.push(button.id))
})
afterEach(() => stop())

function press(id: string, { x = 10, y = 10, at = 0, detail = 1 } = {}) {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, clientX: x, clientY: y, detail })
  Object.defineProperty(event, 'timeStamp', { value: at })
  document.getElementById(id)?.dispatchEvent(event)
}

it('keeps the second half of a double-click from a row that came below the pointer', () => {
  press('a1')
  press('b1', { at: 300, detail: 2 })
  expect(pressed).toEqual(['a1'])
})

it('keeps it from a row that came where something else was', () => {
  press('outside')
  press('b1', { at: 300 })
  expect(pressed).toEqual(['outside'])
})

it('lets the same row be pressed twice', () => {
  press('a1')
  press('a1', { at: 200, detail: 2 })
  press('a2', { at: 300, detail: 2 })
  expect(pressed).toEqual(['a1', 'a1', 'a2'])
})

it('lets another row be pressed elsewhere, later, or by a key', () => {
  press('a1')
  press('b1', { at: 100, y: 54 })
  press('a1', { at: 700, y: 54 })
  press('b1', { at: 750, y: 54, detail: 0 })
  expect(pressed).toEqual(['a1', 'b1', 'a1', 'b1'])
})

it('lets another row be pressed where the pointer has been away in between, and not where it only trembled', () => {
  const move = (x: number) => {
    const event = new PointerEvent('pointermove', { bubbles: true, clientX: x, clientY: 10 })
    document.getElementById('a1')?.dispatchEvent(event)
  }
  press('a1')
  move(200)
  press('b1', { at: 100 })
  move(12)
  press('a1', { at: 200 })
  expect(pressed).toEqual(['a1', 'b1'])
})
