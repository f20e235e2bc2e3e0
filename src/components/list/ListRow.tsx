import { memo, useId } from 'react'
import { basePath } from '../../lib/navigation/base-path'
import { visibleText } from '../../lib/text/clean-text'
import type { Choice } from '../choice'
import classes from './SearchList.module.css'

/** A short fact beside a name; the colour only repeats the label. */
export interface ListMark {
  id: string
  label: string
  tone: 'plain' | 'good' | 'notable' | 'bad'
  /** Explains a label that is not obvious. */
  title?: string
}

/** A choice with a link, unless it is blocked. */
export interface ListItem extends Choice {
  /** A path of the app, without the base path. */
  href?: string
  marks: readonly ListMark[]
  /** What somebody wrote about it. */
  note?: string
}

interface ListRowProps {
  item: ListItem
  /** Whether Enter opens it. */
  isBest: boolean
}

// A plain link, followed by the list: a thousand rows must not each listen to the address bar.
/** The whole row is clickable. A blocked one can be focused, and says why it has no link. */
export const ListRow = memo(function ListRow({ item, isBest }: ListRowProps) {
  const detailId = useId()
  const { href, name, blocked } = item
  return (
    <li className={classes['row']} data-blocked={blocked !== undefined || undefined}>
      <div className={classes['title']}>
        {href === undefined ? (
          <span
            role="link"
            aria-disabled
            tabIndex={0}
            className={classes['link']}
            aria-describedby={detailId}
            data-list-link
          >
            <bdi>{name}</bdi>
          </span>
        ) : (
          <a
            href={basePath + href}
            className={classes['link']}
            aria-describedby={detailId}
            data-list-link={href}
          >
            <bdi>{name}</bdi>
          </a>
        )}
        {isBest && href !== undefined && (
          <kbd className={classes['enter']} aria-hidden>
            ↵
          </kbd>
        )}
      </div>
      <div id={detailId} className={classes['facts']}>
        <bdi className={classes['detail']}>{visibleText(item.detail)}</bdi>
        {item.marks.map((mark) => (
          <span key={mark.id} className={classes['mark']} data-tone={mark.tone} title={mark.title}>
            {mark.label}
          </span>
        ))}
        {blocked !== undefined && <span className={classes['blocked']}>{blocked}</span>}
        {item.note !== undefined && (
          <bdi className={classes['note']} title={visibleText(item.note)}>
            {visibleText(item.note)}
          </bdi>
        )}
      </div>
    </li>
  )
})

const bones = [0, 1, 2, 3, 4, 5]

/** A placeholder of the size of the rows. */
export function ListSkeleton() {
  return (
    <div className={classes['list']} aria-hidden>
      {bones.map((bone) => (
        <div key={bone} className={classes['row']}>
          <span className={classes['bone']} />
          <span className={classes['bone']} />
        </div>
      ))}
    </div>
  )
}
