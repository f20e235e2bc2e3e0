import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { teamsQuery } from '../../api/queries/teams'
import { useReadFailure } from '../../api/use-read-failure'
import { teamChoice } from './choices'
import { ChoosePage } from './ChoosePage'
import { choicePath } from './link'
import { useScope } from './use-scope'

/** `/teams`: where a team is chosen. */
export function TeamsPage() {
  const scope = useScope()
  const list = useQuery(teamsQuery())
  const failure = useReadFailure(teamsQuery().queryKey, list)
  const items = useMemo(
    () =>
      list.data?.map((team) => ({
        ...teamChoice(team),
        href: choicePath({}, 'team', team.tenant_name),
        marks: [],
      })),
    [list.data],
  )
  return <ChoosePage level="team" scope={scope} list={list} failure={failure} items={items} />
}
