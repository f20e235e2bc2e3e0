// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it, test, vi } from 'vitest'
import type { Port } from '../../../api/contract/port'
import { aPort } from '../../change/testing/fake-effects'
import { aCluster, aWorld, type World } from '../testing/a-cluster'
import { ImportDialog } from './ImportDialog'
import { mostBytes } from './use-sheet-import'

// A document without layout has no heights.
for (const name of ['offsetHeight', 'clientHeight'] as const)
  vi.spyOn(HTMLElement.prototype, name, 'get').mockImplementation(function (this: HTMLElement) {
    return this.getAttribute('role') === 'listitem' ? 40 : 600
  })

afterEach(cleanup)

function open(world?: World, dropped: File | null = null) {
  const cluster = aCluster(world)
  const onClose = vi.fn()
  const dialog = (file: File | null) => (
    <ImportDialog isOpen place={cluster.place} placeName="R1" dropped={file && { file }} onClose={onClose} />
  )
  const { rerender } = render(dialog(dropped), { wrapper: cluster.wrapper })
  return { ...cluster, onClose, drop: (file: File) => rerender(dialog(file)) }
}

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Sheet' })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

function paste(lines: readonly string[]) {
  fireEvent.change(field(), { target: { value: ['portdeck,1', ...lines].join('\n') } })
}

function compare(...lines: string[]) {
  paste(lines)
  press('Compare')
}

const items = async (list: string) =>
  within(await screen.findByRole('list', { name: list }))
    .getAllByRole('listitem')
    .map((item) => item.textContent)

/** What is said of the comparison, once it is there. */
const counts = async () => {
  await screen.findByRole('button', { name: 'Back to the sheet' })
  return screen.getByRole('status').textContent
}

it('says what is wrong with a sheet by line and text, and keeps the text to be mended there', async () => {
  const { portsAsked } = open()
  compare('component,port,internal', 'web,80,yes', 'web,81,maybe')
  expect(await items('Errors of the sheet')).toEqual([
    expect.stringMatching(/^Line 4, column 8.*Possible: yes, no\..*web,81,maybe$/),
  ])
  expect(screen.getByText('maybe', { selector: 'mark' })).toBeDefined()
  expect(portsAsked()).toEqual([])

  press('Line 4, column 8')
  expect(document.activeElement).toBe(field())
  expect(field().value.slice(field().selectionStart, field().selectionEnd)).toBe('maybe')
  fireEvent.change(field(), { target: { value: field().value.replace('maybe', 'yes') } })
  press('Compare')
  expect(await counts()).toContain('1 port changes')
})

it('tells a component that is not there before anything of the others is read', async () => {
  const { portsAsked } = open()
  compare('component,port', 'web,80', 'wbe,80')
  expect(await items('Errors of the sheet')).toEqual([expect.stringContaining('Did you mean “web”?')])
  expect(portsAsked()).toEqual([])
})

it('reads only the components that the sheet names, and shows each cell that differs', async () => {
  const { portsAsked } = open()
  compare(
    'componentId,component,port,protocol,alias,internal,external',
    'web,,80,http,WEB80,yes,yes',
    'web,,81,,,no,no',
    'web,,90,grpc,,yes,no',
  )
  expect(await items('Differences')).toEqual([
    'shop / web1 port the same',
    'Port 80ChangesExternal:Closed→Open',
    'Port 90AddedProtocol:grpcInternal:OpenExternal:Closed',
  ])
  expect(portsAsked()).toEqual(['web'])
  expect(await counts()).toBe('1 port changes1 added1 opens externally1 the same1 left alone')
})

it('lists the ports that the sheet leaves alone, and tells components that were matched by name', async () => {
  open()
  compare('component,port,internal', 'web,81,yes', 'api,80,no')
  expect(await counts()).toContain('2 components matched by name')
  expect(await items('Differences')).toContain('shop / webMatched by name')
  expect(screen.queryByRole('list', { name: 'Ports left alone' })).toBeNull()
  press('2 ports that the sheet doesn’t name are left alone')
  expect(await items('Ports left alone')).toEqual(['shop / web80, 82'])
})

it('deletes what the sheet doesn’t name only where it asks for that', async () => {
  open()
  compare('missing,delete', 'component,port', 'web,80')
  expect(await items('Differences')).toEqual([
    expect.stringContaining('shop / web'),
    'Port 81Deleted',
    'Port 82Deleted',
  ])
})

it('says plainly that there is nothing to change', async () => {
  open()
  compare('component,port,internal', 'web,80,yes', 'api,80,no')
  expect(await counts()).toContain('Nothing to change')
  expect(screen.queryByRole('button', { name: /^Review/ })).toBeNull()
  press('Back to the sheet')
  expect(field().value).toContain('web,80,yes')
})

const many = (count: number): Port[] => Array.from({ length: count }, (_, at) => aPort(1000 + at))

it('stops a sheet that opens suspiciously many ports, until somebody says that it is the right one', async () => {
  const { engine } = open(new Map([['web', many(20)]]))
  compare('component,port,external', ...many(11).map((port) => `web,${String(port.container_port)},yes`))
  await counts()
  expect(screen.getByText('This sheet opens 11 of 20 ports to external access.')).toBeDefined()
  const review = screen.getByRole('button', { name: 'Review 11 ports' })
  expect(review.getAttribute('aria-disabled')).toBe('true')
  fireEvent.click(review)
  expect(engine.reviews.current()).toBeNull()
  fireEvent.click(screen.getByRole('checkbox', { name: 'It is the right sheet' }))
  fireEvent.click(review)
  await waitFor(() => expect(engine.reviews.current()?.parts).toHaveLength(1))
})

it('names what couldn’t be read, and reads only that again', async () => {
  const { refused, portsAsked } = open()
  refused.add('apps/1/services/api/ports')
  compare('component,port,internal', 'web,81,yes', 'api,80,yes')
  expect(await screen.findByText('The ports of api in shop')).toBeDefined()
  expect(field().value).toContain('api,80,yes')
  refused.clear()
  press('Try again')
  expect(await items('Differences')).toHaveLength(4)
  expect(portsAsked().sort()).toEqual(['api', 'api', 'web'])
})

it('asks for all of it in one review, and keeps text and differences when that is left', async () => {
  const { engine, onClose } = open()
  compare('component,port,internal', 'web,81,yes', 'api,80,yes')
  await counts()
  press('Review 2 ports')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(
    engine.reviews.current()?.parts.map(({ target, plan }) => [target.ref.component, plan.steps]),
  ).toEqual([
    ['web', [expect.objectContaining({ port: 81 })]],
    ['api', [expect.objectContaining({ port: 80 })]],
  ])
  act(() => engine.reviews.answer('cancel'))
  expect(await items('Differences')).toHaveLength(4)
  press('Back to the sheet')
  expect(field().value).toContain('web,81,yes')
  expect(onClose).not.toHaveBeenCalled()
})

test('a dropped file is compared at once, and what it replaces can be restored', async () => {
  const { drop } = open()
  paste(['component,port', 'web,80'])
  drop(new File(['\uFEFFportdeck,1\r\ncomponent,port,internal\r\nweb,81,yes\r\n'], 'ports.csv'))
  expect(await counts()).toContain('1 port changes')
  press('Back to the sheet')
  expect(screen.getByText('From ports.csv.')).toBeDefined()
  press('Restore text')
  expect(field().value).toBe('portdeck,1\ncomponent,port\nweb,80')
})

test('a file that is too large is refused before it is read', async () => {
  const file = new File(['portdeck,1'], 'large.csv')
  const read = vi.spyOn(file, 'arrayBuffer')
  Object.defineProperty(file, 'size', { value: mostBytes + 1 })
  open(aWorld(), file)
  expect((await screen.findByRole('alert')).textContent).toContain('at most 90 MB')
  expect(read).not.toHaveBeenCalled()
})

test('a workbook is no sheet', async () => {
  open(
    aWorld(),
    new File([new Uint8Array([0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8, 0, 0, 0, 0x21, 0])], 'ports.xlsx'),
  )
  expect((await screen.findByRole('alert')).textContent).toContain('isn’t a text file')
})
