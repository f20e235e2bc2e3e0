type Policy = ReturnType<NonNullable<Window['trustedTypes']>['createPolicy']>

let policy: Policy | undefined

/**
 * Returns the address of a script of the build in the form that `new Worker` takes under the gateway's policy, which
 * refuses a mere text. Nothing else can make such an address: the policy of this name is created once, and kept here.
 */
export function workerScript(url: string): string {
  policy ??= window.trustedTypes?.createPolicy('worker', { createScriptURL: (script) => script })
  return policy?.createScriptURL(url) ?? url
}
