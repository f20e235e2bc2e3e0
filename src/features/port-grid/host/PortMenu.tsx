import { useTranslations } from 'use-intl'
import { RowMenu } from '../cells/RowMenu'
import type { GridWords } from '../grid-words'
import type { RowStore } from '../rows/row-store'

/** The row whose menu is open, and the button that opened it. */
export interface OpenMenu {
  id: string
  button: HTMLButtonElement
}

interface PortMenuProps {
  menu: OpenMenu
  store: RowStore
  words: GridWords
  isReadOnly: boolean
  onVariables: (menu: OpenMenu) => void
  onDelete: (id: string) => void
  onClose: () => void
}

/** The actions on a port that have no cell of their own. */
export function PortMenu({ menu, store, words, isReadOnly, onVariables, onDelete, onClose }: PortMenuProps) {
  const t = useTranslations('ports')
  const row = store.row(menu.id)
  if (!row) return null
  return (
    <RowMenu
      key={menu.id}
      button={menu.button}
      name={words.actionsName(row)}
      items={[
        { name: t('menu.variables'), onChoose: () => onVariables(menu) },
        {
          name: t('menu.delete'),
          isDanger: true,
          blocked: isReadOnly ? t('locked') : row.isTwice ? t('twice') : undefined,
          onChoose: () => onDelete(menu.id),
        },
      ]}
      onClose={onClose}
    />
  )
}
