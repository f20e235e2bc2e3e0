import { Button } from '@mantine/core'
import IconDoorOff from '@tabler/icons-react/icons/IconDoorOff'
import IconSearchOff from '@tabler/icons-react/icons/IconSearchOff'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyNote } from '../../components/list/EmptyNote'
import { ListSkeletonRows } from './ListSkeletonRows'
import { FilterField } from '../port-grid/host/FilterField'
import { AddressList } from './AddressList'
import { ExposurePicture } from './ExposurePicture'
import classes from './exposure.module.css'
import { type Choice, chosenAddresses, pictureOf } from './reading/chosen'
import type { ExposedAddress } from './reading/exposure'

interface OpenAddressesProps {
  addresses: readonly ExposedAddress[]
  /** Whether gateway rules are still being read, so that further addresses may come. */
  isReading: boolean
  /** Whether all of them have been read. */
  isWhole: boolean
  choice: Choice
  /** Lags behind `choice` while somebody types. */
  deferredChoice: Choice
  onChoose: (change: Partial<Choice>) => void
}

const everything: Choice = { app: null, protocol: null, isRisky: false, text: '' }

/** What is open at the gateway: as a picture that filters, and as a list. */
export function OpenAddresses(props: OpenAddressesProps) {
  const { addresses, isReading, isWhole, choice, deferredChoice, onChoose } = props
  const t = useTranslations('exposure')
  const picture = useMemo(() => pictureOf(addresses), [addresses])
  const shown = useMemo(() => chosenAddresses(addresses, deferredChoice), [addresses, deferredChoice])
  const risky = useMemo(() => addresses.filter(({ risk }) => risk !== null).length, [addresses])
  const isChosen = choice.app !== null || choice.protocol !== null || choice.isRisky || choice.text !== ''
  const total = addresses.length

  if (total === 0)
    return isReading ? (
      <ListSkeletonRows />
    ) : (
      <EmptyNote
        icon={<IconDoorOff size={32} stroke={1.25} />}
        title={t(isWhole ? 'empty.title' : 'empty.unread')}
        text={t(isWhole ? 'empty.text' : 'empty.unreadText')}
        actions={null}
      />
    )
  return (
    <>
      <ExposurePicture picture={picture} choice={choice} onChoose={onChoose} />
      <div className={classes['toolbar']}>
        <FilterField
          name={t('filter')}
          filter={choice.text}
          onFilter={(text) => onChoose({ text })}
          hint={t('filterHint')}
        />
        {(risky > 0 || choice.isRisky) && (
          <Button
            variant={choice.isRisky ? 'light' : 'default'}
            {...(choice.isRisky && { color: 'orange' })}
            aria-pressed={choice.isRisky}
            onClick={() => onChoose({ isRisky: !choice.isRisky })}
          >
            {t('onlyRisky', { count: risky })}
          </Button>
        )}
        <p className={classes['counts']} role="status" aria-busy={isReading || undefined}>
          {t(shown.length === total ? 'counts.all' : 'counts.shown', { shown: shown.length, total })}
        </p>
        {isChosen && (
          <Button variant="subtle" onClick={() => onChoose(everything)}>
            {t('counts.showAll')}
          </Button>
        )}
      </div>
      {shown.length > 0 ? (
        <AddressList addresses={shown} />
      ) : (
        <EmptyNote
          icon={<IconSearchOff size={32} stroke={1.25} />}
          title={t('empty.noMatch')}
          actions={<Button onClick={() => onChoose(everything)}>{t('counts.showAll')}</Button>}
        />
      )}
    </>
  )
}
