import { createHash } from 'node:crypto'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Child, type ChildOptions, startChild, until } from './child'

export const project = fileURLToPath(new URL('../..', import.meta.url))

interface GatewayOptions extends Pick<ChildOptions, 'onOutput'> {
  readonly nodeArgs?: readonly string[]
  /** Starts what is in dist-gateway/ rather than the source. */
  readonly built?: boolean
}

/** Starts a gateway as a separate process, and waits until it listens. */
export function startGateway(
  env: Readonly<Record<string, string>>,
  { nodeArgs = [], onOutput, built = false }: GatewayOptions = {},
): Promise<Child> {
  return startChild({
    command: process.execPath,
    args: [...nodeArgs, ...(built ? ['dist-gateway/main.js'] : ['--import', 'tsx', 'gateway/main.ts'])],
    cwd: project,
    ...(onOutput !== undefined && { onOutput }),
    env: { NODE_ENV: 'production', HOST: '127.0.0.1', LOG_LEVEL: 'audit', ...env },
    ready: (output) =>
      until(
        () => output().includes('Portdeck: http'),
        () => `The gateway did not start:\n${output()}`,
      ),
  })
}

const notCopied = new Set(['node_modules', '.git', 'dist', 'dist-gateway', 'test-results', 'coverage'])

/** Copies the project into a new folder, like a fresh clone with installed dependencies, and returns its path. */
export function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'portdeck-dev-'))
  for (const name of readdirSync(project)) {
    if (!notCopied.has(name)) cpSync(join(project, name), join(copy, name), { recursive: true })
  }
  // A directory of links rather than one link keeps Vite's cache and the stamp of the installation separate.
  const modules = join(copy, 'node_modules')
  mkdirSync(modules)
  for (const name of readdirSync(join(project, 'node_modules'))) {
    if (!name.startsWith('.')) symlinkSync(join(project, 'node_modules', name), join(modules, name))
  }
  const lock = createHash('sha256').update(readFileSync(join(copy, 'package-lock.json')))
  writeFileSync(join(modules, '.portdeck-lock'), lock.digest('hex'))
  return copy
}
