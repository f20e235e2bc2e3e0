import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { speechIn } from '../words/speech'
import { canAsk, confirm } from './confirm'

/** Asks, and returns what came of the answer and what was shown. */
async function answered(answer: string) {
  const input = new PassThrough()
  const output = new PassThrough()
  const confirmed = confirm({ input, output }, speechIn('en')).then(
    () => 'run',
    (error: unknown) => error,
  )
  input.end(answer)
  return { outcome: await confirmed, shown: String(output.read()) }
}

test('takes yes for a yes, and nothing else', async () => {
  expect(await answered('yes\n')).toEqual({ outcome: 'run', shown: 'Run these steps? Type “yes”: ' })
  for (const answer of ['y\n', 'no\n', '\n', ''])
    expect((await answered(answer)).outcome).toMatchObject({ code: 1 })
})

test('asks only where somebody can see the question and answer it', () => {
  const terminal = Object.assign(new PassThrough(), { isTTY: true })
  const pipe = new PassThrough()
  expect(canAsk({ input: terminal, output: terminal })).toBe(true)
  expect(canAsk({ input: pipe, output: terminal })).toBe(false)
  expect(canAsk({ input: terminal, output: pipe })).toBe(false)
})
