import type { RiskJudge } from '../../../domain/impact/exposures'
import type { RiskKind } from '../../../domain/impact/known-services/known-service'
import { riskJudge } from '../../../domain/impact/risk'
import type { Target } from '../../change/engine/target'
import type { PortRow } from '../../port-grid/rows/port-row'

const judges = new WeakMap<Target, RiskJudge>()
const judged = new WeakMap<PortRow, RiskKind | null>()

/** Returns what opening a row of all ports to the outside would expose; null for nothing. Judged once for each state of the row. */
export function riskOfRow(row: PortRow): RiskKind | null {
  const known = judged.get(row)
  if (known !== undefined) return known
  const kind = (row.place && judgeOf(row.place)(row.port)?.kind) ?? null
  judged.set(row, kind)
  return kind
}

function judgeOf(target: Target): RiskJudge {
  const judge = judges.get(target) ?? riskJudge(target.component)
  judges.set(target, judge)
  return judge
}
