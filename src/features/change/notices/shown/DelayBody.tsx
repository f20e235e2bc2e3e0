import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { componentName } from '../../../../api/names'
import { visibleText } from '../../../../lib/text/clean-text'
import type { Delayed } from '../../engine/stores/delays'
import { componentOf } from '../../engine/target'
import { GiveUpButton } from '../../review/DelayNote'
import { usePlaces } from '../component-places'
import classes from '../notices.module.css'

/** Says that a change takes longer, and offers to stop waiting. */
export function DelayBody({ delayed: { target, delay } }: { delayed: Delayed }) {
  const t = useTranslations('plan')
  const { isShown, pathOf } = usePlaces()
  return (
    <div className={classes['body']}>
      <div className={classes['text']}>
        {!isShown(target.component) && (
          <>
            <Link href={pathOf(target)} className={classes['link']}>
              {visibleText(t('notices.elsewhere', { component: componentName(target.component) }))}
            </Link>
            <span> </span>
          </>
        )}
        <span>{t(`delays.${delay}`)}</span>
      </div>
      <div className={classes['foot']}>
        <GiveUpButton component={componentOf(target)} />
      </div>
    </div>
  )
}
