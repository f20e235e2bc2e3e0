import type { DesiredState } from '../../../domain/model/desired-state'
import { type Port, isProtocol } from '../../../domain/model/port'
import { proposedAlias } from '../../../domain/model/port-validation'
import { proposedProtocol } from '../../../domain/model/well-known-ports'
import { freeProposal } from '../../../domain/plan/alias-goals'
import { plainText } from '../../../lib/text/clean-text'
import { readNumbers, type ReadNumbers } from '../../../lib/text/read-numbers'

/** The values of the form: one port, or several that differ only in number. */
export interface AddValues {
  /** One number, several, or ranges of them. */
  port: string
  protocol: string
  alias: string
  inner: boolean
  outer: boolean
}

export const nothingTyped: AddValues = { port: '', protocol: 'http', alias: '', inner: false, outer: false }

/** Whether there is anything to lose. */
export function isTyped(values: AddValues): boolean {
  return JSON.stringify(values) !== JSON.stringify(nothingTyped)
}

/** How many ports can be added in one plan. */
export const mostAtOnce = 100

/** Parses port numbers as typed. */
export function readPorts(text: string): ReadNumbers {
  return readNumbers(text, { least: 1, most: 65_535, count: mostAtOnce })
}

/** Returns the ports that a text describes; none if it can't be parsed. */
export function typedPorts(text: string): readonly number[] {
  const read = readPorts(text)
  return 'numbers' in read ? read.numbers : []
}

/**
 * Returns the protocol that is usual for all of the numbers and, for a single one, the alias that the server would choose.
 * Several ports get their aliases when they are added.
 */
function proposals(text: string, componentAlias: string): Pick<AddValues, 'protocol' | 'alias'> {
  const ports = typedPorts(text)
  const [port] = ports
  const protocols = new Set(ports.map((one) => proposedProtocol(one) ?? nothingTyped.protocol))
  const [protocol = nothingTyped.protocol] = protocols
  return {
    protocol: protocols.size === 1 ? protocol : nothingTyped.protocol,
    alias:
      ports.length === 1 && port !== undefined ? proposedAlias(componentAlias, port) : nothingTyped.alias,
  }
}

/**
 * Returns protocol and alias for a changed number. A value that differs from its proposal was chosen by hand, and is kept.
 */
export function followNumber(
  { port, protocol, alias }: Pick<AddValues, 'port' | 'protocol' | 'alias'>,
  nextPort: string,
  componentAlias: string,
): Pick<AddValues, 'protocol' | 'alias'> {
  const before = proposals(port, componentAlias)
  const after = proposals(nextPort, componentAlias)
  return {
    protocol: protocol === before.protocol ? after.protocol : protocol,
    alias: alias === before.alias ? after.alias : alias,
  }
}

/** Returns the form's values when only a number was typed. */
export function numberTyped(port: string, componentAlias: string): AddValues {
  return { ...nothingTyped, port, ...followNumber(nothingTyped, port, componentAlias) }
}

/** The component that ports are added to. */
interface Siblings {
  componentAlias: string
  ports: readonly Port[]
}

/**
 * Returns the desired state that adds ports of these numbers (1–65535) and changes no existing one. Open outer implies
 * inner. Each of several ports gets the alias that the server would choose, or the next free one.
 */
export function desiredOfAddition(
  ports: readonly number[],
  values: AddValues,
  { componentAlias, ports: siblings }: Siblings,
): DesiredState {
  const { protocol, inner, outer } = values
  if (!isProtocol(protocol)) throw new Error(`${protocol} is none of the protocols that were offered`)
  const taken = new Set(siblings.map((port) => port.port_alias))
  const aliasOf = (port: number) => {
    const typed = plainText(values.alias)
    const alias = ports.length === 1 ? typed : freeProposal(componentAlias, port, taken)
    taken.add(alias)
    return alias
  }
  return {
    ports: new Map(
      ports.map((port) => [port, { protocol, alias: aliasOf(port), inner: inner || outer, outer }]),
    ),
    adds: new Set(ports),
  }
}
