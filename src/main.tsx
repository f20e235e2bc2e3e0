import './app/theme.css'
import './app/mantine.css'
import './app/global.css'
import { start } from './app/start'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root"')

start(root).catch((error: unknown) => {
  console.error(error)
  // No words could be fetched to say it with.
  root.textContent = 'Portdeck could not be loaded. Please reload. / Portdeck 无法加载，请重新加载页面。'
})
