import { expect, test } from 'vitest'
import { createLogOutput } from './log-output'

const turnOfTheLoop = () => new Promise((resolve) => setImmediate(resolve))

test('lines of one turn are written together, in their order', async () => {
  const written: string[] = []
  const output = createLogOutput((text) => written.push(text))
  output('one\n', 'info')
  output('two\n', 'warn')
  expect(written).toEqual([])
  await turnOfTheLoop()
  expect(written).toEqual(['one\ntwo\n'])
  output('three\n', 'info')
  await turnOfTheLoop()
  expect(written).toEqual(['one\ntwo\n', 'three\n'])
})

test.each(['audit', 'error'] as const)('%s is written before anything else happens', async (level) => {
  const written: string[] = []
  const output = createLogOutput((text) => written.push(text))
  output('one\n', 'info')
  output('two\n', level)
  expect(written).toEqual(['one\ntwo\n'])
  await turnOfTheLoop()
  expect(written).toEqual(['one\ntwo\n'])
})
