import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** A child process. */
export interface Child {
  readonly pid: number
  /** Returns the last 16,000 characters of its output. */
  output(): string
  /** Sends a signal, and resolves with the exit code once all output is read: null if a signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

export interface ChildOptions {
  readonly command: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** The signal that ends it when this process ends first. */
  readonly lastSignal?: NodeJS.Signals
  /** Called with everything that it writes. */
  readonly onOutput?: (text: string) => void
  /** Resolves when the process is ready; `output` returns its output so far. */
  readonly ready: (output: () => string) => Promise<void>
}

const rememberedCharacters = 16_000
const pollMs = 25
const startMs = 60_000

/** Polls `reached` until it is true. Throws an error with the text of `because` after `limitMs` milliseconds. */
export async function until(
  reached: () => boolean | Promise<boolean>,
  because: () => string,
  limitMs = startMs,
): Promise<void> {
  const giveUpAt = performance.now() + limitMs
  while (!(await reached())) {
    if (performance.now() > giveUpAt) throw new Error(because())
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}

/**
 * Starts a process and waits until it is ready. It never outlives this one.
 * Throws an error with its output if it ends before it is ready.
 */
export async function startChild(options: ChildOptions): Promise<Child> {
  const { command, args, env, cwd, lastSignal = 'SIGKILL', onOutput, ready } = options
  const child = spawn(command, [...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const read = (chunk: string) => {
    text = (text + chunk).slice(-rememberedCharacters)
    onOutput?.(chunk)
  }
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', read)
  const endWithUs = () => child.kill(lastSignal)
  process.on('exit', endWithUs)
  const ended = once(child, 'close').finally(() => process.off('exit', endWithUs))
  const tooEarly = ended.then(() => {
    throw new Error(`${command} ended before it was ready:\n${text}`)
  })
  await Promise.race([ready(() => text), tooEarly])
  tooEarly.catch(() => undefined)

  return {
    pid: child.pid ?? 0,
    output: () => text,
    async end(signal) {
      child.kill(signal)
      await ended
      return child.exitCode
    },
  }
}

/** Returns a free TCP port of the loopback interface. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return address !== null && typeof address === 'object' ? address.port : 0
}
