import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../components/Button'
import type { Delay } from '../engine/delay-board'
import { usePlanDesk } from '../use-plan-desk'

/** Returns why a component's current change is delayed, or null. */
export function useDelay(component: string): Delay | null {
  const desk = usePlanDesk()
  return useSyncExternalStore(desk.subscribe, () => desk.delay(component))
}

/** Stops waiting for a component's current change. */
export function GiveUpButton({ component }: { component: string }) {
  const t = useTranslations('plan.delays')
  const desk = usePlanDesk()
  return <Button onClick={() => desk.giveUp(component)}>{t('giveUp')}</Button>
}
