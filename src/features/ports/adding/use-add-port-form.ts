import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useLayoutEffect, useState } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import type { DesiredState } from '../../../domain/model/desired-state'
import { inOneText } from '../../../i18n/use-error-words'
import type { ProblemReason } from '../../change/engine/stores/port-activity'
import { componentOf, type Target } from '../../change/engine/target'
import { useEngine, useHostedReview } from '../../change/use-engine'
import { useReasonWords } from '../../change/words/refusal-words'
import type { RowStore } from '../../port-grid/rows/row-store'
import { addResult } from './add-result'
import { addPortSchema, type AddProblemWords } from './add-port-schema'
import {
  type AddValues,
  desiredOfAddition,
  mostAtOnce,
  nothingTyped,
  numberTyped,
  type Siblings,
  typedPorts,
} from './add-port-values'

interface AddPortFormParts {
  isOpen: boolean
  store: RowStore
  target: Target
  /** The number that was typed before the form was loaded. */
  early: string
  /** Called when the ports have been added and verified, after the form was reset. */
  onAdded: (ports: readonly number[]) => void
}

interface AddPortForm {
  form: UseFormReturn<AddValues>
  /** Sends validated values. Resolves with the outcome shown: the ports are added, or the form says why not. */
  send: (values: AddValues) => Promise<void>
  siblingsNow: () => Siblings
}

/** Returns the form for a new port. A refusal keeps what was typed. */
export function useAddPortForm({ isOpen, store, target, early, onAdded }: AddPortFormParts): AddPortForm {
  const t = useTranslations('editing')
  const tAdding = useTranslations('adding.problems')
  const engine = useEngine()
  const reasonWords = useReasonWords()
  const words: AddProblemWords = {
    port: (problem) => tAdding(problem, { most: String(mostAtOnce) }),
    someTaken: (ports) => tAdding('some-taken', { ports: ports.join(', ') }),
    alias: (problem) => t(`alias.${problem}`),
  }
  const hosted = useHostedReview()
  const [sent, setSent] = useState<DesiredState | null>(null)
  const form = useForm<AddValues>({
    // From the first time that a field is left, it is judged as it is typed.
    mode: 'onTouched',
    defaultValues: numberTyped(early, siblingsNow()),
    resolver: (values, context, options) => {
      return standardSchemaResolver(addPortSchema(siblingsNow().ports, words))(values, context, options)
    },
  })

  // Closed, or left for another page, the dialog leaves the review to the page.
  useLayoutEffect(() => {
    if (!isOpen || sent === null) return
    hosted.host(sent)
    return () => hosted.release(sent)
  }, [hosted, isOpen, sent])

  async function send(values: AddValues) {
    const ports = typedPorts(values.port)
    const desired = desiredOfAddition(ports, values, siblingsNow())
    setSent(desired)
    hosted.host(desired)
    const [outcome] = await engine.change([target], desired)
    hosted.release(desired)
    setSent(null)
    const result = outcome && addResult(outcome, ports)
    if (result?.kind === 'added') {
      form.reset(nothingTyped)
      onAdded(ports)
    }
    if (result?.kind === 'refused') tell(ports, result.problem)
  }

  /** Shows a refusal in the form, because there is no row for it. */
  function tell(ports: readonly number[], problem: ProblemReason) {
    for (const port of ports) engine.dismissRefusal(componentOf(target), port)
    const text = inOneText(reasonWords(problem))
    form.setError(refusedField(problem) ?? 'root', { type: 'refused', message: text }, { shouldFocus: true })
  }

  function siblingsNow(): Siblings {
    return {
      names: target.component,
      ports: [...store.rows(target.ref.component).values()].map((row) => row.port),
    }
  }

  return { form, send, siblingsNow }
}

/** The `code` of "the component has this port already" (docs/contract.md, "Adding"). */
const portTaken = 20501

const wireFields: Readonly<Record<string, 'port' | 'protocol' | 'alias'>> = {
  port: 'port',
  port_alias: 'alias',
  protocol: 'protocol',
}

/** Returns the field that a problem is about, or undefined. */
function refusedField(problem: ProblemReason): 'port' | 'protocol' | 'alias' | undefined {
  switch (problem.reason) {
    case 'error':
    case 'not-known': {
      if (problem.error.code === portTaken) return 'port'
      const [first] = Object.keys(problem.error.fields ?? {})
      return first === undefined ? undefined : wireFields[first]
    }
    case 'unreachable':
      if (problem.why.reason === 'port-taken') return 'port'
      return problem.why.reason.startsWith('alias-') ? 'alias' : undefined
    case 'not-as-desired':
      return undefined
  }
}
