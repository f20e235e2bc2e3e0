import { useTranslations } from 'use-intl'
import { inOneText } from '../../../i18n/use-error-words'
import { visibleText } from '../../../lib/text/clean-text'
import type { PortRefusal } from '../../change/engine/stores/port-activity'
import { useRefusalWords } from '../../change/words/refusal-words'
import { useGrid } from '../grid-context'
import gridClasses from '../port-grid.module.css'
import type { PortRow } from '../rows/port-row'
import classes from './refusal-note.module.css'

/** The id of the note that says why a change of this row was refused. */
export const refusalId = (id: string) => `refused-${id}`

interface RefusalNoteProps {
  row: PortRow
  refusal: PortRefusal
}

/** Says in the row why its change was refused, until it is dismissed or another change is made. */
export function RefusalNote({ row, refusal }: RefusalNoteProps) {
  const { actions } = useGrid()
  const t = useTranslations('ports')
  const words = useRefusalWords()
  const text = visibleText(inOneText(words(refusal)))
  const port = String(row.port.container_port)
  return (
    <span className={classes['refusal']}>
      <span className={classes['text']} id={refusalId(row.id)} title={text}>
        <span aria-hidden>⚠ </span>
        <span>{text}</span>
      </span>
      <button
        type="button"
        className={gridClasses['iconButton']}
        aria-label={t('names.dismissRefusal', { port })}
        onClick={() => actions.dismissRefusal(row.id)}
      >
        ×
      </button>
    </span>
  )
}
