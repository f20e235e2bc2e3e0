import { Checkbox } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { ChangeableField } from '../../domain/sheet/sheet'
import classes from './copying.module.css'

/** Those that a copy has at first. An alias and an internal domain name what others connect to. */
export const usualSettings: readonly ChangeableField[] = ['inner', 'outer', 'protocol']

const settings = [
  ['inner', 'inner'],
  ['outer', 'outer'],
  ['protocol', 'protocol'],
  ['alias', 'alias'],
  ['internalDomain', 'domain'],
] as const satisfies readonly (readonly [ChangeableField, string])[]

export interface CopyChoice {
  readonly fields: ReadonlySet<ChangeableField>
  readonly addsMissing: boolean
}

interface SettingsFieldsProps {
  choice: CopyChoice
  onChoice: (choice: CopyChoice) => void
  /** An internal domain can't be had twice in a team. */
  isSameTeam: boolean
}

/** The settings that can be copied, and whether missing ports are added. */
export function SettingsFields({ choice, onChoice, isSameTeam }: SettingsFieldsProps) {
  const t = useTranslations('copying')
  const tPorts = useTranslations('ports')
  const hints: Partial<Record<ChangeableField, string>> = {
    alias: t('hints.alias'),
    internalDomain: t(isSameTeam ? 'hints.sameTeam' : 'hints.internalDomain'),
  }
  return (
    <fieldset className={classes['group']}>
      <legend>{t('settings')}</legend>
      <div className={classes['settings']}>
        {settings.map(([field, column]) => {
          const isBlocked = field === 'internalDomain' && isSameTeam
          return (
            <Checkbox
              key={field}
              label={tPorts(`columns.${column}`)}
              description={hints[field]}
              disabled={isBlocked}
              checked={choice.fields.has(field) && !isBlocked}
              onChange={({ currentTarget: { checked } }) =>
                onChoice({ ...choice, fields: withField(choice.fields, field, checked) })
              }
            />
          )
        })}
        <AddsMissing choice={choice} onChoice={onChoice} />
      </div>
    </fieldset>
  )
}

/** Whether ports that the destination lacks are added. */
export function AddsMissing({ choice, onChoice }: Omit<SettingsFieldsProps, 'isSameTeam'>) {
  const t = useTranslations('copying')
  return (
    <Checkbox
      label={t('addsMissing')}
      checked={choice.addsMissing}
      onChange={({ currentTarget: { checked } }) => onChoice({ ...choice, addsMissing: checked })}
    />
  )
}

function withField(fields: ReadonlySet<ChangeableField>, field: ChangeableField, isChosen: boolean) {
  const others = [...fields].filter((each) => each !== field)
  return new Set(isChosen ? [...others, field] : others)
}
