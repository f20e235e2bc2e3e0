import { appName } from '../../../api/names'
import { statusTone } from '../../../components/status-tone'
import { ComponentLink } from './ComponentLink'
import type { CellParts } from './cell-parts'
import cellClasses from './cells.module.css'
import classes from './place-cells.module.css'

/** Renders where a port is: its app, its component, or the status of that. */
export function placeCell(
  { grid: { words }, row: { place } }: CellParts,
  part: 'app' | 'component' | 'status',
) {
  const app = place ? appName(place.app) : ''
  return (
    <div key={part} role="gridcell" className={classes[part]} data-column={part}>
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
