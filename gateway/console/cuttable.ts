import { type Upstream, UpstreamFailure } from './upstream'

/**
 * Makes an upstream whose running calls can be ended at once, whether or not it obeys their signals.
 * @returns `cut`, after which running calls fail as `broken` and later ones, which are never sent, as `unreachable`
 */
export function cuttable(upstream: Upstream): { readonly call: Upstream; readonly cut: () => void } {
  const running = new Set<(failure: UpstreamFailure) => void>()
  let isCut = false

  return {
    call(request) {
      if (isCut) return Promise.reject(new UpstreamFailure('unreachable'))
      return new Promise((resolve, reject) => {
        running.add(reject)
        upstream(request)
          .then(resolve, reject)
          .finally(() => running.delete(reject))
      })
    },
    cut() {
      isCut = true
      for (const fail of running) fail(new UpstreamFailure('broken'))
    },
  }
}
