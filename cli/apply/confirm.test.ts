import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { speechIn } from '../words/speech'
import { canAsk, confirm } from './confirm'

/** Asks, and returns what came of the answer and what was shown. */
async function answered(answer: string, number: number | null = null) {
  const input = new PassThrough()
  const output = new PassThrough()
  const confirmed = confirm({ input, output }, speechIn('en'), number).then(
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

test('takes only the number of the ports for a yes where many are deleted or opened', async () => {
  expect(await answered('12\n', 12)).toEqual({
    outcome: 'run',
    shown: '12 ports will be deleted or opened at the gateway. To run these steps, type 12: ',
  })
  for (const answer of ['yes\n', '11\n', '\n'])
    expect((await answered(answer, 12)).outcome).toMatchObject({ code: 1 })
})

test('asks only where somebody can see the question and answer it', () => {
  const terminal = Object.assign(new PassThrough(), { isTTY: true })
  const pipe = new PassThrough()
  expect(canAsk({ input: terminal, output: terminal })).toBe(true)
  expect(canAsk({ input: pipe, output: terminal })).toBe(false)
  expect(canAsk({ input: terminal, output: pipe })).toBe(false)
})
