import { useTranslations } from 'use-intl'
import type { Review } from '../../engine/stores/review'
import classes from '../share.module.css'
import { fromLink } from './from-link'
import { Missing } from './PlanLinkDialog'

/** Says of a review that it came from a link, and what of that was not found. */
export function FromLinkNote({ review }: { review: Review }) {
  const t = useTranslations('share.opening')
  const from = fromLink(review)
  if (!from) return null
  return (
    <div role="note" className={classes['note']}>
      <p>{t('note')}</p>
      <Missing names={from.missing} />
    </div>
  )
}
