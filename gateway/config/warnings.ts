import { isLoopback, isWildcard } from '../http/address'
import type { Settings } from './settings'

/** A random secret of 32 hexadecimal digits has about 14 different ones. */
const leastDifferentCharacters = 10
const longSessionMs = 24 * 3_600_000

/** Tells whether a secret was obviously not generated: few characters, a repetition, or the words of an example. */
function isWeak(secret: string): boolean {
  return (
    new Set(secret).size < leastDifferentCharacters ||
    /^(.{1,16}?)\1+.{0,15}$/s.test(secret) ||
    /change.?me|password|example|openssl|secret|portdeck|0123456789|abcdefgh/i.test(secret)
  )
}

/**
 * Returns one sentence for each setting that an operator should reconsider.
 * @param env holds what is not a setting of Portdeck but of Node
 */
export function warningsFor(settings: Settings, env: Readonly<Record<string, string | undefined>>): string[] {
  return [...secretWarnings(settings), ...addressWarnings(settings), ...consoleWarnings(settings, env)]
}

function secretWarnings({ SESSION_SECRET, RAINBOND_URL, SESSION_HOURS }: Settings): string[] {
  const warnings: string[] = []
  if (SESSION_SECRET === undefined && RAINBOND_URL !== undefined) {
    warnings.push(
      'SESSION_SECRET is not set: sessions end with this process, and other replicas cannot open them.',
    )
  }
  if (SESSION_SECRET?.some(isWeak)) {
    warnings.push(
      'SESSION_SECRET is easy to guess: whoever guesses it reads the token in every cookie. Use openssl rand -base64 48.',
    )
  }
  if (SESSION_HOURS > longSessionMs) {
    warnings.push('SESSION_HOURS is more than a day: a copied cookie works for as long.')
  }
  return warnings
}

function addressWarnings({ PUBLIC_URL, HOST }: Settings): string[] {
  const warnings: string[] = []
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

function consoleWarnings(
  { RAINBOND_URL, CHECK_MEMBERSHIP }: Settings,
  env: Readonly<Record<string, string | undefined>>,
): string[] {
  if (RAINBOND_URL === undefined) return []
  const warnings: string[] = []
  if (RAINBOND_URL.protocol === 'http:' && !isLoopback(RAINBOND_URL.hostname)) {
    warnings.push('RAINBOND_URL is plain http: every token can be read on the way to the console. Use https.')
  }
  if (env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') {
    warnings.push(
      'NODE_TLS_REJECT_UNAUTHORIZED=0: anybody can pose as the console. Use NODE_EXTRA_CA_CERTS instead.',
    )
  }
  if (!CHECK_MEMBERSHIP) {
    warnings.push('CHECK_MEMBERSHIP=0: everybody can change the ports of every team whose id they know.')
  }
  return warnings
}
