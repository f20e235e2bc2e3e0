/** What is known so far of a request that would change something at Rainbond. */
export interface WriteAttempt {
  readonly requestId: string
  readonly address: string
  readonly method: string
  /** Fit for the log. */
  readonly path: string
  userId?: number
  user?: string
  /** Team, region, app, service and port, as the browser named them. */
  params?: Readonly<Partial<Record<string, string>>>
  /** The body for the console. */
  body?: string | undefined
  /** True once the audit trail knows that it is about to be sent, and will know its outcome. */
  begun?: boolean
}
