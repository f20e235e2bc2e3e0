import fc from 'fast-check'
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { aPlan } from '../testing/a-shared-plan'
import { shareSpeech } from '../testing/share-speech'
import { shellScript } from './shell-script'

/** Runs a script in a real shell whose `curl` does nothing, and returns what it says. */
function said(script: string): { stdout: string; stderr: string } {
  const { stdout, stderr } = spawnSync(
    'sh',
    ['-c', script.replace('set -eu\n', 'set -eu\ncurl() { :; }\n')],
    {
      encoding: 'utf8',
      env: { RAINBOND_TOKEN: 'the token', RAINBOND_URL: 'http://console.test' },
    },
  )
  return { stdout, stderr }
}

describe('shellScript', () => {
  it('says first what it is about and how it is used', () => {
    expect(shellScript(aPlan(), shareSpeech('en')).split('set -eu')[0]).toBe(
      [
        '#!/bin/sh',
        '# Run 3 steps',
        '# Team: Platform',
        '# Cluster: R',
        '# Written: 2026-01-31 09:30 UTC',
        '# Note: Shop / orders: A health probe on port 8080, if there is one: it is turned off.',
        '#',
        '# Usage: RAINBOND_URL=… RAINBOND_TOKEN=… sh FILE',
        '# Needs curl 7.76 or later. The calls are sent in this order.',
        '# Stops at the first call that fails, with exit code 5. The exit code is 3 if a variable is missing.',
        '',
      ].join('\n'),
    )
  })

  it('names each step with its component, in the language of the person', () => {
    expect(said(shellScript(aPlan(), shareSpeech('zh'))).stdout.split('\n')).toEqual([
      '1. Shop / orders：关闭端口 8080 的对外服务（打开的端口无法删除）',
      '2. Shop / orders：关闭端口 8080 的对内服务（打开的端口无法删除）',
      '3. Shop / orders：删除端口 8080',
      '所有步骤均已完成。',
      '',
    ])
  })

  it('asks for no address of a console that is known', () => {
    const script = shellScript({ ...aPlan(), console: 'https://console.test/' }, shareSpeech('en'))
    expect(script).not.toContain('RAINBOND_URL')
    expect(script).toContain(' https://console.test/openapi/v1/')
  })

  it('never lets a name run, hide or break a line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (component, app) => {
        const plan = aPlan({ component: `c${component}`, app: `a${app}` })
        const { stdout, stderr } = said(shellScript({ ...plan, team: component }, shareSpeech('en')))
        expect(stderr).toBe('')
        expect(stdout.split('\n')).toHaveLength(5)
        expect(stdout).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
      }),
      {
        ...{ seed: 20261128, numRuns: 40 },
        examples: [["'\nPLAN\necho out $(id) `id`\n\u202E#", '\\n%s"$(echo out)\r\nexit 9']],
      },
    )
  })
})
