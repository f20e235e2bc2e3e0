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

const origin = httpUrl
  .transform((value) => new URL(value))
  .refine(
    ({ username, password, pathname, search, hash }) =>
      username + password + search + hash === '' && pathname === '/',
    'must be scheme, host and port alone',
  )

const consoleAddress = httpUrl
  .transform((value) => new URL(value))
  .refine(
    ({ username, password, search, hash }) => username + password + search + hash === '',
    'must hold neither user, password, query nor fragment',
  )

const leastSecretBytes = 32

const secrets = z
  .string()
  .transform((value) => value.split(',').map((secret) => secret.trim()))
  .refine(
    (list) => list.every((secret) => Buffer.byteLength(secret) >= leastSecretBytes),
    `must hold secrets of at least ${leastSecretBytes} bytes each, separated by commas`,
  )

/**
 * Every setting of the gateway: its name in the environment, its default (`prefault`), what it means, and how its text
 * becomes a value. Durations become milliseconds. `--help` and the table of docs/operation.md are made from this.
 */
export const settingsSchema = z.object({
  PORT: wholeNumber(0, 65535).prefault('8080').describe('Port to listen on; 0 takes a free one.'),
  HOST: z.string().prefault('127.0.0.1').describe('Address to listen on.'),
  PUBLIC_URL: origin
    .optional()
    .describe('Where browsers reach Portdeck; https makes the cookie Secure. Default: http://HOST:PORT.'),
  RAINBOND_URL: consoleAddress
    .optional()
    .describe('The Rainbond console. Without it the embedded emulator and its demo world stand in.'),
  REQUIRE_CONSOLE: flag.prefault('0').describe('1: refuse to start without RAINBOND_URL (set in the image).'),
  DEMO: flag.prefault('0').describe('1: the demo is wanted, also where REQUIRE_CONSOLE is set.'),
  SESSION_SECRET: secrets
    .optional()
    .describe(
      'Secrets that seal sessions, ≥ 32 bytes each, separated by commas; the first seals, all open. Default: fresh.',
    ),
  SESSION_HOURS: duration(3_600_000)
    .prefault('8')
    .describe('A session ends after so many hours, used or not.'),
  SESSION_IDLE_MINUTES: duration(60_000)
    .prefault('60')
    .describe('A session ends after so many minutes without a person; background refreshes do not count.'),
  READ_TIMEOUT_SECONDS: duration(1000).prefault('15').describe('How long the console may take for a read.'),
  WRITE_TIMEOUT_SECONDS: duration(1000).prefault('30').describe('How long the console may take for a write.'),
  UPSTREAM_CONCURRENCY: wholeNumber(1, 10_000)
    .prefault('64')
    .describe('Calls of the console at once, in all.'),
  SESSION_CONCURRENCY: wholeNumber(1, 10_000)
    .prefault('16')
    .describe('Calls of the console at once for one access token.'),
  UPSTREAM_WAITING: wholeNumber(0, 100_000)
    .prefault('1024')
    .describe('Calls that may wait for their turn; what comes beyond is told to try again.'),
  READ_BURST: wholeNumber(1, 1_000_000).prefault('5000').describe('Reads that a session may send at once.'),
  WRITE_BURST: wholeNumber(1, 1_000_000).prefault('600').describe('Writes that a session may send at once.'),
  SIGN_IN_FAILURES: wholeNumber(1, 1_000_000)
    .prefault('20')
    .describe('Sign-ins with a wrong token that one address may try at once.'),
  SIGN_IN_FAILURES_IN_ALL: wholeNumber(1, 1_000_000)
    .prefault('200')
    .describe('Sign-ins with a wrong token that all addresses together may try at once.'),
  REFILL_MINUTES: duration(60_000)
    .prefault('10')
    .describe('Minutes in which each of the four limits above, once used up, is whole again.'),
  CHECK_MEMBERSHIP: flag
    .prefault('1')
    .describe('0: let everybody act on every team whose id they know, as Rainbond itself does.'),
  TRUST_PROXY: wholeNumber(0, 10)
    .prefault('0')
    .describe('Proxies in front, each of which appends to X-Forwarded-For; their X-Request-Id is kept.'),
  MANAGEMENT_PORT: wholeNumber(0, 65535)
    .optional()
    .describe('Port of /healthz, /readyz and /metrics. Default: none; the image sets 9090.'),
  MANAGEMENT_HOST: z.string().optional().describe('Address to listen on for them. Default: HOST.'),
  STOP_SECONDS: duration(1000)
    .prefault('25')
    .describe('How long a stop waits for what runs before it cuts it off.'),
  LOG_LEVEL: z
    .enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` })
    .prefault('info')
    .describe(`The least important lines that are written, of ${logLevels.join(', ')}.`),
  READ_ONLY: flag.prefault('0').describe('1: every change is refused.'),
})

export type Settings = z.output<typeof settingsSchema>
