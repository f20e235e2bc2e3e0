import { visibleText } from '../../lib/text/clean-text'
import classes from './ListCells.module.css'
import type { ListMark } from './list-item'

/** Shows what is special about something. */
export function MarkPill({ mark }: { mark: ListMark }) {
  return (
    <span className={classes['pill']} data-tooltip={mark.title}>
      {mark.label}
    </span>
  )
}

/** Shows how something fares; the colour only repeats the label, and only what is bad stands out. */
export function StatusText({ mark }: { mark: ListMark }) {
  return (
    <span className={classes['status']} data-tone={mark.tone} title={mark.title}>
      <i className={classes['dot']} />
      <span>{mark.label}</span>
    </span>
  )
}

interface CellTextProps {
  /** What somebody wrote, or an id; controls of direction in it are written out. */
  children: string
  look?: 'code' | 'text'
  /** The whole of a text that is abbreviated. */
  whole?: string
}

/** Text of a cell; the tooltip has what is cut off. */
export function CellText({ children, look = 'text', whole = children }: CellTextProps) {
  return (
    <bdi className={classes[look]} title={visibleText(whole)}>
      {visibleText(children)}
    </bdi>
  )
}
