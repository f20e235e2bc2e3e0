/** The rows that both rivals show: `ports` of them, as the address says. */
export async function readRows() {
  const ports = new URLSearchParams(location.search).get('ports')
  const answer = await fetch(`/rows?ports=${ports}`)
  return answer.json()
}

export const protocols = ['http', 'tcp', 'udp', 'mysql', 'grpc']

/** Returns what the filter searches in a row. */
export function searchText({ port, protocol, alias, inner, outer, address }) {
  return [port, protocol, alias, inner ? 'internal inner' : '', outer ? 'external outer' : '', address]
    .join('\n')
    .toLowerCase()
}
