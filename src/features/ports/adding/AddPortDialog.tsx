import { Button } from '@mantine/core'
import { type SyntheticEvent, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { componentName } from '../../../api/names'
import { Dialog } from '../../../components/overlay/Dialog'
import { DialogFooter } from '../../../components/overlay/DialogFooter'
import { answersOf } from '../../change/engine/stores/review'
import type { Target } from '../../change/engine/target'
import { PlanView } from '../../change/review/PlanView'
import { useEngine, useIsAsked, useReviewIn } from '../../change/use-engine'
import { useQuestionWords } from '../../change/words/question-words'
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

/**
 * The dialog for a new port, and for the review of what adding it takes: leaving the review leads back to the form.
 * Closing it keeps what was typed.
 */
export function AddPortDialog(props: AddPortDialogProps) {
  const { isOpen, store, target, isUnsaved, early, onUnsaved, onClose, onAdded } = props
  const t = useTranslations('adding')
  const tEditing = useTranslations('editing')
  const { reviews } = useEngine()
  const review = useReviewIn('host')
  const isBelowPlan = useIsAsked() && review === null
  const { title } = useQuestionWords(review?.parts ?? [])
  const { form, send, siblingsNow } = useAddPortForm({
    isOpen,
    store,
    target,
    early: early.port,
    onAdded(ports) {
      onUnsaved(false)
      onAdded(ports)
    },
  })
  const { isSubmitting, errors } = form.formState
  const submit = useReturnedFocus(isOpen, review !== null)

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

  function handleClose() {
    if (review) {
      if (answersOf(review).cancel) reviews.answer('cancel')
      return
    }
    // An empty form that was only looked at has nothing wrong in it.
    if (!isUnsaved && !isSubmitting) form.clearErrors()
    onClose()
  }

  return (
    <Dialog
      opened={isOpen}
      onClose={handleClose}
      title={review ? title : tEditing('add.title', { component: componentName(target.component) })}
      size="lg"
      returnFocus={false}
    >
      {review ? (
        <PlanView review={review} onAnswer={reviews.answer} onStop={reviews.stop} backWord={t('back')} />
      ) : (
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
          <DialogFooter>
            <p className={classes['status']} role="status">
              {isSubmitting && !isBelowPlan ? t('sending') : ''}
            </p>
            <div className={classes['buttons']}>
              {isUnsaved && !isSubmitting && (
                <Button variant="subtle" onClick={handleClear}>
                  {t('clear')}
                </Button>
              )}
              <Button onClick={handleClose} title={isUnsaved ? t('keeps') : undefined}>
                {tEditing('add.close')}
              </Button>
              <Button ref={submit} type="submit" variant="filled" aria-disabled={isSubmitting || undefined}>
                {t('submit')}
              </Button>
            </div>
          </DialogFooter>
        </form>
      )}
    </Dialog>
  )
}

/** Returns a ref for what gets the focus when the form is shown again, unless a field of it says what is wrong. */
function useReturnedFocus(isOpen: boolean, isReviewed: boolean) {
  const submit = useRef<HTMLButtonElement>(null)
  const wasReviewed = useRef(false)
  useLayoutEffect(() => {
    if (wasReviewed.current && !isReviewed && isOpen)
      (submit.current?.form?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? submit.current)?.focus()
    wasReviewed.current = isReviewed
  }, [isOpen, isReviewed])
  return submit
}
