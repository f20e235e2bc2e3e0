import { layOut } from '../layout'
import type { ReportFormat } from '../options'
import type { Speech } from '../words/speech'
import type { AppliedPart } from './applied-part'

/** Writes what came of plans for a person, a program, or a merge request. */
export function formatApplied(parts: readonly AppliedPart[], format: ReportFormat, { say }: Speech): string {
  const count = (outcome: AppliedPart['outcome']) =>
    String(parts.filter((part) => part.outcome === outcome).length)
  const counts = {
    ...{ done: count('done'), partly: count('partly'), refused: count('refused') },
    ...{ unclear: count('unclear'), notStarted: count('not-started') },
  }
  const report = {
    heading: say('apply.title'),
    sections: parts.map((part) => ({ title: outcomeLine(part), lines: linesOf(part) })),
    summary: [parts.length === 0 ? say('plan.none') : say('apply.summary', counts)],
  }
  return layOut(report, { components: parts }, format)

  function linesOf({ reason, steps }: AppliedPart): string[] {
    return [
      ...(reason === null ? [] : [reason]),
      ...steps.map(({ text, result }) => say('apply.step', { result: say(`results.${result}`), text })),
    ]
  }

  function outcomeLine({ app, component, outcome }: AppliedPart): string {
    return say('apply.heading', { name: `${app} / ${component}`, outcome: say(`outcomes.${outcome}`) })
  }
}
