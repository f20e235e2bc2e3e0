import { spawnSync } from 'node:child_process'
import { cpus, release, totalmem, type } from 'node:os'
import { currentSchema } from '../report/results'
import { agGridVersion } from '../rivals/serve'

const git = (...args: string[]) => spawnSync('git', args, { encoding: 'utf8' }).stdout.trim()

/** Returns when, where and on what it is measured. */
export function conditions(chromium: string) {
  const hasChanges = git('status', '--porcelain') !== ''
  return {
    ...currentSchema,
    date: new Date().toISOString(),
    commit: (git('rev-parse', '--short=10', 'HEAD') || 'unknown') + (hasChanges ? '+' : ''),
    machine: {
      cpu: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      system: `${type()} ${release()}`,
    },
    versions: { chromium, node: process.versions.node, agGrid: agGridVersion() },
  }
}
