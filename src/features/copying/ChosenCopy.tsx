import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { DialogFooter } from '../../components/overlay/DialogFooter'
import { portsToReview } from '../sheets/comparing/DiffCounts'
import { UnreadParts } from '../sheets/comparing/UnreadParts'
import type { useComparedReview } from '../sheets/comparing/use-compared-review'
import { compareCopy } from './compared-copy'
import { CopyDiff } from './CopyDiff'
import type { CopyStepProps } from './CopyForm'
import classes from './copying.module.css'
import { placeOf } from './place-of'
import { AddsMissing } from './SettingsFields'
import type { CopyPhase } from './use-read-places'

interface ChosenCopyProps extends CopyStepProps {
  read: Extract<CopyPhase, { name: 'read' }>
  review: ReturnType<typeof useComparedReview>['review']
}

/** What the copy changes, which is then reviewed as every change of many. */
export function ChosenCopy(props: ChosenCopyProps) {
  const { sources, choice, onChoice, isSameTeam, reading, read, review, onClose } = props
  const t = useTranslations('copying')
  const { places, destination } = read
  const compared = useMemo(() => {
    const fields = [...choice.fields].filter((field) => field !== 'internalDomain' || !isSameTeam)
    return compareCopy(places, { ...choice, fields: new Set(fields) })
  }, [places, choice, isSameTeam])
  const ports = portsToReview(compared.comparison.counts)

  function handleReview() {
    void review(compared, (end) => {
      if (end === 'sent') onClose()
      else if (end === 'outdated') reading.read(destination)
    })
  }

  return (
    <>
      <p className={classes['route']}>{t('route', { from: placeOf(sources), to: destination.name })}</p>
      {places.failures.length > 0 && (
        <UnreadParts
          title={t('unreadPorts', { count: places.failures.length })}
          failures={places.failures}
          onRetry={reading.retry}
        />
      )}
      <CopyDiff compared={compared} />
      {(compared.lacksPorts || choice.addsMissing) && <AddsMissing choice={choice} onChoice={onChoice} />}
      <DialogFooter>
        <Button onClick={reading.back}>{t('back')}</Button>
        <Button data-autofocus={ports === 0 || undefined} onClick={onClose}>
          {t('close')}
        </Button>
        {ports > 0 && (
          <Button variant="filled" data-autofocus onClick={handleReview}>
            {t('review', { ports })}
          </Button>
        )}
      </DialogFooter>
    </>
  )
}
