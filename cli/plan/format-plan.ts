import { layOut } from '../layout'
import type { ReportFormat } from '../options'
import type { Speech } from '../words/speech'
import type { PlanCounts } from './limits'
import type { PlannedPart } from './planned-part'

/** Writes a plan for a person, a program, or a merge request. */
export function formatPlan(
  parts: readonly PlannedPart[],
  counts: PlanCounts,
  format: ReportFormat,
  { say }: Speech,
): string {
  const { components, steps, deleted, exposed } = counts
  const failed = parts.filter(({ problem }) => problem !== null).length
  const numbers = { components, steps, deleted: String(deleted), exposed: String(exposed) }
  const report = {
    heading: say('plan.title'),
    sections: parts.map((part) => ({ title: `${part.app} / ${part.component}`, lines: linesOf(part) })),
    summary: [
      parts.length === 0 ? say('plan.none') : say('plan.summary', numbers),
      ...(failed === 0 ? [] : [say('plan.failures', { components: failed })]),
    ],
  }
  return layOut(report, { components: parts, counts }, format)

  /** As on the page: what can go wrong first. */
  function linesOf({ problem, risks, losses, steps, addresses, variables, notes }: PlannedPart): string[] {
    return [
      ...(problem === null ? [] : [say('plan.problem', { text: problem })]),
      ...risks.map(({ text }) => say('plan.risk', { text })),
      ...losses.map(({ text }) => say('plan.loss', { text })),
      ...steps.map(({ text, reason }) => (reason === null ? text : say('plan.step', { text, reason }))),
      ...addresses,
      ...variables,
      ...notes,
    ]
  }
}
