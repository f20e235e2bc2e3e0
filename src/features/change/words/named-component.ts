import { appName, componentName } from '../../../api/names'
import type { ComponentName } from '../../../domain/sheet/sheet'
import type { Target } from '../engine/target'

/** Returns a component as sheets and reports name it. */
export function namedComponent({ app, component }: Pick<Target, 'app' | 'component'>): ComponentName {
  return { app: appName(app), component: componentName(component), componentId: component.service_id }
}
