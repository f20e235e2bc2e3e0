import type { Port } from '../../../api/contract/port'
import type { PortRefusal } from '../../change/engine/stores/port-activity'
import type { Draft, DraftField } from './draft-store'
import { changedFields } from './row-draft'

const wireFields: Readonly<Record<string, DraftField>> = {
  port_alias: 'alias',
  k8s_service_name: 'domain',
  protocol: 'protocol',
}

/** The `code` of "another component has this internal domain" (docs/contract.md, "Changing"). */
const domainTaken = 20500

/** Returns the sent field of a draft that a refusal is about; null if it isn't about the draft. */
export function refusedField(port: Port, draft: Draft, refusal: PortRefusal | null): DraftField | null {
  if (!refusal || refusal.desired === 'delete') return null
  const changed = changedFields(port, draft).filter((field) => draft.sent.has(field))
  const named = namedField(refusal)
  if (named && changed.includes(named)) return named
  if (refusal.desired.inner !== undefined || refusal.desired.outer !== undefined) return null
  return changed.find((field) => field !== 'protocol') ?? changed[0] ?? null
}

function namedField(refusal: PortRefusal): DraftField | undefined {
  switch (refusal.reason) {
    case 'error':
    case 'not-known': {
      if (refusal.error.code === domainTaken) return 'domain'
      const [first] = Object.keys(refusal.error.fields ?? {})
      return first === undefined ? undefined : wireFields[first]
    }
    case 'unreachable':
      if (refusal.why.reason.startsWith('alias-')) return 'alias'
      return refusal.why.reason.startsWith('internal-domain-') ? 'domain' : undefined
    case 'not-as-desired':
      return undefined
  }
}
