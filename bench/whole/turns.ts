import type { Measurement, Question, Subject } from '../report/results'
import { summary } from '../report/statistics'

/** Collects what each turn measured, where less is better, and makes a measurement of all turns of a subject. */
export function createTurns(section: Question['section']) {
  const taken = new Map<string, { question: Question; unit: string; subject: Subject; values: number[] }>()
  return {
    /** @param at under which conditions, such as `10,000 ports` */
    add(name: string, at: string, unit: string, subject: Subject, value: number) {
      const key = [name, at, subject].join('\n')
      const known = taken.get(key) ?? { question: { section, name, at }, unit, subject, values: [] }
      known.values.push(value)
      taken.set(key, known)
    },
    measurements: (): Measurement[] =>
      [...taken.values()].map(({ question, unit, subject, values }) => ({
        ...question,
        ...{ unit, subject, better: 'lower' },
        ...summary(values),
        turns: values.length,
      })),
  }
}
