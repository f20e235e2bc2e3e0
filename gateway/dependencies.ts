import type { Config } from './config/config'
import { type ConsoleCall, consoleCalls } from './console/console-calls'
import type { Upstream } from './console/upstream'
import type { PublicAddress } from './http/address'
import { createAnswerBytes } from './limits/answer-bytes'
import { type Budget, createBudget } from './limits/budget'
import { createLargeAnswers } from './limits/large-answers'
import { networksOf } from './limits/networks'
import { createSignInGuard, type SignInGuard } from './limits/sign-in-guard'
import { createTurns } from './limits/turns'
import { createLog, type Log, type LogOptions } from './observe/log'
import { createMetrics, type Metrics } from './observe/metrics'
import { type AuditTrail, createLogAudit } from './proxy/audit'
import { createMembership, type RequireMembership } from './proxy/membership'
import { createSessionCookie, type SessionCookie } from './session/cookie'
import { createSeal, type SessionClaims } from './session/seal'
import { createSessions, type Sessions } from './session/sessions'

export interface GatewayParts {
  readonly address: PublicAddress
  readonly upstream: Upstream
  /** Shown on the demo's sign-in page; null for a real console. */
  readonly demoToken: string | null
  /** The path at which the demo's visitors begin. */
  readonly demoExample?: string | undefined
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
  readonly audit: AuditTrail
  readonly metrics: Metrics
  readonly call: ConsoleCall
  readonly sessions: Sessions
  readonly cookie: SessionCookie
  readonly guard: SignInGuard
  readonly reads: Budget
  readonly writes: Budget
  /** Returns the key of a person's share of every limit. */
  readonly personOf: (claims: SessionClaims, address: string) => string
  readonly requireMembership: RequireMembership | undefined
}

/** How many people or addresses each limit remembers. */
const limitedKeys = 20_000

/** How many wrong tokens the /56 of an IPv6 address may send for each one of its /64s. */
const siteShare = 4

const mebibyte = 1024 * 1024
/** Answers take this memory twice while they are sent, and several times while one is parsed. */
const answerLimits = { inAll: 48 * mebibyte, perPerson: 16 * mebibyte }

/** Milliseconds that a call may wait for its turn. */
const longestWaitMs = 5000

const personById = ({ user }: SessionClaims) => String(user.user_id)

/** The demo's visitors share one person, and must not use up each other's share. */
const visitorOf = (claims: SessionClaims, address: string) =>
  `${personById(claims)} ${networksOf(address).join(' ')}`

/** Creates every shared part once, as configured. */
export function createDependencies(
  config: Config,
  { address, upstream, demoToken, now, writeLog }: GatewayParts,
): Dependencies {
  const log = createLog({ least: config.LOG_LEVEL, write: writeLog, now })
  const budget = (burst: number) =>
    createBudget({ burst, refillMs: config.REFILL_MINUTES, keys: limitedKeys, now })
  const turns = createTurns({
    inAll: config.UPSTREAM_CONCURRENCY,
    perPerson: () => config.PERSON_CONCURRENCY,
    waiting: config.UPSTREAM_WAITING,
    waitingPerPerson: Math.ceil(config.UPSTREAM_WAITING / 4),
    waitMs: longestWaitMs,
  })
  const answerBytes = createAnswerBytes(answerLimits)
  const guard = createSignInGuard({
    perAddress: budget(config.SIGN_IN_FAILURES),
    perSite: budget(config.SIGN_IN_FAILURES * siteShare),
    inAll: budget(config.SIGN_IN_FAILURES_IN_ALL),
  })
  const metrics = createMetrics(
    { lanes: [turns, guard], answerBytes },
    { ofProcess: config.MANAGEMENT_PORT !== undefined },
  )
  const call = consoleCalls(upstream, {
    readMs: config.READ_TIMEOUT_SECONDS,
    writeMs: config.WRITE_TIMEOUT_SECONDS,
    turns,
    answerBytes,
    largeAnswers: createLargeAnswers({ now }),
    observe: metrics.upstream,
  })
  const sessions = createSessions(
    createSeal(config.secrets, config.RAINBOND_URL?.href ?? 'demo'),
    {
      absoluteMs: config.SESSION_HOURS,
      idleMs: config.SESSION_IDLE_MINUTES,
      isShared: demoToken !== null,
    },
    now,
  )
  return {
    log,
    audit: createLogAudit(log, now),
    metrics,
    call,
    sessions,
    cookie: createSessionCookie(sessions, address),
    guard,
    reads: budget(config.READ_BURST),
    writes: budget(config.WRITE_BURST),
    personOf: demoToken === null ? personById : visitorOf,
    requireMembership: config.CHECK_MEMBERSHIP ? createMembership(call, now) : undefined,
  }
}
