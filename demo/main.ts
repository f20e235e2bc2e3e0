import { restoreAddress } from './hosting/restore-address'

document.documentElement.dataset['basePath'] = restoreAddress(window)
// Only from here on: the modules of the app read the base path and the address when they are loaded.
import('./start-demo')
  .then(({ startDemo }) => startDemo())
  .catch((error: unknown) => {
    console.error(error)
    document.body.append('Portdeck couldn’t be loaded. Please reload. / Portdeck 无法加载，请重新加载页面。')
  })
