// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { isForPage } from './key-shortcuts'

afterEach(() => document.body.replaceChildren())

/** Presses a key in an element and returns whether it is for the page. */
function isHeard(html: string, init: KeyboardEventInit = {}): boolean {
  document.body.innerHTML = html
  const heard: boolean[] = []
  document.addEventListener('keydown', (event) => heard.push(isForPage(event)), { once: true })
  const target = document.body.querySelector('[data-target]') ?? document.body
  target.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, ...init }))
  return heard.includes(true)
}

const takesText = ['text', 'search', 'number', 'password', 'email', 'url', 'tel', 'date', 'time']
it.each(takesText)('leaves the keys of an input of the type %s to it', (type) => {
  expect(isHeard(`<input type="${type}" data-target>`)).toBe(false)
})

it.each([
  '<input data-target>',
  '<textarea data-target></textarea>',
  '<select data-target></select>',
  '<p contenteditable="true"><b data-target>word</b></p>',
])('leaves the keys of %s to it', (html) => {
  expect(isHeard(html)).toBe(false)
})

const takesNone = ['radio', 'checkbox', 'button', 'submit', 'reset', 'range', 'color', 'file', 'image']
it.each(takesNone)('hears a key while an input of the type %s has the focus', (type) => {
  expect(isHeard(`<input type="${type}" data-target>`)).toBe(true)
})

it('hears a key anywhere else, but not with a modifier', () => {
  expect(isHeard('<button data-target>Refresh</button>')).toBe(true)
  expect(isHeard('')).toBe(true)
  expect(isHeard('', { ctrlKey: true })).toBe(false)
})
