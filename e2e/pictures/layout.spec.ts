import { expect, test } from '../support/fixtures'
import { blockText } from './block-font'
import { changes } from './changes'
import { schemes, sizes } from './looks'
import { pages } from './pages'
import { addStyle, type Scene } from './scene'
import { open, testInEachLanguage } from './test-scenes'
import { tools } from './tools'

// Compares pages with their pictures in e2e/pictures/baseline/, in which every character is a block (docs/pictures.md).
// Half the size is enough to see a shift by two pixels.

test.use({ bypassCSP: true, deviceScaleFactor: 0.5 })

const compared: Record<string, Scene> = {
  'sign-in': pages['sign-in'],
  teams: pages.teams,
  clusters: pages.clusters,
  apps: pages.apps,
  components: pages.components,
  ports: pages.ports,
  'ports-many': pages['ports-many'],
  'ports-none': pages['ports-none'],
  'page-not-found': pages['page-not-found'],
  'add-port': tools['add-port'],
  'plan-delete': changes['plan-delete'],
}

for (const [name, scene] of Object.entries(compared)) {
  testInEachLanguage(name, scene, async (page, language) => {
    await addStyle(page, blockText)
    for (const size of sizes) {
      await page.setViewportSize(size)
      await open(page, scene)
      // The pickers are loaded on their own.
      if (!scene.signedOut) await expect(page.locator('header nav :is(input, button)').first()).toBeVisible()
      await page.waitForLoadState('networkidle')
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme })
        await expect
          .soft(page)
          .toHaveScreenshot([name, `${size.width}-${colorScheme}-${language}.png`], { scale: 'device' })
      }
    }
  })
}
