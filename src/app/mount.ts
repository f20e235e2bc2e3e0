import './look/theme.css'
import './look/mantine.css'
import './look/global.css'
import { start, type StartOptions } from './start'

/** Starts the app in the page, and says so where it can't. */
export function mount(options?: StartOptions): void {
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no element with the id "root"')

  start(root, options).catch((error: unknown) => {
    console.error(error)
    // No words could be fetched to say it with.
    root.textContent = 'Portdeck couldn’t be loaded. Please reload. / Portdeck 无法加载，请重新加载页面。'
  })
}
