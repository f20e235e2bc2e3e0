import type { Browser } from '@playwright/test'
import { measureGateway, perSecond } from '../gateway/measure'
import type { Measurement } from '../report/results'

/** Measures reads through the gateway beside nginx. Other load only makes them worse, so the value is the best turn. */
export async function measureReads(_browser: Browser, rounds: number): Promise<Measurement[]> {
  const cost = await measureGateway({ rounds })
  const ofTurns = ({ best, median }: { best: number; median: number }) => ({
    value: best,
    spread: Math.abs(best - median),
    turns: rounds,
  })
  return (['nginx', 'gateway'] as const).flatMap((subject): Measurement[] => [
    {
      ...{ section: 'gateway', name: 'reads per CPU second', at: 'full speed', unit: '', subject },
      ...{ better: 'higher', ...ofTurns(cost[subject].aCpuSecond) },
    },
    {
      ...{ section: 'gateway', name: 'p99', at: `${perSecond} reads per second`, unit: 'ms', subject },
      ...{ better: 'lower', ...ofTurns(cost[subject].p99) },
    },
  ])
}
