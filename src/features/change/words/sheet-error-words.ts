import type { ComponentName } from '../../../domain/sheet/sheet'
import type { SheetError } from '../../../domain/sheet/sheet-error'
import { joinSentences } from '../../../i18n/join-sentences'
import type { Translate } from '../../../i18n/translate'

type Problem = SheetError['problem']

/** Says what is wrong with a text of a sheet, and what was probably meant. */
export function sheetErrorWords(
  t: Translate<'sheet'>,
  editing: Translate<'editing'>,
  problem: Problem,
): string {
  const nearest = 'nearest' in problem ? problem.nearest : null
  return joinSentences([
    problemWords(t, editing, problem),
    nearest === null ? undefined : t('nearest', { nearest }),
  ])
}

function problemWords(t: Translate<'sheet'>, editing: Translate<'editing'>, problem: Problem): string {
  switch (problem.kind) {
    case 'too-long':
    case 'too-many-rows':
      return t(`errors.${problem.kind}`, { most: String(problem.most) })
    case 'unknown-version':
      return t('errors.unknown-version', { known: problem.known })
    case 'duplicate-field':
    case 'duplicate-row':
      return t(`errors.${problem.kind}`, { line: String(problem.firstLine) })
    case 'other-id':
    case 'other-internal-domain':
      return t(`errors.${problem.kind}`, { line: String(problem.otherLine) })
    case 'missing-field':
      return t('errors.missing-field', { field: problem.field })
    case 'cell-count':
      return t('errors.cell-count', { found: problem.found, expected: String(problem.expected) })
    case 'wrong-type':
      return t(`errors.wrong-type.${problem.expected}`)
    case 'unknown-value':
      return t('errors.unknown-value', { choices: problem.choices.join(', ') })
    case 'ambiguous-component':
      return t('errors.ambiguous-component', { candidates: problem.candidates.map(nameOf).join(', ') })
    case 'other-name':
      return t('errors.other-name', { named: nameOf(problem.named) })
    case 'incomplete-port':
      return t('errors.incomplete-port', { fields: problem.fields.join(', ') })
    case 'alias':
      return editing(`alias.${problem.problem}`)
    case 'internal-domain':
      return editing(`domain.${problem.problem}`)
    case 'syntax':
    case 'open-quote':
    case 'text-after-quote':
    case 'no-version':
    case 'unknown-field':
    case 'stray-cell':
    case 'not-a-port':
    case 'unknown-app':
    case 'unknown-component':
    case 'ports-unknown':
    case 'port-twice':
    case 'external-without-internal':
      return t(`errors.${problem.kind}`)
  }
}

function nameOf({ app, component, componentId }: ComponentName): string {
  return `${app} / ${component} (${componentId})`
}
