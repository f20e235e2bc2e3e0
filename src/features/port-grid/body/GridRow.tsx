import { memo } from 'react'
import { PortGridGroup } from './PortGridGroup'
import { PortGridRow, type PortGridRowProps } from './PortGridRow'
import { isGroup } from '../rows/port-row'

/** One row of the grid: a port, or what stands above the ports of a component. */
export const GridRow = memo(function GridRow({ id, shown, isLast, ...placed }: PortGridRowProps) {
  // All columns and the menu.
  if (isGroup(id)) return <PortGridGroup component={id} cells={shown.size + 1} {...placed} />
  return <PortGridRow id={id} shown={shown} isLast={isLast} {...placed} />
})
