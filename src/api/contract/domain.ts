import * as z from 'zod/mini'

const ruleShape = {
  service_id: z.string(),
  container_port: z.int(),
  is_outer_service: z.boolean(),
}

/** An http gateway rule. `type` 1 is a custom domain; a `certificate_id` other than 0 means https. */
export const httpRuleSchema = z.object({
  ...ruleShape,
  domain_name: z.string(),
  domain_path: z.nullish(z.string()),
  certificate_id: z.nullish(z.int()),
  type: z.nullish(z.int()),
})
export type HttpRule = z.infer<typeof httpRuleSchema>

/** A TCP (or UDP) gateway rule. `end_point` is `host:port`; its host may be 0.0.0.0 or the cluster's own. */
export const tcpRuleSchema = z.object({
  ...ruleShape,
  end_point: z.string(),
  protocol: z.nullish(z.string()),
  type: z.nullish(z.int()),
})
export type TcpRule = z.infer<typeof tcpRuleSchema>

/** The gateway rules of an app, open and closed ones alike, as `…/apps/{app}/domains` returns them. */
export const domainsSchema = z.object({
  http: z.pipe(
    z.optional(z.array(httpRuleSchema)),
    z.transform((rules) => rules ?? []),
  ),
  tcp: z.pipe(
    z.optional(z.array(tcpRuleSchema)),
    z.transform((rules) => rules ?? []),
  ),
})
export type Domains = z.infer<typeof domainsSchema>
