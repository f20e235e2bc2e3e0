import { componentName } from '../../../api/names'
import { basePath } from '../../../lib/navigation/base-path'
import type { Target } from '../../change/engine/target'
import { usePlaces } from '../../change/component-places'
import cellClasses from './cells.module.css'
import classes from './place-cells.module.css'

/** The name of a component, which leads to its page. The grid follows the link (`followLink`). */
export function ComponentLink({ target }: { target: Target }) {
  const path = usePlaces().pathOf(target)
  const name = componentName(target.component)
  return (
    <a
      tabIndex={-1}
      className={[cellClasses['link'], classes['name']].join(' ')}
      href={basePath + path}
      data-path={path}
      title={name}
    >
      {name}
    </a>
  )
}
