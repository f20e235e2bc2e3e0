import { BlockList, isIP } from 'node:net'
import * as z from 'zod'
import { logLevels } from '../observe/log'

const flag = z.enum(['0', '1'], { error: 'must be 0 or 1' }).transform((value) => value === '1')

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be a whole number from ${least} to ${most}`)

const duration = (unitMs: number) =>
  z
    .string()
    .regex(/^\d+(\.\d+)?$/, 'must be a number above 0')
    .transform((value) => Number(value) * unitMs)
    .refine((ms) => ms > 0, 'must be a number above 0')

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https address' })

/** Matches an origin with a path of names that every server reads the same way: no `..`, `//` or percent signs. */
const plainAddress = /^https?:\/\/[^/?#@\\]+(\/[\w~-][\w.~-]*)*\/?$/i

const publicAddress = httpUrl
  .regex(plainAddress, 'must be scheme, host, port and a path of letters, digits, "-", "_", "." and "~" only')
  .transform((value) => new URL(value))

const consoleAddress = httpUrl
  .transform((value) => new URL(value))
  .refine(
    ({ username, password, search, hash }) => username + password + search + hash === '',
    'must not contain a user, password, query or fragment',
  )
  .transform(withoutApiPath)

/** Drops the path of the API itself, which people copy along with the address. */
function withoutApiPath(address: URL): URL {
  const bare = new URL(address)
  bare.pathname = bare.pathname.replace(/\/openapi(\/v1)?\/*$/, '/')
  return bare
}

const addressRanges = z.string().transform((value, context) => {
  const ranges = new BlockList()
  for (const range of value.split(',').map((part) => part.trim())) {
    const [address = '', bits, ...rest] = range.split('/')
    const family = isIP(address)
    const most = family === 4 ? 32 : 128
    const length = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : Infinity
    if (family === 0 || length > most || rest.length > 0) {
      context.addIssue('must be addresses or ranges such as 10.0.0.0/8 or fd00::/8, separated by commas')
      return z.NEVER
    }
    ranges.addSubnet(address, length, family === 4 ? 'ipv4' : 'ipv6')
  }
  return ranges
})

const host = z
  .string()
  .refine(
    (value) => /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(value) || (isIP(value) === 6 && !value.includes('%')),
    'must be an IP address or a host name',
  )

const roleNames = z
  .string()
  .transform(
    (value) =>
      new Set(
        value
          .split(',')
          .map((name) => name.trim())
          .filter(Boolean),
      ),
  )
  .refine((names) => names.size > 0, 'must be names of roles, separated by commas')

const leastSecretBytes = 32

const secrets = z
  .string()
  .transform((value) => value.split(',').map((secret) => secret.trim()))
  .refine(
    (list) => list.every((secret) => Buffer.byteLength(secret) >= leastSecretBytes),
    `must be secrets of at least ${leastSecretBytes} bytes each, separated by commas`,
  )

/**
 * Every setting of the gateway: its name in the environment, its default (`prefault`), its meaning and how to parse it.
 * Durations become milliseconds. `--help` and the table in docs/operation.md come from here.
 */
export const settingsSchema = z.object({
  PORT: wholeNumber(0, 65535).prefault('8080').describe('Port to listen on; 0 chooses a free one.'),
  HOST: host.prefault('127.0.0.1').describe('Address to listen on.'),
  PUBLIC_URL: publicAddress
    .optional()
    .describe(
      'Where browsers reach Portdeck, with its path. https makes the cookie Secure. Default: http://HOST:PORT.',
    ),
  RAINBOND_URL: consoleAddress
    .optional()
    .describe('Address of the Rainbond console. Without it, Portdeck runs the demo on an embedded emulator.'),
  REQUIRE_CONSOLE: flag.prefault('0').describe('1: refuse to start without RAINBOND_URL (set in the image).'),
  DEMO: flag.prefault('0').describe('1: run the demo even if REQUIRE_CONSOLE is set.'),
  SESSION_SECRET: secrets
    .optional()
    .describe(
      'Secrets that seal sessions, at least 32 bytes each, separated by commas. The first seals, all open. Default: random.',
    ),
  SESSION_SECRET_FILE: z
    .string()
    .optional()
    .describe('A file with the value of SESSION_SECRET, read once at the start.'),
  SESSION_HOURS: duration(3_600_000).prefault('8').describe('Hours until a session ends, active or not.'),
  SESSION_IDLE_MINUTES: duration(60_000)
    .prefault('60')
    .describe(
      'Minutes of inactivity until a session ends. The page reports activity every 2 minutes, so use 5 or more.',
    ),
  READ_TIMEOUT_SECONDS: duration(1000).prefault('15').describe('Time limit for a read of the console.'),
  WRITE_TIMEOUT_SECONDS: duration(1000).prefault('30').describe('Time limit for a write to the console.'),
  UPSTREAM_CONCURRENCY: wholeNumber(1, 10_000)
    .prefault('64')
    .describe('Concurrent calls of the console in total.'),
  PERSON_CONCURRENCY: wholeNumber(1, 10_000)
    .prefault('16')
    .describe('Calls of one person that run, or whose answer has not left yet, at the same time.'),
  UPSTREAM_WAITING: wholeNumber(0, 100_000)
    .prefault('1024')
    .describe(
      'Calls that may wait for a turn, a quarter of them of one person. Further calls are refused and may be retried.',
    ),
  READ_BURST: wholeNumber(1, 1_000_000).prefault('5000').describe('Reads that a person may send in a burst.'),
  WRITE_BURST: wholeNumber(1, 1_000_000)
    .prefault('600')
    .describe('Writes that a person may send in a burst.'),
  SIGN_IN_FAILURES: wholeNumber(1, 1_000_000)
    .prefault('20')
    .describe('Sign-ins with a wrong token that one address may try in a burst.'),
  SIGN_IN_FAILURES_IN_ALL: wholeNumber(1, 1_000_000)
    .prefault('200')
    .describe('Wrong tokens of all addresses after which those that sent one are refused.'),
  REFILL_MINUTES: duration(60_000)
    .prefault('10')
    .describe('Minutes until each of the four limits above is fully restored.'),
  CHECK_MEMBERSHIP: flag
    .prefault('1')
    .describe('0: let everybody act on every team whose id they know, as Rainbond does.'),
  TRUST_PROXY: wholeNumber(0, 10)
    .prefault('0')
    .describe('Number of proxies in front that append to X-Forwarded-For.'),
  TRUSTED_PROXIES: addressRanges
    .optional()
    .describe(
      'Addresses or ranges (CIDR) of the proxies in front, separated by commas. Use it instead of TRUST_PROXY where their number varies.',
    ),
  MAX_CONNECTIONS: wholeNumber(4, 100_000)
    .prefault('2000')
    .describe('Open connections in total. Without a proxy in front, one address may hold a quarter of them.'),
  MANAGEMENT_PORT: wholeNumber(0, 65535)
    .optional()
    .describe('Port of /healthz, /readyz and /metrics. Default: none; the image sets 9090.'),
  MANAGEMENT_HOST: host.optional().describe('Address to listen on for MANAGEMENT_PORT. Default: HOST.'),
  STOP_SECONDS: duration(1000)
    .prefault('25')
    .describe('Seconds that running requests have to finish when Portdeck stops.'),
  LOG_LEVEL: z
    .enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` })
    .prefault('info')
    .describe(`Level of the log, one of ${logLevels.join(', ')}.`),
  READ_ONLY: flag.prefault('0').describe('1: refuse every change.'),
  READ_ONLY_ROLES: roleNames
    .optional()
    .describe(
      'Names of team roles, separated by commas. Refuses changes by people who have only such roles in the team.',
    ),
})

export type Settings = z.output<typeof settingsSchema>
