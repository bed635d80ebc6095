// write-good on the files that are named, a finding a line. Its own command counts lines afresh for every finding, which makes it many
// times as slow on a long text; this asks its library and leaves places as it gives them.
import {readFileSync} from 'node:fs'
import writeGood from 'write-good'

for (const path of process.argv.slice(2)) {
  for (const {index, offset, reason} of writeGood(readFileSync(path, 'utf8'))) {
    console.log(JSON.stringify({path, start: index, end: index + offset, message: reason}))
  }
}
