import { TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import IconSearch from '@tabler/icons-react/icons/IconSearch'
import IconX from '@tabler/icons-react/icons/IconX'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../../components/IconButton'
import { useCommands } from '../../../lib/commands'
import classes from './toolbar-parts.module.css'

/** The whole hint would be cut in it. */
const narrow = '(max-width: 36em)'

interface FilterFieldProps {
  filter: string
  onFilter: (filter: string) => void
  /** What can be searched for, where there is room to say it. */
  hint: string
  /** Its name, unless it filters ports. */
  name?: string
}

/** The field that filters the grid. The key that leads to it stands in it while it is empty. */
export function FilterField({ filter, onFilter, hint, name }: FilterFieldProps) {
  const t = useTranslations('ports')
  const label = name ?? t('names.filter')
  const isNarrow = useMediaQuery(narrow, undefined, { getInitialValueInEffect: false })
  const field = useRef<HTMLInputElement>(null)

  useCommands([
    { id: 'filter', group: 'view', name: t('names.filter'), keys: '/', run: () => field.current?.select() },
  ])

  function clear() {
    onFilter('')
    field.current?.focus()
  }

  return (
    <TextInput
      ref={field}
      className={classes['filter'] ?? ''}
      aria-label={label}
      aria-keyshortcuts="/"
      placeholder={isNarrow ? label : hint}
      value={filter}
      onChange={(event) => onFilter(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onFilter('')
      }}
      autoComplete="off"
      spellCheck={false}
      leftSection={<IconSearch size={16} stroke={1.75} />}
      leftSectionPointerEvents="none"
      rightSectionPointerEvents={filter === '' ? 'none' : 'all'}
      rightSection={
        filter === '' ? (
          <kbd className={classes['key']} aria-hidden>
            /
          </kbd>
        ) : (
          <IconButton size="xs" label={t('clearFilter')} onClick={clear}>
            <IconX size={14} stroke={1.75} />
          </IconButton>
        )
      }
    />
  )
}
