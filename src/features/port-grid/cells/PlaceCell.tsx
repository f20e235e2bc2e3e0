import { appName } from '../../../api/names'
import { statusTone } from '../../../components/status-tone'
import { useGrid } from '../grid-context'
import type { PortRow } from '../rows/port-row'
import { ComponentLink } from './ComponentLink'
import cellClasses from './cells.module.css'
import classes from './place-cells.module.css'

interface PlaceCellProps {
  row: PortRow
  part: 'app' | 'component' | 'status'
}

/** Where a port is: its app, its component, or the status of that. */
export function PlaceCell({ row: { place }, part }: PlaceCellProps) {
  const { words } = useGrid()
  const app = place ? appName(place.app) : ''
  return (
    <div role="gridcell" className={classes[part]} data-column={part}>
      {place && part === 'app' && (
        <bdi className={cellClasses['text']} title={app}>
          {app}
        </bdi>
      )}
      {place && part === 'component' && <ComponentLink target={place} />}
      {place && part === 'status' && (
        <span className={classes['dot']} data-tone={statusTone(place.component.status)}>
          <span className={classes['word']}>{words.status(place.component.status)}</span>
        </span>
      )}
    </div>
  )
}
