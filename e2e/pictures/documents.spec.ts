import { mkdirSync, statSync } from 'node:fs'
import { expect, test } from '../support/fixtures'
import { changes } from './changes'
import { startFilm } from './film'
import { pages } from './pages'
import { addStyle, outer, runButton, type Scene } from './scene'
import { open, testInEachLanguage } from './test-scenes'
import { tools } from './tools'

// Takes the pictures of the documents: docs/images (docs/pictures.md).

const folder = 'docs/images'
const kilobyte = 1000

// Linux has no font that all distributions have. These look like those of other systems.
const fonts = `:root { --mantine-font-family: Inter, 'Liberation Sans', 'Noto Sans CJK SC', system-ui, sans-serif }`

test.use({ bypassCSP: true, deviceScaleFactor: 2 })

test.beforeAll(() => {
  mkdirSync(folder, { recursive: true })
})

test.beforeEach(({ page }) => addStyle(page, fonts))

const wide = { width: 1200, height: 560 }

const pictures: Record<string, { scene: Scene; size: { width: number; height: number }; dark?: boolean }> = {
  ports: { scene: pages.ports, size: wide },
  'ports-dark': { scene: pages.ports, size: wide, dark: true },
  phone: { scene: pages.ports, size: { width: 390, height: 720 } },
  review: { scene: changes['plan-outer-on'], size: { width: 1200, height: 680 } },
  'add-port': { scene: tools['add-port'], size: { width: 1200, height: 680 } },
  undo: { scene: changes['undo-notice'], size: wide },
}

for (const [name, { scene, size, dark = false }] of Object.entries(pictures)) {
  testInEachLanguage(name, scene, async (page, language) => {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
    await open(page, scene)
    const path = `${folder}/${name}.${language}.webp`
    await page.screenshot({ path, type: 'webp', quality: 80, animations: 'disabled' })
    expect(statSync(path).size).toBeLessThanOrEqual(100 * kilobyte)
  })
}

test.describe('film', () => {
  test.use({ deviceScaleFactor: 1 })

  testInEachLanguage('change', pages.ports, async (page, language, rainbond) => {
    await page.setViewportSize({ width: 1100, height: 600 })
    await open(page, pages.ports)
    await rainbond.fail({ fault: 'slow', method: 'PUT', latencyMs: 900 })
    const dialog = page.getByRole('dialog')
    const film = await startFilm(page)

    await film.press(outer(page, 9113))
    await expect(runButton(page)).toBeVisible()
    await film.hold(2500)
    await film.press(runButton(page))
    await film.hold(900)
    await expect(dialog).toBeHidden()
    await expect(outer(page, 9113)).toBeChecked()
    await expect(outer(page, 9113)).not.toHaveAttribute('aria-busy', 'true')
    await film.hold(2500)

    await film.press(page.getByRole('button', { name: /^(Undo|撤销)$/ }).first())
    await expect(runButton(page)).toBeVisible()
    await film.hold(1800)
    await film.press(runButton(page))
    await expect(dialog).toBeHidden()
    await expect(outer(page, 9113)).not.toBeChecked()
    await expect(outer(page, 9113)).not.toHaveAttribute('aria-busy', 'true')
    await film.hold(2000)

    const path = `${folder}/change.${language}.webp`
    film.write(path)
    expect(statSync(path).size).toBeLessThanOrEqual(1500 * kilobyte)
  })
})
