import * as z from 'zod'

/** Raised whenever older files can't be read any more. */
const schemaVersion = 1

const subjects = ['dom', 'ag-grid', 'portdeck', 'nginx', 'gateway'] as const

const measurement = z.object({
  section: z.enum(['grid', 'input', 'start', 'gateway']),
  name: z.string(),
  /** Under which conditions, such as `10,000 ports`. */
  at: z.string(),
  unit: z.string(),
  subject: z.enum(subjects),
  /** The median of all turns. */
  value: z.number(),
  /** The distance of the middle half of all turns. */
  spread: z.number().nonnegative(),
  turns: z.number().int().positive(),
  better: z.enum(['lower', 'higher']),
})

const results = z.object({
  schema: z.literal(schemaVersion),
  date: z.iso.datetime(),
  /** What was measured; ends with `+` if files had been changed since. */
  commit: z.string(),
  machine: z.object({ cpu: z.string(), cores: z.number(), memoryGiB: z.number(), system: z.string() }),
  versions: z.object({ chromium: z.string(), node: z.string(), agGrid: z.string() }),
  /** Whether fewer turns were taken, to try the bench itself. */
  isQuick: z.boolean(),
  measurements: z.array(measurement).min(1),
})

export type Measurement = z.infer<typeof measurement>
export type Results = z.infer<typeof results>
export type Subject = Measurement['subject']

/** What identifies a measurement in every file of results, whatever was measured. */
export type Question = Pick<Measurement, 'section' | 'name' | 'at'>

export const isSameQuestion = (a: Question, b: Question) =>
  a.section === b.section && a.name === b.name && a.at === b.at

/** Returns the questions of several measurements in their order, each once. */
export function questionsOf(measurements: readonly Measurement[]): Measurement[] {
  return measurements.filter(
    (one, at) => measurements.findIndex((other) => isSameQuestion(one, other)) === at,
  )
}

/** Finds what was measured of a subject. */
export function answerOf(measurements: readonly Measurement[], question: Question, subject: Subject) {
  return measurements.find((one) => one.subject === subject && isSameQuestion(one, question))
}

export const currentSchema = { schema: schemaVersion } as const

/**
 * Reads the text of a file of results.
 * @param name of the file, for the message
 * @throws Error that says what is wrong with it
 */
export function parseResults(text: string, name: string): Results {
  const read = results.safeParse(jsonOf(text, name))
  if (read.success) return read.data
  const found = z.object({ schema: z.number() }).safeParse(jsonOf(text, name))
  if (found.success && found.data.schema !== schemaVersion)
    throw new Error(
      `${name} has version ${found.data.schema} of the format, and this is version ${schemaVersion}. Measure again.`,
    )
  throw new Error(`${name} doesn’t hold results of npm run bench.\n${z.prettifyError(read.error)}`)
}

function jsonOf(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`${name} isn’t JSON.`)
  }
}
