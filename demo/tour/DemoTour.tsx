import { Tour } from '@mantine/core'
import { type KeyboardEvent, useEffect, useEffectEvent } from 'react'
import { useTranslations } from 'use-intl'
import { navigate, useAddressPath } from '../../src/lib/navigation/navigation-guard'
import { useDemoWords } from '../words/use-demo-words'
import classes from './demo-tour.module.css'
import { type ControlNames, steps } from './steps'
import { useControl } from './use-control'

interface DemoTourProps {
  step: number
  onStep: (step: number) => void
  onEnd: () => void
}

/**
 * Points at one control after the other. The visitor can use everything meanwhile; a review covers the tour, and a step
 * whose control isn't there stands in the middle of the page.
 */
export function DemoTour({ step, onStep, onEnd }: DemoTourProps) {
  const words = useDemoWords().tour
  const names = useControlNames()
  const path = useAddressPath()
  const current = steps[step]
  const control = useControl(() => (path === current?.path ? current.find(names, document) : undefined))

  const goTo = useEffectEvent((index: number) => {
    const target = steps[index]?.path
    if (target !== undefined && target !== path) navigate(target)
  })
  useEffect(() => goTo(step), [step])
  useReturnKey()

  function handleKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onEnd()
  }

  return (
    <Tour
      active
      data-demo-tour
      // The title of the page is the heading above.
      attributes={{ title: { 'aria-level': 2 } }}
      step={step}
      onStepChange={onStep}
      onClose={onEnd}
      onKeyDown={handleKeyDown}
      withOverlay={false}
      withCloseButton={false}
      // The grid has uses of its own for both.
      withKeyboardNavigation={false}
      closeOnEscape={false}
      // Below the dialogs of the app.
      zIndex={190}
      transitionProps={{ duration: 0 }}
      stepTransitionDuration={0}
      labels={{
        skip: words.skip,
        back: words.back,
        next: words.next,
        close: words.finish,
        stepCounter: (at, all) => words.step.replace('{step}', String(at)).replace('{steps}', String(all)),
      }}
    >
      {steps.map(({ name }, index) => (
        <Tour.Step key={name} title={words.steps[name].title} {...(index === step && { target: control })}>
          <p className={classes['text']} aria-live="polite">
            {words.steps[name].text}
          </p>
          {control.current !== null && (
            <p className={classes['hint']}>
              <button type="button" className={classes['goTo']} onClick={() => control.current?.focus()}>
                {words.goTo}
              </button>
              <span className={classes['return']}>{words.return}</span>
            </p>
          )}
        </Tour.Step>
      ))}
    </Tour>
  )
}

/** Returns the names by which the app's controls are found, in its present language. */
function useControlNames(): ControlNames {
  const ports = useTranslations('ports.names')
  const editing = useTranslations('editing.names')
  const history = useTranslations('ports.history')
  const plan = useTranslations('plan.buttons')
  return {
    inner: (port) => ports('inner', { port: String(port) }),
    outer: (port) => ports('outer', { port: String(port) }),
    editAlias: (port) => editing('editAlias', { port: String(port) }),
    undo: plan('undo'),
    changes: history('open'),
  }
}

/** Lets F6 move the focus back to the tour, before the page uses the key: it is far away in the order of Tab. */
function useReturnKey() {
  useEffect(() => {
    const focusTour = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'F6') return
      const card = document.querySelector<HTMLElement>('[data-demo-tour] [role="dialog"]')
      if (!card) return
      event.preventDefault()
      card.focus()
    }
    window.addEventListener('keydown', focusTour, true)
    return () => window.removeEventListener('keydown', focusTour, true)
  }, [])
}
