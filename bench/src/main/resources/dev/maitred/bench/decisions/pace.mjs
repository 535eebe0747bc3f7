// Times iam-simulate on requests under one policy. Reads one JSON object, writes a line for each way of asking.
import { readFileSync } from 'node:fs'
import { createValidatedPolicy, validateIdentityPolicy } from '@cloud-copilot/iam-policy'
import { runSimulation, runUnsafeSimulation } from '@cloud-copilot/iam-simulate'

const { policy, requests } = JSON.parse(readFileSync(0, 'utf8'))
const WARM_UP = 3
const MEASURED = 5

const simulation = (request, policy) => ({
  request,
  identityPolicies: [{ name: 'read-only', policy }],
  serviceControlPolicies: [],
  resourceControlPolicies: [],
})

async function second(ask) {
  const start = process.hrtime.bigint()
  let count = 0
  let elapsed = 0n
  while (elapsed < 1_000_000_000n) {
    for (let i = 0; i < 100; i++) {
      await ask()
    }
    count += 100
    elapsed = process.hrtime.bigint() - start
  }
  return Number(elapsed) / count
}

async function measure(name, api, ask) {
  const answer = await ask()
  for (let i = 0; i < WARM_UP; i++) {
    await second(ask)
  }
  const times = []
  for (let i = 0; i < MEASURED; i++) {
    times.push(await second(ask))
  }
  console.log(JSON.stringify({ name, api, answer: answer.overallResult ?? answer, times, node: process.version }))
}

// The whole way, with the policy validated beforehand; and the way that leaves out every check.
const validated = createValidatedPolicy(policy, validateIdentityPolicy)
for (const { name, request } of requests) {
  const checked = simulation(request, validated)
  const unchecked = simulation(request, policy)
  await measure(name, 'runSimulation', () => runSimulation(checked, {}))
  await measure(name, 'runUnsafeSimulation', () => runUnsafeSimulation(unchecked, {}))
}
