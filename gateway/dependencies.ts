import type { Config } from './config/config'
import { type ConsoleCall, consoleCalls } from './console/console-calls'
import type { Upstream } from './console/upstream'
import type { PublicAddress } from './http/address'
import { type Budget, createBudget, createSignInGuard, type SignInGuard } from './limits/budget'
import { createTurns } from './limits/turns'
import { createLog, type Log, type LogOptions } from './observe/log'
import { createMetrics, type Metrics } from './observe/metrics'
import { type Audit, createAudit } from './proxy/audit'
import { createMembership, type RequireMembership } from './proxy/membership'
import { createSessionCookie, type SessionCookie } from './session/cookie'
import { createSeal } from './session/seal'
import { createSessions, type Sessions } from './session/sessions'

export interface GatewayParts {
  readonly address: PublicAddress
  readonly upstream: Upstream
  /** Shown on the demo's sign-in page; null for a real console. */
  readonly demoToken: string | null
  /** The directory of the built app. */
  readonly distDir: string
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly writeLog: LogOptions['write']
  /** Tells whether this process is stopping and refuses new requests. */
  readonly isStopping: () => boolean
}

/** The parts that the routes share. */
export interface Dependencies {
  readonly log: Log
  readonly audit: Audit
  readonly metrics: Metrics
  readonly call: ConsoleCall
  readonly sessions: Sessions
  readonly cookie: SessionCookie
  readonly guard: SignInGuard
  readonly reads: Budget
  readonly writes: Budget
  readonly requireMembership: RequireMembership | undefined
}

/** How many sessions or addresses each limit remembers. */
const limitedKeys = 20_000

/** Creates every shared part once, as configured. */
export function createDependencies(
  config: Config,
  { address, upstream, now, writeLog }: GatewayParts,
): Dependencies {
  const log = createLog({ least: config.LOG_LEVEL, write: writeLog, now })
  const turns = createTurns({
    inAll: config.UPSTREAM_CONCURRENCY,
    perKey: config.SESSION_CONCURRENCY,
    waiting: config.UPSTREAM_WAITING,
  })
  const metrics = createMetrics(turns, { ofProcess: config.MANAGEMENT_PORT !== undefined })
  const call = consoleCalls(upstream, {
    readMs: config.READ_TIMEOUT_SECONDS,
    writeMs: config.WRITE_TIMEOUT_SECONDS,
    turns,
    observe: metrics.upstream,
  })
  const sessions = createSessions(
    createSeal(config.secrets, config.RAINBOND_URL?.href ?? 'demo'),
    { absoluteMs: config.SESSION_HOURS, idleMs: config.SESSION_IDLE_MINUTES },
    now,
  )
  const budget = (burst: number) =>
    createBudget({ burst, refillMs: config.REFILL_MINUTES, keys: limitedKeys, now })
  return {
    log,
    audit: createAudit(log, now),
    metrics,
    call,
    sessions,
    cookie: createSessionCookie(sessions, address),
    guard: createSignInGuard(budget(config.SIGN_IN_FAILURES), budget(config.SIGN_IN_FAILURES_IN_ALL)),
    reads: budget(config.READ_BURST),
    writes: budget(config.WRITE_BURST),
    requireMembership: config.CHECK_MEMBERSHIP ? createMembership(call, now) : undefined,
  }
}
