const none: readonly never[] = []

/** Returns what makes something of each item of a list, once for the same list below the same place. */
export function remembering<Item, Above, Made>(make: (item: Item, above: Above) => Made) {
  const made = new WeakMap<readonly Item[], { above: Above; below: readonly Made[] }>()
  return (list: readonly Item[] | undefined, above: Above): readonly Made[] => {
    if (!list) return none
    const known = made.get(list)
    if (known?.above === above) return known.below
    const below = list.map((item) => make(item, above))
    made.set(list, { above, below })
    return below
  }
}
