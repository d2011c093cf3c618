// Takes from the list of most used passwords those that are long enough for us, most used first.
import { createReadStream, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

const [from, to, shortest, most] = process.argv.slice(2)
const picked = new Set()
for await (const line of createInterface({ input: createReadStream(from) })) {
  if (line.length >= Number(shortest)) picked.add(line.toLowerCase())
  if (picked.size === Number(most)) break
}
writeFileSync(to, [...picked].join('\n') + '\n')
