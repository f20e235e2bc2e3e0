import * as z from 'zod'

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
  READ_ONLY: flag.prefault('0').describe('1: every change is refused.'),
})

export type Settings = z.output<typeof settingsSchema>
