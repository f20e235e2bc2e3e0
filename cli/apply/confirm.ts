import { createInterface } from 'node:readline/promises'
import { Failure } from '../failure'
import type { Speech } from '../words/speech'

interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean | undefined }
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean | undefined }
}

export function canAsk({ input, output }: Terminal): boolean {
  return input.isTTY === true && output.isTTY === true
}

/**
 * Asks whether the steps that were shown are to be run. Throws a `Failure` unless the answer is yes; where many ports are
 * deleted or opened to the outside, unless it is their number.
 */
export async function confirm(
  { input, output }: Terminal,
  { say }: Speech,
  number: number | null,
): Promise<void> {
  const lines = createInterface({ input, output })
  // Without an answer, as after Ctrl+D, the question is withdrawn.
  const closed = new Promise<string>((resolve) => lines.once('close', () => resolve('')))
  const expected = number === null ? 'yes' : String(number)
  const question = number === null ? say('apply.question') : say('apply.numberQuestion', { count: expected })
  const answer = await Promise.race([lines.question(question), closed])
  lines.close()
  if (answer.trim().toLowerCase() !== expected) throw new Failure(() => say('apply.declined'))
}
