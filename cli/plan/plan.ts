import type { PreparedPlan } from '../../src/features/change/engine/stages/prepare'
import { readScope } from '../console/read-scope'
import type { Context } from '../context'
import { type ExitCode, exitCodes, Failure } from '../failure'
import { readInput } from '../input-file'
import type { Command } from '../options'
import { formatPlan } from './format-plan'
import { checkLimits, countsOfPlans } from './limits'
import { readPlan, writePlan } from './plan-file'
import { plannedParts } from './planned-part'
import { planSheet } from './sheet-plan'

/** Writes the steps that a sheet comes to to standard output, and to a file. Throws `ApiError` or `Failure`. */
export async function plan(
  { name, file, format, limits, isDetailed, out, scope }: Extract<Command, { name: 'plan' | 'drift' }>,
  context: Context,
): Promise<ExitCode> {
  const { console, engine, speech } = context
  const input = readInput(file)
  if (readPlan(input)) throw new Failure(({ say }) => say('files.sheetOnly', { file, name }))
  const { components, teamId } = await readScope(context, scope)
  const prepared = await planSheet(engine, input, components, limits)
  checkLimits(prepared, limits)
  const parts = plannedParts(prepared, speech)
  process.stdout.write(formatPlan(parts, countsOfPlans(prepared), format, speech))
  if (parts.some(({ problem }) => problem !== null)) return exitCodes.error
  if (out !== undefined) {
    const plans = prepared.filter((one): one is PreparedPlan => one.kind === 'planned')
    writePlan(out, plans, { console, teamId, scope })
  }
  return isDetailed && parts.length > 0 ? exitCodes.differences : exitCodes.done
}
