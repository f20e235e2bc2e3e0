import { expect, test } from 'vitest'
import { errorKinds } from '../api/errors/errors'
import { errorsEn } from './messages/en/errors'
import { errorsZh } from './messages/zh/errors'

test.each(errorKinds)('the message of %s also says what to do, in both languages', (kind) => {
  // What happened and what it means, then what to do: two sentences, or two clauses.
  expect(errorsEn[kind].split(/[.:;] /).length).toBeGreaterThanOrEqual(2)
  expect(errorsZh[kind].split(/[。；，：]/).filter(Boolean).length).toBeGreaterThanOrEqual(2)
})
