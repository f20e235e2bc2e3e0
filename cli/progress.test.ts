import { expect, test } from 'vitest'
import { createProgress } from './progress'

function written(output: { readonly isTTY: boolean; readonly columns?: number }) {
  const parts: string[] = []
  return { parts, progress: createProgress({ ...output, write: (text) => parts.push(text) }) }
}

test('writes over the same line of a terminal, and keeps what is said', () => {
  const { parts, progress } = written({ isTTY: true, columns: 6 })
  progress.show('1/2 商城')
  progress.tell('2/2')
  progress.say('stopped')
  progress.clear()
  expect(parts).toEqual(['1/2 ', '\r\u001b[K', '2/2', '\r\u001b[K', 'stopped\n'])
})

test('writes a line for each part that is finished where there is no terminal', () => {
  const { parts, progress } = written({ isTTY: false })
  progress.show('1/2')
  progress.tell('1/2 web\u001b[2J\nstopped')
  progress.clear()
  expect(parts).toEqual(['1/2 web [2J stopped\n'])
})
