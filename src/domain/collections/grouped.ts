/** Returns the items of each key, in their order; the keys in the order in which they first come up. */
export function grouped<Key, Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}

/** Remembers the index of each list that it was asked for. The lists must never change. */
export function remembered<Item, Index>(indexOf: (list: readonly Item[]) => Index) {
  const known = new WeakMap<readonly Item[], { index: Index }>()
  return (list: readonly Item[]): Index => {
    const found = known.get(list) ?? { index: indexOf(list) }
    known.set(list, found)
    return found.index
  }
}
