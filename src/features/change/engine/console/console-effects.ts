import { hashKey, type QueryClient } from '@tanstack/react-query'
import { invalidateBelow, invalidateEntry, isFromLastVisit } from '../../../../api/cache-entries'
import { keys } from '../../../../api/keys'
import { addPort, changePort, deletePort, portsQuery } from '../../../../api/resources/ports'
import type { Port } from '../../../../domain/model/port'
import { changesTeamPorts, type Step } from '../../../../domain/model/step'
import { fetchPart } from '../../../../lib/lazy-page'
import { createParallelLimit } from '../../../../lib/parallel-limit'
import { createSlices } from '../../../../lib/slices'
import { type Effects, sideBySide } from '../effects'
import type { Target } from '../target'
import { cachedComponent, cancelReads, lacksRules, readComponent } from './component-cache'

/** How long many components may be planned without a break: a frame is not late by much. */
const sliceMs = 16

/**
 * Returns the effects on the real world: what is sent goes to the console, what is answered goes into the query cache
 * (ARCHITECTURE.md, "Mutations").
 */
export function consoleEffects(client: QueryClient): Effects {
  const limited = createParallelLimit(sideBySide)
  return {
    cached: (target) => cachedComponent(client, target),
    readAt: ({ ref }) => client.getQueryState(portsQuery(ref).queryKey)?.dataUpdatedAt ?? null,
    isFromLastVisit: ({ ref }) =>
      [keys.ports(ref), keys.domains(ref)].some((queryKey) => isFromLastVisit(client, hashKey(queryKey))),
    lacksRules: (target) => lacksRules(client, target),
    read: (target, giveUp) => limited(() => readComponent(client, target, giveUp)),
    send: (target, step, giveUp) => limited(() => sendStep(client, target, step, giveUp)),
    markOld: (target, sent) => markOld(client, target, sent),
    riskJudge: ({ component }) =>
      fetchPart(() => import('../../../../domain/impact/risk')).then(
        ({ riskJudge }) => riskJudge(component),
        () => null,
      ),
    turn: createSlices(sliceMs),
    wait: (_target, milliseconds, signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds)
        signal?.addEventListener('abort', () => {
          clearTimeout(timer)
          resolve()
        })
      }),
  }
}

async function sendStep(
  client: QueryClient,
  target: Target,
  step: Step,
  giveUp: AbortSignal | undefined,
): Promise<void> {
  const { ref } = target
  await cancelReads(client, target)
  const update = (change: (ports: Port[]) => Port[]) =>
    client.setQueryData(portsQuery(ref).queryKey, (ports) => ports && change(ports))

  switch (step.call) {
    case 'add': {
      const added = await addPort(ref, step.body, giveUp)
      update((ports) => [...ports, added])
      return
    }
    case 'change': {
      const changed = await changePort(ref, step.port, step.body, giveUp)
      update((ports) => ports.map((port) => (port.container_port === step.port ? changed : port)))
      return
    }
    case 'delete': {
      await deletePort(ref, step.port, giveUp)
      update((ports) => ports.filter((port) => port.container_port !== step.port))
    }
  }
}

function markOld(client: QueryClient, { ref }: Target, sent: readonly Step[]): void {
  if (sent.length === 0) return
  invalidateBelow(client, keys.events(ref))
  if (sent.some(changesTeamPorts)) invalidateEntry(client, keys.teamPorts(ref))
}
