import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applySteps } from '../model/step-effect'
import { numbersTwice, protocolChoices } from '../model/port'
import { planPorts } from '../plan/plan'
import { arbitraryPresent } from '../testing/arbitrary-present'
import { readAndMatch, rowsOf } from '../testing/imported'
import { fieldsOfPort, missingChoices, type PresentComponent, sheetFormats, type SheetRow } from './sheet'
import { formatSheet } from './writing/format-sheet'

const edit = fc.record(
  {
    protocol: fc.constantFrom(...protocolChoices),
    alias: fc.constantFrom('A', 'B', 'D', 'E', 'F'),
    inner: fc.boolean(),
    outer: fc.boolean(),
    port: fc.constantFrom(80, 81, 9000, 9001),
  },
  { requiredKeys: [] },
)

/** What becomes of the first rows: they are left, edited or removed. */
const edits = fc.array(fc.oneof(edit, fc.constant('remove' as const), fc.constant({})), { maxLength: 8 })

function edited(row: SheetRow, change: Partial<SheetRow> | 'remove' = {}): SheetRow[] {
  if (change === 'remove') return []
  // Where old data has several internal domains, that of a new port is a change of all.
  return [{ ...row, ...change, ...(change.port !== undefined && { internalDomain: '' }) }]
}

/** What a row says of its port alone. */
function portFieldsOf(row: SheetRow): Partial<SheetRow> {
  const fields = ['port', 'protocol', 'alias', 'inner', 'outer']
  return Object.fromEntries(Object.entries(row).filter(([field]) => fields.includes(field)))
}

function stateOf({ ports }: PresentComponent) {
  return { ports: ports ?? [], gatewayRules: [], componentAlias: 'gr', meshed: false }
}

test('the plan of what an edited sheet asks leads to what the sheet says, and to nothing else', () => {
  const seen = { planned: 0, refused: 0 }
  const formats = fc.constantFrom(...sheetFormats)
  const missings = fc.constantFrom(...missingChoices)
  fc.assert(
    fc.property(arbitraryPresent, edits, formats, missings, (present, changes, format, missing) => {
      const rows = rowsOf(present).flatMap((row, at) => edited(row, changes[at]))
      const matched = readAndMatch(formatSheet({ missing, rows }, format), present, format)
      if ('errors' in matched) {
        seen.refused += 1
        const kinds = [
          ...['duplicate-row', 'port-twice', 'external-without-internal'],
          // a new port can't be given what old data has
          ...['alias', 'unknown-value'],
        ]
        for (const { problem } of matched.errors) expect(kinds).toContain(problem.kind)
        return
      }
      for (const { component, desired, unnamed } of matched.components) {
        const before = stateOf(component)
        const plan = planPorts(before, desired)
        if ('unreachable' in plan) continue
        seen.planned += plan.steps.length
        const { ports } = applySteps(before, plan.steps)
        const own = rows.filter(({ componentId }) => componentId === component.componentId)
        const twice = numbersTwice(before.ports)
        for (const row of own)
          if (!twice.has(row.port))
            expect(ports.map(fieldsOfPort)).toContainEqual(expect.objectContaining(portFieldsOf(row)))
        const kept = missing === 'delete' ? [] : unnamed.map((port) => port.container_port)
        const numbers = new Set([...own.map(({ port }) => port), ...kept])
        expect(new Set(ports.map((port) => port.container_port))).toEqual(numbers)
      }
    }),
    { seed: 20261128, numRuns: 1000 },
  )
  expect(Math.min(seen.planned, seen.refused)).toBeGreaterThan(100)
})
