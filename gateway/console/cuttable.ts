import { type Upstream, UpstreamFailure } from './upstream'

/**
 * Makes an upstream whose running calls can be ended at once, whether or not it obeys their signals.
 * @returns `cut`, after which running calls fail as `broken` and later ones, which are never sent, as `unreachable`
 */
export function cuttable(upstream: Upstream): { readonly call: Upstream; readonly cut: () => void } {
  const running = new Set<(failure: UpstreamFailure) => void>()
  let isCut = false

  return {
    async call(request) {
      if (isCut) throw new UpstreamFailure('unreachable')
      let fail: (failure: UpstreamFailure) => void = () => undefined
      const cutOff = new Promise<never>((_, reject) => {
        fail = reject
      })
      running.add(fail)
      try {
        return await Promise.race([upstream(request), cutOff])
      } finally {
        running.delete(fail)
      }
    },
    cut() {
      isCut = true
      for (const fail of running) fail(new UpstreamFailure('broken'))
    },
  }
}
