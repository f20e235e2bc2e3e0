import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { SheetCounts } from '../../../domain/sheet/matching/thresholds'
import classes from './comparing.module.css'

interface DiffCountsProps {
  counts: SheetCounts
  /** What to say where nothing differs. */
  nothing: string
  /** Further counts. */
  children?: ReactNode
}

/** How many ports a comparison changes, adds, deletes and leaves. */
export function DiffCounts({ counts, nothing, children }: DiffCountsProps) {
  const t = useTranslations('sheets.diff')
  return (
    <p role="status" className={classes['counts']}>
      {portsToReview(counts) === 0 && <strong>{nothing}</strong>}
      {counts.changed > 0 && <strong>{t('changed', { ports: counts.changed })}</strong>}
      {counts.added > 0 && <strong data-mark="added">{t('added', { ports: counts.added })}</strong>}
      {counts.deleted > 0 && <strong data-mark="deleted">{t('deleted', { ports: counts.deleted })}</strong>}
      {counts.exposed > 0 && <strong data-mark="exposed">{t('exposed', { ports: counts.exposed })}</strong>}
      {counts.same > 0 && <span>{t('same', { ports: counts.same })}</span>}
      {counts.leftAlone > 0 && <span>{t('leftAlone', { ports: counts.leftAlone })}</span>}
      {children}
    </p>
  )
}

/** Returns how many ports there are to review. */
export function portsToReview({ changed, added, deleted }: SheetCounts): number {
  return changed + added + deleted
}
