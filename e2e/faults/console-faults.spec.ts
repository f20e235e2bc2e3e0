import type { Page } from '@playwright/test'
import { createServer } from 'node:net'
import type { FaultRule } from '../../emulator/faults/rules'
import type { ConsoleDouble } from '../support/console-double'
import { planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { untilFetched } from '../support/parts'
import { editorOf, expectSettled, openPorts, switchOf } from '../support/ports-page'
import { portsPath } from '../support/world'

test.use({
  provokesFailures: true,
  gatewaySettings: {
    // What is silent for half a minute otherwise.
    READ_TIMEOUT_SECONDS: '2',
    WRITE_TIMEOUT_SECONDS: '2',
    STOP_SECONDS: '1',
    SESSION_SECRET: 'the same one before and after a restart',
  },
})

/** A failure between gateway and console: how it starts and ends, and what the page says. */
interface Trouble {
  begin: (rainbond: ConsoleDouble) => Promise<() => Promise<void>>
  words: RegExp
}

const ruled =
  (...rules: FaultRule[]): Trouble['begin'] =>
  async (rainbond) => {
    await rainbond.fail(...rules)
    return () => rainbond.fail()
  }

const restarted: Trouble['begin'] = async (rainbond) => {
  await rainbond.goDown()
  return () => rainbond.comeBack()
}

/** Replaces the console by a server that does not speak HTTP. */
const replaced: Trouble['begin'] = async (rainbond) => {
  await rainbond.goDown()
  const stranger = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.write(Buffer.from([0, 255, 22, 3, 1, 0, 42, 10, 13]), () => socket.destroy())
  })
  await new Promise<void>((resolve) =>
    stranger.listen(Number(new URL(rainbond.url).port), '127.0.0.1', resolve),
  )
  return async () => {
    await new Promise((resolve) => stranger.close(resolve))
    await rainbond.comeBack()
  }
}

const read = { method: 'GET', path: '**/services/*/ports' } as const
const write = { method: 'PUT' } as const

const ofReads: Record<string, Trouble> = {
  'a reset': { begin: ruled({ fault: 'connection-reset', ...read }), words: /was cut off/ },
  'half an answer': { begin: ruled({ fault: 'cut-json', ...read }), words: /was cut off/ },
  silence: { begin: ruled({ fault: 'timeout', ...read }), words: /The response timed out/ },
  'a page of HTML': { begin: ruled({ fault: 'html', ...read }), words: /A web page came/ },
  'a wrong shape': { begin: ruled({ fault: 'wrong-shape', ...read }), words: /The field .*container_port/ },
  'a restart': { begin: restarted, words: /can’t reach the Rainbond console/ },
  'bytes that are no HTTP': { begin: replaced, words: /was cut off/ },
}

const ofWrites: Record<string, Trouble> = {
  'a lost answer': {
    begin: ruled({ fault: 'lost-answer', ...write, count: 1 }, { fault: 'connection-reset', ...read }),
    words: /was cut off/,
  },
  'half an answer': {
    begin: ruled({ fault: 'cut-json', ...write, count: 1 }, { fault: 'cut-json', ...read }),
    words: /was cut off/,
  },
  silence: {
    begin: ruled({ fault: 'timeout', ...write }, { fault: 'timeout', ...read }),
    words: /The response timed out/,
  },
  'a restart': { begin: restarted, words: /can’t reach the Rainbond console/ },
  'bytes that are no HTTP': { begin: replaced, words: /was cut off/ },
}

const note = (page: Page) => page.getByRole('alert')

/** Longer than the longest wait before a failed read is repeated. */
const untilTriedAgain = '00:31'

test.beforeEach(async ({ page }) => {
  await page.clock.install()
})

test('a failing first read is explained, and the ports appear by themselves afterwards', async ({
  page,
  rainbond,
}) => {
  for (const [name, { begin, words }] of Object.entries(ofReads)) {
    await test.step(name, async () => {
      const end = await begin(rainbond)
      await page.goto(portsPath('web'))
      await expect(note(page)).toContainText(words)
      await expect(note(page)).toContainText('retries automatically')
      await end()
      await page.clock.fastForward(untilTriedAgain)
      await expect(switchOf(page, 'Internal', 8080)).toBeVisible()
      await expect(note(page)).toBeHidden()
    })
  }
})

test('every list, picker and log recovers by itself', async ({ page, rainbond }) => {
  const lists: Record<string, string> = {
    '/teams': '**/teams',
    '/teams/shop/regions': '**/regions',
    '/teams/shop/regions/east/apps': '**/apps',
    '/teams/shop/regions/east/apps/1/services': '**/services',
  }
  for (const [path, route] of Object.entries(lists)) {
    await rainbond.fail({ fault: 'crash', method: 'GET', path: route })
    await page.goto(path)
    await expect(note(page)).toContainText('couldn’t be loaded')
    await rainbond.fail()
    await page.clock.fastForward(untilTriedAgain)
    await expect(page.getByRole('main').getByRole('cell').first()).toBeVisible()
    await expect(note(page)).toBeHidden()
  }

  await openPorts(page, 'web')
  await rainbond.fail({ fault: 'html', path: '**/events' }, { fault: 'html', path: '**/domains' })
  await page.getByRole('button', { name: 'Refresh', exact: true }).click()
  await expect(page.getByText(/rules couldn’t be read/)).toBeVisible()
  await page.getByRole('button', { name: 'Operation log', exact: true }).click()
  const log = page.getByRole('dialog')
  await expect(log.getByRole('alert')).toContainText('The operation log couldn’t be read')
  await rainbond.fail()
  await page.clock.fastForward(untilTriedAgain)
  await expect(log.getByRole('listitem').first()).toBeVisible()
  await expect(log.getByRole('alert')).toBeHidden()
  await expect(page.getByText(/rules couldn’t be read/)).toBeHidden()
})

test('ports and typed values stay until the ports can be read again', async ({ page, rainbond, context }) => {
  await openPorts(page, 'web')
  const { editAlias, alias } = editorOf(page, 8080)
  await editAlias.click()
  await alias.fill('WEB_TYPED')
  const refresh = page.getByRole('button', { name: 'Refresh', exact: true })

  await rainbond.goDown()
  await refresh.click()
  await expect(note(page)).toContainText(/can’t reach the Rainbond console/)
  await expect(page.getByText('Couldn’t refresh.')).toBeVisible()
  await expect(alias).toHaveValue('WEB_TYPED')
  await rainbond.comeBack()
  await rainbond.change('web', 8081, { action: 'open_inner' })
  await page.clock.fastForward(untilTriedAgain)
  await expect(switchOf(page, 'Internal', 8081)).toBeChecked()
  await expect(note(page)).toBeHidden()

  await context.setOffline(true)
  await refresh.click()
  await expect(note(page)).toContainText(/Can’t connect to Portdeck/)
  await rainbond.change('web', 8081, { action: 'close_inner' })
  // The browser reports the network, so nothing has to wait.
  await context.setOffline(false)
  await expect(switchOf(page, 'Internal', 8081)).not.toBeChecked()
  await expect(note(page)).toBeHidden()
  await expect(alias).toHaveValue('WEB_TYPED')
})

test('a failing change is explained, and its outcome appears by itself afterwards', async ({
  page,
  rainbond,
}) => {
  await openPorts(page, 'web')
  const inner = switchOf(page, 'Internal', 8081)
  for (const [name, { begin, words }] of Object.entries(ofWrites)) {
    await test.step(name, async () => {
      await rainbond.fail()
      const end = await begin(rainbond)
      await inner.click()
      await expect(inner).toHaveAccessibleDescription(words)
      await expect(inner).not.toHaveAttribute('aria-busy', 'true')
      await expect(note(page)).toContainText('Couldn’t refresh')

      await end()
      await rainbond.fail()
      await page.clock.fastForward(untilTriedAgain)
      await expect(note(page)).toBeHidden()
      const port = await rainbond.port('web', 8081)
      await expectSettled(inner, port?.is_inner_service ?? false)
    })
  }
  const isOn = await inner.isChecked()
  await inner.click()
  await expectSettled(inner, !isOn)
})

test.describe('fetched ahead', () => {
  test.use({ fetchesAhead: true })

  test('an open page survives a restart of the gateway', async ({ page, gateway }) => {
    await openPorts(page, 'web')
    const { editAlias, alias } = editorOf(page, 8080)
    await editAlias.click()
    await alias.fill('WEB_TYPED')

    await untilFetched(page, ['NoticeStack'])
    await gateway.goDown()
    await switchOf(page, 'Internal', 8081).click()
    await expect(switchOf(page, 'Internal', 8081)).toHaveAccessibleDescription(/Can’t connect to Portdeck/)
    await expect(note(page)).toContainText('Couldn’t refresh')
    await gateway.comeBack()
    await page.clock.fastForward(untilTriedAgain)
    await expect(note(page)).toBeHidden()

    await switchOf(page, 'Internal', 8081).click()
    await expectSettled(switchOf(page, 'Internal', 8081), true)
    await expect(alias).toHaveValue('WEB_TYPED')
    await alias.press('Enter')
    await planOf(page).run.click()
    await expect(alias).toBeHidden()
  })
})
