import { Combobox } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import type { Entry } from './entries/entry'
import type { FoundGroup } from './entries/found-groups'
import classes from './palette.module.css'

interface PaletteOptionsProps {
  listId: string
  label: string
  groups: readonly FoundGroup[]
  active: Entry | undefined
  optionId: (entry: Entry) => string
}

/** The entries that were found, by group. The field has the focus; one of them is active. */
export function PaletteOptions({ listId, label, groups, active, optionId }: PaletteOptionsProps) {
  const t = useTranslations('palette')
  const activeId = active && optionId(active)
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  return (
    <Combobox.Options id={listId} aria-label={label} className={classes['options'] ?? ''}>
      {groups.map(({ group, entries, total }) => (
        <Combobox.Group
          key={group}
          label={
            total > entries.length
              ? t('some', { group: t(`groups.${group}`), shown: String(entries.length), total })
              : t(`groups.${group}`)
          }
          classNames={{ groupLabel: classes['heading'] ?? '' }}
        >
          {entries.map((entry) => (
            <Combobox.Option
              key={entry.id}
              id={optionId(entry)}
              value={entry.id}
              selected={entry === active}
              aria-selected={entry === active}
              aria-disabled={entry.blocked !== null || undefined}
              className={classes['option'] ?? ''}
            >
              <span className={classes['texts']}>
                <bdi className={classes['name']}>{entry.name}</bdi>
                {entry.place !== '' && <bdi className={classes['place']}>{entry.place}</bdi>}
              </span>
              <bdi className={classes['note']}>{entry.blocked ?? entry.note}</bdi>
            </Combobox.Option>
          ))}
        </Combobox.Group>
      ))}
    </Combobox.Options>
  )
}
