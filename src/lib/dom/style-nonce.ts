/**
 * Returns the nonce that the gateway put into this page. Style elements made at run time need it: the
 * Content-Security-Policy allows no others.
 */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}
