import { useTranslations } from 'use-intl'
import { ComboBox } from '../../components/combobox/ComboBox'
import { usePickerWords } from '../scope/use-picker-words'
import classes from './copying.module.css'
import type { LevelField } from './use-destination'

/** The fields by which a destination is chosen. */
export function DestinationFields({ fields }: { fields: readonly LevelField[] }) {
  const t = useTranslations('copying')
  return (
    <fieldset className={classes['group']}>
      <legend>{t('to')}</legend>
      <div className={classes['levels']}>
        {fields.map((field) => (
          <LevelBox key={field.level} field={field} />
        ))}
      </div>
    </fieldset>
  )
}

function LevelBox({ field }: { field: LevelField }) {
  const t = useTranslations('scope')
  const { level, choices, list, chosen, unavailable, choose } = field
  return (
    <ComboBox
      label={t(`levels.${level}`)}
      look="field"
      value={chosen?.name ?? ''}
      chosenId={chosen?.id}
      choices={choices ?? []}
      status={choices ? 'ready' : list.isError ? 'failed' : 'loading'}
      placeholder={t('picker.placeholder')}
      unavailable={unavailable}
      words={usePickerWords()}
      onChoose={choose}
      onRetry={() => void list.refetch()}
    />
  )
}
