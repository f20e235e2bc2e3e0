import { Button, CloseButton } from '@mantine/core'
import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { protocolChoices } from '../../../domain/model/port'
import { sheetFormats } from '../../../domain/sheet/sheet'
import { useSheetExport } from '../../sheets/exporting/use-sheet-export'
import { ActionMenu } from './ActionMenu'
import classes from './bulk-bar.module.css'
import { type SelectedRows, useBulkChange } from './use-bulk-change'

interface BulkBarProps extends SelectedRows {
  onCopy: () => void
}

/** Says how many ports are selected, and changes them: at the bottom of the window, and below the last row. */
export function BulkBar({ selection, store, targetOf, onCopy }: BulkBarProps) {
  const t = useTranslations('bulk')
  const tCopying = useTranslations('copying')
  const tSheets = useTranslations('sheets')
  const bar = useRef<HTMLElement>(null)
  const { selected, hidden, selectable, listed } = useSyncExternalStore(
    selection.subscribe,
    selection.summary,
  )
  const { change, hadNothingToDo } = useBulkChange({ selection, store, targetOf })
  const { save, note } = useSheetExport({ ids: selection.ids(), store, targetOf })

  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    dataset['bulkBar'] = ''
    return () => {
      delete dataset['bulkBar']
    }
  }, [])

  function handleSelectAll() {
    // The button goes.
    bar.current?.focus({ preventScroll: true })
    selection.selectListed()
  }

  function handleClear() {
    // Back to where the person was: the grid knows.
    document.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true })
    selection.clear()
  }

  return (
    <section ref={bar} tabIndex={-1} className={classes['bar']} aria-label={t('label')}>
      <p role="status" className={classes['count']}>
        <strong>{t('selected', { ports: selected })}</strong>
        {hidden > 0 && <span>{t('hidden', { ports: hidden })}</span>}
        {hadNothingToDo && <span>{t('nothingToDo')}</span>}
      </p>
      {selectable > 0 && listed !== 'all' && (
        <Button size="xs" variant="subtle" onClick={handleSelectAll}>
          {t('selectAll', { ports: selectable })}
        </Button>
      )}
      <div className={classes['actions']}>
        <ActionMenu
          name={t('inner')}
          actions={[
            { name: t('openInner'), run: () => change({ inner: true }) },
            { name: t('closeInner'), run: () => change({ inner: false }) },
          ]}
        />
        <ActionMenu
          name={t('outer')}
          actions={[
            { name: t('openOuter'), run: () => change({ outer: true }) },
            { name: t('closeOuter'), run: () => change({ outer: false }) },
          ]}
        />
        <ActionMenu
          name={t('protocol')}
          actions={protocolChoices.map((protocol) => ({ name: protocol, run: () => change({ protocol }) }))}
        />
        <Button size="xs" aria-haspopup="dialog" onClick={onCopy}>
          {tCopying('open')}
        </Button>
        <ActionMenu
          name={tSheets('export.button')}
          actions={sheetFormats.map((format) => ({
            name: tSheets(`formats.${format}`),
            run: () => save(format),
          }))}
        />
        <Button size="xs" color="red" variant="light" onClick={() => change('delete')}>
          {t('delete', { ports: selected })}
        </Button>
      </div>
      <CloseButton className={classes['clear']} aria-label={t('clear')} onClick={handleClear} />
      {note}
    </section>
  )
}
