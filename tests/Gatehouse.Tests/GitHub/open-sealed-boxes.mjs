// Asks libsodium. Input: {"keys": how many public keys to make} or {"boxes": [{"key": a public key that it made, "sealed"}]}, all in base64. Output: the
// public keys, or each box's message, "refused" where it cannot be opened. A private key is made of its number, so that a later call has it again.
import { text } from 'node:stream/consumers'
import sodium from 'libsodium-wrappers'

await sodium.ready
const base64 = (bytes) => sodium.to_base64(bytes, sodium.base64_variants.ORIGINAL)
const bytes = (base64) => sodium.from_base64(base64, sodium.base64_variants.ORIGINAL)
const pair = (number) => sodium.crypto_box_seed_keypair(sodium.crypto_generichash(32, `the test's recipient ${number}`))

const { keys, boxes } = JSON.parse(await text(process.stdin))
const known = new Map()
for (let number = 0; number < (keys || boxes.length); number++) {
  const made = pair(number)
  known.set(base64(made.publicKey), made)
}

function opened({ key, sealed }) {
  const { publicKey, privateKey } = known.get(key)
  try {
    return base64(sodium.crypto_box_seal_open(bytes(sealed), publicKey, privateKey))
  } catch {
    return 'refused'
  }
}

process.stdout.write(JSON.stringify(keys ? [...known.keys()] : boxes.map(opened)))
