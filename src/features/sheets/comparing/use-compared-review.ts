import { useState } from 'react'
import type { DesiredState } from '../../../domain/model/desired-state'
import type { Engine } from '../../change/engine/engine'
import type { Outcome } from '../../change/engine/outcome'
import { componentOf, type Target } from '../../change/engine/target'
import { useEngine, useIsAsked } from '../../change/use-engine'
import type { Comparison } from '../work/comparison'

/** A comparison with the components that it is about, by their ids. */
export interface ComparedTargets {
  readonly comparison: Pick<Comparison, 'components'>
  readonly targets: ReadonlyMap<string, Target>
}

/** `left`: nothing was sent, by the person's will. `outdated`: nothing, because somebody else has done it meanwhile, or has made it impossible. */
type ReviewEnd = 'sent' | 'left' | 'outdated'

interface ComparedReview {
  /** It is on the screen. */
  isShown: boolean
  /** Asks for what differs, in one review. Does nothing while there is one. */
  review: (compared: ComparedTargets, onEnd: (end: ReviewEnd) => void) => Promise<void>
}

/** Returns what reviews a comparison as every change of many. */
export function useComparedReview(): ComparedReview {
  const engine = useEngine()
  const isAsked = useIsAsked()
  const [phase, setPhase] = useState<'none' | 'planning' | 'shown'>('none')
  if (phase === 'planning' && isAsked) setPhase('shown')

  return {
    isShown: phase === 'shown',
    async review(compared, onEnd) {
      if (phase !== 'none') return
      setPhase('planning')
      const outcomes = await changeTo(engine, compared)
      setPhase('none')
      onEnd(endOf(outcomes))
    },
  }
}

function changeTo(engine: Engine, { comparison, targets }: ComparedTargets) {
  const desired = new Map<string, DesiredState>(
    comparison.components.map((component) => [component.componentId, component.desired]),
  )
  const isChanged = ({ ports, internalDomain }: DesiredState) =>
    ports.size > 0 || internalDomain !== undefined
  const changed = [...targets.values()].filter((target) => {
    const asked = desired.get(componentOf(target))
    return asked !== undefined && isChanged(asked)
  })
  return engine.change(changed, (target) => desired.get(componentOf(target)) ?? { ports: new Map() }, {
    alwaysAsks: true,
  })
}

function endOf(outcomes: readonly Outcome[]): ReviewEnd {
  if (outcomes.some(({ steps }) => steps.some(({ result }) => result !== 'not-sent'))) return 'sent'
  return outcomes.some(({ kind }) => kind === 'not-started') ? 'left' : 'outdated'
}
