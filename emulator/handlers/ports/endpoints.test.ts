import { describe, expect, test } from 'vitest'
import { askRecorded, pathOf } from '../../recorded/ask-recorded'
import { recordedSeed } from '../../recorded/read-recorded'

async function openOuter(endpoints: readonly string[], action = 'open_outer') {
  const services = recordedSeed.services.map((row) =>
    row.service_cname === 'legacy-erp' ? { ...row, endpoints: [...endpoints] } : row,
  )
  const { ask } = askRecorded({ seed: { ...recordedSeed, services } })
  return ask('PUT', pathOf('legacy-erp', '/ports/8080'), { body: { action } })
}

describe('opening a third-party component outside', () => {
  test.each([[[]], [['10.0.0.9:8080', '10.0.0.8:8080']], [['https://erp.acme.test:443']]])(
    'succeeds with %j',
    async (endpoints) => {
      expect((await openOuter(endpoints)).status).toBe(200)
    },
  )

  test.each([
    [['10.0.0.9:80', '10.0.0.9:80'], 'Multiple instances of the same address are not allowed'],
    [['a.acme.test', 'b.acme.test'], 'do not support multi domain endpoint'],
    [['a.acme.test', '10.0.0.9'], 'do not support multi domain endpoint'],
    [['10.0.0.999:80'], ['10.0.0.999 must be a valid IP address']],
    [['127.0.0.1:80'], ['127.0.0.1 may not be in the loopback range (127.0.0.0/8)']],
    [['0.0.0.0'], ['0.0.0.0 may not be unspecified (0.0.0.0)']],
  ])('is refused with %j', async (endpoints, msg) => {
    for (const action of ['open_outer', 'only_open_outer', 'close_outer']) {
      expect(await openOuter(endpoints, action)).toMatchObject({ status: 400, body: { code: 400, msg } })
    }
  })

  test('endpoints are checked only for outer actions', async () => {
    expect((await openOuter(['nonsense'], 'close_inner')).status).toBe(200)
  })
})
