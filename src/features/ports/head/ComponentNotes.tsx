import IconInfoCircle from '@tabler/icons-react/icons/IconInfoCircle'
import IconLock from '@tabler/icons-react/icons/IconLock'
import { useTranslations } from 'use-intl'
import type { Component } from '../../../api/contract/component'
import { isThirdParty, isUnfinished } from '../../../domain/model/component'
import classes from './component-head.module.css'

/** The id of the note that says why nothing can be changed. */
export const lockedNoteId = 'ports-locked'

interface ComponentNotesProps {
  component: Component
  isReadOnly: boolean
}

/** What makes the ports of this component behave differently, one line each. */
export function ComponentNotes({ component, isReadOnly }: ComponentNotesProps) {
  const t = useTranslations('ports')
  return (
    <>
      {isThirdParty(component) && (
        <p className={classes['note']}>
          <IconInfoCircle size={16} stroke={1.75} aria-hidden />
          <span>{t('thirdParty')}</span>
        </p>
      )}
      {isUnfinished(component) && (
        <p className={classes['note']}>
          <IconInfoCircle size={16} stroke={1.75} aria-hidden />
          <span>{t('unfinished')}</span>
        </p>
      )}
      {isReadOnly && (
        <p className={classes['note']}>
          <IconLock size={16} stroke={1.75} aria-hidden />
          <span id={lockedNoteId}>{t('locked')}</span>
        </p>
      )}
    </>
  )
}
