import { Button } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { DialogFooter } from '../../components/overlay/DialogFooter'
import type { TargetPorts } from '../port-grid/rows/target-ports'
import comparingClasses from '../sheets/comparing/comparing.module.css'
import { UnreadParts } from '../sheets/comparing/UnreadParts'
import classes from './copying.module.css'
import type { Destination } from './destination'
import { DestinationFields } from './DestinationFields'
import { placeOf } from './place-of'
import { type CopyChoice, SettingsFields } from './SettingsFields'
import type { LevelField } from './use-destination'
import type { PlacesReading } from './use-read-places'

export interface CopyStepProps {
  sources: readonly TargetPorts[]
  choice: CopyChoice
  onChoice: (choice: CopyChoice) => void
  /** An internal domain can't be had twice in a team. */
  isSameTeam: boolean
  reading: PlacesReading
  onClose: () => void
}

interface CopyFormProps extends CopyStepProps {
  levels: readonly LevelField[]
  destination: Destination | null
  isPartial: boolean
}

/** What is copied, and where to; then both sides are read. */
export function CopyForm(props: CopyFormProps) {
  const { sources, choice, onChoice, isSameTeam, reading, levels, destination, isPartial, onClose } = props
  const t = useTranslations('copying')
  const { phase } = reading
  const isReading = phase.name === 'reading'
  const lacking = destination === null ? 'noDestination' : choice.fields.size === 0 ? 'noSetting' : null

  function handleCompare() {
    if (destination && lacking === null) reading.read(destination)
  }

  return (
    <>
      <div className={classes['form']}>
        <p className={classes['route']}>
          {t('from', { place: placeOf(sources), components: sources.length })}
        </p>
        {isPartial && <p>{t('partial')}</p>}
        <DestinationFields fields={levels} />
        <SettingsFields choice={choice} onChoice={onChoice} isSameTeam={isSameTeam} />
        {phase.name === 'unlisted' && (
          <UnreadParts
            title={t('unreadLists', { count: phase.failures.length })}
            failures={phase.failures}
            onRetry={reading.retry}
          />
        )}
      </div>
      <DialogFooter>
        <p role="status" className={comparingClasses['status']}>
          {isReading
            ? phase.progress
              ? t('reading', { read: String(phase.progress.read), of: phase.progress.of })
              : t('listing')
            : lacking !== null && t(lacking)}
        </p>
        <Button onClick={onClose}>{t('close')}</Button>
        {isReading ? (
          <Button data-autofocus onClick={reading.back}>
            {t('stop')}
          </Button>
        ) : (
          <Button variant="filled" aria-disabled={lacking !== null || undefined} onClick={handleCompare}>
            {t('compare')}
          </Button>
        )}
      </DialogFooter>
    </>
  )
}
