import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useForm, type UseFormReturn } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { inOneText } from '../../../i18n/use-error-words'
import type { ProblemReason } from '../../change/engine/stores/port-activity'
import { componentOf, type Target } from '../../change/engine/target'
import { useEngine } from '../../change/use-engine'
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
  typedPorts,
} from './add-port-values'

interface AddPortFormParts {
  store: RowStore
  target: Target
  /** The number that was typed before the form was there. */
  early: string
  /** Called when ports of these numbers were added and read so. What was typed has been taken away by then. */
  onAdded: (ports: readonly number[]) => void
}

interface AddPortForm {
  form: UseFormReturn<AddValues>
  /** Sends what the schema has let through, and resolves when it is known what came of it. */
  send: (values: AddValues) => Promise<void>
}

/** Gives the form of a port that is to be added, and how it is sent. Whatever is refused, what was typed stays. */
export function useAddPortForm({ store, target, early, onAdded }: AddPortFormParts): AddPortForm {
  const t = useTranslations('editing')
  const engine = useEngine()
  const reasonWords = useReasonWords()
  const words: AddProblemWords = {
    port: (problem) => t(`port.${problem}`, { most: String(mostAtOnce) }),
    someTaken: (ports) => t('port.some-taken', { ports: ports.join(', ') }),
    alias: (problem) => t(`alias.${problem}`),
  }
  const form = useForm<AddValues>({
    defaultValues: numberTyped(early, target.component.service_alias),
    resolver: (values, context, options) => {
      return standardSchemaResolver(addPortSchema(siblingsNow(), words))(values, context, options)
    },
  })

  async function send(values: AddValues) {
    const ports = typedPorts(values.port)
    const siblings = { componentAlias: target.component.service_alias, ports: siblingsNow() }
    const [outcome] = await engine.change([target], desiredOfAddition(ports, values, siblings))
    const result = outcome && addResult(outcome, ports)
    if (result?.kind === 'added') {
      form.reset(nothingTyped)
      onAdded(ports)
    }
    if (result?.kind === 'refused') tell(ports, result.problem)
  }

  /** Says in the form why nothing was added: there is no row that could show it. */
  function tell(ports: readonly number[], problem: ProblemReason) {
    for (const port of ports) engine.dismissRefusal(componentOf(target), port)
    const text = inOneText(reasonWords(problem))
    form.setError(refusedField(problem) ?? 'root', { type: 'refused', message: text }, { shouldFocus: true })
  }

  function siblingsNow() {
    return [...store.rows().values()].map((row) => row.port)
  }

  return { form, send }
}

/** The `code` of "the component has this port already" (docs/contract.md, "Adding"). */
const portTaken = 20501

const wireFields: Readonly<Record<string, 'port' | 'protocol' | 'alias'>> = {
  port: 'port',
  port_alias: 'alias',
  protocol: 'protocol',
}

/** Returns the field beside which a problem belongs; undefined where it speaks of none. */
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
