import { Button } from '@mantine/core'
import IconCloudOff from '@tabler/icons-react/icons/IconCloudOff'
import IconPlug from '@tabler/icons-react/icons/IconPlug'
import IconSearchOff from '@tabler/icons-react/icons/IconSearchOff'
import { useTranslations } from 'use-intl'
import { EmptyNote } from '../../components/list/EmptyNote'
import { GridSkeleton } from '../port-grid/GridSkeleton'
import type { ColumnId } from '../port-grid/rows/columns'
import type { InventoryState } from './reading/inventory-state'

interface EmptyInventoryProps {
  state: InventoryState
  /** How many ports there are, whatever the filter. */
  ports: number
  filter: string
  /** The columns of the grid that is awaited. */
  shown: ReadonlySet<ColumnId>
  onClear: () => void
  onRetry: () => void
}

/** What stands in place of a grid without rows: one that is awaited, or why there is none. */
export function EmptyInventory({ state, ports, filter, shown, onClear, onRetry }: EmptyInventoryProps) {
  const t = useTranslations('inventory.empty')
  const tFailures = useTranslations('inventory.failures')
  const tPorts = useTranslations('ports')
  const { phase, failures } = state
  if (ports > 0)
    return (
      <EmptyNote
        icon={<IconSearchOff size={32} stroke={1.25} />}
        title={tPorts('empty.noMatch', { filter })}
        actions={<Button onClick={onClear}>{tPorts('clearFilter')}</Button>}
      />
    )
  if (phase !== 'done' && phase !== 'stopped') return <GridSkeleton shown={shown} />
  if (failures.length > 0 || phase === 'stopped')
    return (
      <EmptyNote
        icon={<IconCloudOff size={32} stroke={1.25} />}
        title={t('nothingRead')}
        actions={failures.length > 0 && <Button onClick={onRetry}>{tFailures('retryAll')}</Button>}
      />
    )
  return (
    <EmptyNote
      icon={<IconPlug size={32} stroke={1.25} />}
      title={t('title')}
      text={t('text')}
      actions={null}
    />
  )
}
