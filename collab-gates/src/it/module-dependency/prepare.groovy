def root = new File(basedir, '../../../..').canonicalFile

def copyPoms
copyPoms = { String path ->
    def pom = new File(root, path + 'pom.xml').text
    if (path) {
        // Nothing is built before the list is asked, and no repository may have to know our own modules.
        pom = pom.replaceAll('(?s)\\s*<dependency>\\s*<groupId>dev\\.collab</groupId>.*?</dependency>', '')
    }
    def copy = new File(basedir, path + 'pom.xml')
    copy.parentFile.mkdirs()
    copy.text = pom
    (pom =~ /<module>(.+?)<\/module>/).each { copyPoms(path + it[1] + '/') }
}
copyPoms('')

['collab-spi', 'collab-inmemory', 'collab-core', 'collab-tck'].each { module ->
    def pom = new File(basedir, "$module/pom.xml")
    def closing = '\n  </dependencies>'
    assert pom.text.count(closing) == 1
    pom.text = pom.text.replace(closing, '''
    <dependency>
      <groupId>com.fasterxml.jackson.core</groupId>
      <artifactId>jackson-core</artifactId>
    </dependency>''' + closing)
}

return true
