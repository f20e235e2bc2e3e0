/** What the process says by its exit code (docs/automation.md). */
export const exitCodes = { done: 0, error: 1, differences: 2, configuration: 3 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Ends a command with a message for the person who typed it. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly code: ExitCode = exitCodes.error,
  ) {
    super(message)
  }
}

export function misconfigured(message: string): Failure {
  return new Failure(message, exitCodes.configuration)
}
