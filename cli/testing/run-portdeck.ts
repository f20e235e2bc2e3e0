import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

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

/** The command line as it is built for users. */
export interface BuiltPortdeck {
  /** Starts it as a process, without a terminal. */
  readonly start: (args: readonly string[], env: Record<string, string>) => Running
  readonly remove: () => void
}

/** Builds the command line: a process of it starts in half the time that the sources take. */
export async function buildPortdeck(): Promise<BuiltPortdeck> {
  // Inside the project, where it finds its dependencies.
  const folder = mkdtempSync(join('node_modules', '.portdeck-cli-'))
  await build({ configFile: 'vite.cli.config.ts', logLevel: 'warn', build: { outDir: folder } })
  return {
    start: (args, env) => start(join(folder, 'main.js'), args, env),
    remove: () => rmSync(folder, { recursive: true }),
  }
}

function start(main: string, args: readonly string[], env: Record<string, string>): Running {
  const child = spawn(process.execPath, [main, ...args], {
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
