import { afterEach, expect, it, vi } from 'vitest'
import { createEmulator } from '../../../../emulator/create-emulator'
import { demoSeed } from '../../../../emulator/seeds/demo'
import { scaleSeed } from '../../../../emulator/seeds/scale'
import { type Answer, anInventory, failure, until } from '../../inventory/testing/an-inventory'
import { createOtherTeams, type OtherTeamsState } from './other-teams'

afterEach(() => vi.unstubAllGlobals())

const seed = demoSeed()
const large = scaleSeed({ components: 200, portsPerComponent: 1 })
const [, payments] = seed.teams
const teamOfApp = new Map(seed.apps.map((app) => [app.ID, app.tenant_id]))
const appsIn = (region: string, team: string) =>
  seed.apps.filter((app) => app.region_name === region && app.tenant_id === team)

/** The TCP ports that the other teams take in the first cluster, according to the seed. */
const taken = seed.tcp_rules
  .filter((rule) => {
    const service = seed.services.find((each) => each.service_id === rule.service_id)
    const team = teamOfApp.get(service?.app_id ?? 0)
    return service?.service_region === 'shanghai' && team !== seed.teams[0]?.tenant_id
  })
  .map((rule) => Number(rule.end_point.split(':').at(-1)))

function aPage(answer?: Answer) {
  const world = anInventory(createEmulator({ seed, now: () => new Date() }), seed, answer)
  return { others: createOtherTeams(world.client, world.place), ...world }
}

const numbersOf = ({ nodePorts }: Pick<OtherTeamsState, 'nodePorts'>) =>
  nodePorts.map(({ number }) => number).sort()

const isPayments = (path: string) => path.includes(payments?.tenant_id ?? '?')

it('reads the node ports of every other team on the cluster, with their components, each list once', async () => {
  const { others, asked } = aPage()
  others.start()
  await until(() => others.state().phase === 'done')
  const { nodePorts, teams, failures } = others.state()
  expect(taken.length).toBeGreaterThan(1)
  expect(numbersOf({ nodePorts })).toEqual(taken.sort())
  expect(nodePorts.every(({ target, team }) => target?.ref.team === team?.tenant_id)).toBe(true)
  expect({ teams, failures }).toEqual({ teams: { read: 2, total: 2 }, failures: [] })
  const apps = seed.teams.slice(1).flatMap((team) => appsIn('shanghai', team.tenant_id))
  expect(asked.filter((path) => path.endsWith('/domains')).sort()).toEqual(
    apps.map((app) => `/apps/${String(app.ID)}/domains`).sort(),
  )
  expect(asked.some((path) => path.endsWith('/ports'))).toBe(false)
})

it('names the team that couldn’t be read, reads the others, and only that one again', async () => {
  let isBroken = true
  const { others, asked } = aPage((path) =>
    isBroken && isPayments(path) && path.includes('/apps') ? failure(404, 'not-found') : null,
  )
  others.start()
  await until(() => others.state().phase === 'done')
  expect(others.state()).toMatchObject({
    teams: { read: 1, total: 2 },
    failures: [{ team: { tenant_name: 'payments' }, error: { kind: 'not-found' } }],
  })
  isBroken = false
  asked.length = 0
  others.start()
  await until(() => others.state().phase === 'done')
  expect(others.state()).toMatchObject({ teams: { read: 2, total: 2 }, failures: [] })
  expect(numbersOf(others.state())).toEqual(taken.sort())
  expect(asked.filter((path) => path === '/apps')).toHaveLength(1)
})

it('says that the teams themselves couldn’t be read', async () => {
  let isBroken = true
  const { others } = aPage((path) =>
    isBroken && path.includes('/teams?') ? failure(404, 'not-found') : null,
  )
  others.start()
  await until(() => others.state().listError !== null)
  expect(others.state()).toMatchObject({ phase: 'unread', teams: null, listError: { kind: 'not-found' } })
  isBroken = false
  others.start()
  await until(() => others.state().phase === 'done')
  expect(others.state()).toMatchObject({ listError: null, teams: { read: 2, total: 2 } })
})

it('sends nothing once it is stopped, and goes on where it was', async () => {
  const { others, asked } = aPage()
  others.start()
  await until(() => asked.some((path) => path.endsWith('/domains')))
  others.stop()
  expect(others.state().phase).toBe('stopped')
  const sent = asked.length
  for (let turn = 0; turn < 50; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve))
  expect(asked.length).toBe(sent)
  others.start()
  await until(() => others.state().phase === 'done')
  expect(numbersOf(others.state())).toEqual(taken.sort())
  const lists = asked.filter((path) => path.startsWith('/apps/'))
  expect(new Set(lists).size).toBe(lists.length)
})

it('asks for no further app of a team once one failed', async () => {
  const { client, place, asked } = anInventory(
    createEmulator({ seed: large, now: () => new Date() }),
    large,
    (path) =>
      path.endsWith(`/apps/${String(large.apps[0]?.ID)}/domains`) ? failure(404, 'not-found') : null,
  )
  const others = createOtherTeams(client, { ...place, team: 'another' })
  others.start()
  await until(() => others.state().phase === 'done')
  for (let turn = 0; turn < 50; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve))
  expect(large.apps).toHaveLength(8)
  expect(asked.filter((path) => path.endsWith('/domains'))).toHaveLength(4)
})
