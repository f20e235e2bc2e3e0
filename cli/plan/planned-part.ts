import type { ErrorFacts } from '../../src/api/errors/errors'
import { takesEffectLater } from '../../src/domain/impact/changes-made'
import { riskJudge } from '../../src/domain/impact/risk'
import { type Variable, variableChanges } from '../../src/domain/impact/variables'
import { isAliasStep, type Step } from '../../src/domain/model/step'
import { applySteps } from '../../src/domain/model/step-effect'
import { withExposures } from '../../src/domain/plan/plan'
import type { ComponentName } from '../../src/domain/sheet/sheet'
import type { Loss } from '../../src/domain/undo/loss'
import type { Prepared, PreparedPlan } from '../../src/features/change/engine/stages/prepare'
import { addressLines } from '../../src/features/change/words/address-words'
import { lossWords } from '../../src/features/change/words/loss-words'
import { unreachableWords } from '../../src/features/change/words/refusal-words'
import { stepWords } from '../../src/features/change/words/step-words'
import { componentNotes, riskWords } from '../../src/features/change/words/warning-words'
import { joinSentences } from '../../src/i18n/join-sentences'
import { errorWords, inOneText } from '../../src/i18n/use-error-words'
import { namedComponent } from '../../src/features/change/words/named-component'
import type { Speech } from '../words/speech'

/** What a plan comes to for one component that isn't as desired: all that the page shows before it is run. */
export interface PlannedPart extends ComponentName {
  readonly steps: readonly { readonly text: string; readonly reason: string | null; readonly call: Step }[]
  readonly risks: readonly { readonly port: number; readonly kind: string; readonly text: string }[]
  /** What an undo would not bring back. */
  readonly losses: readonly {
    readonly port: number | null
    readonly kind: Loss['kind']
    readonly text: string
  }[]
  readonly addresses: readonly string[]
  readonly variables: readonly string[]
  readonly notes: readonly string[]
  /** Why there are no steps; null where there are. */
  readonly problem: string | null
}

/** Describes what was planned, without the components that are as desired. */
export function plannedParts(prepared: readonly Prepared[], speech: Speech): PlannedPart[] {
  return prepared.flatMap((one) => {
    if (one.kind === 'as-desired') return []
    const named = namedComponent(one.target)
    if (one.kind === 'planned') return { ...named, ...meaningOf(one, speech), problem: null }
    const problem =
      one.kind === 'unreachable'
        ? unreachableWords(speech.refusals, one.why)
        : failureWords(one.error, speech)
    return { ...named, steps: [], risks: [], losses: [], addresses: [], variables: [], notes: [], problem }
  })
}

export function failureWords(error: ErrorFacts, { errors }: Speech): string {
  return inOneText(errorWords(errors, error))
}

function meaningOf({ plan, seen, target }: PreparedPlan, { plan: t, say }: Speech) {
  const { component, region } = target
  const { steps, losses, addressChanges } = plan
  const exposures = withExposures(plan, riskJudge(component)).exposures ?? []
  const written = (variable: Variable | null) =>
    variable === null ? say('plan.nothing') : `${variable.name}=${variable.value}`
  const variables = steps.some(isAliasStep) ? variableChanges(seen, steps) : []
  return {
    steps: steps.map((call) => {
      const { text, reason = null } = stepWords(t, call)
      return { text, reason, call }
    }),
    risks: exposures.map((exposure) => {
      const { title, text } = riskWords(t, exposure)
      return {
        port: exposure.port,
        kind: exposure.risk.kind,
        text: say('plan.step', { text: title, reason: text }),
      }
    }),
    losses: losses.map((loss) => ({
      port: 'port' in loss ? loss.port : null,
      kind: loss.kind,
      text: lossWords(t, loss),
    })),
    addresses: addressChanges.flatMap((change) => {
      const what = t(`addresses.${change.scope}`, { port: String(change.port) })
      if (change.scope === 'outer' && !change.known)
        return joinSentences([`${what}:`, t('addresses.unknown')])
      return addressLines(t, change, region.tcpdomain ?? '').map(({ address, fate }) =>
        say('plan.address', { what, address, fate: t(`addresses.${fate}`) }),
      )
    }),
    variables: variables.map(({ before, after }) =>
      say('plan.change', { before: written(before), after: written(after) }),
    ),
    notes: [
      ...(variables.length > 0 ? [t('variables.note')] : []),
      ...(takesEffectLater(seen, applySteps(seen, steps)) ? [t('later')] : []),
      ...componentNotes(t, component, steps),
    ],
  }
}
