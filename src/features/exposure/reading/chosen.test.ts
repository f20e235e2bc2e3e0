import { describe, expect, it } from 'vitest'
import { type Choice, chosenAddresses, pictureOf } from './chosen'
import type { ExposedAddress } from './exposure'

const all: Choice = { app: null, protocol: null, isRisky: false, text: '' }
const risk = { kind: 'database', name: 'MySQL' } as const

const address = (given: Partial<ExposedAddress> & { appId?: number; appName?: string }): ExposedAddress => {
  const { appId = 1, appName = 'shop', ...rest } = given
  return {
    ...{ id: 'x', publicAddress: 'http://www.acme.test', protocol: 'http', kind: 'http', custom: false },
    ...{ port: 80, risk: null, target: null, app: { ID: appId, group_name: appName } },
    ...rest,
  }
}

const web = address({})
const db = address({ protocol: 'tcp', publicAddress: '10.0.0.1:30306', port: 3306, risk })
const other = address({ appId: 2, appName: '运营后台 Back office', publicAddress: 'http://ops.acme.test' })

describe('chosen addresses', () => {
  it.each<[Partial<Choice>, ExposedAddress[]]>([
    [{}, [web, db, other]],
    [{ app: 1 }, [web, db]],
    [{ app: 1, protocol: 'tcp' }, [db]],
    [{ protocol: 'http' }, [web, other]],
    [{ isRisky: true }, [db]],
    [{ text: 'BACK ops' }, [other]],
    [{ text: '运营' }, [other]],
    [{ text: '3306' }, [db]],
    [{ text: 'mysql' }, [db]],
    [{ text: '　shop\u200b  tcp ' }, [db]],
    [{ text: 'shop nothing' }, []],
  ])('by %j', (choice, expected) => {
    expect(chosenAddresses([web, db, other], { ...all, ...choice })).toEqual(expected)
  })
})

describe('the picture', () => {
  it('counts by app and protocol, risky apps first', () => {
    const { protocols, apps } = pictureOf([other, other, web, db])
    expect(protocols).toEqual([
      { protocol: 'http', total: { count: 3, risky: 0 } },
      { protocol: 'tcp', total: { count: 1, risky: 1 } },
    ])
    expect(apps.map(({ id, total }) => [id, total])).toEqual([
      [1, { count: 2, risky: 1 }],
      [2, { count: 2, risky: 0 }],
    ])
    expect(apps[0]?.byProtocol.get('tcp')).toEqual({ count: 1, risky: 1 })
  })

  it('has larger apps first where none has a risk', () => {
    expect(pictureOf([web, other, other]).apps.map(({ id }) => id)).toEqual([2, 1])
  })
})
