// What GitHub does with libsodium: makes the key pairs of secrets, and opens what was sealed for them; and, for the seed, seals as its page does.
// Input: {"make": how many} or {"seal": [{"key", "text"}]} or {"open": [{"publicKey", "privateKey", "box"}]}; keys and boxes in base64, texts as they are.
// Output: key pairs, boxes, or texts, of which one that cannot be opened is null.
import { text } from 'node:stream/consumers'
import sodium from 'libsodium-wrappers'

await sodium.ready
const base64 = (bytes) => sodium.to_base64(bytes, sodium.base64_variants.ORIGINAL)
const bytes = (base64) => sodium.from_base64(base64, sodium.base64_variants.ORIGINAL)

function pair() {
  const { publicKey, privateKey } = sodium.crypto_box_keypair()
  return { publicKey: base64(publicKey), privateKey: base64(privateKey) }
}

function opened({ publicKey, privateKey, box }) {
  try {
    return sodium.to_string(sodium.crypto_box_seal_open(bytes(box), bytes(publicKey), bytes(privateKey)))
  } catch {
    return null
  }
}

const { make, seal, open } = JSON.parse(await text(process.stdin))
const answer = make ? Array.from({ length: make }, pair) : seal ? seal.map(({ key, text }) => base64(sodium.crypto_box_seal(text, bytes(key)))) : open.map(opened)
process.stdout.write(JSON.stringify(answer))
