import { appName, componentName } from '../../../api/names'
import type { Target } from '../engine/target'

/** Names a component as people tell it from others: with its app. */
export function placeName({ app, component }: Pick<Target, 'app' | 'component'>): string {
  return `${appName(app)} / ${componentName(component)}`
}
