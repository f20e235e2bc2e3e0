import { inOneText } from '../../../i18n/use-error-words'
import type { PortRefusal } from '../../change/engine/stores/port-activity'
import { useReasonWords } from '../../change/words/refusal-words'

/** Why a change of the edited field was refused, with Rainbond's own words. */
export function RefusalReason({ refusal }: { refusal: PortRefusal }) {
  return <span>{inOneText(useReasonWords()(refusal))}</span>
}
