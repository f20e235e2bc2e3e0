import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconX from '@tabler/icons-react/icons/IconX'
import { useTranslations } from 'use-intl'
import { inOneText } from '../../../i18n/use-error-words'
import { visibleText } from '../../../lib/text/clean-text'
import type { PortRefusal } from '../../change/engine/stores/port-activity'
import { useRefusalWords } from '../../change/words/refusal-words'
import { refusalId, useGrid } from '../grid-context'
import gridClasses from '../port-grid.module.css'
import type { PortRow } from '../rows/port-row'
import classes from './refusal-note.module.css'

interface RefusalNoteProps {
  row: PortRow
  refusal: PortRefusal
}

/**
 * Says why a change of the row was refused, until it is dismissed or another change is made. The row shows a sign; the text
 * floats below it while the pointer or the focus is there, so that it neither moves nor covers anything for longer.
 */
export function RefusalNote({ row, refusal }: RefusalNoteProps) {
  const { actions } = useGrid()
  const t = useTranslations('ports')
  const words = useRefusalWords()
  const text = visibleText(inOneText(words(refusal)))
  const port = String(row.port.container_port)
  return (
    <span className={classes['refusal']}>
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
      <span className={classes['note']}>
        <span className={classes['text']} id={refusalId(row.id)}>
          {text}
        </span>
        <button
          type="button"
          tabIndex={-1}
          className={gridClasses['iconButton']}
          aria-label={t('names.dismissRefusal', { port })}
          data-tooltip={t('names.dismissRefusal', { port })}
          onClick={() => actions.dismissRefusal(row.id)}
        >
          <IconX size={16} stroke={1.75} aria-hidden />
        </button>
      </span>
    </span>
  )
}
