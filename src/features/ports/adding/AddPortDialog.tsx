import { Button } from '@mantine/core'
import { type SyntheticEvent, useEffect, useEffectEvent, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { componentName } from '../../../api/names'
import { Dialog } from '../../../components/overlay/Dialog'
import type { Target } from '../../change/engine/target'
import { useReview } from '../../change/use-engine'
import type { RowStore } from '../../port-grid/rows/row-store'
import { AddPortFields } from './AddPortFields'
import { isTyped, nothingTyped } from './add-port-values'
import classes from './add-port.module.css'
import { useAddPortForm } from './use-add-port-form'

/** What was typed before the dialog was loaded. */
export interface EarlyTyping {
  port: string
  /** Enter was pressed after it. */
  isEntered: boolean
}

export interface AddPortDialogProps {
  isOpen: boolean
  store: RowStore
  target: Target
  isUnsaved: boolean
  early: EarlyTyping
  onEarly: (early: EarlyTyping) => void
  /** Called with whether closing the page would lose anything. */
  onUnsaved: (isUnsaved: boolean) => void
  onClose: () => void
  /** Called when the ports have been added and verified. */
  onAdded: (ports: readonly number[]) => void
}

/** The dialog for a new port. Closing it keeps what was typed. */
export function AddPortDialog(props: AddPortDialogProps) {
  const { isOpen, store, target, isUnsaved, early, onUnsaved, onClose, onAdded } = props
  const t = useTranslations('editing')
  const isBelowPlan = useReview() !== null
  const { form, send, siblingsNow } = useAddPortForm({
    store,
    target,
    early: early.port,
    onAdded(ports) {
      onUnsaved(false)
      onAdded(ports)
    },
  })
  const { isSubmitting, errors } = form.formState

  function handleSubmit(event: SyntheticEvent) {
    event.preventDefault()
    if (!isSubmitting) void form.handleSubmit(send)()
  }

  const isEntered = useRef(false)
  const enter = useEffectEvent(() => {
    if (!early.isEntered || !isOpen || isEntered.current) return
    isEntered.current = true
    void form.handleSubmit(send)()
  })
  useEffect(() => enter(), [])

  function handleChange() {
    form.clearErrors('root')
    onUnsaved(isTyped(form.getValues()))
  }

  function handleClear() {
    // The form has to find its fields again after the reset.
    form.setFocus('port')
    form.reset(nothingTyped)
    onUnsaved(false)
  }

  return (
    <Dialog
      opened={isOpen}
      onClose={onClose}
      // Escape belongs to the plan's dialog if one is open above.
      closeOnEscape={!isBelowPlan}
      title={t('add.title', { component: componentName(target.component) })}
      returnFocus={false}
    >
      <form className={classes['form']} onSubmit={handleSubmit} onChange={handleChange} noValidate>
        <AddPortFields
          form={form}
          component={target.component}
          siblingsNow={siblingsNow}
          isReadOnly={isSubmitting}
        />
        {errors.root && (
          <p className={classes['refusal']} role="alert">
            {errors.root.message}
          </p>
        )}
        <p className={classes['status']} role="status">
          {isSubmitting && !isBelowPlan ? t('add.sending') : ''}
        </p>
        <div className={classes['buttons']}>
          {isUnsaved && !isSubmitting && (
            <Button variant="subtle" onClick={handleClear}>
              {t('add.clear')}
            </Button>
          )}
          <Button onClick={onClose} title={isUnsaved ? t('add.keeps') : undefined}>
            {t('add.close')}
          </Button>
          <Button type="submit" variant="filled" aria-disabled={isSubmitting || undefined}>
            {t('add.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
