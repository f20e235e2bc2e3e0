import { VisuallyHidden } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { ChangeDetail } from '../../../domain/impact/change-details'
import { visibleText } from '../../../lib/text/clean-text'
import classes from './notices.module.css'

/** Old and new values, and which address came or went. */
export function NoticeDetails({ details }: { details: readonly ChangeDetail[] }) {
  const t = useTranslations('plan.notices')
  if (details.length === 0) return null
  return (
    <div className={classes['details']}>
      {details.map((detail) =>
        detail.kind === 'address' ? (
          <div key={`${detail.fate} ${detail.address}`} data-fate={detail.fate}>
            <span className={classes['sign']} aria-hidden>
              {detail.fate === 'came' ? '+' : '−'}
            </span>
            <VisuallyHidden>{t(detail.fate)}</VisuallyHidden>
            <bdi>{visibleText(detail.address)}</bdi>
          </div>
        ) : (
          <div key={`${detail.kind} ${detail.port}`}>
            <bdi>{visibleText(t('oldNew', { before: detail.before, after: detail.after }))}</bdi>
          </div>
        ),
      )}
    </div>
  )
}
