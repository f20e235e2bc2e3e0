import type { Target } from '../../change/engine/target'
import { isThirdParty } from '../../../domain/model/component'

/** Where the component is, with the name that the console's addresses have for its team. */
export interface ConsolePlace {
  /** The console's address for a browser, without a trailing slash. */
  console: string
  teamName: string
  target: Target
}

/**
 * Returns the address of a component's ports in Rainbond's own console. Its routes are in rainbond-ui
 * (`src/pages/Component/advancedSettings.js`, `buildSubTabRoute`): ports are a part of the advanced settings, and a tab of
 * their own for third-party components. Older versions ignore `subTab`.
 */
export function consoleLink({ console, teamName, target }: ConsolePlace): string {
  const { region, app, component } = target
  const segments = ['team', teamName, 'region', region.region_name, 'apps', String(app.ID), 'overview']
  const query = new URLSearchParams({ type: 'components', componentID: component.service_alias })
  if (isThirdParty(component)) query.set('tab', 'port')
  else {
    query.set('tab', 'advancedSettings')
    query.set('subTab', 'port')
  }
  return `${console}/#/${segments.map(encodeURIComponent).join('/')}?${query.toString()}`
}
