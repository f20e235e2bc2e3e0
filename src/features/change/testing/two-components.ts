import type { Effects } from '../engine/effects'
import { createEngine } from '../engine/engine'
import { componentOf, type Target } from '../engine/target'
import { aPort, aTarget, FakeEffects } from './fake-effects'

/** An engine before a console that holds components `a` and `b`, each with the closed port 80. */
export function twoComponents() {
  const one = () =>
    new FakeEffects({ ports: [aPort(80)], gatewayRules: [], componentAlias: 'gr1', meshed: false })
  const [a, b] = [one(), one()]
  const of = (target: Target) => (componentOf(target) === 'a' ? a : b)
  const effects: Effects = {
    cached: (target) => of(target).cached(),
    isFromLastVisit: (target) => of(target).isFromLastVisit(),
    lacksRules: (target) => of(target).lacksRules(),
    read: (target) => of(target).read(),
    send: (target, ...rest) => of(target).send(target, ...rest),
    markOld: () => undefined,
    riskJudge: (target) => of(target).riskJudge(target),
    wait: (target, ...rest) => of(target).wait(target, ...rest),
  }
  return { a, b, engine: createEngine(effects), targets: [aTarget('a'), aTarget('b')] }
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
