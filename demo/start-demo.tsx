import { mount } from '../src/app/mount'
import './mantine.css'
import { basePath } from '../src/lib/navigation/base-path'
import { DemoControls } from './DemoControls'
import { signedInSchema } from './transport/demo-session'
import { createDemoTransport } from './transport/demo-transport'
import { openTabEmulator, storySchema } from './transport/tab-emulator'
import { tabValue } from './transport/tab-value'

/** Starts the app with an emulator in this page in place of a gateway. */
export async function startDemo(): Promise<void> {
  // Tabs keep what they store by origin, on which there may be several demos.
  const story = tabValue(`portdeck-demo.story:${basePath}`, storySchema)
  const signedIn = tabValue(`portdeck-demo.session:${basePath}`, signedInSchema)
  const emulator = await openTabEmulator(story, Date.now)
  const transport = createDemoTransport({ emulator: emulator.fetch, signedIn, now: Date.now })
  mount({ transport, demoControls: <DemoControls emulator={emulator} /> })
}
