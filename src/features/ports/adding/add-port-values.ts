import type { DesiredState } from '../../../domain/model/desired-state'
import { type Port, isProtocol } from '../../../domain/model/port'
import { type ComponentNames, readableAlias } from '../../../domain/model/port-validation'
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

/** The component that ports are added to, with the ports that it has. */
export interface Siblings {
  names: ComponentNames
  ports: readonly Port[]
}

/** Returns a readable alias; where the component's names make none, the one that the server would choose, or the next free one. */
function freeAlias({ names }: Siblings, port: number, taken: ReadonlySet<string>): string {
  return readableAlias(names, port, taken) ?? freeProposal(names.service_alias, port, taken)
}

function takenAliases({ ports }: Siblings): Set<string> {
  return new Set(ports.map((port) => port.port_alias))
}

/**
 * Returns the protocol that is usual for all of the numbers and, for a single one, an alias. Several ports get their
 * aliases when they are added.
 */
function proposals(text: string, siblings: Siblings): Pick<AddValues, 'protocol' | 'alias'> {
  const ports = typedPorts(text)
  const [port, ...others] = ports
  const protocols = new Set(ports.map((one) => proposedProtocol(one) ?? nothingTyped.protocol))
  const [protocol = nothingTyped.protocol] = protocols
  return {
    protocol: protocols.size === 1 ? protocol : nothingTyped.protocol,
    alias:
      port !== undefined && others.length === 0
        ? freeAlias(siblings, port, takenAliases(siblings))
        : nothingTyped.alias,
  }
}

/**
 * Returns protocol and alias for a changed number. A value that differs from its proposal was chosen by hand, and is kept.
 */
export function followNumber(
  { port, protocol, alias }: Pick<AddValues, 'port' | 'protocol' | 'alias'>,
  nextPort: string,
  siblings: Siblings,
): Pick<AddValues, 'protocol' | 'alias'> {
  const before = proposals(port, siblings)
  const after = proposals(nextPort, siblings)
  return {
    protocol: protocol === before.protocol ? after.protocol : protocol,
    alias: alias === before.alias ? after.alias : alias,
  }
}

/** Returns the form's values when only a number was typed. */
export function numberTyped(port: string, siblings: Siblings): AddValues {
  return { ...nothingTyped, port, ...followNumber(nothingTyped, port, siblings) }
}

/**
 * Returns the desired state that adds ports of these numbers (1–65535) and changes no existing one. Open outer implies
 * inner. Each of several ports gets an alias of its own.
 */
export function desiredOfAddition(
  ports: readonly number[],
  values: AddValues,
  siblings: Siblings,
): DesiredState {
  const { protocol, inner, outer } = values
  if (!isProtocol(protocol)) throw new Error(`${protocol} is none of the protocols that were offered`)
  const taken = takenAliases(siblings)
  const aliasOf = (port: number) => {
    const typed = plainText(values.alias)
    const alias = ports.length === 1 ? typed : freeAlias(siblings, port, taken)
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
