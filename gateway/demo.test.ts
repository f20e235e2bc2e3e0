import { expect, test } from 'vitest'
import { sessionSchema } from '../src/api/contract/session'
import { startGateway } from './test-gateway'

test('without a console the embedded emulator answers, and the demo says so', async () => {
  const gateway = await startGateway({ upstream: null })
  const session = sessionSchema.parse((await gateway.ask({ path: '/session' })).json)
  expect(session).toMatchObject({ user: null, console: null, demo: true })
  await gateway.signIn(session.demoToken ?? '')
  const teams = await gateway.ask({ path: '/openapi/v1/teams?page=1&page_size=100' })
  expect([teams.status, teams.json]).toMatchObject([200, { total: 3 }])
})
