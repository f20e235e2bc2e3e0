// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { useFileDrop } from './use-file-drop'

afterEach(cleanup)

/** Drops a file on the page; returns whether the browser still does with it what it does by itself: leave the page. */
function drop(file: File): boolean {
  const transfer = { types: ['Files'], files: [file], dropEffect: 'copy' }
  const isLeft = ['dragover', 'drop'].map((type) =>
    document.dispatchEvent(
      Object.assign(new Event(type, { bubbles: true, cancelable: true }), { dataTransfer: transfer }),
    ),
  )
  return isLeft.some(Boolean)
}

test.each([true, false])('a dropped file never leaves the page, taken: %s', (isTaken) => {
  const taken: File[] = []
  renderHook(() => useFileDrop(isTaken, (file) => taken.push(file)))
  const file = new File(['port'], 'ports.csv')
  expect(drop(file)).toBe(false)
  expect(taken).toEqual(isTaken ? [file] : [])
})
