// Answers cases, one JSON object a line, with what iam-simulate says of each, one a line in the same order.
import { createInterface } from 'node:readline'
import { anonymousPrincipal, runSimulation } from '@cloud-copilot/iam-simulate'

const named = (kind, policies) => (policies ?? []).map((policy, i) => ({ name: `${kind}-${i}`, policy }))

const simulation = (given) => ({
  request: {
    principal: given.principal === 'anonymous' ? anonymousPrincipal : given.principal,
    action: given.action,
    resource: { resource: given.resource, accountId: given.owner },
    contextVariables: given.context,
  },
  sessionPolicy: given.session?.[0],
  identityPolicies: named('identity', given.identity),
  serviceControlPolicies: (given.serviceControl ?? []).map((policies, i) => ({
    orgIdentifier: `level-${i}`,
    policies: named(`scp-${i}`, policies),
  })),
  resourceControlPolicies: [],
  resourcePolicy: given.resourcePolicy ?? given.trustPolicy,
  permissionBoundaryPolicies: given.boundary && named('boundary', [given.boundary]),
  // Lets the tags of a bucket or an object be condition values, as for any other resource.
  additionalSettings: { s3: { bucketAbacEnabled: true } },
})

const VERDICTS = { Allowed: 'allowed', ExplicitlyDenied: 'explicitDeny', ImplicitlyDenied: 'implicitDeny' }

const refused = (why) => ({ verdict: 'refused', why })

async function answer(given) {
  try {
    const result = await runSimulation(simulation(given), {})
    if (result.resultType === 'error') {
      return refused(JSON.stringify(result.errors))
    }
    if (result.resultType !== 'single') {
      return refused('the resource is a pattern')
    }
    const ignored = result.result.ignoredContextKeys
    return ignored.length > 0 ? refused(`it ignores ${ignored}`) : { verdict: VERDICTS[result.overallResult] }
  } catch (failure) {
    return refused(`it fails: ${failure.message}`)
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(await answer(JSON.parse(line))) + '\n')
}
