import { spawn } from 'node:child_process'

interface Ended {
  readonly stdout: string
  readonly stderr: string
  readonly code: number | null
}

interface Running {
  readonly ended: Promise<Ended>
  readonly interrupt: () => void
  /** Resolves when standard error holds a text. */
  readonly says: (text: string) => Promise<void>
}

/** Starts the command line as a process, without a terminal. */
export function startPortdeck(args: readonly string[], env: Record<string, string>): Running {
  const child = spawn(process.execPath, ['--import', 'tsx', 'cli/main.ts', ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part))
  child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part))
  return {
    ended: new Promise((resolve) => child.once('close', (code) => resolve({ stdout, stderr, code }))),
    interrupt: () => void child.kill('SIGINT'),
    says: (text) =>
      new Promise((resolve) => {
        const look = () => {
          if (stderr.includes(text)) resolve()
        }
        child.stderr.on('data', look)
        look()
      }),
  }
}
