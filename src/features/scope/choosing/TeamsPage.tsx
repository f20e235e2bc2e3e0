import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useReadFailure } from '../../../api/errors/use-read-failure'
import { teamsQuery } from '../../../api/resources/teams'
import { choicePath } from '../link/link'
import { useScope } from '../use-scope'
import { ChoosePage } from './ChoosePage'
import { teamChoice } from './choices'

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
