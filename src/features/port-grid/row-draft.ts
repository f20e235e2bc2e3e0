import type { Port } from '../../api/contract/port'
import type { PortWish, Wish } from '../../domain/port'
import { isProtocol } from '../../domain/protocol'
import { draftFields, type Draft, type DraftField } from './draft-store'
import type { PortRow } from './port-row'

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

/** The fields of a draft that say something else than the port does. */
export function changedFields(port: Port, { texts }: Draft): DraftField[] {
  return draftFields.filter((field) => {
    const text = texts[field]
    return text !== undefined && text !== savedText(port, field)
  })
}

/** Gives the draft of a row while it is one: null where there is none, or the port reads by now as it was sent. */
export function openDraft({ port }: PortRow, draft: Draft | undefined): Draft | null {
  if (!draft) return null
  return draft.isSent && changedFields(port, draft).length === 0 ? null : draft
}

/** Whether a draft would be lost by leaving. */
export function isUnsaved(row: PortRow, draft: Draft | undefined): boolean {
  const open = openDraft(row, draft)
  return open !== null && changedFields(row.port, open).length > 0
}

/**
 * Gives what a draft wishes for, or null where it changes nothing. The port is always named, with its alias at least:
 * the internal domain is the component's, but a refusal has to come back to the row where it was typed.
 */
export function draftWish({ port }: PortRow, draft: Draft): Wish | null {
  const changed = changedFields(port, draft)
  if (changed.length === 0) return null
  const { protocol, alias, domain } = draft.texts
  const wish: Partial<PortWish> = {}
  if (changed.includes('alias') && alias !== undefined) wish.alias = alias
  if (changed.includes('protocol') && protocol !== undefined && isProtocol(protocol)) wish.protocol = protocol
  if (!changed.includes('domain') || domain === undefined)
    return { ports: new Map([[port.container_port, wish]]) }
  if (port.port_alias !== '') wish.alias ??= port.port_alias
  return { ports: new Map([[port.container_port, wish]]), internalDomain: domain }
}
