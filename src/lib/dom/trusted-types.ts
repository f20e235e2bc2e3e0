declare global {
  interface Window {
    /** Missing in browsers without Trusted Types. */
    readonly trustedTypes?: {
      createPolicy(
        name: string,
        rules: {
          readonly createHTML?: (markup: string) => string | null
          readonly createScriptURL?: (url: string) => string
        },
      ): {
        /** Returns an object that takes the place of a text where scripts are loaded from. */
        readonly createScriptURL: (url: string) => string
      }
    }
  }
}

/**
 * Lets the page set markup only where it is plain text, which can contain no element: Mantine writes the text of its style
 * elements that way. The gateway's policy refuses any other markup, and any script made of text, unless a policy of this
 * name allows it; none of another name can be added, except the one of `workerScript`.
 */
export function trustPlainTextOnly(): void {
  window.trustedTypes?.createPolicy('default', {
    createHTML: (markup) => (markup.includes('<') ? null : markup),
  })
}
