import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { componentName } from '../../../../api/names'
import { gapBetween } from '../../../../i18n/join-sentences'
import { visibleText } from '../../../../lib/text/clean-text'
import type { Delayed } from '../../engine/stores/delays'
import { componentOf } from '../../engine/target'
import { GiveUpButton } from '../../review/DelayNote'
import { usePlaces } from '../../component-places'
import classes from '../notices.module.css'

/** Says that a change takes longer, and offers to stop waiting. */
export function DelayBody({ delayed: { target, delay } }: { delayed: Delayed }) {
  const t = useTranslations('plan')
  const { isShown, pathOf } = usePlaces()
  const text = t(`delays.${delay}`)
  const elsewhere = t('notices.elsewhere', { component: componentName(target.component) })
  return (
    <div className={classes['body']}>
      <div className={classes['text']}>
        {!isShown(target.component) && (
          <>
            <Link href={pathOf(target)} className={classes['link']}>
              {visibleText(elsewhere)}
            </Link>
            <span>{gapBetween(elsewhere, text)}</span>
          </>
        )}
        <span>{text}</span>
      </div>
      <div className={classes['foot']}>
        <GiveUpButton component={componentOf(target)} />
      </div>
    </div>
  )
}
