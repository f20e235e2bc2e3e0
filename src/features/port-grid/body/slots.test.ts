import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSlots } from './slots'

const rowIds = Array.from({ length: 30 }, (_, at) => (at % 6 === 0 ? `c${String(at)}` : `c:${String(at)}`))
const inView = fc
  .tuple(fc.nat({ max: 29 }), fc.nat({ max: 12 }), fc.nat({ max: 29 }))
  .map(([from, size, focused]) => [...new Set([...rowIds.slice(from, from + size), rowIds[focused] ?? ''])])

const isGroupKey = (key: string) => key.startsWith('g')

it('keeps the element of a row while it is in view, and makes one only where none of its kind is free', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(inView, fc.boolean()), { maxLength: 12 }), (views) => {
      const slotsFor = createSlots()
      let last = new Map<string, string>()
      for (const [ids, isMoving] of views) {
        const slots = slotsFor(ids, isMoving)
        expect(slotsFor(ids, isMoving)).toEqual(slots)
        const shown = slots.map(({ id }) => id)
        expect(isMoving ? new Set(shown) : shown).toEqual(isMoving ? new Set(ids) : ids)
        if (isMoving) {
          const order = [...last.values()]
          const places = slots.map(({ key }) => order.indexOf(key)).filter((place) => place >= 0)
          expect(places).toEqual(places.toSorted((a, b) => a - b))
        }
        expect(new Set(slots.map(({ key }) => key)).size).toBe(ids.length)
        const next = new Map(slots.map(({ key, id }) => [id, key]))
        for (const [id, key] of next) {
          expect(isGroupKey(key)).toBe(!id.includes(':'))
          if (last.has(id)) expect(key).toBe(last.get(id))
        }
        for (const isGroup of [true, false]) {
          const keysOf = (keys: Iterable<string>) => [...keys].filter((key) => isGroupKey(key) === isGroup)
          const before = keysOf(last.values())
          const now = keysOf(next.values())
          const made = now.filter((key) => !before.includes(key))
          expect(made.length).toBe(Math.max(0, now.length - before.length))
        }
        last = next
      }
    }),
    { seed: 20261128, numRuns: 500 },
  )
})
