import type { RiskJudge } from './exposures'
import { hosts, overUdp } from './known-services/hosts'
import type { KnownService, RiskKind } from './known-services/known-service'
import { middleware } from './known-services/middleware'
import { stores } from './known-services/stores'
import { surfaces } from './known-services/surfaces'
import { chineseSurfaceWords, imageName, surfaceWords, wordsIn } from './known-services/words'

/** A service that is meant for the inside; `name` is its own name, or the word that says so. */
export interface Risk {
  kind: RiskKind
  name: string
}

/** What hints at what a port is for. */
export interface RiskHints {
  port: number
  protocol: string
  alias: string
  /** What the component is called, and the image it runs, as far as they are known. */
  component?: ComponentHints
}

/** What a component's names and image hint at, the same for all its ports. */
export interface ComponentHints {
  /** The words of its names and its image, in capitals. */
  words: ReadonlySet<string>
  /** Its names as they are, for words of a language without gaps. */
  names: readonly string[]
}

const known: readonly KnownService[] = [...hosts, ...stores, ...middleware, ...surfaces]

function indexed<K>(
  keysOf: (component: KnownService) => readonly K[],
): ReadonlyMap<K, readonly KnownService[]> {
  const index = new Map<K, KnownService[]>()
  for (const component of known)
    for (const key of keysOf(component)) index.set(key, [...(index.get(key) ?? []), component])
  return index
}

const byPort = indexed(({ ports }) => ports)
const byWord = indexed(({ words }) => words)

/** Returns what the names and the image of a component hint at. */
export function componentHints(component: {
  service_cname: string
  k8s_component_name?: string | null | undefined
  image?: string | null | undefined
}): ComponentHints {
  const names = [component.service_cname, component.k8s_component_name ?? '']
  return {
    names,
    words: new Set([...names, imageName(component.image ?? '')].flatMap((name) => [...wordsIn(name)])),
  }
}

function isSpoken({ speaks }: KnownService, protocol: string): boolean {
  return speaks !== 'http' || (protocol !== 'grpc' && protocol !== 'mysql')
}

/** Whether a name is enough: a page that is called `kafka-ui` is no Kafka. */
function isNamed(component: KnownService, { port, protocol }: RiskHints): boolean {
  if (component.only !== undefined && !component.only.includes(port)) return false
  return isSpoken(component, protocol) && (component.speaks !== 'own' || protocol !== 'http')
}

/** The service that a port is by its protocol, and by a name or its number; a name says more than a number. */
function knownServiceOf(hints: RiskHints, words: ReadonlySet<string>): Risk | undefined {
  const { port, protocol } = hints
  if (protocol === 'udp') return overUdp.get(port)
  const named = [...words].flatMap((word) => byWord.get(word) ?? []).filter((one) => isNamed(one, hints))
  const numbered = (byPort.get(port) ?? []).find((component) => isSpoken(component, protocol))
  const component = named.find(({ ports }) => ports.includes(port)) ?? named[0] ?? numbered
  if (component !== undefined) return { kind: component.kind, name: component.name }
  return protocol === 'mysql' ? { kind: 'database', name: 'MySQL' } : undefined
}

function surfaceWordIn(names: readonly string[], words: ReadonlySet<string>): string | undefined {
  for (const word of words) if (surfaceWords.has(word)) return word
  return chineseSurfaceWords.find((word) => names.some((name) => name.includes(word)))
}

/**
 * Returns what opening it to the outside would expose, or null. All of it are hints, none
 * is a proof: a web server on 6379 is asked about too, and a database on 8080 is not, unless its protocol says MySQL or
 * a name says what it is.
 */
export function exposureRisk(hints: RiskHints): Risk | null {
  const { alias, component } = hints
  const words = new Set([...wordsIn(alias), ...(component?.words ?? [])])
  const known = knownServiceOf(hints, words)
  if (known !== undefined) return known
  const word = surfaceWordIn(component?.names ?? [], words)
  return word === undefined ? null : { kind: 'surface', name: word }
}

/** What a component is called, as far as it hints at what its ports are for. */
export type ComponentNames = Parameters<typeof componentHints>[0]

/** Returns what judges the ports of a component by its names and its image. */
export function riskJudge(names: ComponentNames): RiskJudge {
  const component = componentHints(names)
  return ({ container_port: port, protocol, port_alias: alias }) =>
    exposureRisk({ port, protocol, alias, component })
}
