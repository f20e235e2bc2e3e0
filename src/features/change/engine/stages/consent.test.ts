import { describe, expect, it } from 'vitest'
import type { DesiredState } from '../../../../domain/model/desired-state'
import { planOfSteps } from '../../../../domain/plan/plan'
import { aGatewayRule } from '../../../../domain/testing/component'
import { aPort, aTarget, settled } from '../../testing/fake-effects'
import { aPage, calls, desired } from '../../testing/fake-page'
import { reduceRun } from '../job/reduce-run'
import { firstRun } from './approve'
import type { PreparedPlan } from './prepare'
import { outcomesOf, type SentJob } from './read-back'

function named(port: number, alias: string, internalDomain?: string): DesiredState {
  const ports = new Map([[port, { alias }]])
  return internalDomain === undefined ? { ports } : { ports, internalDomain }
}

const inner = { is_inner_service: true }
const both = { is_inner_service: true, is_outer_service: true }

describe('alias and internal domain of one row', () => {
  it('are shown before they are sent, and told old to new', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    propose(named(80, 'NEW', 'shop'))
    expect(calls(effects)).toEqual([])
    page.answer('run')
    ;(await effects.next()).accept()
    await settled()
    expect(page.notices()[0]?.changes).toContainEqual({
      kind: 'internal-domain',
      before: ['web'],
      after: 'shop',
    })
  })

  it('of two rows saved in quick succession are both done, and neither is called refused', async () => {
    const { page, effects, propose } = aPage([aPort(80), aPort(81)])
    propose(named(80, 'ONE', 'first'))
    propose(named(81, 'TWO', 'second'))
    for (let n = 0; n < 2; n += 1) {
      await settled()
      page.answer('run')
      ;(await effects.next()).accept()
      await settled()
    }
    expect(page.notices().map(({ outcome }) => outcome.kind)).toEqual(['done', 'done'])
    expect(page.activity('s1', 80).refusal).toBeNull()
  })

  it('count as done where a later save of another row gave the component another internal domain', () => {
    const seen = { ports: [], gatewayRules: [], componentAlias: 'gr1', meshed: false }
    const sent = (given: DesiredState): SentJob => {
      const prepared: PreparedPlan = {
        ...{ kind: 'planned', target: aTarget(), asked: given, desired: given, leftAlone: [], seen },
        ...{ plan: planOfSteps(seen, []), differences: [], mustBeShown: false },
      }
      const run = firstRun(prepared, { isShown: false, lacksRules: false, earlier: [] })
      const answered = reduceRun(run, { type: 'finished' })
      return { id: 1, target: aTarget(), desired: given, isAlone: true, run: answered }
    }
    const ports = [80, 81].map((port) =>
      aPort(port, { port_alias: port === 80 ? 'ONE' : 'TWO', k8s_service_name: 'second' }),
    )
    const state = { ports, gatewayRules: [], componentAlias: 'gr1', meshed: false }
    const later = sent(named(81, 'TWO', 'second'))
    const outcomeOf = (given: DesiredState) => outcomesOf([sent(given), later], { state })[0]
    expect(outcomeOf(named(80, 'ONE', 'first'))).toMatchObject({ kind: 'done', isOverruled: false })
    expect(outcomeOf({ ports: new Map(), internalDomain: 'first' })).toMatchObject({ isOverruled: true })
    expect(outcomeOf(named(80, 'OTHER', 'first'))).toMatchObject({ kind: 'refused', isOverruled: false })
  })
})

describe('an alias', () => {
  it('of an open inner is shown first, and nothing is sent where the person cancels', async () => {
    const { page, effects, propose } = aPage([aPort(80, inner)])
    propose(named(80, 'NEW'))
    expect(page.review()).toMatchObject({ phase: { name: 'preview' } })
    page.answer('cancel')
    await settled()
    expect(calls(effects)).toEqual([])
  })

  it('of a closed inner is sent without a question', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    propose(named(80, 'NEW'))
    await settled()
    expect(page.review()).toBeNull()
    expect(calls(effects)).toEqual(['change_port_alias 80'])
  })
})

describe('opening outer', () => {
  it('of an ordinary web port is sent at once, and of a risky one asks', async () => {
    for (const [port, sent] of [
      [8080, ['open_outer 8080']],
      [8081, []],
    ] as const) {
      const { page, effects, propose } = aPage([aPort(port, inner)])
      propose(desired(port, { outer: true }))
      expect(page.activity('s1', port).pending).toEqual({ outer: true })
      await settled()
      expect(calls(effects)).toEqual(sent)
      expect(page.review() === null).toBe(sent.length > 0)
    }
  })

  it('asks where nobody can judge what opens', async () => {
    const { page, effects, propose } = aPage([aPort(8080, inner)])
    effects.judgesRisks = false
    propose(desired(8080, { outer: true }))
    await settled()
    expect(calls(effects)).toEqual([])
    expect(page.review()).not.toBeNull()
  })
})

describe('closing outer', () => {
  it('asks where a custom domain goes down', () => {
    const { page, effects, propose } = aPage([aPort(80, both)], [aGatewayRule({ custom: true })])
    propose(desired(80, { outer: false }))
    expect(calls(effects)).toEqual([])
    expect(page.review()).not.toBeNull()
  })

  it('of an assigned address is sent at once, and its notice names the address', async () => {
    const { page, effects, propose } = aPage([aPort(80, both)], [aGatewayRule()])
    propose(desired(80, { outer: false }))
    ;(await effects.next()).accept()
    await settled()
    expect(page.notices()[0]?.changes).toContainEqual({
      kind: 'public-addresses-closed',
      port: 80,
      publicAddresses: ['http://web-80-team.acme.test'],
    })
  })

  it('before the gateway rules have come waits for them, pending, and then asks only where it has to', async () => {
    for (const custom of [false, true]) {
      const { page, effects, propose } = aPage([aPort(80, both)], null)
      effects.rulesAreToCome = true
      effects.there = { ...effects.there, gatewayRules: [aGatewayRule({ custom })] }
      propose(desired(80, { outer: false }))
      expect(page.activity('s1', 80).pending).toEqual({ outer: false })
      expect(calls(effects)).toEqual([])
      await settled()
      expect(calls(effects)).toEqual(custom ? [] : ['close_outer 80'])
      expect(page.review() === null).toBe(!custom)
    }
  })

  it('waits for the rules when a port opens that only they can judge, and then sends at once', async () => {
    const tcp = { protocol: 'tcp', is_inner_service: true }
    const { page, effects, propose } = aPage([aPort(4000, tcp)], null)
    effects.rulesAreToCome = true
    const kept = aGatewayRule({ port: 4000, kind: 'tcp', open: false, publicAddress: '10.0.0.1:30400' })
    effects.there = { ...effects.there, gatewayRules: [kept] }
    propose(desired(4000, { outer: true }))
    await settled()
    expect(page.review()).toBeNull()
    expect(calls(effects)).toEqual(['open_outer 4000'])
  })

  it('asks where the gateway rules cannot be read', () => {
    const { page, propose } = aPage([aPort(80, both)], null)
    propose(desired(80, { outer: false }))
    expect(page.review()).not.toBeNull()
  })
})
