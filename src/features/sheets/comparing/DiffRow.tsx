import { useTranslations } from 'use-intl'
import type { CellChange } from '../../../domain/sheet/matching/cell-changes'
import { visibleText } from '../../../lib/text/clean-text'
import { placeName } from '../../change/words/place-name'
import type { ComparedComponent } from '../work/comparison'
import type { DiffItem } from './diff-items'
import classes from './comparing.module.css'

interface DiffRowProps {
  item: DiffItem
  /** What else there is to say of a component; null where that is nothing. */
  noteOf?: (component: ComparedComponent) => string | null
}

/** One line of the differences: a component, or one of its ports with its cells. */
export function DiffRow({ item, noteOf }: DiffRowProps) {
  const t = useTranslations('sheets.diff')
  switch (item.kind) {
    case 'component': {
      const note = noteOf?.(item.of) ?? null
      return (
        <div className={classes['component']}>
          <h3>{placeName(item.target)}</h3>
          {note !== null && <span data-kind="note">{note}</span>}
          {item.of.same > 0 && <span>{t('sameHere', { ports: item.of.same })}</span>}
        </div>
      )
    }
    case 'changed':
    case 'added':
      return (
        <PortLine mark={item.kind} port={item.port.port}>
          {item.port.changes}
        </PortLine>
      )
    case 'deleted':
      return <PortLine mark="deleted" port={item.port} />
    case 'left-alone':
      return (
        <div className={classes['port']}>
          <span className={classes['name']}>{placeName(item.target)}</span>
          <span className={classes['cells']}>{item.ports.join(', ')}</span>
        </div>
      )
  }
}

interface PortLineProps {
  mark: 'changed' | 'added' | 'deleted'
  port: number
  children?: readonly CellChange[]
}

function PortLine({ mark, port, children = [] }: PortLineProps) {
  const t = useTranslations('sheets.diff')
  return (
    <div className={classes['port']} data-mark={mark}>
      <strong className={classes['name']}>{t('port', { port: String(port) })}</strong>
      <span className={classes['mark']}>{t(`marks.${mark}`)}</span>
      <span className={classes['cells']}>
        {children.map((change) => (
          <CellLine key={change.field} change={change} />
        ))}
      </span>
    </div>
  )
}

const columns = {
  protocol: 'protocol',
  alias: 'alias',
  internalDomain: 'domain',
  inner: 'inner',
  outer: 'outer',
} as const

function CellLine({ change: { field, before, after } }: { change: CellChange }) {
  const t = useTranslations('ports')
  return (
    <span className={classes['cell']}>
      <span>{`${t(`columns.${columns[field]}`)}:`}</span>
      {before !== null && (
        <>
          <del>{valueOf(before)}</del>
          <span aria-hidden>→</span>
        </>
      )}
      <ins>{valueOf(after)}</ins>
    </span>
  )

  function valueOf(value: string | boolean): string {
    if (typeof value === 'string') return visibleText(value)
    return t(value ? 'state.open' : 'state.closed')
  }
}
