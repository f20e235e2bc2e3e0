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

it('ignores the second half of a double-click on a row that moved below the pointer', () => {
  press('a1')
  press('b1', { at: 300, detail: 2 })
  expect(pressed).toEqual(['a1'])
})

it('ignores it on a row that replaced something else', () => {
  press('outside')
  press('b1', { at: 300 })
  expect(pressed).toEqual(['outside'])
})

it('allows two clicks on the same row', () => {
  press('a1')
  press('a1', { at: 200, detail: 2 })
  press('a2', { at: 300, detail: 2 })
  expect(pressed).toEqual(['a1', 'a1', 'a2'])
})

it('allows another row to be clicked elsewhere, later or by a key', () => {
  press('a1')
  press('b1', { at: 100, y: 54 })
  press('a1', { at: 700, y: 54 })
  press('b1', { at: 750, y: 54, detail: 0 })
  expect(pressed).toEqual(['a1', 'b1', 'a1', 'b1'])
})

it('allows another row to be clicked after the pointer was away, but not after it only trembled', () => {
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
