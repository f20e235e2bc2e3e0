import type { Component, Port, Team } from '../../state/world'
import { crash, refused, type Refused } from '../../wire/answers'
import { parsePythonInt } from '../../wire/python'
import type { ComponentCall } from '../call'

const domainPattern = /^[a-z]([-a-z0-9]*[a-z0-9])?$/

/** Tells whether an alias has the form that Rainbond requires (docs/contract.md, "Changing"). */
export const isAlias = (alias: string): boolean => /^[A-Z][A-Z0-9_]*$/.test(alias)

/** Returns the port with a number, if the component has it. */
export const findPort = ({ ports }: Component, number: bigint): Port | undefined =>
  ports.find((port) => BigInt(port.container_port) === number)

/** Tells whether another component of the team, in any region, had the internal domain first. */
export function isTaken(domain: string, component: Component, team: Team): boolean {
  const holders = team.components.flatMap((of) =>
    of.ports.filter((port) => port.k8s_service_name === domain).map((port) => ({ of, ID: port.ID })),
  )
  const [first] = holders.sort((a, b) => a.ID - b.ID)
  return first !== undefined && first.of !== component
}

/** Returns the refusal of a malformed internal domain, or undefined. */
export function domainFault(domain: string): Refused | undefined {
  if (domain.length > 63) {
    const text = 'k8s_service_name must be no more than 63 characters'
    return refused(400, text, text)
  }
  if (domainPattern.test(domain)) return undefined
  return refused(400, "regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?'", '内部域名格式不正确')
}

/**
 * Crashes without a message if the component belongs to no app: the console looks up the component's own app, whatever
 * the path says.
 */
export function requireOwnApp({ service }: Component): void {
  if (service.app_id === null) throw crash('DoesNotExist', '')
}

/** Returns the port number in the path. The route accepts letters and `-`, which crash the console. */
export function portNumber({ params }: ComponentCall): bigint {
  const text = params['port'] ?? ''
  const number = parsePythonInt(text)
  if (number === undefined) {
    throw crash('ValueError', `invalid literal for int() with base 10: '${text}'`)
  }
  return number
}
