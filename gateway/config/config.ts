import { randomBytes } from 'node:crypto'
import type * as z from 'zod'
import { isLoopback, isWildcard } from '../http/address'
import { type Settings, settingsSchema } from './settings'

export interface Config extends Omit<Settings, 'SESSION_SECRET'> {
  /** The first seals, all open. */
  readonly secrets: readonly string[]
  /** What an operator should know although it starts, a sentence each. */
  readonly warnings: readonly string[]
}

/** The environment cannot be used; `faults` says what is wrong, a line for each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

/**
 * Takes the environment and gives the configuration; an empty variable counts as absent.
 * Throws `ConfigError` with every fault, not only the first.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = settingsSchema.safeParse(given)
  const faults = read.success ? [] : read.error.issues.map(toFault)
  if (given['REQUIRE_CONSOLE'] === '1' && given['DEMO'] !== '1' && given['RAINBOND_URL'] === undefined) {
    faults.push('RAINBOND_URL is missing. Give the address of the console, or DEMO=1 for the demo world.')
  }
  if (given['DEMO'] === '1' && given['RAINBOND_URL'] !== undefined) {
    faults.push('DEMO=1 and RAINBOND_URL exclude each other.')
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
      'SESSION_SECRET is not set: sessions end with this process, and a second replica cannot open them.',
    )
  }
  if (PUBLIC_URL?.protocol === 'http:' && !isLoopback(PUBLIC_URL.hostname)) {
    warnings.push('PUBLIC_URL is plain http: tokens and cookies can be read on the way. Use https.')
  }
  if (PUBLIC_URL === undefined && isWildcard(HOST)) {
    warnings.push('PUBLIC_URL is not set: only IP addresses and localhost are answered, over plain http.')
  } else if (PUBLIC_URL === undefined && !isLoopback(HOST)) {
    warnings.push('PUBLIC_URL is not set: plain http, so tokens and cookies can be read on the way.')
  }
  return warnings
}
