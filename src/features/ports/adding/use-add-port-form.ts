import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useForm, type UseFormReturn } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import type { PlanTarget } from '../../change/engine/plan-target'
import type { PortRefusal } from '../../change/engine/port-activity'
import { usePlanDesk } from '../../change/use-plan-desk'
import { useReasonWords } from '../../change/words/refusal-words'
import { rowId } from '../../port-grid/rows/port-row'
import type { RowStore } from '../../port-grid/rows/row-store'
import { addAndWait } from './add-ending'
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
  target: PlanTarget
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
  const desk = usePlanDesk()
  const reasonWords = useReasonWords()
  const component = target.ref.component
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
    const ending = await addAndWait(desk, {
      component,
      ports,
      propose: () => desk.propose(target, desiredOfAddition(ports, values, siblings)),
      exists: () => ports.every((port) => store.row(rowId(component, port)) !== undefined),
    })
    if (ending.kind === 'added') {
      form.reset(nothingTyped)
      onAdded(ports)
    }
    if (ending.kind === 'refused') tell(ports, ending.refusal)
  }

  /** Takes a refusal from the desk into the form: there is no row that could show it. */
  function tell(ports: readonly number[], refusal: PortRefusal) {
    for (const port of ports) desk.dismissRefusal(component, port)
    const { message, detail } = reasonWords(refusal)
    const text = detail === undefined ? message : `${message} ${detail}`
    form.setError(refusedField(refusal) ?? 'root', { type: 'refused', message: text }, { shouldFocus: true })
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

/** Says beside which field a refusal belongs; undefined where it speaks of none. */
function refusedField(refusal: PortRefusal): 'port' | 'protocol' | 'alias' | undefined {
  switch (refusal.reason) {
    case 'error':
    case 'not-known': {
      if (refusal.error.code === portTaken) return 'port'
      const [first] = Object.keys(refusal.error.fields ?? {})
      return first === undefined ? undefined : wireFields[first]
    }
    case 'unreachable':
      if (refusal.why.reason === 'port-taken') return 'port'
      return refusal.why.reason.startsWith('alias-') ? 'alias' : undefined
    case 'not-as-desired':
      return undefined
  }
}
