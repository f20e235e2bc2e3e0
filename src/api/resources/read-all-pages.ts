const pageSize = 100
const mostPages = 500

/** Returns the query of the nth page of a list, counted from 1. */
export const pageQuery = (page: number) => `page=${page}&page_size=${pageSize}`

/**
 * Reads a paged list to its end, and returns each row once, in order. A server may return less than the requested page
 * size, so the last page is the one that reaches the total or adds nothing new.
 */
export async function readAllPages<Row>(
  readPage: (query: string) => Promise<{ rows: readonly Row[]; total: number }>,
  idOf: (row: Row) => string,
): Promise<Row[]> {
  const found = new Map<string, Row>()
  for (let page = 1; page <= mostPages; page += 1) {
    const before = found.size
    const { rows, total } = await readPage(pageQuery(page))
    for (const row of rows) found.set(idOf(row), row)
    if (found.size >= total || found.size === before) break
  }
  return [...found.values()]
}
