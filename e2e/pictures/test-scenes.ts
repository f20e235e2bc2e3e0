import type { Page } from '@playwright/test'
import { seedClock } from '../../emulator/seeds/build'
import { demoSeed, demoToken } from '../../emulator/seeds/demo'
import type { ConsoleDouble } from '../support/console-double'
import { test } from '../support/fixtures'
import { languages } from './looks'
import type { Scene } from './scene'

/** Brings a page into the state of a scene. */
export async function open(page: Page, { path, arrange }: Scene): Promise<void> {
  await page.goto(path)
  if (arrange) await arrange(page)
  else await page.waitForLoadState('networkidle')
}

/**
 * Declares a test in each language. Its page shows the demo's data at the time of the demo, from a console of its own, so
 * that no test sees what another one has changed.
 * @param look looks at the page, which is signed in unless `scene` is not
 */
export function testInEachLanguage(
  name: string,
  { signedOut = false }: Scene,
  look: (page: Page, language: string, rainbond: ConsoleDouble) => Promise<void>,
): void {
  for (const [language, locale] of Object.entries(languages))
    test.describe(language, () => {
      test.use({ locale, timezoneId: 'Asia/Shanghai', signedIn: false })

      test(name, async ({ page, rainbond, gatewayUrl }) => {
        await rainbond.start(demoSeed())
        await page.clock.setFixedTime(seedClock)
        if (!signedOut) {
          const headers = { Origin: gatewayUrl, 'X-Portdeck': '1' }
          await page.request.post('/session', { data: { token: demoToken }, headers })
        }
        await look(page, language, rainbond)
      })
    })
}
