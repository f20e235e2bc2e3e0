import type { Port } from '../../../api/contract/port'
import type { DesiredPort, DesiredState } from '../../../domain/model/desired-state'
import { isProtocol } from '../../../domain/model/port'
import { plainText } from '../../../lib/text/clean-text'
import type { PortRow } from '../rows/port-row'
import { type Draft, type DraftField, draftFields, fieldsOf, withoutFields } from './draft-store'

/** Returns the text of a field that isn't being edited. */
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

/** Returns the fields of a draft that differ from the port, ignoring blanks around a name. */
export function changedFields(port: Port, { texts }: Draft): DraftField[] {
  return draftFields.filter((field) => {
    const text = texts[field]
    const saved = savedText(port, field)
    return text !== undefined && text !== saved && plainText(text) !== saved
  })
}

/** Returns the fields of a draft that were sent and match the port by now. */
export function confirmedFields(port: Port, draft: Draft): DraftField[] {
  const changed = changedFields(port, draft)
  return [...draft.sent].filter((field) => !changed.includes(field))
}

/**
 * Returns a row's draft without the fields that were sent and already match the port, or null if none is left. Once the
 * change has been read back, those fields are forgotten (`useDrafts`).
 */
export function openDraft({ port }: PortRow, draft: Draft | undefined): Draft | null {
  if (!draft) return null
  const confirmed = confirmedFields(port, draft)
  if (confirmed.length === 0) return draft
  const open = withoutFields(draft, confirmed)
  return fieldsOf(open).length > 0 ? open : null
}

/** Whether leaving the page would lose a draft. */
export function isUnsaved(row: PortRow, draft: Draft | undefined): boolean {
  const open = openDraft(row, draft)
  return open !== null && changedFields(row.port, open).length > 0
}

/**
 * Returns the desired state of one field of a draft, or null if it changes nothing. The port is always named, even for the
 * internal domain: that is the component's, but a refusal has to reach the row where it was typed.
 */
export function desiredOfField({ port }: PortRow, draft: Draft, field: DraftField): DesiredState | null {
  const text = draft.texts[field]
  if (text === undefined || !changedFields(port, draft).includes(field)) return null
  const forPort = (desired: Partial<DesiredPort>) => new Map([[port.container_port, desired]])
  switch (field) {
    case 'protocol':
      return isProtocol(text) ? { ports: forPort({ protocol: text }) } : null
    case 'alias':
      return { ports: forPort({ alias: text }) }
    case 'domain':
      return { ports: forPort({}), internalDomain: text }
  }
}
