import { Button } from '@mantine/core'
import IconPlug from '@tabler/icons-react/icons/IconPlug'
import IconSearchOff from '@tabler/icons-react/icons/IconSearchOff'
import { useTranslations } from 'use-intl'
import { EmptyNote } from '../../components/list/EmptyNote'
import { pressShortcut } from '../../lib/dom/key-shortcuts'

interface EmptyPortsProps {
  /** The filter that leaves no port; null where there is none at all. */
  filter: string | null
  isReadOnly: boolean
  onClear: () => void
}

/** What stands in place of the grid where it would have no rows. */
export function EmptyPorts({ filter, isReadOnly, onClear }: EmptyPortsProps) {
  const t = useTranslations('ports')
  return filter === null ? (
    <EmptyNote
      icon={<IconPlug size={32} stroke={1.25} />}
      title={t('empty.title')}
      text={t('empty.text')}
      actions={!isReadOnly && <Button onClick={() => pressShortcut('a')}>{t('empty.add')}</Button>}
    />
  ) : (
    <EmptyNote
      icon={<IconSearchOff size={32} stroke={1.25} />}
      title={t('empty.noMatch', { filter })}
      actions={<Button onClick={onClear}>{t('clearFilter')}</Button>}
    />
  )
}
