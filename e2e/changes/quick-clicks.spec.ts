import { listen } from '../support/calls'
import { expect, test } from '../support/fixtures'
import { expectSettled, openPorts, switchOf } from '../support/ports-page'

test('quick clicks on two ports of a component are sent in order', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  await rainbond.fail({ fault: 'slow', method: 'PUT', latencyMs: 1000 })
  let running = 0
  let mostAtOnce = 0
  const isWrite = (request: { method(): string }) => request.method() === 'PUT'
  page.on('request', (request) => {
    if (isWrite(request)) mostAtOnce = Math.max(mostAtOnce, (running += 1))
  })
  page.on('requestfinished', (request) => {
    if (isWrite(request)) running -= 1
  })

  await switchOf(page, 'Internal', 8081).click()
  await switchOf(page, 'Internal', 8080).click()
  await expect(switchOf(page, 'Internal', 8081)).toHaveAttribute('aria-busy', 'true')
  await expect(switchOf(page, 'Internal', 8080)).toHaveAttribute('aria-busy', 'true')

  await expectSettled(switchOf(page, 'Internal', 8081), true)
  await expectSettled(switchOf(page, 'Internal', 8080), false)
  expect(mostAtOnce).toBe(1)
  expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: true })
  expect(await rainbond.port('web', 8080)).toMatchObject({ is_inner_service: false })
})

test('two quick clicks on one switch restore its state', async ({ page, rainbond }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  await rainbond.fail({ fault: 'slow', method: 'PUT', latencyMs: 500 })

  const inner = switchOf(page, 'Internal', 8081)
  await inner.dblclick()
  await expectSettled(inner, false)
  expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: false })
  const actions = calls.writes().map((write) => write.split(' ').at(-1))
  expect([[], ['open_inner', 'close_inner']]).toContainEqual(actions)
})
