import { appName, componentName } from '../../../../api/names'
import { basePath } from '../../../../lib/navigation/base-path'
import { isUndo } from '../../engine/job/job'
import type { Review } from '../../engine/stores/review'
import { componentOf, type Target } from '../../engine/target'
import { type LinkedPart, planFragment } from './plan-link'

/** The longest link that common chat programs leave whole, in characters. */
export const longestInChats = 2000

/**
 * Returns a link to the page that `pathOfAll` names, with what a review asks for; nothing that was left out. An undo is in it
 * as the state that it restores.
 */
export async function linkOfReview(
  review: Review,
  pathOfAll: (targets: readonly Target[]) => string,
): Promise<string> {
  const asked = askedFor(review)
  const targets = asked.map(({ target }) => target)
  const [first] = targets
  if (!first) throw new Error('Nothing is asked for')
  const { team, region } = first.ref
  const fragment = await planFragment({ team, region, parts: asked.map(({ part }) => part) })
  return window.location.origin + basePath + pathOfAll(targets) + fragment
}

function askedFor({ parts, unplanned }: Review): { target: Target; part: LinkedPart }[] {
  const planned = parts.filter(({ phase }) => phase.name !== 'left-out')
  return [
    ...planned.map(({ target, desired }) => ({ target, desired })),
    ...unplanned.flatMap(({ target, asked }) => (isUndo(asked) ? [] : [{ target, desired: asked }])),
  ].map(({ target, desired }) => ({
    target,
    part: {
      app: target.app.ID,
      component: componentOf(target),
      names: [appName(target.app), componentName(target.component)],
      desired,
    },
  }))
}
