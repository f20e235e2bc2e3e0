import * as z from 'zod/mini'
import { faultNames } from './definitions'

const faultRuleSchema = z.strictObject(
  {
    /** One of the documented names. */
    fault: z.enum(faultNames, { error: `must be one of: ${faultNames.join(', ')}` }),
    /** HTTP method in any case; absent: all. */
    method: z.optional(z.string({ error: 'must be an HTTP method' })),
    /** Part of the pathname, or a pattern for all of it (`*` within a segment, `**` across segments); absent: all. */
    path: z.optional(z.string({ error: 'must be a text' })),
    /** How many matching requests it affects; absent: all. */
    count: z.optional(
      z.int({ error: 'must be a whole number' }).check(z.minimum(1, { error: 'must be 1 or more' })),
    ),
    /** Milliseconds by which the request is delayed before anything else happens. */
    latencyMs: z.optional(
      z
        .int({ error: 'must be a whole number of milliseconds' })
        .check(
          z.minimum(0, { error: 'must be 0 or more' }),
          z.maximum(600_000, { error: 'must be 600000 or less' }),
        ),
    ),
  },
  { error: 'must be an object of fault, method, path, count and latencyMs' },
)
const faultRulesSchema = z.strictObject(
  { rules: z.array(faultRuleSchema, { error: 'must be a list' }) },
  { error: 'must be an object with only "rules"' },
)

export type FaultRule = z.infer<typeof faultRuleSchema>

/** Reads the body of `PUT /__emulator/faults`; `error` names each problem and its place. */
export function parseFaultRules(
  body: unknown,
): { readonly ok: true; readonly rules: FaultRule[] } | { readonly ok: false; readonly error: string } {
  const read = faultRulesSchema.safeParse(body)
  if (read.success) return { ok: true, rules: read.data.rules }
  const faults = read.error.issues.map(({ path, message }) => {
    const at = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
    return `${at === '' ? 'the body' : at.slice(1)} ${message}`
  })
  return { ok: false, error: faults.join('; ') }
}
