// A build that failed for another reason than its violation has not shown that the gate fires.
def log = new File(basedir, 'build.log').getText('UTF-8')
def expected = new File(basedir, 'expected-in-log.txt').readLines('UTF-8').findAll { it }
if (expected.isEmpty()) {
    throw new IllegalStateException('expected-in-log.txt names nothing')
}

def missing = expected.findAll { !log.contains(it) }
if (missing) {
    throw new IllegalStateException("$basedir/build.log lacks: ${missing.join(' | ')}")
}
return true
