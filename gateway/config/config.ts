import { randomBytes } from 'node:crypto'
import type * as z from 'zod'
import { consoleProxy } from './console-proxy'
import { readSecretFile } from './secret-file'
import { type Settings, settingsSchema } from './settings'
import { warningsFor } from './warnings'

export interface Config extends Omit<Settings, 'SESSION_SECRET'> {
  /** The first one seals, all of them open. */
  readonly secrets: readonly string[]
  /** The proxy on the way to the console. */
  readonly proxy: URL | undefined
  /** One sentence for each setting that an operator should reconsider. */
  readonly warnings: readonly string[]
}

/** The environment cannot be used; `faults` has one line for each problem. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

/**
 * Reads the configuration from the environment; an empty variable counts as absent.
 * @throws ConfigError with all faults
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const file = readSecretFile(given)
  const read = settingsSchema.safeParse({ ...given, ...file.settings })
  const faults = read.success ? [...file.faults] : [...file.faults, ...read.error.issues.map(toFault)]
  if (given['REQUIRE_CONSOLE'] === '1' && given['DEMO'] !== '1' && given['RAINBOND_URL'] === undefined) {
    faults.push('RAINBOND_URL is missing. Set it to the address of the console, or set DEMO=1 for the demo.')
  }
  if (given['DEMO'] === '1' && given['RAINBOND_URL'] !== undefined) {
    faults.push('DEMO=1 and RAINBOND_URL are mutually exclusive.')
  }
  if (given['SESSION_CONCURRENCY'] !== undefined) {
    faults.push('SESSION_CONCURRENCY is now PERSON_CONCURRENCY.')
  }
  if (given['TRUSTED_PROXIES'] !== undefined && (given['TRUST_PROXY'] ?? '0') !== '0') {
    faults.push('TRUST_PROXY and TRUSTED_PROXIES are mutually exclusive.')
  }
  if (given['READ_ONLY_ROLES'] !== undefined && given['CHECK_MEMBERSHIP'] === '0') {
    faults.push('READ_ONLY_ROLES needs CHECK_MEMBERSHIP=1: roles come from the same list of teams.')
  }
  const proxy =
    read.success && read.data.RAINBOND_URL !== undefined ? consoleProxy(given, read.data.RAINBOND_URL) : {}
  if ('fault' in proxy) faults.push(proxy.fault)
  if (!read.success || faults.length > 0) throw new ConfigError(faults)
  const { SESSION_SECRET, ...settings } = read.data
  return {
    ...settings,
    secrets: SESSION_SECRET ?? [randomBytes(32).toString('base64url')],
    proxy: 'proxy' in proxy ? proxy.proxy : undefined,
    warnings: warningsFor(read.data, given),
  }
}

function toFault({ path, message }: z.core.$ZodIssue): string {
  return `${path.join('.')} ${message}`
}
