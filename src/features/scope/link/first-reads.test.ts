import { afterEach, expect, test, vi } from 'vitest'
import { createQueryClient } from '../../../api/query-client'
import { sessionQuery } from '../../../api/resources/session'
import { teamsQuery } from '../../../api/resources/teams'
import { firstReads } from './first-reads'
import { prefetchLink } from './link-loader'

afterEach(() => {
  vi.unstubAllGlobals()
})

test.each([
  '/',
  '/teams',
  '/teams/shop',
  '/teams/shop/regions',
  '/teams/%E5%B9%B3%20/regions/east/apps',
  '/teams/shop/regions/east/apps/1/services',
  '/teams/shop/regions/east/apps/by%20name/services',
  '/teams/shop/regions/east/apps/1/services/gr1%2F/ports',
  '/teams/shop/regions/east/apps/by%20name/services/gr1/ports',
  '/teams/shop/regions/east/ports',
  '/teams/shop/regions/east/apps/1/ports',
  '/teams/shop/regions/east/exposure',
  '/nowhere',
])('%s reads first what the app asks for before anything is answered', async (pathname) => {
  const sent: string[] = []
  vi.stubGlobal('fetch', (path: string) => {
    sent.push(path)
    return new Promise(() => undefined)
  })
  const client = createQueryClient()
  void client.query(sessionQuery()).catch(() => undefined)
  prefetchLink(client, pathname)
  // These pages ask for the teams to choose from once they are shown.
  if (['/', '/teams'].includes(pathname)) void client.query(teamsQuery()).catch(() => undefined)
  await vi.waitFor(() => expect(sent.sort()).toEqual(firstReads(pathname).sort()))
})
