import type { Wish } from '../../domain/port'
import { isPortNumber, proposedAlias } from '../../domain/port-rules'
import { isProtocol } from '../../domain/protocol'
import { proposedProtocol } from '../../domain/well-known-ports'

/** What is typed and chosen for a port that is to be added. */
export interface AddValues {
  port: string
  protocol: string
  alias: string
  inner: boolean
  outer: boolean
}

export const nothingTyped: AddValues = { port: '', protocol: 'http', alias: '', inner: false, outer: false }

/** Whether something would be lost. */
export function isTyped(values: AddValues): boolean {
  return JSON.stringify(values) !== JSON.stringify(nothingTyped)
}

/** Gives the number that a text stands for; null where that is no port. */
export function typedNumber(text: string): number | null {
  const port = /^\s*[0-9]+\s*$/.test(text) ? Number(text) : 0
  return isPortNumber(port) ? port : null
}

/** What is proposed for a typed number: the protocol that is usual for it, and the alias that the server would give. */
function proposals(text: string, serviceAlias: string): Pick<AddValues, 'protocol' | 'alias'> {
  const port = typedNumber(text)
  if (port === null) return { protocol: nothingTyped.protocol, alias: nothingTyped.alias }
  return {
    protocol: proposedProtocol(port) ?? nothingTyped.protocol,
    alias: proposedAlias(serviceAlias, port),
  }
}

/**
 * Takes what is there, and the text that the number is changed to; gives protocol and alias as they follow it. What
 * is not as it was proposed was chosen by hand, and stays.
 */
export function followNumber(
  { port, protocol, alias }: Pick<AddValues, 'port' | 'protocol' | 'alias'>,
  nextPort: string,
  serviceAlias: string,
): Pick<AddValues, 'protocol' | 'alias'> {
  const before = proposals(port, serviceAlias)
  const after = proposals(nextPort, serviceAlias)
  return {
    protocol: protocol === before.protocol ? after.protocol : protocol,
    alias: alias === before.alias ? after.alias : alias,
  }
}

/** What stands in the form when nothing but a number was typed. */
export function numberTyped(port: string, serviceAlias: string): AddValues {
  return { ...nothingTyped, port, ...followNumber(nothingTyped, port, serviceAlias) }
}

/** Gives the wish that adds a port of this number (1–65535), and changes none that is there. An open outer implies inner. */
export function addWish(port: number, { protocol, alias, inner, outer }: AddValues): Wish {
  if (!isProtocol(protocol)) throw new Error(`${protocol} is none of the protocols that were offered`)
  return {
    ports: new Map([[port, { protocol, alias, inner: inner || outer, outer }]]),
    adds: new Set([port]),
  }
}
