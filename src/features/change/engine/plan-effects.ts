import type { QueryClient } from '@tanstack/react-query'
import { keys } from '../../../api/keys'
import { addPort, changePort, deletePort, portsQuery } from '../../../api/resources/ports'
import type { Exposure } from '../../../domain/impact/exposures'
import type { ComponentState } from '../../../domain/model/component'
import type { Port } from '../../../domain/model/port'
import type { Step } from '../../../domain/model/step'
import { applySteps } from '../../../domain/model/step-effect'
import { fetchPart } from '../../../lib/lazy-page'
import { cachedComponent, cancelReads, lacksRules, readComponent } from './component-cache'
import { createParallelLimit } from './parallel-limit'
import type { PlanTarget } from './plan-target'

/** All that the running of plans does to the world. */
export interface PlanEffects {
  /** A component as it was last read; null before that. */
  cached: (target: PlanTarget) => ComponentState | null
  /** Whether what is cached is without the gateway rules only because they have not come yet. */
  lacksRules: (target: PlanTarget) => boolean
  /** Reads a component again. Throws `ApiError`, or the signal's reason. */
  read: (target: PlanTarget, giveUp?: AbortSignal) => Promise<ComponentState>
  /** Sends one step, once. Throws `ApiError`, or the signal's reason: then it may still be carried out. */
  send: (target: PlanTarget, step: Step, giveUp?: AbortSignal) => Promise<void>
  /** Marks as old what else in the cache those steps may have changed. */
  markOld: (target: PlanTarget, sent: readonly Step[]) => void
  /**
   * Returns the risky ports that a plan opens; null where nobody can judge them, because what judges them cannot be
   * loaded. It takes long tables, which a page without such a plan does without.
   */
  exposures: (
    target: PlanTarget,
    before: ComponentState,
    steps: readonly Step[],
  ) => Promise<Exposure[] | null>
  /** Resolves after so many milliseconds, or at once when the signal fires. */
  wait: (target: PlanTarget, milliseconds: number, signal: AbortSignal | undefined) => Promise<void>
}

/** How many components are changed at the same time; the others wait. */
const sideBySide = 4

/**
 * Gives the effects on the real world: what is sent goes to the console, what is answered goes into the query cache
 * (ARCHITECTURE.md, "Mutations").
 */
export function realEffects(client: QueryClient): PlanEffects {
  const limited = createParallelLimit(sideBySide)
  return {
    cached: (target) => cachedComponent(client, target),
    lacksRules: (target) => lacksRules(client, target),
    read: (target, giveUp) => limited(() => readComponent(client, target, giveUp)),
    send: (target, step, giveUp) => limited(() => sendStep(client, target, step, giveUp)),
    markOld: (target, sent) => markOld(client, target, sent),
    exposures: ({ component }, before, steps) =>
      fetchPart(() => import('../../../domain/impact/exposures')).then(
        ({ exposuresOf }) => exposuresOf(applySteps(before, steps), steps, component),
        () => null,
      ),
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
  target: PlanTarget,
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

function markOld(client: QueryClient, { ref }: PlanTarget, sent: readonly Step[]): void {
  if (sent.length === 0) return
  void client.invalidateQueries({ queryKey: keys.events(ref) })
  if (sent.some(changesTeamPorts))
    void client.invalidateQueries({ queryKey: keys.teamPorts(ref), exact: true })
}

// `…/apps_port` lists the inner-open ports of the team by their internal domain (docs/contract.md, "Reading").
function changesTeamPorts(step: Step): boolean {
  switch (step.call) {
    case 'add':
      return step.body.is_inner_service
    case 'delete':
      return false
    case 'change':
      return ['open_inner', 'close_inner', 'change_port_alias'].includes(step.body.action)
  }
}
