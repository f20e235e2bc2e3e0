import { Badge } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { keys } from '../src/api/keys'
import { laterMessages } from '../src/i18n/later-messages'
import { mayLeave } from '../src/lib/navigation/navigation-guard'
import classes from './demo-controls.module.css'
import { DemoPanel } from './panel/DemoPanel'
import { DemoTour } from './tour/DemoTour'
import { TourOffer } from './tour/TourOffer'
import { tourTaken } from './tour/tour-taken'
import type { Conditions } from './transport/conditions'
import type { TabEmulator } from './transport/tab-emulator'
import { useDemoWords } from './words/use-demo-words'

/** The demo's badge in the header, which opens its panel; offers the tour to whoever is here for the first time. */
export function DemoControls({ emulator }: { emulator: TabEmulator }) {
  const words = useDemoWords()
  const client = useQueryClient()
  const [isOpen, setIsOpen] = useState(false)
  const [conditions, setConditions] = useState(emulator.conditions)
  const [step, setStep] = useState<number | null>(null)
  const [isOffered, setIsOffered] = useState(() => tourTaken.read() === null)

  async function handleConditions(next: Conditions) {
    setConditions(next)
    await emulator.setConditions(next)
    // What is on the screen shows the fault without a further click.
    await client.invalidateQueries({ queryKey: keys.teams() })
  }

  function closeOffer() {
    tourTaken.write('1')
    setIsOffered(false)
  }

  async function startTour() {
    closeOffer()
    setIsOpen(false)
    // It finds controls by their names, some of which come with parts that may not have been shown yet.
    await laterMessages.load()
    setStep(0)
  }

  async function reset() {
    if (!(await mayLeave())) return
    emulator.forget()
    window.location.reload()
  }

  return (
    <>
      <Badge
        component="button"
        type="button"
        size="lg"
        color={conditions.fault === null ? 'yellow' : 'red'}
        className={classes['badge'] ?? ''}
        aria-haspopup="dialog"
        data-fault={conditions.fault !== null || undefined}
        data-tooltip={words.panel.about}
        onClick={() => setIsOpen(true)}
      >
        {conditions.fault === null ? words.badge : words.badgeOn}
      </Badge>
      {isOpen && (
        <DemoPanel
          onClose={() => setIsOpen(false)}
          conditions={conditions}
          onConditions={(next) => void handleConditions(next)}
          onTour={() => void startTour()}
          onReset={() => void reset()}
        />
      )}
      {step === null ? (
        isOffered && <TourOffer onStart={() => void startTour()} onDecline={closeOffer} />
      ) : (
        <DemoTour step={step} onStep={setStep} onEnd={() => setStep(null)} />
      )}
    </>
  )
}
