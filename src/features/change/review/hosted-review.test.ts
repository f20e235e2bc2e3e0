import { expect, it } from 'vitest'
import type { DesiredState } from '../../../domain/model/desired-state'
import { createEngine } from '../engine/engine'
import { aPort, aTarget, FakeEffects, settled } from '../testing/fake-effects'
import { createHostedReview, isReviewOf } from './hosted-review'

const addition: DesiredState = {
  ports: new Map([[8090, { protocol: 'http', alias: 'WEB', inner: true, outer: true }]]),
  adds: new Set([8090]),
}

it('recognises the review of a hosted change until it is answered, and no other', async () => {
  const world = { ports: [aPort(80)], gatewayRules: [], componentAlias: 'gr1', meshed: false }
  const { change, reviews } = createEngine(new FakeEffects(world))
  const isHosted = (desired: DesiredState | null) => {
    const review = reviews.current()
    return review && isReviewOf(review, desired)
  }
  void change([aTarget()], addition)
  void change([aTarget()], { ports: new Map([[80, { outer: true }]]) })
  await settled()
  expect(isHosted(addition)).toBe(true)
  expect(isHosted(null)).toBe(false)
  expect(isHosted({ ...addition })).toBe(false)

  reviews.answer('cancel')
  await settled()
  expect(reviews.current()).not.toBeNull()
  expect(isHosted(addition)).toBe(false)
})

it('releases only what it hosts', () => {
  const hosted = createHostedReview()
  hosted.host(addition)
  hosted.release({ ...addition })
  expect(hosted.current()).toBe(addition)
  hosted.release(addition)
  expect(hosted.current()).toBeNull()
})
