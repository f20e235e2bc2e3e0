import type { Port } from '../../../domain/model/port'
import type { DesiredPort, DesiredState } from '../../../domain/model/desired-state'
import type { GatewayRule } from '../../../domain/model/component'
import { createEngine } from '../engine/engine'
import { createNotices, type Notice } from '../notices/notices'
import { aTarget, FakeEffects } from './fake-effects'

/** Returns a page for a test: what a person sees and does of a console whose one component has `ports`. */
export function aPage(ports: Port[], gatewayRules: GatewayRule[] | null = []) {
  const effects = new FakeEffects({ ports, gatewayRules, componentAlias: 'gr1', meshed: false })
  const engine = createEngine(effects)
  const { list, ...notices } = createNotices(engine)
  const page = {
    ...engine,
    ...notices,
    notices: () => list().map(flat),
    answer: engine.reviews.answer,
    stop: engine.reviews.stop,
    hasUnsent: engine.unsent.has,
    /** The one plan that is shown. */
    review: () => engine.reviews.current()?.parts[0] ?? null,
  }
  const target = aTarget()
  const propose = (desired: DesiredState) => void engine.change([target], desired)
  return { effects, engine, page, propose }
}

/** Returns the desired state of one port. */
export function desired(port: number, fields: Partial<DesiredPort> | 'delete'): DesiredState {
  return { ports: new Map([[port, fields]]) }
}

/** A notice of one component with what tests ask of its outcome; `done` are the steps that were carried out or answered. */
function flat(notice: Notice) {
  const [outcome] = notice.outcomes
  if (!outcome) throw new Error('A notice without outcome')
  const { isUndo, changes, steps } = outcome
  const done = steps
    .filter(({ result }) => result === 'done' || result === 'answered')
    .map(({ step }) => step)
  return { ...notice, outcome, isUndo, changes, done }
}

/** Returns what was sent, as action and port. */
export const calls = (effects: FakeEffects) =>
  effects.sent.map((step) =>
    step.call === 'change' ? `${step.body.action} ${step.port}` : `${step.call} ${step.port}`,
  )
