import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { createEmulator } from '../../../emulator/create-emulator'
import { buildSeed, seedClock } from '../../../emulator/seeds/build'
import { scaleSeed } from '../../../emulator/seeds/scale'
import type { Seed } from '../../../emulator/seeds/seed'
import { type AppSpec, component, http, mysql, type Openness, tcp } from '../../../emulator/seeds/specs'
import { componentRows } from '../port-grid/rows/component-rows'
import { createRowStore } from '../port-grid/rows/row-store'
import { createShownRows } from '../port-grid/rows/shown-rows'
import { defaultSort } from '../port-grid/rows/sort-rows'
import { anInventory, failure, untilDone } from './testing/an-inventory'

const surroundings = scaleSeed({ components: 0, portsPerComponent: 0 })

const arbitraryPorts = fc.uniqueArray(
  fc.record({
    port: fc.integer({ min: 1, max: 65_535 }),
    spec: fc.constantFrom(http, tcp, mysql),
    open: fc.constantFrom<Openness>('closed', 'inner', 'both', 'outer alone'),
  }),
  { selector: ({ port }) => port, maxLength: 5 },
)

/** A team with a few apps, some of them empty; components may have no ports. */
const arbitrarySeed = fc
  .array(fc.array(arbitraryPorts, { maxLength: 4 }), { maxLength: 4 })
  .map((apps): Seed => {
    const specs = apps.map((components, at): AppSpec => ({
      name: `app ${at}`,
      slug: `app-${at}`,
      region: 'scale',
      components: components.map((ports, nth) =>
        component(
          `component ${nth}`,
          `c-${at}-${nth}`,
          'nginx:1.25',
          ports.map(({ port, spec, open }) => spec(port, open)),
        ),
      ),
    }))
    const team = {
      name: 'scale',
      alias: 'Scale',
      creator: 'admin',
      members: surroundings.users.map(({ user_id }) => user_id),
      regions: ['scale'],
      apps: specs,
    }
    const { users, tokens, regions } = surroundings
    return buildSeed([team], { users, tokens, regions, clock: seedClock })
  })

afterEach(() => vi.unstubAllGlobals())

/** What the emulator holds of each port, by component and number. */
function portsIn(seed: Seed) {
  const open = new Set(
    [...seed.http_rules, ...seed.tcp_rules].filter((rule) => rule.is_outer_service).map(idOf),
  )
  return seed.ports
    .map((port) => ({
      id: idOf(port),
      protocol: port.protocol,
      inner: port.is_inner_service,
      outer: port.is_outer_service,
      hasAddress: open.has(idOf(port)),
    }))
    .sort(byId)
}

const idOf = (at: { service_id: string; container_port: number }) => `${at.service_id}:${at.container_port}`
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

test('shows every port of every component as the console has it, also when parts failed at first', async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitrarySeed,
      fc.array(fc.nat({ max: 40 }), { maxLength: 6 }),
      async (seed, refused) => {
        let nth = 0
        const isRefused = new Set(refused)
        // 404 is never tried again by itself.
        const {
          reader: aReader,
          client,
          engine,
        } = anInventory(createEmulator({ seed, now: () => new Date() }), seed, () =>
          isRefused.has(nth++) ? failure(404, 'not-found') : null,
        )
        const reader = aReader()
        reader.start()
        await untilDone(reader)
        // A list may have failed, and what it names fail after it.
        while (reader.state().failures.length > 0) {
          reader.retry()
          await untilDone(reader)
        }

        const { targets, components, isListed } = reader.state()
        expect(components).toEqual({ read: seed.services.length, failed: 0, total: seed.services.length })
        expect(isListed).toBe(true)
        const store = createRowStore(
          ...targets.map((target) => componentRows(client, engine, target, target)),
        )
        const choice = { matches: null, sort: defaultSort, always: new Set<string>(), isGrouped: false }
        const { ids, counts } = createShownRows(store)(choice)
        const rows = ids.map((id) => {
          const row = store.row(id)
          return {
            id,
            protocol: row?.port.protocol,
            inner: row?.port.is_inner_service,
            outer: row?.port.is_outer_service,
            hasAddress: row?.rules?.some((rule) => rule.open),
          }
        })
        const expected = portsIn(seed)
        expect(rows.sort(byId)).toEqual(expected)
        expect(counts).toEqual({
          ports: expected.length,
          shown: expected.length,
          open: expected.filter(({ outer, hasAddress }) => outer || hasAddress).length,
        })
      },
    ),
    { seed: 20261127, numRuns: 150 },
  )
})
