// Beside the reasons in the log: what must fail fails, and nothing else does.
def passing = ['baseline', 'compatible', 'accepted', 'younger']
def modules = (new File(basedir, 'pom.xml').text =~ /<module>(.+?)<\/module>/).collect { it[1] }
def log = new File(basedir, 'build.log').getText('UTF-8')
modules.each { module ->
    def expected = module in passing ? 'SUCCESS' : 'FAILURE'
    if (!(log =~ /\n\[INFO\] \Q$module\E \S+ \.+ $expected /)) {
        throw new IllegalStateException("not $expected: $module")
    }
}

// A control that was compared with nothing would pass as well.
def diff = new File(basedir, 'compatible/target/japicmp/api.diff').getText('UTF-8')
['LaterPort', 'helpMore()', 'count()'].each {
    if (!diff.contains(it)) {
        throw new IllegalStateException("the comparison did not see: $it")
    }
}
return evaluate(new File(basedir, '../../../src/check-log.groovy'))
