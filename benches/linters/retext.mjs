// retext for English, with the plugins that come nearest to what homepack looks for, on the files that are named, a finding a line.
import {readFileSync} from 'node:fs'
import {retext} from 'retext'
import english from 'retext-english'
import equality from 'retext-equality'
import intensify from 'retext-intensify'
import passive from 'retext-passive'
import readability from 'retext-readability'
import simplify from 'retext-simplify'
import {VFile} from 'vfile'

const linter = retext().use([english, equality, intensify, passive, readability, simplify]).freeze()

for (const path of process.argv.slice(2)) {
  const file = new VFile(readFileSync(path, 'utf8'))
  // Only read and judged, not written out again.
  linter.runSync(linter.parse(file), file)
  for (const {line, column, reason, source, ruleId} of file.messages) {
    console.log(JSON.stringify({path, line, column, rule: `${source}:${ruleId}`, message: reason}))
  }
}
