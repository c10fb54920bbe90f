def banned = new File(basedir, 'build.log').readLines('UTF-8').findAll { it.contains('<--- banned') }
if (banned.size() != 4 || !banned.every { it.contains('com.fasterxml.jackson.core:jackson-core:jar:') }) {
    throw new IllegalStateException("not the added dependency alone is banned: $banned")
}
return evaluate(new File(basedir, '../../../src/check-log.groovy'))
