// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core'
import { cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, test } from 'vitest'
import type { Change } from '../../../domain/impact/changes-made'
import type { Loss } from '../../../domain/undo/loss'
import { LanguageProvider } from '../../../i18n/LanguageProvider'
import { allMessages } from '../../../i18n/all-messages'
import type { Language, StartMessages } from '../../../i18n/language'
import { NoticeText } from '../notices/NoticeText'
import { PlanDifferences } from '../review/sections/PlanDifferences'
import { PlanLosses } from '../review/sections/PlanWarnings'
import type { Ending, Outcome, OutcomeFacts } from '../engine/outcome'
import { aTarget } from '../testing/fake-effects'

afterEach(cleanup)

const languages: { language: Language; messages: StartMessages }[] = [
  { language: 'en', messages: allMessages.en },
  { language: 'zh', messages: allMessages.zh },
]

/** Returns the rendered text in English and in Chinese. */
function shown(node: ReactNode): string[] {
  return languages.map((language) => {
    const { container, unmount } = render(
      <MantineProvider env="test" withCssVariables={false} withGlobalClasses={false}>
        <LanguageProvider {...language}>{node}</LanguageProvider>
      </MantineProvider>,
    )
    const text = container.textContent
    unmount()
    return text
  })
}

const noReturn = { kind: 'no-return', port: 80 } as const

const oldValues: [Loss, string, string][] = [
  [
    { ...noReturn, field: 'protocol', value: 'https' },
    'Port 80 had the protocol https, which Rainbond no longer accepts.',
    'Rainbond 已不再支持端口 80 原来的协议 https。',
  ],
  [
    { ...noReturn, field: 'alias', value: '' },
    'Port 80 had no alias; once one is set, it can’t be removed.',
    '端口 80 原来没有别名，设置后无法再清空。',
  ],
  [
    { ...noReturn, field: 'alias', value: 'old-alias' },
    'Port 80 had the alias old-alias, which Rainbond no longer accepts.',
    '端口 80 原来的别名 old-alias 不符合 Rainbond 现在的要求。',
  ],
  [
    { ...noReturn, field: 'alias', value: 'SAME' },
    'Port 80 had the alias SAME, which another port also has.',
    '端口 80 原来的别名 SAME 也被另一个端口使用。',
  ],
  [
    { ...noReturn, field: 'inner', value: false },
    'Internal access on port 80 can’t be closed again while external access is open.',
    '对外服务打开时，端口 80 的对内服务无法再次关闭。',
  ],
  [
    { ...noReturn, field: 'inner', value: true },
    'Internal access on port 80 can’t be opened again: the port has no alias, and none can be set.',
    '端口 80 的对内服务无法再次打开：它没有别名，也无法设置别名。',
  ],
  [
    { ...noReturn, field: 'outer', value: true },
    'External access on port 80 can’t be opened again as it was.',
    '端口 80 的对外服务无法再按原样打开。',
  ],
]

test.each(oldValues)('describes a value that cannot be restored: %o', (loss, english, chinese) => {
  const [inEnglish, inChinese] = shown(<PlanLosses losses={[loss]} />)
  expect(inEnglish).toContain(english)
  expect(inChinese).toContain(chinese)
})

test('calls an empty value none', () => {
  const alias = { kind: 'field', port: 80, field: 'alias', before: '', after: 'WEB' } as const
  expect(shown(<PlanDifferences differences={[alias]} isPlanned />)).toEqual([
    expect.stringContaining('The alias of port 80 was changed from none to WEB.'),
    expect.stringContaining('端口 80 的别名已从 无 改为 WEB。'),
  ])
  const domains: Loss = { kind: 'separate-internal-domains', internalDomains: ['', 'web'] }
  expect(shown(<PlanLosses losses={[domains]} />)).toEqual([
    expect.stringContaining('(none, web)'),
    expect.stringContaining('（无, web）'),
  ])
})

test('says that the plan was updated only if there is one', () => {
  const added = { kind: 'port-added', port: 8002 } as const
  const [planned] = shown(<PlanDifferences differences={[added]} isPlanned />)
  const [barred] = shown(<PlanDifferences differences={[added]} isPlanned={false} />)
  expect(planned).toContain('The plan has been updated')
  expect(barred).toContain('Port 8002 was added.')
  expect(barred).not.toContain('The plan')
})

describe('a notice', () => {
  function told(ending: Ending, facts: Partial<OutcomeFacts>) {
    const outcome: Outcome = {
      ...ending,
      ...{
        target: aTarget(),
        isUndo: false,
        desired: null,
        isOverruled: false,
        asDesiredAt: null,
        steps: [],
        changes: [],
        details: [],
      },
      ...{ unmet: [], leftAlone: [], undo: null, losses: [], ...facts },
    }
    return <NoticeText component="s1" outcome={outcome} direction={outcome.isUndo ? 'undo' : 'change'} />
  }

  const notice = (changes: readonly Change[]) => told({ kind: 'done' }, { changes })

  test('names an internal domain old to new, and says once that it takes effect later', () => {
    expect(
      shown(
        notice([
          { kind: 'alias', port: 80, alias: 'NEW' },
          { kind: 'internal-domain', before: ['web'], after: 'shop' },
          { kind: 'takes-effect-later' },
        ]),
      ),
    ).toEqual([
      'Port 80 now has the alias NEW. The internal domain was changed from web to shop. Takes effect when the components are next updated or restarted.',
      '端口 80 的别名已改为 NEW。内部域名已从 web 改为 shop。相关组件更新或重启后生效。',
    ])
  })

  test('names the addresses that closed', () => {
    const publicAddresses = ['http://a.test', 'http://b.test']
    expect(
      shown(
        notice([
          { kind: 'outer', port: 80, open: false },
          { kind: 'public-addresses-closed', port: 80, publicAddresses },
        ]),
      ),
    ).toEqual([
      'External access on port 80 is closed in Rainbond’s records. Also closed: http://a.test, http://b.test.',
      '端口 80 的对外服务在 Rainbond 的记录中已关闭。随之关闭的访问地址：http://a.test, http://b.test。',
    ])
  })

  test.each(['cluster', 'crash'] as const)(
    'says of a %s that was read back that the change did not take effect',
    (kind) => {
      const error = { kind, status: 500 }
      const readBack = told({ kind: 'refused', why: { reason: 'error', error } }, {})
      expect(shown(readBack)).toEqual([
        allMessages.en.errors.readBack[kind],
        allMessages.zh.errors.readBack[kind],
      ])
      const unread = told({ kind: 'unclear', error, isAnswered: false }, {})
      expect(shown(unread)).toEqual([
        `${allMessages.en.errors[kind]} ${allMessages.en.refusals.refused.notKnown}`,
        `${allMessages.zh.errors[kind]}${allMessages.zh.refusals.refused.notKnown}`,
      ])
    },
  )

  test('leaves it open whether a change went through when the fault was Portdeck’s own', () => {
    const error = { kind: 'crash', status: undefined } as const
    const [english] = shown(told({ kind: 'refused', why: { reason: 'error', error } }, {}))
    expect(english).toBe(allMessages.en.errors.crash)
  })

  test('says of an undo that was refused that it was not undone', () => {
    const refused: Ending = {
      kind: 'refused',
      why: { reason: 'unreachable', why: { reason: 'port-gone', port: 80 } },
    }
    expect(shown(told(refused, { isUndo: true }))).toEqual([
      expect.stringMatching(/^Couldn’t undo\. /),
      expect.stringMatching(/^未能撤销。/),
    ])
  })
})
