import { internalDomainOf } from '../../../domain/model/component'
import type { DesiredPort, PortField } from '../../../domain/model/desired-state'
import { portOf } from '../../../domain/model/diff'
import type { Port } from '../../../domain/model/port'
import type { ReviewPart } from '../engine/stores/review'

/** What a review asks about, as far as a title and a button can name it. */
export type Question =
  | {
      readonly kind:
        'add' | 'addOpen' | 'change' | 'closeInner' | 'closeOuter' | 'delete' | 'openInner' | 'openOuter'
      readonly port: number
    }
  | { readonly kind: 'alias' | 'protocol'; readonly port: number; readonly value: string }
  | { readonly kind: 'internalDomain'; readonly value: string }
  | { readonly kind: 'addSeveral' | 'deleteSeveral'; readonly ports: number }
  /** Of one component, or of several, things that no single verb names. */
  | { readonly kind: 'steps'; readonly steps: number; readonly components: number }

type AskedPart = Pick<ReviewPart, 'desired' | 'before' | 'done' | 'plan'>

/** Returns what the person is asked: what was asked for in the first place, not what it takes. */
export function questionOf(parts: readonly AskedPart[]): Question {
  const [part] = parts
  const steps = parts.reduce((sum, { done, plan }) => sum + done.length + plan.steps.length, 0)
  const question = part && parts.length === 1 ? questionOfOne(part) : null
  const components = parts.filter(({ done, plan }) => done.length + plan.steps.length > 0).length
  return question ?? { kind: 'steps', steps, components }
}

function questionOfOne({ desired, before }: AskedPart): Question | null {
  const isAlone = desired.ports.size === 1
  const changes = [...desired.ports].flatMap(
    ([port, asked]) => changeOf(port, asked, portOf(before, port), isAlone) ?? [],
  )
  const [change, ...others] = changes
  const { internalDomain } = desired
  const isRenamed = internalDomain !== undefined && internalDomain !== internalDomainOf(before.ports)
  if (change === undefined) return isRenamed ? { kind: 'internalDomain', value: internalDomain } : null
  if (isRenamed) return others.length === 0 ? { kind: 'change', port: change.port } : null
  if (others.length === 0) return change
  if (changes.every(({ kind }) => kind === 'delete')) return { kind: 'deleteSeveral', ports: changes.length }
  const isAddition = changes.every(({ kind }) => kind === 'add' || kind === 'addOpen')
  return isAddition ? { kind: 'addSeveral', ports: changes.length } : null
}

type PortQuestion = Extract<Question, { readonly port: number }>

function changeOf(
  port: number,
  asked: Partial<DesiredPort> | 'delete',
  now: Port | undefined,
  isAlone: boolean,
): PortQuestion | null {
  if (asked === 'delete') return { kind: 'delete', port }
  if (now === undefined) return { kind: asked.outer === true ? 'addOpen' : 'add', port }
  const { protocol, alias, inner, outer } = asked
  const fields = changedFields(asked, now, isAlone)
  const [field, ...others] = fields
  if (field === undefined) return null
  if (others.length === 0 && field === 'alias' && alias !== undefined)
    return { kind: 'alias', port, value: alias }
  if (others.length === 0 && field === 'protocol' && protocol !== undefined)
    return { kind: 'protocol', port, value: protocol }
  if (fields.some((one) => one === 'alias' || one === 'protocol')) return { kind: 'change', port }
  // One implies the other: outer needs inner.
  if (outer === true) return { kind: 'openOuter', port }
  if (inner === false) return { kind: 'closeInner', port }
  return { kind: outer === false ? 'closeOuter' : 'openInner', port }
}

/** The fields that are to read otherwise; where there are none, such as while a gateway rule is left over, those asked for. */
function changedFields(asked: Partial<DesiredPort>, now: Port, isAlone: boolean): PortField[] {
  const present: Record<PortField, string | boolean> = {
    protocol: now.protocol,
    alias: now.port_alias,
    inner: now.is_inner_service,
    outer: now.is_outer_service,
  }
  const fields = (['protocol', 'alias', 'inner', 'outer'] as const).filter(
    (field) => asked[field] !== undefined,
  )
  const changed = fields.filter((field) => asked[field] !== present[field])
  return changed.length > 0 || !isAlone ? changed : fields
}
