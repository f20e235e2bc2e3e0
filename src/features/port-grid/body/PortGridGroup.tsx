import { useGrid } from '../grid-context'
import { SelectSlot } from '../selection/SelectSlot'
import classes from '../port-grid.module.css'

interface PortGridGroupProps {
  /** The component whose ports follow; it is the row's id, too. */
  component: string
  /** How many cells a row has, without that which selects it. */
  cells: number
  /** As those of `PortGridRow`. */
  index?: number
  top?: number | undefined
  measure?: (element: HTMLElement | null) => void
}

/** The row above the ports of a component: what it says is up to the page (`GridContext.group`). */
export function PortGridGroup(props: PortGridGroupProps) {
  const { component, cells, index, top, measure } = props
  const { group } = useGrid()
  return (
    <div
      ref={measure}
      role="row"
      className={classes['group']}
      aria-rowindex={index === undefined ? undefined : index + 2}
      data-index={index}
      data-id={component}
      data-placed={top === undefined ? undefined : true}
      style={{ top }}
    >
      <SelectSlot role="gridcell">
        {({ selection, boxes }) => <boxes.SelectGroup selection={selection} component={component} />}
      </SelectSlot>
      <div role="gridcell" aria-colspan={cells} className={classes['groupCell']}>
        {group?.(component)}
      </div>
    </div>
  )
}
