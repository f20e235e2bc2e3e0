import { useTranslations } from 'use-intl'
import { appName, componentName } from '../../../api/names'
import type { CellChange } from '../../../domain/sheet/matching/cell-changes'
import { visibleText } from '../../../lib/text/clean-text'
import type { Target } from '../../change/engine/target'
import type { DiffItem } from './diff-items'
import classes from './import.module.css'

/** One line of the differences: a component, or one of its ports with its cells. */
export function DiffRow({ item }: { item: DiffItem }) {
  const t = useTranslations('sheets.diff')
  switch (item.kind) {
    case 'component':
      return (
        <div className={classes['component']}>
          <h3>{placeOf(item.target)}</h3>
          {item.of.matchedBy === 'name' && <span data-kind="by-name">{t('nameMatch')}</span>}
          {item.of.same > 0 && <span>{t('sameHere', { ports: item.of.same })}</span>}
        </div>
      )
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
          <span className={classes['name']}>{placeOf(item.target)}</span>
          <span className={classes['cells']}>{item.ports.join(', ')}</span>
        </div>
      )
  }
}

function placeOf({ app, component }: Target): string {
  return `${appName(app)} / ${componentName(component)}`
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
