import { Notification } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { recordRuns, runRecord } from '../../run-record'
import { useEngine } from '../../use-engine'
import classes from '../notices.module.css'

/** Says that a change of several components was under way when the page was left, and how far it was; keeps track of new ones. */
export function InterruptedRun() {
  const t = useTranslations('plan')
  const engine = useEngine()
  const [record, setRecord] = useState(runRecord.read)
  useEffect(() => recordRuns(engine), [engine])
  if (!record) return null
  const { components, finished } = record

  function handleClose() {
    runRecord.write(null)
    setRecord(null)
  }

  return (
    <Notification
      color="orange"
      className={classes['notice'] ?? ''}
      onClose={handleClose}
      closeButtonProps={{ 'aria-label': t('buttons.dismiss') }}
    >
      {t('notices.interrupted', { finished: String(finished), components })}
    </Notification>
  )
}
