// alex on the files that are named, as plain text, a finding a line. Its own command starts more slowly: it also looks for settings, and
// asks whether there is a newer alex.
import {readFileSync} from 'node:fs'
import {text} from 'alex'

for (const path of process.argv.slice(2)) {
  for (const {line, column, reason, ruleId} of text(readFileSync(path, 'utf8')).messages) {
    console.log(JSON.stringify({path, line, column, rule: ruleId, message: reason}))
  }
}
