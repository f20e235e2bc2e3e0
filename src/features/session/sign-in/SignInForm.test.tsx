// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Surroundings } from '../../../components/testing/Surroundings'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createQueryClient } from '../../../api/query-client'
import { createSessionLife } from '../session-life'
import { SignInForm } from './SignInForm'
import { SessionLifeContext, useWorker } from '../use-session'

const fetchDouble = vi.fn<typeof fetch>()
const person = userEvent.setup()

function Worker() {
  return <output>{useWorker()?.nick_name ?? 'nobody'}</output>
}

beforeEach(() => {
  vi.stubGlobal('fetch', fetchDouble)
  const client = createQueryClient()
  render(
    <Surroundings>
      <QueryClientProvider client={client}>
        <SessionLifeContext value={createSessionLife(client, null)}>
          <SignInForm demoToken={null} />
          <Worker />
        </SessionLifeContext>
      </QueryClientProvider>
    </Surroundings>,
  )
})
afterEach(() => {
  cleanup()
  fetchDouble.mockReset()
  vi.unstubAllGlobals()
})

const field = () => screen.getByLabelText<HTMLInputElement>('Access token')
const refusal = (status: number, error: object) =>
  fetchDouble.mockResolvedValueOnce(Response.json({ error: { requestId: 'r-1', ...error } }, { status }))
const submit = async (token: string) => {
  await person.type(field(), token)
  await person.click(screen.getByRole('button', { name: 'Sign in' }))
}

test.each([
  ['a wrong token', 401, { kind: 'unauthenticated' }, /rejected this token/],
  ['the licence', 401, { kind: 'licence' }, /licence is missing or has expired.*r-1/],
  ['the console', 502, { kind: 'upstream' }, /no valid response from the Rainbond console.*r-1/],
  ['a silent console', 504, { kind: 'timeout' }, /couldn’t check this token.*r-1/],
  [
    'a certificate',
    502,
    { kind: 'upstream', reason: 'unreachable', detail: 'The certificate of console.test has expired.' },
    /can’t reach the Rainbond console.*Portdeck’s server says: The certificate of console.test has expired.*r-1/,
  ],
  [
    'a console at an address',
    502,
    { kind: 'upstream', reason: 'unreachable', detail: '10.0.0.7 refused the connection.' },
    /can’t reach the Rainbond console.*Portdeck’s server says: 10\.0\.0\.7 refused the connection.*r-1/,
  ],
  [
    'a busy console',
    503,
    { kind: 'upstream', retryAfter: 30, detail: 'The console is busy and asked Portdeck to wait.' },
    /no valid response.*console is busy.*r-1/,
  ],
  ['too many attempts', 429, { kind: 'throttled', retryAfter: 30 }, /Try again in 30 seconds.*r-1/],
  ['anything else', 500, { kind: 'crash' }, /had an internal error.*r-1/],
])('%s is shown beside the field, and the typed text stays', async (_name, status, error, words) => {
  refusal(status, error)
  await submit('my-token')
  await vi.waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(words))
  expect(field().value).toBe('my-token')
  expect(field().getAttribute('aria-invalid')).toBe('true')
  expect(document.activeElement).toBe(field())
  expect(field().getAttribute('aria-describedby')).toBe(screen.getByRole('alert').id)
})

test('nothing is sent for an empty field', async () => {
  await submit('  ')
  expect(screen.getByRole('alert').textContent).toBe('Paste your access token first.')
  expect(fetchDouble).not.toHaveBeenCalled()
})

test('a token is sent without the blanks around it, and then somebody is signed in', async () => {
  fetchDouble.mockResolvedValueOnce(
    Response.json({
      user: { user_id: 1, nick_name: 'ada' },
      console: null,
      demo: false,
      demoToken: null,
      readOnly: false,
    }),
  )
  await submit('  my-token ')
  expect(await screen.findByText('ada')).toBeDefined()
  expect(fetchDouble.mock.calls[0]?.[1]?.body).toBe('{"token":"my-token"}')
})

test('a browser that keeps no cookie is named as the cause', async () => {
  const answer = { console: null, demo: false, demoToken: null, readOnly: false }
  fetchDouble.mockResolvedValueOnce(Response.json({ ...answer, user: { user_id: 1, nick_name: 'ada' } }))
  fetchDouble.mockResolvedValueOnce(Response.json({ ...answer, user: null }))
  await submit('my-token')
  await vi.waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/blocks cookies/))
  expect(screen.getByText('nobody')).toBeDefined()
})

test('the token can be looked at', async () => {
  expect(field().type).toBe('password')
  await person.click(screen.getByRole('button', { name: 'Show the token' }))
  expect(field().type).toBe('text')
})
