import type { Component } from '../../../api/contract/component'
import type { Exposure } from '../../../domain/impact/exposures'
import { isThirdParty, isUnfinished } from '../../../domain/model/component'
import { isOuterAction, type Step } from '../../../domain/model/step'
import { joinSentences } from '../../../i18n/join-sentences'
import type { Translate } from '../../../i18n/translate'

/** Says what to know before opening external access on a port that is meant for internal use. */
export function riskWords(t: Translate<'plan'>, { port, risk }: Exposure): { title: string; text: string } {
  return {
    title: t('risk.title', { port: String(port) }),
    text: joinSentences([t(`risk.${risk.kind}`, { name: risk.name }), t('risk.guess')]),
  }
}

/** Says how steps differ for a third-party or unfinished component (docs/contract.md, "Components that differ"). */
export function componentNotes(
  t: Translate<'plan'>,
  component: Component,
  steps: readonly Step[],
): readonly string[] {
  return [
    ...(isThirdParty(component) && steps.some(isOuterAction) ? [t('component.thirdParty')] : []),
    ...(isUnfinished(component) && !steps.every(isOuterAction) ? [t('component.unfinished')] : []),
  ]
}
