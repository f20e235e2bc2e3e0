import {
  type ClusterFailure,
  crashAnswer,
  duplicatePermissionAnswer,
  type FaultAnswer,
  htmlAnswer,
  licenceAnswer,
  missingRouteAnswer,
  TransportFault,
  unauthenticatedAnswer,
} from './answers'

/** What a fault does to a matching request. */
export type FaultEffect =
  /** The console gives this answer without handling the request. */
  | { readonly kind: 'answer'; readonly answer: FaultAnswer }
  /** The connection fails before the request is handled. */
  | { readonly kind: 'signal'; readonly signal: 'timeout' | 'reset' }
  /** The request is handled, and then its answer is lost, cut off or corrupted. */
  | { readonly kind: 'after'; readonly apply: (answer: Response) => Promise<Response> }
  /** The request gets its usual answer, but the component does not change. */
  | { readonly kind: 'no-effect' }
  /** The console's call to the cluster fails; the handler raises the failure where it would make that call. */
  | { readonly kind: 'cluster'; readonly failure: ClusterFailure }
  | { readonly kind: 'none' }

/** The requests that a fault affects by default. */
export type FaultReach = 'all' | 'writes' | 'ports' | 'side-routes'

export interface FaultDefinition {
  readonly effect: FaultEffect
  /** Applies to rules without a path and a method. */
  readonly reach: FaultReach
  /** Applies to a component of a seed that shows the fault. */
  readonly shownOn: FaultReach
}

const answer = (of: FaultAnswer): FaultEffect => ({ kind: 'answer', answer: of })
const cluster = (failure: ClusterFailure): FaultDefinition => ({
  effect: { kind: 'cluster', failure },
  reach: 'writes',
  shownOn: 'writes',
})

const cut = (whole: Response) => Promise.reject(new TransportFault({ kind: 'cut', answer: whole }))
const lose = () => Promise.reject(new TransportFault({ kind: 'reset' }))

/** Turns every port number into a text, so that the answer matches no schema. */
async function misshape(whole: Response): Promise<Response> {
  if (whole.body === null) return whole
  const text = await whole.text()
  return new Response(text.replaceAll(/"container_port":\s*(\d+)/g, '"container_port":"no. $1"'), whole)
}

/** Every fault by its documented name (docs/emulator.md). */
const definitions = {
  timeout: { effect: { kind: 'signal', signal: 'timeout' }, reach: 'all', shownOn: 'all' },
  'connection-reset': { effect: { kind: 'signal', signal: 'reset' }, reach: 'all', shownOn: 'writes' },
  'lost-answer': { effect: { kind: 'after', apply: lose }, reach: 'all', shownOn: 'writes' },
  'cut-json': { effect: { kind: 'after', apply: cut }, reach: 'all', shownOn: 'writes' },
  'wrong-shape': { effect: { kind: 'after', apply: misshape }, reach: 'all', shownOn: 'all' },
  'no-effect': { effect: { kind: 'no-effect' }, reach: 'writes', shownOn: 'writes' },
  html: { effect: answer(htmlAnswer), reach: 'all', shownOn: 'all' },
  crash: { effect: answer(crashAnswer), reach: 'all', shownOn: 'all' },
  'duplicate-permission': { effect: answer(duplicatePermissionAnswer), reach: 'ports', shownOn: 'ports' },
  unauthenticated: { effect: answer(unauthenticatedAnswer), reach: 'all', shownOn: 'writes' },
  licence: { effect: answer(licenceAnswer), reach: 'all', shownOn: 'all' },
  'missing-route': { effect: answer(missingRouteAnswer), reach: 'side-routes', shownOn: 'side-routes' },
  slow: { effect: { kind: 'none' }, reach: 'all', shownOn: 'all' },
  'cluster-too-frequent': cluster('too-frequent'),
  'cluster-error': cluster('error'),
  'cluster-html': cluster('html'),
  'cluster-timeout': cluster('timeout'),
  'cluster-no-answer': cluster('no-answer'),
  'cluster-empty-body': cluster('empty-body'),
  'cluster-own-code': cluster('own-code'),
  'cluster-conflict': cluster('conflict'),
  'cluster-not-found': cluster('not-found'),
  'cluster-unreachable': cluster('unreachable'),
  'cluster-out-of-memory': cluster('out-of-memory'),
  'cluster-route-binding': cluster('route-binding'),
} as const satisfies Record<string, FaultDefinition>

export type FaultName = keyof typeof definitions

const isFaultName = (name: string): name is FaultName => Object.hasOwn(definitions, name)

/** All fault names, in the order of docs/emulator.md. */
export const faultNames: readonly FaultName[] = Object.keys(definitions).filter(isFaultName)

/** Returns what a fault does, and to which requests. */
export const faultDefinition = (name: FaultName): FaultDefinition => definitions[name]
