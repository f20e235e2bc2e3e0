import type { PlaywrightTestOptions } from '@playwright/test'
import { test } from '../support/fixtures'
import { changes } from './changes'
import { pages } from './pages'
import { tools } from './tools'

// Takes screenshots of every page, dialog and state of the demo for people: test-results/screenshots.
// It only asserts that each state is reached.

test.use({ embeddedDemo: true, provokesFailures: true, trace: 'off' })

const looks: Record<string, Partial<PlaywrightTestOptions>> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  zh: { locale: 'zh-CN' },
  phone: { viewport: { width: 390, height: 844 } },
  'phone-dark-zh': { viewport: { width: 390, height: 844 }, colorScheme: 'dark', locale: 'zh-CN' },
}

const scenes = { ...pages, ...changes, ...tools }

for (const [look, options] of Object.entries(looks)) {
  test.describe(look, () => {
    test.use(options)
    for (const signedOut of [true, false]) {
      test.describe(signedOut ? 'signed out' : 'signed in', () => {
        test.use({ signedIn: !signedOut })
        for (const [name, { path, arrange }] of Object.entries(scenes).filter(
          ([, scene]) => (scene.signedOut ?? false) === signedOut,
        )) {
          test(name, async ({ page }) => {
            await page.goto(path)
            if (arrange) await arrange(page)
            else await page.waitForLoadState('networkidle')
            await page.screenshot({ path: `test-results/screenshots/${name}.${look}.png` })
          })
        }
      })
    }
  })
}
