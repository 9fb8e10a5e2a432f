// Asks an IAM policy simulator who may do what. Input: {"policies": {name: document}, "questions": [{"policies": [names], "trust": document or null,
// "principal", "action", "resource", "context"}]}. Output: one verdict for each question, in their order: Allowed, ImplicitlyDenied, ExplicitlyDenied.
import { text } from 'node:stream/consumers'
import { runSimulation } from '@cloud-copilot/iam-simulate'

const { policies, questions } = JSON.parse(await text(process.stdin))

async function verdict({ policies: names, trust, principal, action, resource, context }) {
  const accountId = resource === '*' ? principal.split(':')[4] : resource.split(':')[4]
  const answer = await runSimulation({
    identityPolicies: names.map((name) => ({ name, policy: policies[name] })),
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    ...(trust && { resourcePolicy: trust }),
    request: { principal, action, resource: { resource, accountId }, contextVariables: context },
  }, {})
  if (answer.resultType !== 'single') throw new Error(`${action} on ${resource} cannot be asked: ${JSON.stringify(answer.errors ?? answer.resultType)}`)
  return answer.overallResult
}

const verdicts = []
for (const question of questions) verdicts.push(await verdict(question))
process.stdout.write(JSON.stringify(verdicts))
