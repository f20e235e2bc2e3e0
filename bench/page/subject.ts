import type { Browser, CDPSession, Page } from '@playwright/test'
import type { Subject as Name } from '../report/results'
import { openPage, portsAddress, setStage } from './stage'

/** A page with a grid of ports, and where in it is what the bench touches. */
export interface Subject {
  name: Name
  page: Page
  session: CDPSession
  close: () => Promise<void>
  grid: string
  /** The element that scrolls; null for the page itself. */
  scroller: string | null
  filter: string
  /** The cells with the number of a port. */
  numbers: string
  /** The switch for internal access in the row of a port. */
  switchOf: (port: number) => string
  /** The cell around that switch. */
  cellOf: (port: number) => string
}

const ariaGrid = { grid: '[role="grid"]', numbers: '[role="rowheader"]', scroller: null }
const ariaSwitch = (port: number) => `[role="switch"][aria-label="Internal access, port ${port}"]`

/** The number of the first port of a scale seed. */
export const firstPort = 8000

/** Opens Portdeck's page of one component. */
async function openPortdeck(browser: Browser, ports: number): Promise<Subject> {
  const stage = await setStage(browser, { components: 1, portsPerComponent: ports })
  await stage.page.goto(portsAddress(stage))
  return {
    ...ariaGrid,
    name: 'portdeck',
    page: stage.page,
    session: stage.session,
    close: () => stage.close(),
    filter: 'input[aria-label="Filter ports"]',
    switchOf: ariaSwitch,
    cellOf: (port) => `[role="gridcell"]:has(${ariaSwitch(port)})`,
  }
}

/** Opens the page of a rival. */
async function openRival(browser: Browser, name: 'dom' | 'ag-grid', url: string, ports: number) {
  const { context, page, session } = await openPage(browser)
  await page.goto(`${url}/${name}/index.html?ports=${ports}`)
  return { name, page, session, close: () => context.close(), filter: '#filter' }
}

async function openDom(browser: Browser, url: string, ports: number): Promise<Subject> {
  return {
    ...ariaGrid,
    ...(await openRival(browser, 'dom', url, ports)),
    switchOf: ariaSwitch,
    cellOf: (port) => `[role="gridcell"]:has(${ariaSwitch(port)})`,
  }
}

async function openAgGrid(browser: Browser, url: string, ports: number): Promise<Subject> {
  const cellOf = (port: number) => `[row-id="${port}"] [col-id="inner"]`
  return {
    ...(await openRival(browser, 'ag-grid', url, ports)),
    grid: '#grid',
    scroller: '.ag-grid-viewport',
    numbers: '[role="gridcell"][col-id="port"]',
    switchOf: (port) => `${cellOf(port)} input`,
    cellOf,
  }
}

/** Opens all three with as many ports, each in a process of its own, and waits until they show them. */
export async function openSubjects(browser: Browser, rivalsUrl: string, ports: number): Promise<Subject[]> {
  const subjects = [
    await openDom(browser, rivalsUrl, ports),
    await openAgGrid(browser, rivalsUrl, ports),
    await openPortdeck(browser, ports),
  ]
  for (const { page, switchOf } of subjects) await page.locator(switchOf(firstPort)).waitFor()
  return subjects
}
