import { typedNumber } from '../../src/domain/execution/consent'
import { cachedComponent } from '../../src/features/change/engine/console/component-cache'
import type { Outcome } from '../../src/features/change/engine/outcome'
import type { Prepared, PreparedPlan } from '../../src/features/change/engine/stages/prepare'
import { readScope } from '../console/read-scope'
import type { Context } from '../context'
import { type ExitCode, exitCodes, misconfigured } from '../failure'
import { readInput } from '../input-file'
import { type Command, wholeScope } from '../options'
import { formatPlan } from '../plan/format-plan'
import { checkLimits, countsOfPlans } from '../plan/limits'
import { readPlan } from '../plan/plan-file'
import { plannedParts } from '../plan/planned-part'
import { checkPlace, replan } from '../plan/replan'
import { planSheet } from '../plan/sheet-plan'
import { appliedPart, exitCodeOf } from './applied-part'
import { canAsk, confirm } from './confirm'
import { formatApplied } from './format-applied'
import { runPlans } from './run-plans'
import { stopOnSignals } from './stop-signal'

type ApplyCommand = Extract<Command, { name: 'apply' }>

/** Runs the steps of a sheet or a plan, and writes what came of it to standard output. Throws `ApiError` or `Failure`. */
export async function apply(command: ApplyCommand, context: Context): Promise<ExitCode> {
  const { speech, progress } = context
  const terminal = { input: process.stdin, output: process.stderr }
  if (!command.isConfirmed && !canAsk(terminal)) throw misconfigured(({ say }) => say('options.noTerminal'))

  const prepared = await prepare(command, context)
  const planned = plannedParts(prepared, speech)
  if (planned.length > 0) progress.say(formatPlan(planned, countsOfPlans(prepared), 'text', speech).trimEnd())
  if (planned.some(({ problem }) => problem !== null)) return exitCodes.error
  checkLimits(prepared, command.limits)
  const plans = prepared.filter((one): one is PreparedPlan => one.kind === 'planned')
  const number = typedNumber(plans.map(({ plan }) => plan))
  if (plans.length > 0 && !command.isConfirmed) await confirm(terminal, speech, number)

  const outcomes = await run(plans, context)
  const parts = outcomes.map((outcome) => appliedPart(outcome, speech))
  process.stdout.write(formatApplied(parts, command.format, speech))
  return exitCodeOf(parts)
}

async function prepare({ file, scope, limits }: ApplyCommand, context: Context): Promise<Prepared[]> {
  const { console, client, engine } = context
  const input = readInput(file)
  const plan = readPlan(input)
  if (plan === null) {
    const { components } = await readScope(context, wholeScope(scope))
    return planSheet(engine, input, components, limits)
  }
  checkPlace(plan, { console, scope })
  const only = new Set(plan.components.map(({ componentId }) => componentId))
  const { components } = await readScope(context, { ...plan.scope, team: plan.teamId }, only)
  return replan(engine, plan, components, ({ target }) => cachedComponent(client, target))
}

async function run(
  plans: readonly PreparedPlan[],
  { engine, speech, progress }: Context,
): Promise<Outcome[]> {
  const { say } = speech
  const stopping = stopOnSignals({
    onStop: () => progress.say(say('apply.stopping')),
    onCut() {
      progress.say(say('apply.cutOff'))
      process.exit(exitCodes.unclear)
    },
  })
  let ended = 0
  const onOutcome = (outcome: Outcome) => {
    ended += 1
    const { app, component, outcome: kind } = appliedPart(outcome, speech)
    progress.tell(
      say('apply.progress', {
        ...{ at: String(ended), of: String(plans.length) },
        ...{ name: `${app} / ${component}`, outcome: say(`outcomes.${kind}`) },
      }),
    )
  }
  try {
    return await runPlans(engine, plans, { signal: stopping.signal, onOutcome })
  } finally {
    stopping.leave()
    progress.clear()
  }
}
