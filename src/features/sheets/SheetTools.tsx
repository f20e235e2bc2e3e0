import { Button } from '@mantine/core'
import IconTable from '@tabler/icons-react/icons/IconTable'
import { useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslations } from 'use-intl'
import { lazyPart } from '../../components/lazy-part'
import { sheetFormats } from '../../domain/sheet/sheet'
import { withLaterMessages } from '../../i18n/later-messages'
import { useCommands } from '../../lib/commands'
import { useIsAsked } from '../change/use-engine'
import { RowMenu, type RowMenuItem } from '../port-grid/cells/RowMenu'
import { isGroup } from '../port-grid/rows/port-row'
import type { GridRows } from '../port-grid/rows/target-ports'
import { useSheetExport } from './exporting/use-sheet-export'
import type { SheetPlace } from './sheet-place'
import classes from './sheet-tools.module.css'
import { useFileDrop } from './use-file-drop'

const ImportDialog = lazyPart(
  withLaterMessages(() => import('./importing/ImportDialog').then((module) => module.ImportDialog)),
)

interface SheetToolsProps extends GridRows {
  /** The ids of the listed rows. */
  ids: readonly string[]
  place: SheetPlace
  placeName: string
  /** Why nothing can be imported; null if something can. */
  locked: string | null
  /** Returns what else can be done with the listed ports, by their number. */
  more: (ports: number) => readonly RowMenuItem[]
}

/** A menu that exports the ports of a list as a sheet, and imports one, which can also be dropped anywhere on the page. */
export function SheetTools({ place, placeName, locked, more, ...rows }: SheetToolsProps) {
  const t = useTranslations('sheets')
  const button = useRef<HTMLButtonElement>(null)
  const [menu, setMenu] = useState<HTMLButtonElement | null>(null)
  const [dialog, setDialog] = useState<'never' | 'open' | 'closed'>('never')
  const [dropped, setDropped] = useState<{ file: File } | null>(null)
  const { save, note } = useSheetExport(rows, place)
  const isAsked = useIsAsked()
  const canImport = locked === null && !isAsked
  const isDragged = useFileDrop(canImport, (file) => {
    setDropped({ file })
    setDialog('open')
  })
  const open = () => setDialog('open')
  useCommands(canImport ? [{ id: 'import-sheet', group: 'view', name: t('import.open'), run: open }] : [])

  function close() {
    setDialog('closed')
    // The dialog itself returns the focus only from its second opening on.
    button.current?.focus({ preventScroll: true })
  }

  function items() {
    const ports = rows.ids.filter((id) => !isGroup(id)).length
    return [
      ...sheetFormats.map((format) => ({
        name: t('export.as', { ports, format: t(`formats.${format}`) }),
        blocked: ports === 0 ? t('export.nothing') : undefined,
        onChoose: () => save(format),
      })),
      { name: t('import.open'), blocked: locked ?? undefined, onChoose: open },
      ...more(ports),
    ]
  }

  return (
    <>
      <Button
        ref={button}
        className={classes['button'] ?? ''}
        leftSection={<IconTable size={16} stroke={1.75} />}
        aria-haspopup="menu"
        aria-expanded={menu !== null}
        aria-label={t('button')}
        data-tooltip={t('button')}
        onClick={() => setMenu(menu === null ? button.current : null)}
      >
        <span className={classes['label']}>{t('button')}</span>
      </Button>
      {menu && <RowMenu button={menu} name={t('button')} items={items()} onClose={() => setMenu(null)} />}
      {note}
      {dialog !== 'never' && (
        <ImportDialog
          isOpen={dialog === 'open'}
          place={place}
          placeName={placeName}
          dropped={dropped}
          onClose={close}
          onDismiss={() => setDialog('never')}
        />
      )}
      {isDragged &&
        createPortal(
          <div className={classes['drop']}>
            <p>{t('drop')}</p>
          </div>,
          document.body,
        )}
    </>
  )
}
