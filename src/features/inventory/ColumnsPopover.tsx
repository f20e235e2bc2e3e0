import { Checkbox, Stack } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { Popover } from '../../components/overlay/Popover'
import { type ColumnId, placeColumns } from '../port-grid/rows/columns'
import { optionalColumns } from './use-view'

interface ColumnsPopoverProps {
  anchor: HTMLElement
  hidden: readonly ColumnId[]
  /** The group then says what the columns of the place would. */
  isGrouped: boolean
  onHidden: (hidden: ColumnId[]) => void
  onClose: () => void
}

/** The columns that can be shown or left out. */
export function ColumnsPopover({ anchor, hidden, isGrouped, onHidden, onClose }: ColumnsPopoverProps) {
  const t = useTranslations('inventory.columns')
  const tPorts = useTranslations('ports.columns')
  const offered = optionalColumns.filter((id) => !isGrouped || !placeColumns.some((place) => place === id))
  return (
    <Popover anchor={anchor} title={t('title')} onClose={onClose}>
      <Stack gap="xs">
        {offered.map((id) => (
          <Checkbox
            key={id}
            label={tPorts(id)}
            checked={!hidden.includes(id)}
            onChange={({ currentTarget: { checked } }) =>
              onHidden(checked ? hidden.filter((each) => each !== id) : [...hidden, id])
            }
          />
        ))}
      </Stack>
    </Popover>
  )
}
