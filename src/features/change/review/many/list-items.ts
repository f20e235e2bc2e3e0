import { isUndo } from '../../engine/job/job'
import type { NoPlan } from '../../engine/stages/prepare'
import type { Review, ReviewPart } from '../../engine/stores/review'
import { componentOf, type Target } from '../../engine/target'
import { idlePorts } from './part-facts'

/** What the list of a review shows, one below the other. */
export type ListItem =
  | { readonly kind: 'part'; readonly id: string; readonly part: ReviewPart }
  | {
      readonly kind: 'heading'
      readonly id: 'as-desired' | 'unreachable'
      readonly components: number
      readonly ports: number
    }
  | {
      readonly kind: 'as-desired'
      readonly id: string
      readonly target: Target
      readonly ports: readonly number[]
    }
  | {
      readonly kind: 'unreachable'
      readonly id: string
      readonly none: Exclude<NoPlan, { kind: 'as-desired' }>
      readonly ports: readonly number[]
    }

/**
 * Returns the items of a review: its plans in the order of `rankOf`, then what needs nothing, then what can't be changed,
 * each under a heading.
 */
export function listItems({ parts, unplanned }: Review, rankOf: (part: ReviewPart) => number): ListItem[] {
  const planned = parts
    .toSorted((one, other) => rankOf(one) - rankOf(other))
    .map((part) => ({ kind: 'part' as const, id: componentOf(part.target), part }))
  const idle = [
    ...unplanned.flatMap((none) =>
      none.kind === 'as-desired' ? [idleItem(none.target, portsAsked(none))] : [],
    ),
    ...parts.flatMap((part) => {
      const ports = idlePorts(part)
      return ports.length > 0 ? [idleItem(part.target, ports)] : []
    }),
  ]
  const unreachable = unplanned.flatMap((none) => {
    const id = `unreachable ${componentOf(none.target)}`
    return none.kind === 'as-desired'
      ? []
      : [{ kind: 'unreachable' as const, id, none, ports: portsAsked(none) }]
  })
  return [...planned, ...headed('as-desired', idle), ...headed('unreachable', unreachable)]
}

function idleItem(target: Target, ports: readonly number[]) {
  return { kind: 'as-desired' as const, id: `as-desired ${componentOf(target)}`, target, ports }
}

/** An undo names its ports only when it is planned. */
function portsAsked({ asked }: NoPlan): number[] {
  return isUndo(asked) ? [] : [...asked.ports.keys()].toSorted((one, other) => one - other)
}

function headed(
  id: 'as-desired' | 'unreachable',
  items: readonly Extract<ListItem, { ports: readonly number[] }>[],
): ListItem[] {
  if (items.length === 0) return []
  const ports = items.reduce((sum, item) => sum + item.ports.length, 0)
  return [{ kind: 'heading', id, components: items.length, ports }, ...items]
}
