import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { componentName } from '../../../api/names'
import { twiceId, useGrid } from '../grid-context'
import type { PortRow } from '../rows/port-row'
import { SelectBox } from './SelectBox'
import type { Selection } from './selection-store'

interface SelectAllProps {
  selection: Selection
}

/** Selects every row that the filter leaves, in the document or not. */
export function SelectAll({ selection }: SelectAllProps) {
  const t = useTranslations('bulk')
  const { selectable, listed } = useSyncExternalStore(selection.subscribe, selection.summary)
  return (
    <SelectBox name={t('selectAll', { ports: selectable })} part={listed} onToggle={selection.toggleListed} />
  )
}

/** Selects the rows of a component that the filter leaves. */
export function SelectGroup({ selection, component }: SelectAllProps & { component: string }) {
  const t = useTranslations('bulk')
  const { store } = useGrid()
  const part = useSyncExternalStore(selection.subscribe, () => selection.ofComponent(component))
  const [row] = store.listed(component).values()
  if (part === null || !row?.place) return null
  return (
    <SelectBox
      name={t('selectGroup', { component: componentName(row.place.component) })}
      part={part}
      onToggle={() => selection.toggleComponent(component)}
    />
  )
}

interface SelectRowProps extends SelectAllProps {
  row: PortRow
  isSelected: boolean
}

/** Selects a row; with Shift, all rows from the one that was selected last. */
export function SelectRow({ selection, row, isSelected }: SelectRowProps) {
  const { words } = useGrid()
  return (
    <SelectBox
      name={words.selectName(row)}
      part={isSelected ? 'all' : 'none'}
      lockedBy={row.isTwice ? twiceId(row.id) : null}
      onToggle={(isRange) => (isRange ? selection.extend(row.id) : selection.toggle(row.id))}
    />
  )
}
