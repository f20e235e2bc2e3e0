/** What a person exposes who opens such a port to the outside. */
export type RiskKind =
  | 'database'
  | 'cache'
  | 'search'
  | 'queue'
  | 'remote-login'
  | 'file-sharing'
  | 'cluster-control'
  | 'admin'
  | 'monitoring'
  | 'reflection'
  /** Nothing but a name says so: an alias or a component that calls itself an administration surface. */
  | 'surface'

/** A service that is meant for the inside, and how to tell it. */
export interface KnownService {
  /** Its own name, the same in every language. */
  name: string
  kind: RiskKind
  /**
   * What it speaks: `own` has a protocol of its own, `http` is a page or an API over http alone, `both` has either.
   * A page is never meant by a gRPC or MySQL port, nor a store of its own protocol by the name of an http port.
   */
  speaks: 'own' | 'http' | 'both'
  /** The numbers that tell it whatever its name. A number that ordinary web servers use is in `only`. */
  ports: readonly number[]
  /** The words that tell it in an alias, a component's name or its image; see `wordsIn`. */
  words: readonly string[]
  /** The words count on these numbers alone: its other ports are meant for the outside. */
  only?: readonly number[]
}
