import type { Speech } from './words/speech'

/** What the process says by its exit code (docs/automation.md). */
export const exitCodes = {
  done: 0,
  error: 1,
  differences: 2,
  configuration: 3,
  unclear: 4,
  refused: 5,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Ends a command with a message for the person who typed it. Nothing has been sent by then. */
export class Failure extends Error {
  constructor(
    readonly words: (speech: Speech) => string,
    readonly code: ExitCode = exitCodes.error,
  ) {
    super()
  }
}

export function misconfigured(words: (speech: Speech) => string): Failure {
  return new Failure(words, exitCodes.configuration)
}
