import { randomBytes } from 'node:crypto'
import type * as z from 'zod'
import { isLoopback, isWildcard } from '../http/address'
import { type Settings, settingsSchema } from './settings'

export interface Config extends Omit<Settings, 'SESSION_SECRET'> {
  /** The first one seals, all of them open. */
  readonly secrets: readonly string[]
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
  const read = settingsSchema.safeParse(given)
  const faults = read.success ? [] : read.error.issues.map(toFault)
  if (given['REQUIRE_CONSOLE'] === '1' && given['DEMO'] !== '1' && given['RAINBOND_URL'] === undefined) {
    faults.push('RAINBOND_URL is missing. Set it to the address of the console, or set DEMO=1 for the demo.')
  }
  if (given['DEMO'] === '1' && given['RAINBOND_URL'] !== undefined) {
    faults.push('DEMO=1 and RAINBOND_URL are mutually exclusive.')
  }
  if (given['TRUSTED_PROXIES'] !== undefined && (given['TRUST_PROXY'] ?? '0') !== '0') {
    faults.push('TRUST_PROXY and TRUSTED_PROXIES are mutually exclusive.')
  }
  if (!read.success || faults.length > 0) throw new ConfigError(faults)
  const { SESSION_SECRET, ...settings } = read.data
  return {
    ...settings,
    secrets: SESSION_SECRET ?? [randomBytes(32).toString('base64url')],
    warnings: warningsFor(read.data),
  }
}

function toFault({ path, message }: z.core.$ZodIssue): string {
  return `${path.join('.')} ${message}`
}

function warningsFor({ SESSION_SECRET, PUBLIC_URL, HOST, RAINBOND_URL }: Settings): string[] {
  const warnings: string[] = []
  if (SESSION_SECRET === undefined && RAINBOND_URL !== undefined) {
    warnings.push(
      'SESSION_SECRET is not set: sessions end with this process, and other replicas cannot open them.',
    )
  }
  if (PUBLIC_URL?.protocol === 'http:' && !isLoopback(PUBLIC_URL.hostname)) {
    warnings.push('PUBLIC_URL is plain http: tokens and cookies can be read in transit. Use https.')
  }
  if (PUBLIC_URL === undefined && isWildcard(HOST)) {
    warnings.push('PUBLIC_URL is not set: Portdeck answers only IP addresses and localhost, over plain http.')
  } else if (PUBLIC_URL === undefined && !isLoopback(HOST)) {
    warnings.push('PUBLIC_URL is not set: over plain http, tokens and cookies can be read in transit.')
  }
  return warnings
}
