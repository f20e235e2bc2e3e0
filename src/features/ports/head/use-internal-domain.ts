import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Port } from '../../../api/contract/port'
import { internalDomainProblem, type InternalDomainProblem } from '../../../domain/model/port-validation'
import { plainText } from '../../../lib/text/clean-text'
import { problemOf, type ProblemReason } from '../../change/engine/stores/port-activity'
import type { Target } from '../../change/engine/target'
import { useEngine } from '../../change/use-engine'
import { takenDomains } from '../../port-grid/host/taken-domains'

interface InternalDomainParts {
  target: Target
  ports: readonly Port[]
  /** The internal domain as it was last read. */
  saved: string
  onSaved: () => void
}

interface InternalDomainEdit {
  text: string
  /** Whether leaving the page would lose something. */
  isChanged: boolean
  /** What is wrong with the text; null until there is something to say. */
  problem: InternalDomainProblem | null
  /** Why the last save wasn't carried out. */
  refusal: ProblemReason | null
  isSaving: boolean
  type: (text: string) => void
  /** Sends the text, unless something is wrong with it or it changes nothing. */
  save: () => void
}

/** Holds the text of a new internal domain, which neither a refresh nor a refusal changes, and saves it. */
export function useInternalDomain({
  target,
  ports,
  saved,
  onSaved,
}: InternalDomainParts): InternalDomainEdit {
  const client = useQueryClient()
  const engine = useEngine()
  const [text, setText] = useState(saved)
  const [refusal, setRefusal] = useState<ProblemReason | null>(null)
  const [isTried, setIsTried] = useState(false)
  const [isSaving, setIsSaving] = useState(false)
  const name = plainText(text)
  const isChanged = ports.some((port) => port.k8s_service_name !== name)
  const problem = isChanged ? internalDomainProblem(name, takenDomains(client, target.ref, ports)) : null

  async function send() {
    setIsSaving(true)
    setRefusal(null)
    const [outcome] = await engine.change([target], { ports: new Map(), internalDomain: name })
    setIsSaving(false)
    if (outcome?.kind === 'done') onSaved()
    else if (outcome) setRefusal(problemOf(outcome))
  }

  return {
    text,
    isChanged,
    // An empty field is on its way to a name.
    problem: problem === 'empty' && !isTried ? null : problem,
    refusal,
    isSaving,
    type(typed) {
      setText(typed)
      setRefusal(null)
      setIsTried(false)
    },
    save() {
      setIsTried(true)
      if (isSaving || problem !== null) return
      if (isChanged) void send()
      else onSaved()
    },
  }
}
