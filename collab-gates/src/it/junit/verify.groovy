// The same tests on every version: one that does not find some of them passes as well.
def modules = (new File(basedir, 'pom.xml').text =~ /<module>(.+?)<\/module>/).collect { it[1] }
def ran = modules.collectEntries { module ->
    def reports = new File(basedir, "$module/target/surefire-reports").listFiles()
            .findAll { it.name.endsWith('.xml') }
            .collect { new groovy.xml.XmlSlurper().parse(it) }
    if (reports.any { it.@skipped != '0' || it.@failures != '0' || it.@errors != '0' }) {
        throw new IllegalStateException("a test of the kit failed or was skipped: $module")
    }
    [module, reports.collectMany { report ->
        report.testcase.collect { "${it.@classname}#${it.@name}".toString() }
    }.sort()]
}
if (ran.size() != 4 || ran.values().toSet().size() != 1) {
    throw new IllegalStateException("not the same tests everywhere: ${ran.collectEntries { [it.key, it.value.size()] }}")
}
['StorageContract', 'DirectoryContract'].each { contract ->
    if (!ran.values().first().any { it.contains(contract + '$') }) {
        throw new IllegalStateException("no test ran of $contract: ${ran.values().first()}")
    }
}
return evaluate(new File(basedir, '../../../src/check-log.groovy'))
