import type { Progress } from '../../../../domain/execution/run-plan'
import type { ComponentState } from '../../../../domain/model/component'
import type { Effects } from '../effects'
import { reduceRun, type RunEvent } from '../job/reduce-run'
import type { Run } from '../job/run'
import type { PlaceAnswer, ReviewPlace } from '../stores/review-queue'
import type { Target } from '../target'
import { readAgain, runSteps, type StepsEnd } from './run-steps'

/** What a run is carried out with. */
export interface Stage {
  readonly target: Target
  readonly isUndo: boolean
  readonly effects: Effects
  /** Where the run is shown; null as long as it need not be. */
  place: ReviewPlace | null
  /** Opens a place for it, where somebody has to be asked after all. */
  readonly openPlace: () => ReviewPlace
  /** Runs a task when fewer than the limit of components are changed. */
  readonly inTurn: <T>(task: () => Promise<T>) => Promise<T>
  /** Told each new state of the run. */
  readonly onChange: (run: Run) => void
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /** Sends nothing further once it fires, and leaves what is asked. */
  readonly signal?: AbortSignal | undefined
  /** Resolves when `signal` fires: one for all components of a change. */
  readonly aborted?: Promise<'cancel'> | undefined
}

/** How far a run came. */
export interface Advance {
  readonly run: Run
  /** What the component reads by now, where it was not sent because that makes another plan of it; else null. */
  readonly outdatedBy: ComponentState | null
}

/**
 * Carries a run on by what its phase calls for: until the person has said yes to it, or to its end. A run that is not
 * shown is asked about only where it is refused because of what somebody else changed.
 */
export async function advance(first: Run, stage: Stage, goal: 'approval' | 'end'): Promise<Advance> {
  const { target, effects } = stage
  let current = first
  const run = () => current
  tell()

  for (;;) {
    switch (current.phase.name) {
      case 'preview':
      case 'left-out':
      case 'stopped':
      case 'refused':
      case 'unclear':
      case 'unread':
      case 'unreachable': {
        const answer = await ask()
        if (answer === 'cancel') return reached()
        dispatch(answer === 'run' ? { type: 'approved' } : { type: 'narrowed', ...answer })
        break
      }
      case 'waiting': {
        if (goal === 'approval') return reached()
        const over = await stage.inTurn(carryOut)
        if (over) return over
        break
      }
      case 'reading-rules':
      case 'checking':
      case 'running':
      case 'reading-back': {
        const over = await carryOut()
        if (over) return over
      }
    }
  }

  /** Goes on until the run ends, or somebody has to be asked. */
  async function carryOut(): Promise<Advance | null> {
    for (;;) {
      switch (current.phase.name) {
        case 'waiting':
          dispatch({ type: stopSignal().aborted ? 'stopping' : 'begun' })
          break
        case 'checking':
        case 'reading-rules':
          dispatch({ type: 'read', reading: await readAgain(target, effects) })
          break
        case 'running': {
          const end = await runSteps({ ...stage, run, dispatch, stopped: stopSignal() })
          const over = await (stage.place ? goOn(end) : endUnlessShown(end))
          if (over) return over
          break
        }
        case 'reading-back':
          return reached()
        case 'preview':
        case 'left-out':
        case 'stopped':
        case 'refused':
        case 'unclear':
        case 'unread':
        case 'unreachable':
          return null
      }
    }
  }

  function reached(): Advance {
    return { run: current, outdatedBy: null }
  }

  function dispatch(event: RunEvent): Run {
    current = reduceRun(current, event)
    tell()
    return current
  }

  function tell() {
    stage.onChange(current)
    stage.place?.show({ ...current, target, isUndo: stage.isUndo, isOver: false })
  }

  function ask(): Promise<PlaceAnswer> {
    const { signal } = stage
    if (signal?.aborted) return Promise.resolve('cancel')
    if (!stage.place) {
      stage.place = stage.openPlace()
      tell()
    }
    const answer = stage.place.ask()
    return stage.aborted ? Promise.race([answer, stage.aborted]) : answer
  }

  function stopSignal(): AbortSignal {
    const signals = [stage.place?.stopSignal(), stage.signal].filter((signal) => signal !== undefined)
    return AbortSignal.any(signals)
  }

  /** What is shown says where it stands, and goes on from there. */
  async function goOn({ outcome, error, looked }: StepsEnd): Promise<null> {
    if (outcome.kind === 'done') dispatch({ type: 'finished' })
    else {
      const reading = looked ?? (await readAgain(target, effects))
      dispatch({ type: 'interrupted', outcome, error, reading })
    }
    return null
  }

  /** What is not shown ends here, unless somebody else's change is why it was refused: that has to be seen. */
  async function endUnlessShown({ outcome, error, looked }: StepsEnd): Promise<Advance | null> {
    if (outcome.kind === 'done') {
      dispatch({ type: 'finished' })
      return null
    }
    if (outcome.kind === 'outdated' && looked && 'state' in looked)
      return { run: current, outdatedBy: looked.state }
    const isRead = outcome.kind === 'refused' && current.earlier.length === 0
    const reading = isRead ? await readAgain(target, effects) : looked
    const { phase, differences } = dispatch({ type: 'interrupted', outcome, error, reading })
    return phase.name === 'refused' && differences.length > 0 ? null : reached()
  }
}
