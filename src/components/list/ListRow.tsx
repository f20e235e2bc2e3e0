import IconCornerDownLeft from '@tabler/icons-react/icons/IconCornerDownLeft'
import { memo, useId } from 'react'
import { basePath } from '../../lib/navigation/base-path'
import { MarkPill } from './ListCells'
import classes from './SearchList.module.css'
import type { ListColumn, ListItem } from './list-item'

interface ListRowProps {
  item: ListItem
  /** The first is that of the name. */
  columns: readonly ListColumn[]
  /** Whether Enter opens it. */
  isBest: boolean
}

// A plain link, followed by the list: a thousand rows must not each listen to the address bar.
/**
 * One line of columns that is clickable as a whole. A blocked one can be focused, and says in its last column why it has
 * no link.
 */
export const ListRow = memo(function ListRow({ item, columns, isBest }: ListRowProps) {
  const id = useId()
  const { href, name, blocked, marks, cells } = item
  const facts = columns.slice(1)
  const ids = facts.map((column) => `${id}-${column.id}`)
  const link = {
    className: classes['link'],
    'aria-describedby': blocked === undefined ? [`${id}-marks`, ...ids].join(' ') : ids.at(-1),
    title: name,
  }
  return (
    <div
      role="row"
      className={classes['row']}
      data-list-row
      data-blocked={blocked !== undefined || undefined}
    >
      <div role="rowheader" className={classes['name']}>
        {href === undefined ? (
          <span {...link} role="link" aria-disabled tabIndex={0} data-list-link>
            <bdi>{name}</bdi>
          </span>
        ) : (
          <a {...link} href={basePath + href} data-list-link={href}>
            <bdi>{name}</bdi>
          </a>
        )}
        <span id={`${id}-marks`} className={classes['marks']}>
          {marks.map((mark) => (
            <MarkPill key={mark.id} mark={mark} />
          ))}
        </span>
        {isBest && href !== undefined && (
          <kbd className={classes['enter']} aria-hidden>
            <IconCornerDownLeft size={12} stroke={2} />
          </kbd>
        )}
      </div>
      {facts.map((column, index) => (
        <div key={column.id} role="cell" id={ids[index]} className={classes['cell']} data-from={column.from}>
          {blocked !== undefined && index === facts.length - 1 ? (
            <span className={classes['blocked']}>{blocked}</span>
          ) : (
            cells[index]
          )}
        </div>
      ))}
    </div>
  )
})
