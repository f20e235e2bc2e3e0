import { appName, componentName } from '../src/api/names'
import type { Step } from '../src/domain/model/step'
import type { Prepared } from '../src/features/change/engine/stages/prepare'
import type { PlanFormat } from './options'

/** What a plan comes to for one component that isn't as desired. */
interface Part {
  readonly app: string
  readonly component: string
  readonly componentId: string
  readonly steps: readonly Step[]
  /** What an undo would not bring back, by kind. */
  readonly losses: readonly string[]
  /** Why there are no steps; null where there are. */
  readonly problem: string | null
}

export function partsOf(prepared: readonly Prepared[]): Part[] {
  return prepared.flatMap((one) => {
    if (one.kind === 'as-desired') return []
    const { app, component } = one.target
    const isPlanned = one.kind === 'planned'
    return {
      ...{ app: appName(app), component: componentName(component), componentId: component.service_id },
      steps: isPlanned ? one.plan.steps : [],
      losses: isPlanned ? one.plan.losses.map(({ kind }) => kind) : [],
      problem: isPlanned ? null : one.kind === 'unreachable' ? one.why.reason : one.error.kind,
    }
  })
}

/** Writes a plan for a person, a program, or a merge request. */
export function formatPlan(parts: readonly Part[], format: PlanFormat): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ components: parts }, null, 2)}\n`
    case 'markdown':
      return `${['## Ports', ...parts.map(markdownOf), summaryOf(parts)].join('\n\n')}\n`
    case 'text':
      return `${[...parts.map(textOf), summaryOf(parts)].join('\n\n')}\n`
  }
}

function summaryOf(parts: readonly Part[]): string {
  if (parts.length === 0) return 'No differences.'
  const steps = parts.flatMap((part) => part.steps).length
  return `Steps: ${String(steps)}. Components: ${String(parts.length)}.`
}

function linesOf({ steps, losses, problem }: Part): string[] {
  return [
    ...steps.map(stepText),
    ...losses.map((kind) => `Not undoable: ${kind}`),
    ...(problem === null ? [] : [`Not possible: ${problem}`]),
  ]
}

function textOf(part: Part): string {
  return [`${part.app} / ${part.component}`, ...linesOf(part).map((line) => `  ${line}`)].join('\n')
}

/** Names come from others: whatever they hold, it stays text. */
function markdownOf(part: Part): string {
  const plain = (text: string) => text.replace(/[\\`*_{}[\]()<>#+!|~&@$-]/g, '\\$&')
  return [
    `### ${plain(`${part.app} / ${part.component}`)}`,
    '',
    ...linesOf(part).map((line) => `- ${plain(line)}`),
  ].join('\n')
}

function stepText(step: Step): string {
  const port = `port ${String(step.port)}`
  if (step.call === 'add') return `Add ${port} (${step.body.protocol})`
  if (step.call === 'delete') return `Delete ${port}`
  const { body } = step
  switch (body.action) {
    case 'change_protocol':
      return `Set the protocol of ${port} to ${body.protocol}`
    case 'change_port_alias':
      return `Set the alias of ${port} to ${body.port_alias}, the internal domain to ${body.k8s_service_name}`
    case 'open_inner':
      return `Open internal access, ${port}`
    case 'close_inner':
      return `Close internal access, ${port}`
    case 'open_outer':
      return `Open external access, ${port}`
    case 'close_outer':
      return `Close external access, ${port}`
  }
}
