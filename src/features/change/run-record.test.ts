// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { aPort, settled } from './testing/fake-effects'
import { desired } from './testing/fake-page'
import { someComponents } from './testing/some-components'
import { recordRuns, runRecord } from './run-record'

afterEach(() => runRecord.write(null))

it('counts the components that have ended from the first call on, and forgets the change when it is over', async () => {
  const { engine, of, targets } = someComponents(['a', 'b', 'c'], [aPort(80)])
  recordRuns(engine)
  const changed = engine.change(targets, desired(80, { inner: true }))
  await settled()
  engine.reviews.leaveOut(new Map([['c', new Set([80])]]))
  await settled()
  expect(runRecord.read()).toBeNull()
  engine.reviews.answer('run')
  const b = await of('b').next()
  expect(runRecord.read()).toEqual({ components: 2, finished: 0 })
  ;(await of('a').next()).accept()
  await settled()
  expect(runRecord.read()).toEqual({ components: 2, finished: 1 })
  b.accept()
  await changed
  expect(runRecord.read()).toBeNull()
})

it('records nothing of a review that is left, and nothing of one component', async () => {
  const { engine, of, targets } = someComponents(['a', 'b'], [aPort(80)])
  recordRuns(engine)
  const left = engine.change(targets, desired(80, { inner: true }))
  await settled()
  engine.reviews.answer('cancel')
  await left
  const one = engine.change(targets.slice(0, 1), desired(80, { outer: true }))
  await settled()
  engine.reviews.answer('run')
  ;(await of('a').next()).accept()
  expect(runRecord.read()).toBeNull()
  ;(await of('a').next()).accept()
  await one
})

it('is read again by the page that is loaded next, and anything else in its place is ignored', () => {
  runRecord.write({ components: 100, finished: 37 })
  expect(runRecord.read()).toEqual({ components: 100, finished: 37 })
  for (const text of ['', 'null', '7', '{"components":1}', '{"components":"1","finished":0}']) {
    sessionStorage.setItem('portdeck.run', text)
    expect(runRecord.read()).toBeNull()
  }
})
