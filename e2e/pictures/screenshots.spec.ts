import { test } from '../support/fixtures'
import { changes } from './changes'
import { languages, schemes, sizes } from './looks'
import { pages } from './pages'
import type { Scene } from './scene'
import { open } from './test-scenes'
import { tools } from './tools'

// Takes screenshots of every page, dialog and state of the demo for people: test-results/screenshots.
// It only asserts that each state is reached.

test.use({
  embeddedDemo: true,
  provokesFailures: true,
  trace: 'off',
  gatewaySettings: { SESSION_SECRET: 'sessions survive the restart of the demo' },
})

// Scenes change the demo.
test.beforeEach(async ({ gateway }) => {
  await gateway.goDown()
  await gateway.comeBack()
})

const scenes: Record<string, Scene> = { ...pages, ...changes, ...tools }

for (const [language, locale] of Object.entries(languages))
  for (const viewport of sizes)
    for (const [name, scene] of Object.entries(scenes))
      test.describe(`${language} ${viewport.width}`, () => {
        test.use({ locale, viewport, signedIn: scene.signedOut !== true })

        test(name, async ({ page }) => {
          await open(page, scene)
          for (const colorScheme of schemes) {
            await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
            const file = `${name}.${viewport.width}.${colorScheme}.${language}.png`
            await page.screenshot({ path: `test-results/screenshots/${file}` })
          }
        })
      })
