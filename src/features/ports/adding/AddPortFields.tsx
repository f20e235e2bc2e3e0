import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import type { Component } from '../../../api/contract/component'
import { componentHints, exposureRisk } from '../../../domain/impact/risk'
import { protocolChoices } from '../../../domain/model/port'
import { isAlias } from '../../../domain/model/port-validation'
import { plainText } from '../../../lib/text/clean-text'
import { PlanRisks } from '../../change/review/PlanWarnings'
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
  const t = useTranslations('editing.add')
  const { errors, isSubmitted } = form.formState
  const [port, protocol, alias, outer] = useWatch({
    control: form.control,
    name: ['port', 'protocol', 'alias', 'outer'],
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
        <Field
          label={t('port')}
          problem={errors.port?.message}
          {...(isSeveral && { hint: t('several', { count: String(ports.length) }) })}
        >
          {(field) => (
            <input
              {...field}
              {...form.register('port', {
                onChange: (event: { target: { value: string } }) => handlePort(event.target.value),
              })}
              className={classes['input']}
              data-autofocus
              inputMode="numeric"
              readOnly={isReadOnly}
              autoComplete="off"
            />
          )}
        </Field>
        <Field label={t('protocol')} problem={errors.protocol?.message}>
          {(field) => (
            <select
              {...field}
              // The message for a taken number depends on the protocol.
              {...form.register('protocol', { deps: ['port'] })}
              className={classes['input']}
            >
              {protocolChoices.map((choice) => (
                <option key={choice} value={choice}>
                  {choice}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Field
        label={t('alias')}
        problem={errors.alias?.message}
        hint={
          isSeveral
            ? t('aliasOfSeveral')
            : t('aliasHint', { alias: isAlias(plainText(alias)) ? plainText(alias) : '…' })
        }
      >
        {(field) => (
          <input
            {...field}
            {...form.register('alias')}
            className={classes['input']}
            readOnly={isReadOnly}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      <Toggle label={t('inner')} hint={t('innerHint')}>
        {(field) => (
          <input
            {...field}
            {...form.register('inner', {
              onChange: (event: { target: { checked: boolean } }) => {
                if (!event.target.checked) form.setValue('outer', false)
              },
            })}
            type="checkbox"
            role="switch"
            className={classes['switch']}
          />
        )}
      </Toggle>
      <Toggle label={t('outer')} hint={t('outerHint')}>
        {(field) => (
          <input
            {...field}
            {...form.register('outer', {
              onChange: (event: { target: { checked: boolean } }) => {
                if (event.target.checked) form.setValue('inner', true)
              },
            })}
            type="checkbox"
            role="switch"
            className={classes['switch']}
          />
        )}
      </Toggle>
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

/** Ties a field to its label, hint and problem. */
interface FieldProps {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid'?: boolean
}

interface FieldFrame {
  label: string
  problem: string | undefined
  hint?: string
  children: (field: FieldProps) => ReactNode
}

function Field({ label, problem, hint, children }: FieldFrame) {
  const id = useId()
  const hintId = `${id}-hint`
  const problemId = `${id}-problem`
  const described = [problem === undefined ? null : problemId, hint === undefined ? null : hintId]
  return (
    <div className={classes['field']}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-describedby': described.filter(Boolean).join(' ') || undefined,
        'aria-invalid': problem !== undefined,
      })}
      {problem !== undefined && (
        <p id={problemId} className={classes['problem']} role="alert">
          {problem}
        </p>
      )}
      {hint !== undefined && (
        <p id={hintId} className={classes['hint']}>
          {hint}
        </p>
      )}
    </div>
  )
}

function Toggle({ label, hint, children }: Omit<FieldFrame, 'problem'>) {
  const id = useId()
  return (
    <div className={classes['toggle']}>
      {children({ id, 'aria-describedby': `${id}-hint` })}
      <div>
        <label htmlFor={id}>{label}</label>
        <p id={`${id}-hint`} className={classes['hint']}>
          {hint}
        </p>
      </div>
    </div>
  )
}
