import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** A process of its own, with an id of its own to be killed and measured by. */
export interface Child {
  readonly pid: number
  /** What it has written so far, the last 16,000 characters. */
  output(): string
  /** Sends a signal and waits until the process has ended. */
  end(signal: NodeJS.Signals): Promise<void>
}

export interface ChildOptions {
  readonly command: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** What ends it for good when this process ends first. */
  readonly lastSignal?: NodeJS.Signals
  /** Resolves when it is ready; `output` gives what it has written so far. */
  readonly ready: (output: () => string) => Promise<void>
}

const rememberedCharacters = 16_000
const pollMs = 25
const startMs = 60_000

/** Asks again until `reached` says yes. Throws what `because` says after `limitMs` milliseconds. */
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
 * Throws with its output where it ends before it is ready.
 */
export async function startChild(options: ChildOptions): Promise<Child> {
  const { command, args, env, cwd, lastSignal = 'SIGKILL', ready } = options
  const child = spawn(command, [...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const read = (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-rememberedCharacters)
  }
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  const endWithUs = () => child.kill(lastSignal)
  process.on('exit', endWithUs)
  const ended = once(child, 'exit').finally(() => process.off('exit', endWithUs))
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
    },
  }
}

/** Gives a TCP port of the loopback interface that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return address !== null && typeof address === 'object' ? address.port : 0
}
