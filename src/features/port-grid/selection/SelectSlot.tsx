import type { ReactNode } from 'react'
import { useGrid } from '../grid-context'
import classes from './selection.module.css'
import type { GridSelection } from './use-selection'

interface SelectSlotProps {
  role: 'columnheader' | 'gridcell'
  children: (loaded: NonNullable<GridSelection['loaded']>) => ReactNode
}

/** The first cell of a row, where rows can be selected: empty until what selects them has been loaded. */
export function SelectSlot({ role, children }: SelectSlotProps) {
  const { selection } = useGrid()
  if (!selection) return null
  return (
    <div role={role} className={classes['cell']}>
      {selection.loaded && children(selection.loaded)}
    </div>
  )
}
