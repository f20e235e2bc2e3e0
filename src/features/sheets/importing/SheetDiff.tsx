import { Checkbox } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { WindowedList } from '../../../components/list/WindowedList'
import { Callout } from '../../change/review/sections/Callout'
import { diffItems, leftAloneItems } from '../comparing/diff-items'
import { DiffCounts } from '../comparing/DiffCounts'
import { DiffRow } from '../comparing/DiffRow'
import { FoldedList } from '../comparing/FoldedList'
import type { Compared } from './compare-sheet'
import classes from './import.module.css'

interface SheetDiffProps {
  compared: Extract<Compared, { name: 'compared' }>
  isRightSheet: boolean
  onRightSheet: (isRight: boolean) => void
}

/** What a sheet changes, cell by cell, and what it leaves alone. */
export function SheetDiff({ compared, isRightSheet, onRightSheet }: SheetDiffProps) {
  const t = useTranslations('sheets.diff')
  const { comparison, targets } = compared
  const { counts, components, exceeded } = comparison
  const differences = useMemo(() => diffItems(comparison, targets), [comparison, targets])
  const leftAlone = useMemo(() => leftAloneItems(comparison, targets), [comparison, targets])
  const byName = components.filter(({ matchedBy }) => matchedBy === 'name').length

  return (
    <>
      <DiffCounts counts={counts} nothing={t('nothing')}>
        {byName > 0 && <span>{t('byName', { components: byName })}</span>}
      </DiffCounts>
      {exceeded.length > 0 && (
        <Callout kind="risk" title={t('exceeded.title')}>
          {exceeded.map(({ what, count, of }) => (
            <p key={what}>{t(`exceeded.${what}`, { count, of })}</p>
          ))}
          <Checkbox
            className={classes['confirm'] ?? ''}
            label={t('exceeded.confirm')}
            checked={isRightSheet}
            onChange={({ currentTarget: { checked } }) => onRightSheet(checked)}
          />
        </Callout>
      )}
      {differences.length > 0 && (
        <WindowedList items={differences} label={t('list')} itemHeightPx={40}>
          {(item) => (
            <DiffRow item={item} noteOf={({ matchedBy }) => (matchedBy === 'name' ? t('nameMatch') : null)} />
          )}
        </WindowedList>
      )}
      <FoldedList
        title={t('showLeftAlone', { ports: counts.leftAlone })}
        label={t('leftAloneList')}
        items={leftAlone}
      >
        {(item) => <DiffRow item={item} />}
      </FoldedList>
    </>
  )
}
