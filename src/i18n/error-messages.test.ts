import { expect, test } from 'vitest'
import { errorKinds } from '../api/errors/errors'
import { errorsEn } from './messages/errors.en'
import { errorsZh } from './messages/errors.zh'

test.each(errorKinds)('%s has a message in each language, which also says what to do', (kind) => {
  // What happened and what it means, then what to do: two sentences, or two halves of one.
  expect(errorsEn[kind].split(/[.:;] /).length).toBeGreaterThanOrEqual(2)
  expect(errorsZh[kind].split(/[。；，：]/).filter(Boolean).length).toBeGreaterThanOrEqual(2)
})
