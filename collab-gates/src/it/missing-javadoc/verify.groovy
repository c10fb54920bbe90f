return evaluate(new File(basedir, '../../../src/check-log.groovy'))
