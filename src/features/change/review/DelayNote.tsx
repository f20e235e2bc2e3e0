import { Button } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { Delay } from '../engine/stores/delays'
import { useEngine, useOfComponent } from '../use-engine'

/** Returns why a component's current change is delayed, or null. */
export function useDelay(component: string): Delay | null {
  return useOfComponent(component, (engine) => engine.delay(component))
}

/** Stops waiting for a component's current change. */
export function GiveUpButton({ component }: { component: string }) {
  const t = useTranslations('plan.delays')
  const engine = useEngine()
  return <Button onClick={() => engine.giveUp(component)}>{t('giveUp')}</Button>
}

/** The same, where it takes longer than a moment. */
export function GiveUpWhenSlow({ component }: { component: string }) {
  return useDelay(component) === 'slow' ? <GiveUpButton component={component} /> : null
}
