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

/** Asks whether the steps that were shown are to be run. Throws a `Failure` unless the answer is yes. */
export async function confirm({ input, output }: Terminal, { say }: Speech): Promise<void> {
  const lines = createInterface({ input, output })
  // Without an answer, as after Ctrl+D, the question is withdrawn.
  const closed = new Promise<string>((resolve) => lines.once('close', () => resolve('')))
  const answer = await Promise.race([lines.question(say('apply.question')), closed])
  lines.close()
  if (answer.trim().toLowerCase() !== 'yes') throw new Failure(() => say('apply.declined'))
}
