import type { ConsoleCall } from '../console/console-calls'
import type { Budget } from '../limits/budget'
import type { SessionCookie } from '../session/cookie'
import type { SessionClaims } from '../session/seal'
import type { Sessions } from '../session/sessions'
import type { AuditTrail } from './audit'
import type { RequireMembership } from './membership'

export interface ProxyOptions {
  readonly call: ConsoleCall
  readonly sessions: Sessions
  readonly cookie: SessionCookie
  /** Undefined if membership is not checked. */
  readonly requireMembership: RequireMembership | undefined
  /** Returns the key of a person's share of every limit. */
  readonly personOf: (claims: SessionClaims, address: string) => string
  /** The budgets of each person. */
  readonly reads: Budget
  readonly writes: Budget
  readonly audit: AuditTrail
  /** Precedes the path of every request. */
  readonly basePath: string
  readonly readOnly: boolean
  /** Who has only such roles in a team changes nothing there. */
  readonly readOnlyRoles: ReadonlySet<string> | undefined
}
