import type { Port } from '../../../api/contract/port'
import type { DesiredPort, DesiredState } from '../../../domain/model/desired-state'
import { isProtocol } from '../../../domain/model/port'
import { plainText } from '../../../lib/text/clean-text'
import type { PortRow } from '../rows/port-row'
import { type Draft, type DraftField, draftFields, fieldsOf, withoutFields } from './draft-store'

/** The text that a field has as long as nobody edits it. */
export function savedText(port: Port, field: DraftField): string {
  switch (field) {
    case 'protocol':
      return port.protocol
    case 'alias':
      return port.port_alias
    case 'domain':
      return port.k8s_service_name
  }
}

/** The fields of a draft that say something else than the port does. Blanks around a name say nothing. */
export function changedFields(port: Port, { texts }: Draft): DraftField[] {
  return draftFields.filter((field) => {
    const text = texts[field]
    const saved = savedText(port, field)
    return text !== undefined && text !== saved && plainText(text) !== saved
  })
}

/** The fields of a draft that were sent, and that the port reads like by now. */
export function confirmedFields(port: Port, draft: Draft): DraftField[] {
  const changed = changedFields(port, draft)
  return [...draft.sent].filter((field) => !changed.includes(field))
}

/**
 * Returns what of a row's draft is one: null where nothing is. A field that was sent and reads so is none already while the
 * change is being read back; when that is over, it is forgotten (`useDrafts`).
 */
export function openDraft({ port }: PortRow, draft: Draft | undefined): Draft | null {
  if (!draft) return null
  const confirmed = confirmedFields(port, draft)
  if (confirmed.length === 0) return draft
  const open = withoutFields(draft, confirmed)
  return fieldsOf(open).length > 0 ? open : null
}

/** Whether a draft would be lost by leaving. */
export function isUnsaved(row: PortRow, draft: Draft | undefined): boolean {
  const open = openDraft(row, draft)
  return open !== null && changedFields(row.port, open).length > 0
}

/**
 * Returns what a draft asks for, or null where it changes nothing: the fields that were touched, and no others. The port
 * is always named, with no field of its own where only the internal domain was touched: that is the component's, but a
 * refusal has to come back to the row where it was typed.
 */
export function desiredOfDraft({ port }: PortRow, draft: Draft): DesiredState | null {
  const changed = changedFields(port, draft)
  if (changed.length === 0) return null
  const { protocol, alias, domain } = draft.texts
  const desired: Partial<DesiredPort> = {}
  if (changed.includes('alias') && alias !== undefined) desired.alias = alias
  if (changed.includes('protocol') && protocol !== undefined && isProtocol(protocol))
    desired.protocol = protocol
  const ports = new Map([[port.container_port, desired]])
  return changed.includes('domain') && domain !== undefined ? { ports, internalDomain: domain } : { ports }
}
