import type { Port } from '../../../domain/model/port'
import type { Effects } from '../engine/effects'
import { createEngine } from '../engine/engine'
import { componentOf, type Target } from '../engine/target'
import { aPort, aTarget, FakeEffects } from './fake-effects'

/** An engine before a console that holds components of these names, each with the same ports. */
export function someComponents(names: readonly string[], ports: Port[]) {
  const consoles = new Map(
    names.map((name) => [
      name,
      new FakeEffects({ ports, gatewayRules: [], componentAlias: 'gr1', meshed: false }),
    ]),
  )
  const ofName = (name: string) => {
    const found = consoles.get(name)
    if (!found) throw new Error(`No component ${name}`)
    return found
  }
  const of = (target: Target) => ofName(componentOf(target))
  const effects: Effects = {
    cached: (target) => of(target).cached(),
    readAt: (target) => of(target).readAt(),
    isFromLastVisit: (target) => of(target).isFromLastVisit(),
    lacksRules: (target) => of(target).lacksRules(),
    read: (target) => of(target).read(),
    send: (target, ...rest) => of(target).send(target, ...rest),
    turn: () => null,
    markOld: () => undefined,
    riskJudge: (target) => of(target).riskJudge(target),
    wait: (target, ...rest) => of(target).wait(target, ...rest),
  }
  return { of: ofName, engine: createEngine(effects), targets: names.map((name) => aTarget(name)) }
}

/** An engine before a console that holds components `a` and `b`, each with the closed port 80. */
export function twoComponents() {
  const { of, ...made } = someComponents(['a', 'b'], [aPort(80)])
  return { a: of('a'), b: of('b'), ...made }
}

/** Keeps every reading of a component waiting until the function that is returned is called. */
export function holdReads(effects: FakeEffects): () => void {
  const { read } = effects
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  effects.read = () => released.then(read)
  return release
}
