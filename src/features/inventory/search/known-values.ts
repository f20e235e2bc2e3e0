import type { Target } from '../../change/engine/target'
import type { PortRow } from '../../port-grid/rows/port-row'
import type { RowStore } from '../../port-grid/rows/row-store'
import { choices, isChoiceKey } from '../query/choices'
import type { FilterKey } from '../query/query'
import { type KnownValue, valuesOfNames } from './completion'

const numbers = new Intl.Collator('en', { numeric: true })

/** Returns what tells the values that a filter can have, among some components and what has been read of their ports. */
export function knownValues(
  targets: readonly Target[],
  store: RowStore,
  label: (key: FilterKey, value: string) => string,
): (key: FilterKey) => readonly KnownValue[] {
  const named = new Map<FilterKey, readonly KnownValue[]>()
  const namesOnce = (key: 'app' | 'component', nameOf: (target: Target) => string) => {
    const known = named.get(key) ?? valuesOfNames(sortedNames(targets.map(nameOf)))
    named.set(key, known)
    return known
  }
  return (key) => {
    if (isChoiceKey(key)) return choices[key].map(({ value }) => ({ value, label: label(key, value) }))
    switch (key) {
      case 'app':
        return namesOnce(key, ({ app }) => app.group_name)
      case 'component':
        return namesOnce(key, ({ component }) => component.service_cname)
      case 'port':
        return inRows(store, ({ port }) => String(port.container_port))
      case 'alias':
        return inRows(store, ({ port }) => port.port_alias)
      case 'domain':
        return inRows(store, ({ port }) => port.k8s_service_name)
      case 'address':
        return []
    }
  }
}

const sortedNames = (all: readonly string[]) =>
  [...new Set(all)].filter((name) => name.trim() !== '').sort(numbers.compare)

function inRows(store: RowStore, textOf: (row: PortRow) => string): readonly KnownValue[] {
  const texts = new Set<string>()
  for (const component of store.components())
    for (const row of store.listed(component).values()) texts.add(textOf(row))
  texts.delete('')
  return [...texts].sort(numbers.compare).map((text) => ({ value: text, label: text }))
}
