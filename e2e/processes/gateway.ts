import { fileURLToPath } from 'node:url'
import { startChild, until, type Child } from './child'

export const project = fileURLToPath(new URL('../..', import.meta.url))

/** Starts a gateway as a process of its own, as the image does, and waits until it listens. */
export function startGateway(
  env: Readonly<Record<string, string>>,
  nodeArgs: readonly string[] = [],
): Promise<Child> {
  return startChild({
    command: process.execPath,
    args: [...nodeArgs, '--import', 'tsx', 'gateway/main.ts'],
    cwd: project,
    env: { NODE_ENV: 'production', HOST: '127.0.0.1', LOG_LEVEL: 'audit', ...env },
    ready: (output) =>
      until(
        () => output().includes('Portdeck: http'),
        () => `The gateway did not start:\n${output()}`,
      ),
  })
}
