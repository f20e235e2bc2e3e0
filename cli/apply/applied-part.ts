import type { Step } from '../../src/domain/model/step'
import type { ComponentName } from '../../src/domain/sheet/sheet'
import type { Outcome, StepResult } from '../../src/features/change/engine/outcome'
import { reasonWords } from '../../src/features/change/words/refusal-words'
import { stepWords } from '../../src/features/change/words/step-words'
import { errorWords, inOneText } from '../../src/i18n/use-error-words'
import { type ExitCode, exitCodes } from '../failure'
import { namedComponent } from '../../src/features/change/words/named-component'
import type { Speech } from '../words/speech'

/** What came of the plan of one component. */
export interface AppliedPart extends ComponentName {
  readonly outcome: Outcome['kind']
  /** Why it isn't done, as far as there is more to say; else null. */
  readonly reason: string | null
  readonly steps: readonly { readonly text: string; readonly result: StepResult; readonly call: Step }[]
}

export function appliedPart(outcome: Outcome, speech: Speech): AppliedPart {
  return {
    ...namedComponent(outcome.target),
    outcome: kindOf(outcome),
    reason: reasonOf(outcome, speech),
    steps: outcome.steps.map(({ step, result }) => ({
      text: stepWords(speech.plan, step).text,
      result,
      call: step,
    })),
  }
}

/** How it ended, as far as every step of it bears that out. */
function kindOf({ kind, steps }: Outcome): Outcome['kind'] {
  const has = (...results: StepResult[]) => steps.some(({ result }) => results.includes(result))
  if (has('unclear', 'answered')) return 'unclear'
  // What was closed only for the time of the change, and not opened again, is nothing that was asked for.
  return kind === 'done' && has('refused', 'not-sent') ? 'partly' : kind
}

function reasonOf(outcome: Outcome, speech: Speech): string | null {
  const { refusals, errors } = speech
  switch (outcome.kind) {
    case 'refused':
      return inOneText(reasonWords(refusals, errors, outcome.why))
    case 'unclear':
      return inOneText(reasonWords(refusals, errors, { reason: 'not-known', error: outcome.error }))
    case 'partly': {
      const { error, isReadBack } = outcome
      return error && inOneText(errorWords(errors, { ...error, isReadBack }))
    }
    case 'done':
    case 'not-started':
      return null
  }
}

export function exitCodeOf(parts: readonly AppliedPart[]): ExitCode {
  if (parts.some(({ outcome }) => outcome === 'unclear')) return exitCodes.unclear
  return parts.every(({ outcome }) => outcome === 'done') ? exitCodes.done : exitCodes.refused
}
