import { NativeSelect, Switch, TextInput, type TextInputProps } from '@mantine/core'
import { useLayoutEffect, useRef } from 'react'
import { type UseFormRegisterReturn, type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import type { Component } from '../../../api/contract/component'
import { componentHints, exposureRisk } from '../../../domain/impact/risk'
import { protocolChoices } from '../../../domain/model/port'
import { isAlias } from '../../../domain/model/port-validation'
import { plainText } from '../../../lib/text/clean-text'
import { PlanRisks } from '../../change/review/sections/PlanWarnings'
import { type AddValues, followNumber, type Siblings, typedPorts } from './add-port-values'
import classes from './add-port.module.css'

interface AddPortFieldsProps {
  form: UseFormReturn<AddValues>
  component: Component
  siblingsNow: () => Siblings
  isReadOnly: boolean
}

/** The fields of a new port. Protocol and alias follow the number until they are chosen by hand. */
export function AddPortFields({ form, component, siblingsNow, isReadOnly }: AddPortFieldsProps) {
  const t = useTranslations('adding')
  const tEditing = useTranslations('editing.add')
  const { errors, isSubmitted } = form.formState
  const [port, protocol, alias, inner, outer] = useWatch({
    control: form.control,
    name: ['port', 'protocol', 'alias', 'inner', 'outer'],
  })
  const ports = typedPorts(port)
  const isSeveral = ports.length > 1
  const hints = componentHints(component)
  const exposures = ports.flatMap((number) => {
    // A typed alias belongs to a single port.
    const risk = exposureRisk({ port: number, protocol, alias: isSeveral ? '' : alias, component: hints })
    return risk ? [{ port: number, risk }] : []
  })

  // Form and dialog would focus in the next task: a key pressed until then would be lost.
  const first = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => first.current?.querySelector('input')?.focus(), [])

  function handlePort(text: string) {
    const next = followNumber({ port, protocol, alias }, text, siblingsNow())
    form.setValue('protocol', next.protocol)
    form.setValue('alias', next.alias, { shouldValidate: isSubmitted })
  }

  return (
    <>
      <div ref={first} className={classes['pair']}>
        <TextInput
          {...frame(errors.port?.message, isSeveral ? t('several', { count: String(ports.length) }) : '')}
          {...form.register('port', {
            onChange: (event: { target: { value: string } }) => handlePort(event.target.value),
          })}
          label={tEditing('port')}
          data-autofocus
          inputMode="numeric"
          readOnly={isReadOnly}
          autoComplete="off"
        />
        <NativeSelect
          {...frame(errors.protocol?.message)}
          // The message for a taken number depends on the protocol.
          {...form.register('protocol', { deps: ['port'] })}
          label={t('protocol')}
          data={[...protocolChoices]}
        />
      </div>
      <TextInput
        {...frame(
          errors.alias?.message,
          isSeveral
            ? t('aliasOfSeveral')
            : t('aliasHint', { alias: isAlias(plainText(alias)) ? plainText(alias) : '…' }),
        )}
        {...form.register('alias')}
        label={t('alias')}
        readOnly={isReadOnly}
        autoComplete="off"
        spellCheck={false}
      />
      <Toggle
        {...form.register('inner', {
          onChange: (event: { target: { checked: boolean } }) => {
            if (!event.target.checked) form.setValue('outer', false)
          },
        })}
        isOn={inner}
        label={t('inner')}
        hint={t('innerHint')}
      />
      <Toggle
        {...form.register('outer', {
          onChange: (event: { target: { checked: boolean } }) => {
            if (event.target.checked) form.setValue('inner', true)
          },
        })}
        color="orange.6"
        isOn={outer}
        label={t('outer')}
        hint={t('outerHint')}
      />
      <div className={classes['risks']} role="status">
        {exposures.length > 0 && outer && <PlanRisks exposures={exposures} />}
        {!outer &&
          exposures.map(({ port: risky, risk }) => (
            <p key={risky} className={classes['hint']}>
              {t(risk.kind === 'surface' ? 'riskyName' : 'risky', { port: String(risky), name: risk.name })}
            </p>
          ))}
      </div>
    </>
  )
}

/** The look of a field with what is wrong with it, or else what to know of it, in room that is kept for either. */
function frame(problem: string | undefined, hint = '') {
  return {
    classNames: { root: classes['field'] ?? '', input: classes['input'] ?? '' },
    inputWrapperOrder: ['label', 'input', 'error', 'description'],
    errorProps: { role: 'alert' },
    ...(problem === undefined ? hint !== '' && { description: hint } : { error: problem }),
  } satisfies TextInputProps
}

interface ToggleProps extends UseFormRegisterReturn {
  isOn: boolean
  /** Of the theme, when it is on. */
  color?: string
  label: string
  hint: string
}

function Toggle({ isOn, label, hint, ...field }: ToggleProps) {
  return (
    <Switch
      {...field}
      checked={isOn}
      withThumbIndicator={false}
      // The label is around both, and would make the hint a part of the name.
      aria-label={label}
      label={label}
      description={hint}
      classNames={{
        label: classes['label'] ?? '',
        description: classes['hint'] ?? '',
        track: classes['track'] ?? '',
      }}
    />
  )
}
