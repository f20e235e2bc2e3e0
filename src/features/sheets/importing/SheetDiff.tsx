import { Checkbox, UnstyledButton } from '@mantine/core'
import IconChevronRight from '@tabler/icons-react/icons/IconChevronRight'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { WindowedList } from '../../../components/list/WindowedList'
import { Callout } from '../../change/review/sections/Callout'
import type { Comparison } from '../work/comparison'
import type { Compared } from './compare-sheet'
import { diffItems, leftAloneItems } from './diff-items'
import { DiffRow } from './DiffRow'
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
  const differences = useMemo(() => diffItems(comparison, targets), [comparison, targets])
  const leftAlone = useMemo(() => leftAloneItems(comparison, targets), [comparison, targets])
  const [isLeftShown, setIsLeftShown] = useState(false)

  return (
    <>
      <DiffCounts comparison={comparison} />
      {comparison.exceeded.length > 0 && (
        <Callout kind="risk" title={t('exceeded.title')}>
          {comparison.exceeded.map(({ what, count, of }) => (
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
          {(item) => <DiffRow item={item} />}
        </WindowedList>
      )}
      {leftAlone.length > 0 && (
        <div className={classes['leftAlone']} data-open={isLeftShown || undefined}>
          <UnstyledButton
            className={classes['unfold'] ?? ''}
            aria-expanded={isLeftShown}
            onClick={() => setIsLeftShown(!isLeftShown)}
          >
            <IconChevronRight size={16} stroke={1.75} aria-hidden />
            <span>{t('showLeftAlone', { ports: comparison.counts.leftAlone })}</span>
          </UnstyledButton>
          {isLeftShown && (
            <WindowedList items={leftAlone} label={t('leftAloneList')} itemHeightPx={40}>
              {(item) => <DiffRow item={item} />}
            </WindowedList>
          )}
        </div>
      )}
    </>
  )
}

function DiffCounts({ comparison: { counts, components } }: { comparison: Comparison }) {
  const t = useTranslations('sheets.diff')
  const byName = components.filter(({ matchedBy }) => matchedBy === 'name').length
  const isNothing = counts.changed + counts.added + counts.deleted === 0
  return (
    <p role="status" className={classes['counts']}>
      {isNothing && <strong>{t('nothing')}</strong>}
      {counts.changed > 0 && <strong>{t('changed', { ports: counts.changed })}</strong>}
      {counts.added > 0 && <strong data-mark="added">{t('added', { ports: counts.added })}</strong>}
      {counts.deleted > 0 && <strong data-mark="deleted">{t('deleted', { ports: counts.deleted })}</strong>}
      {counts.exposed > 0 && <strong data-mark="exposed">{t('exposed', { ports: counts.exposed })}</strong>}
      {counts.same > 0 && <span>{t('same', { ports: counts.same })}</span>}
      {counts.leftAlone > 0 && <span>{t('leftAlone', { ports: counts.leftAlone })}</span>}
      {byName > 0 && <span>{t('byName', { components: byName })}</span>}
    </p>
  )
}
