import { isGroup } from '../rows/port-row'

/** An element that shows one row after another. */
export interface Slot {
  /** The key of the element. */
  key: string
  /** The row that it shows now. */
  id: string
}

/**
 * Returns what assigns rows to elements: a row keeps its element for as long as it is asked for, and a further row gets one
 * that has become free, because filling an element costs a fraction of making one. The rows of components and of ports have
 * elements of their own.
 *
 * The elements come in the order of the rows, as screen readers need it; with `isMoving` in the order that they had, because
 * moving an element costs as much as making one. Asked again for the same, it answers the same.
 */
export function createSlots(): (ids: readonly string[], isMoving: boolean) => readonly Slot[] {
  let last: readonly Slot[] = []

  return (ids, isMoving) => {
    const known = new Map(last.map(({ key, id }) => [id, key]))
    const used = new Set(ids.flatMap((id) => known.get(id) ?? []))
    const left = last.map(({ key }) => key).filter((key) => !used.has(key))
    const free = { group: freeKeys('g', left, used), row: freeKeys('r', left, used) }
    const slots = ids.map((id) => ({ id, key: known.get(id) ?? (isGroup(id) ? free.group : free.row)() }))
    if (isMoving) {
      const places = new Map(last.map(({ key }, at) => [key, at]))
      const placeOf = ({ key }: Slot) => places.get(key) ?? last.length
      slots.sort((a, b) => placeOf(a) - placeOf(b))
    }
    last = slots
    return slots
  }
}

/** Returns what gives out the keys of one kind: first those that have become free, then new ones. */
function freeKeys(kind: string, left: readonly string[], used: Set<string>): () => string {
  const free = left.filter((key) => key.startsWith(kind)).reverse()
  let number = 0
  return () => {
    let key = free.pop()
    while (key === undefined || used.has(key)) {
      key = `${kind}${number}`
      number += 1
    }
    used.add(key)
    return key
  }
}
