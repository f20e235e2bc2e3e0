import { ApiError } from '../../../api/errors/errors'
import { riskJudge } from '../../../domain/impact/risk'
import type { ComponentState } from '../../../domain/model/component'
import type { Port } from '../../../domain/model/port'
import type { Step } from '../../../domain/model/step'
import { applySteps } from '../../../domain/model/step-effect'
import type { Effects } from '../engine/effects'
import type { Target } from '../engine/target'

/** Returns a port for a test: closed and http unless said otherwise. */
export function aPort(port: number, said: Partial<Port> = {}): Port {
  return {
    container_port: port,
    protocol: 'http',
    port_alias: `WEB${port}`,
    is_inner_service: false,
    is_outer_service: false,
    k8s_service_name: 'web',
    ...said,
  }
}

/** Returns the place of a test's component. */
export function aTarget(component = 's1'): Target {
  return {
    ref: { team: 't1', region: 'r1', app: 1, component },
    region: { region_name: 'r1', region_alias: 'R1', status: '1' },
    app: { ID: 1, group_name: 'shop' },
    component: { service_id: component, service_alias: 'gr1', service_cname: 'web' },
  }
}

/** A step on its way, which the test answers. */
export interface Sending {
  step: Step
  /** The console does it and says so. */
  accept: () => void
  /** The console does not do it, or nobody knows; `isDone` says whether it was carried out all the same. */
  fail: (kind: ApiError['kind'], isDone?: boolean) => void
}

/**
 * A console with one component, for tests: what is sent waits in `sending` until the test answers it. `reads` counts
 * the readings, `waits` the milliseconds that were waited; `failReads` lets the next readings fail as `failsReadsWith`
 * says, `holdWaits` makes every wait last until it is ended, `isFromVisit` says of what is cached that an earlier visit
 * has read it, `rulesAreToCome` says of rules that are not known that they will be, and without `judgesRisks` nobody can
 * tell what is risky.
 */
export class FakeEffects implements Effects {
  readonly sending: Sending[] = []
  readonly sent: Step[] = []
  readonly waits: number[] = []
  reads = 0
  failReads = 0
  failsReadsWith: ApiError['kind'] = 'offline'
  holdWaits = false
  rulesAreToCome = false
  isFromVisit = false
  judgesRisks = true
  knownAt: number | null = null
  private known: ComponentState

  constructor(public there: ComponentState) {
    this.known = there
  }

  cached = () => this.known

  readAt = () => this.knownAt

  isFromLastVisit = () => this.isFromVisit && this.reads === 0

  lacksRules = () => this.known.gatewayRules === null && this.rulesAreToCome

  read = async () => {
    this.reads += 1
    await Promise.resolve()
    if (this.failReads > 0) {
      this.failReads -= 1
      throw new ApiError({ kind: this.failsReadsWith })
    }
    this.known = this.there
    return this.there
  }

  markOld = () => undefined

  turn = () => null

  riskJudge: Effects['riskJudge'] = ({ component }) =>
    Promise.resolve(this.judgesRisks ? riskJudge(component) : null)

  send = (_target: Target, step: Step, giveUp?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      this.sent.push(step)
      giveUp?.addEventListener('abort', () => reject(new ApiError({ kind: 'given-up' })))
      this.sending.push({
        step,
        accept: () => {
          this.there = applySteps(this.there, [step])
          this.known = applySteps(this.known, [step])
          resolve()
        },
        fail: (kind, isDone = false) => {
          if (isDone) this.there = applySteps(this.there, [step])
          reject(new ApiError({ kind, detail: 'so it is' }))
        },
      })
    })

  wait = async (_target: Target, milliseconds: number, signal?: AbortSignal) => {
    this.waits.push(milliseconds)
    await (this.holdWaits
      ? new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()))
      : Promise.resolve())
  }

  /** Returns the step that is on its way. Throws if there is none. */
  async next(): Promise<Sending> {
    await settled()
    const sending = this.sending.shift()
    if (!sending) throw new Error('Nothing is on its way')
    return sending
  }
}

/** Resolves when everything that waits for nothing but promises has run. */
export async function settled(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve))
}
